"""The choice of a route: what is open, what it is worth, deciding it, and what came of it."""
