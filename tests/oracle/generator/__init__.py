"""Seeded random catalogues and lines, and the report of what they drew."""
