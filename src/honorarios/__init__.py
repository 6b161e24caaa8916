"""Physicians' fees in Brazil: priced to the centavo and explained, from a dated catalogue."""

__version__ = "0.1.0"
