"""Tests of people's files: read by columns, refused with reasons, harmless when hostile."""
