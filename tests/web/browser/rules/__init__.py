"""The rules of launching as a person meets them: each a scene at the desk, in a real browser."""
