"""The record measured: imports, launches and reads with a million lines in the database."""
