"""Inserts as wide as the database takes."""

from __future__ import annotations

import sqlite3

from django.db import connection


def allow_wide_inserts() -> None:
    """Let this connection insert many rows at once.

    Django holds SQLite to the 999 parameters of its old releases, some twenty fee lines; the library
    itself says how many it takes.
    """
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        limit = connection.connection.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER)
        connection.features.max_query_params = limit
