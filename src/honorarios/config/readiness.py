"""Whether the database of the environment is there, and of this version's tables."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from django.db import connection
from django.db.migrations.executor import MigrationExecutor


class Readiness(Enum):
    """How far the database is from what this version of the program works with."""

    READY = "ready"
    ABSENT = "absent"
    """There is no file, or no table in it."""
    BEHIND = "behind"
    """It is of an earlier version: to be migrated."""
    AHEAD = "ahead"
    """It is of a later version, which this one doesn't know."""


def readiness() -> Readiness:
    """How ready the database is; nothing is written, nor a file made.

    Raises:
        DatabaseError: if it can't be reached.
    """
    if _is_missing_file():
        return Readiness.ABSENT
    executor = MigrationExecutor(connection)
    applied = set(executor.loader.applied_migrations)
    if not applied:
        return Readiness.ABSENT
    known = {key for key in executor.loader.disk_migrations if key[0] == "records"}
    if any(app == "records" and (app, name) not in known for app, name in applied):
        return Readiness.AHEAD
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return Readiness.BEHIND if plan else Readiness.READY


def _is_missing_file() -> bool:
    """Whether the database is a file that isn't there: connecting to it would make it."""
    if connection.vendor != "sqlite":
        return False
    in_memory: bool = connection.is_in_memory_db()  # type: ignore[attr-defined] # SQLite's own
    return not in_memory and not Path(str(connection.settings_dict["NAME"])).exists()
