"""Copying and placing a SQLite file, by SQLite's own means."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from django.db import connection

from honorarios.services.backup import digests

if TYPE_CHECKING:
    from honorarios.services.backup.manifest import TableDigest


def database_file() -> Path:
    """The file of the configured database; it may not exist."""
    return Path(str(connection.settings_dict["NAME"]))


def copy(target: Path) -> None:
    """Copy one moment of the database in use into a new file that is complete in itself.

    Raises:
        sqlite3.Error: if it can't be.
    """
    with closing(sqlite3.connect(target)) as copied:
        connection.ensure_connection()
        # All of it in one step: in WAL mode that keeps no writer waiting, and nothing makes it restart.
        connection.connection.backup(copied)
        copied.execute("PRAGMA journal_mode = DELETE")


def described(file: Path) -> tuple[dict[str, TableDigest], dict[str, str], tuple[str, ...]]:
    """The digests of a file's tables, the ends of its audit trails, and its migrations.

    Raises:
        sqlite3.Error: if it is no sound database.
    """
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as database:
        (sound,) = database.execute("PRAGMA integrity_check(1)").fetchone()
        if sound != "ok":
            raise sqlite3.DatabaseError(sound)
        migrations = tuple(f"{app}.{name}" for app, name in database.execute(digests.MIGRATIONS))
        heads = digests.heads(database.execute(digests.HEADS))
        return digests.of_sqlite(database), heads, migrations


def is_empty() -> bool:
    """Whether there is no database file yet, or none with a table."""
    file = database_file()
    if not file.exists():
        return True
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as database:
        try:
            (tables,) = database.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
        except sqlite3.DatabaseError:  # whatever it is, it isn't nothing
            return False
    return not tables


def place(restored: Path) -> None:
    """Make a file the configured database."""
    connection.close()
    target = database_file()
    for left in ("-wal", "-shm"):
        target.with_name(f"{target.name}{left}").unlink(missing_ok=True)
    restored.chmod(0o600)
    restored.rename(target)
