"""Tests of the choice of a route on screens and over the API."""
