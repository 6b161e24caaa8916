"""The choice of a route measured: one surgery's answer beside a long history, and all open ones again."""
