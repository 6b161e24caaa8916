"""Tests of the choice of a route."""
