"""The documentation keeps its word: its commands run, its pages are what the code says, its site stands alone."""
