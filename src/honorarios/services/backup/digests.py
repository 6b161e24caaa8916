"""Digests of every table, as the database itself writes its rows, in the order of their keys."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, Final

from honorarios.services.audit.proof import Head
from honorarios.services.backup.manifest import TableDigest

if TYPE_CHECKING:
    import sqlite3

    from django.db.backends.utils import CursorWrapper

HEADS: Final = (
    "SELECT records_office.slug, office_id, seq, hash FROM records_auditevent AS event"
    " JOIN records_office ON records_office.id = office_id WHERE seq ="
    " (SELECT MAX(seq) FROM records_auditevent WHERE office_id = event.office_id)"
)
MIGRATIONS: Final = "SELECT app, name FROM django_migrations ORDER BY app, name"
SQLITE_TABLES: Final = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite|_%' ESCAPE '|'"
)
POSTGRESQL_TABLES: Final = (
    "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
)
# However the server or the session is set up, a value is written alike.
POSTGRESQL_FORM: Final = (
    "SET LOCAL timezone = 'UTC'",
    "SET LOCAL datestyle = 'ISO, YMD'",
    "SET LOCAL intervalstyle = 'postgres'",
    "SET LOCAL bytea_output = 'hex'",
    "SET LOCAL extra_float_digits = 3",
)
ROWS_AT_ONCE: Final = 5_000


def of_sqlite(database: sqlite3.Connection) -> dict[str, TableDigest]:
    """The digest of every table of a file that nobody writes to."""
    names = sorted(name for (name,) in database.execute(SQLITE_TABLES))
    return {name: _of_sqlite_table(database, name) for name in names}


def _of_sqlite_table(database: sqlite3.Connection, table: str) -> TableDigest:
    digest, count = hashlib.sha256(), 0
    rows = database.execute(f'SELECT * FROM "{table}" ORDER BY 1')  # noqa: S608 - the database's own name
    while some := rows.fetchmany(ROWS_AT_ONCE):
        count += len(some)
        digest.update("\n".join(map(repr, some)).encode("utf-8", "surrogatepass"))
        digest.update(b"\n")
    return TableDigest(count, digest.hexdigest())


def of_postgresql(cursor: CursorWrapper) -> dict[str, TableDigest]:
    """The digest of every table, within a transaction that sees one moment."""
    for setting in POSTGRESQL_FORM:
        cursor.execute(setting)
    cursor.execute(POSTGRESQL_TABLES)
    names = [name for (name,) in cursor.fetchall()]
    return {name: _of_postgresql_table(cursor, name) for name in names}


def _of_postgresql_table(cursor: CursorWrapper, table: str) -> TableDigest:
    digest, count = hashlib.sha256(), 0
    query = f'COPY (SELECT * FROM "{table}" ORDER BY 1) TO STDOUT'  # noqa: S608 - as above
    with cursor.copy(query) as rows:
        for some in rows:
            digest.update(some)
            count += bytes(some).count(b"\n")  # within a value it is written \n
    return TableDigest(count, digest.hexdigest())


def heads(rows: Any) -> dict[str, str]:  # noqa: ANN401 - what either driver answers
    """The end of each office's audit trail, from the rows of :data:`HEADS`."""
    return {slug: str(Head(office_id, seq, end)) for slug, office_id, seq, end in sorted(rows)}
