"""The connection to the database that an address names, with what each database needs."""

from __future__ import annotations

from typing import Any, Final

import dj_database_url

SQLITE: Final = "django.db.backends.sqlite3"
POSTGRESQL: Final = "django.db.backends.postgresql"

BUSY_SECONDS: Final = 30
"""How long a writer waits for another one on SQLite."""

SQLITE_OPTIONS: Final = {
    # A transaction takes its write lock when it begins, so that it can't fail half-way for want of it.
    "transaction_mode": "IMMEDIATE",
    "timeout": BUSY_SECONDS,
    # WAL: readers and the writer don't wait for one another. FULL: a commit survives a power cut.
    # Recursive triggers: without them INSERT OR REPLACE deletes a row behind the triggers' back.
    "init_command": (
        "PRAGMA journal_mode=WAL;"
        "PRAGMA synchronous=FULL;"
        "PRAGMA foreign_keys=ON;"
        "PRAGMA recursive_triggers=ON;"
    ),
}


def connection(url: str) -> dict[str, Any]:
    """Django's description of the database at ``url``; raises ``ValueError`` for another kind."""
    described: dict[str, Any] = dict(dj_database_url.parse(url, conn_health_checks=True))
    engine = described["ENGINE"]
    if engine == SQLITE:
        described["OPTIONS"] = {**described.get("OPTIONS", {}), **SQLITE_OPTIONS}
    elif engine != POSTGRESQL:
        raise ValueError(f"DATABASE_URL: use sqlite or postgresql, not {engine}")
    return described
