"""The demonstration catalogue, its surgeries and its lines."""
