"""The record's speed: a million lines on SQLite and on PostgreSQL side by side (``spec: quality 1``)."""
