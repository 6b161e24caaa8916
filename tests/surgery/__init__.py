"""Surgeries: acts, team and hours made into lines, by the rules and by the user's own choices."""
