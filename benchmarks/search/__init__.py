"""How long searching procedures takes while somebody types, and how often it finds what they mean."""
