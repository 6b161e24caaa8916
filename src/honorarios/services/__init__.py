"""Use cases: one transaction each, called by every door; who may do what is decided here."""
