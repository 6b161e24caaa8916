"""Tests of the importers: lists as people have them, into catalogues that price."""
