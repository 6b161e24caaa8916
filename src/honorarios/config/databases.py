"""The connection to the database that an address names, with what each database needs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import dj_database_url

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

SQLITE: Final = "django.db.backends.sqlite3"
POSTGRESQL: Final = "django.db.backends.postgresql"

BUSY_SECONDS: Final = 30
"""How long a writer waits for another one on SQLite."""

KEPT_SECONDS: Final = 600
"""How long a thread of the server keeps its connection from request to request."""

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
    described: dict[str, Any] = dict(
        dj_database_url.parse(url, conn_max_age=KEPT_SECONDS, conn_health_checks=True)
    )
    engine = described["ENGINE"]
    if engine == SQLITE:
        described["OPTIONS"] = {**described.get("OPTIONS", {}), **SQLITE_OPTIONS}
    elif engine != POSTGRESQL:
        raise ValueError(f"DATABASE_URL: use sqlite or postgresql, not {engine}")
    return described


def remember_file(connection: BaseDatabaseWrapper, **_: object) -> None:
    """When a connection is made: know its file again (Django's ``connection_created``)."""
    if connection.vendor == "sqlite":
        connection.opened_file = _file(connection)  # type: ignore[attr-defined] # ours, on its object


def leave_replaced_file(**_: object) -> None:
    """When a request begins: let go of a SQLite file that was taken away or replaced.

    A copy may be restored beside a running server; what was written to the old file from then on would
    be lost with it.
    """
    from django.db import connection  # noqa: PLC0415 - the settings, which it needs, import this module

    if connection.connection is None or connection.vendor != "sqlite":
        return
    if getattr(connection, "opened_file", None) != _file(connection):
        connection.close()


def _file(connection: BaseDatabaseWrapper) -> tuple[int, int] | None:
    """Device and number of the file at the connection's address; None where there is none."""
    try:
        found = Path(str(connection.settings_dict["NAME"])).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
