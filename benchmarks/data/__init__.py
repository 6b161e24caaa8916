"""Synthetic agreements and lines: seeded, invented, of the size of a large hospital's."""
