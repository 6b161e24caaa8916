"""Dumping and restoring PostgreSQL with its own programs, from one moment of the database."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Final

from django.db import connection
from django.db.backends.postgresql.client import DatabaseClient

from honorarios.services.backup import codes, digests
from honorarios.services.moment import one_moment
from honorarios.services.outcomes import at, refuse

if TYPE_CHECKING:
    from pathlib import Path

    from django.db.backends.utils import CursorWrapper

    from honorarios.services.backup.manifest import TableDigest

DUMP: Final = "pg_dump"
RESTORE: Final = "pg_restore"
LONGEST_REASON: Final = 300

Described = tuple[dict[str, "TableDigest"], dict[str, str], tuple[str, ...]]


def dump(target: Path) -> Described:
    """Dump the database; what it held at the same moment, for the manifest."""
    tool = _tool(DUMP)
    with one_moment(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_export_snapshot()")
        (snapshot,) = cursor.fetchone()
        _run(tool, "--format=custom", f"--file={target}", f"--snapshot={snapshot}")
        return described(cursor)


def restore(dumped: Path) -> None:
    """Put a dump into the empty database: all of it, or nothing."""
    ways = ("--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges")
    _run(_tool(RESTORE), *ways, file=dumped)


def described(cursor: CursorWrapper) -> Described:
    """The digests of the tables, the ends of the audit trails, and the migrations."""
    cursor.execute(digests.MIGRATIONS)
    migrations = tuple(f"{app}.{name}" for app, name in cursor.fetchall())
    cursor.execute(digests.HEADS)
    heads = digests.heads(cursor.fetchall())
    return digests.of_postgresql(cursor), heads, migrations


def is_empty() -> bool:
    """Whether the database has no table."""
    with connection.cursor() as cursor:
        cursor.execute(digests.POSTGRESQL_TABLES)
        return cursor.fetchone() is None


def _tool(name: str) -> str:
    """Where one of PostgreSQL's programs is; stops with BKP-NO-TOOL."""
    found = shutil.which(name)
    if found is None:
        refuse(at(codes.NO_TOOL, tool=name))
    return found


def _run(tool: str, *options: str, file: Path | None = None) -> None:
    """Run one of PostgreSQL's programs on the configured database; its password is in no argument."""
    words, more = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, [])
    *where, database = words[1:]
    command = [tool, *options, "--no-password", *where, f"--dbname={database}"]
    done = subprocess.run(  # noqa: S603 - the words are our own and the settings'
        command if file is None else [*command, str(file)],
        env={**os.environ, **(more or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        told = " ".join(done.stderr.decode("utf-8", "replace").split())
        name = tool.replace("\\", "/").rpartition("/")[2]
        refuse(at(codes.TOOL, tool=name, why=told[:LONGEST_REASON]))
