"""Room for many rows at once, where the database gives little unasked."""

from __future__ import annotations

import sqlite3
from typing import Final

from django.db import connection

CACHE_KIB: Final = 128 * 1024


def allow_wide_inserts() -> None:
    """Let this connection insert many rows at once.

    Django holds SQLite to the 999 parameters of its old releases, some twenty fee lines; the library
    itself says how many it takes.
    """
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        limit = connection.connection.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER)
        connection.features.max_query_params = limit


def remember_pages() -> None:
    """Let this connection keep more of the database in memory than SQLite's 2 MB.

    The keys of new lines are scattered over indexes of a hundred times that; what doesn't fit is written
    and read again within one transaction.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
