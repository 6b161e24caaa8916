"""The heart: a compiled catalogue and the one rule by which a line gets its price."""
