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
    if connection.vendor == "sqlite" and not _file().exists():
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


def _file() -> Path:
    return Path(str(connection.settings_dict["NAME"]))
