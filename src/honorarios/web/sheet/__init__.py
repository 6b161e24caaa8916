"""The fee sheet on the screen: what was typed, and what is shown beside it."""
