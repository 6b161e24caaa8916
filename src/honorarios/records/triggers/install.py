"""Installing the triggers into a database, removing them, and telling which are not there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.records.triggers import scripts

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.backends.utils import CursorWrapper

_SQLITE_OBJECTS: Final = "SELECT type, name FROM sqlite_master WHERE name LIKE 'held|_%' ESCAPE '|'"
_POSTGRESQL_FUNCTIONS: Final = (
    "SELECT oid::regprocedure::text FROM pg_proc"
    " WHERE pronamespace = current_schema()::regnamespace AND starts_with(proname, 'held_')"
)
_SQLITE_TRIGGERS: Final = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
_POSTGRESQL_TRIGGERS: Final = (
    "SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
    " WHERE relnamespace = current_schema()::regnamespace AND tgenabled IN ('O', 'A')"
)


def install(connection: BaseDatabaseWrapper) -> None:
    """Make the database hold what it promises; what was there of it before is removed first.

    Runs within the transaction at hand, if there is one.
    """
    remove(connection)
    with connection.cursor() as cursor:
        for statement in scripts.statements(connection):
            cursor.execute(statement)
        if connection.vendor == "postgresql":
            _fix_search_path(cursor)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take away all that :func:`install` makes; what the database then holds is its constraints."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # Their triggers go with them.
            for function in _column(cursor, _POSTGRESQL_FUNCTIONS):
                cursor.execute(f"DROP FUNCTION {function} CASCADE")
        else:
            _drop_from_sqlite(cursor)


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The triggers that should be in force and aren't: dropped, disabled, or never installed."""
    query = _POSTGRESQL_TRIGGERS if connection.vendor == "postgresql" else _SQLITE_TRIGGERS
    with connection.cursor() as cursor:
        there = {name.lower() for name in _column(cursor, query)}
    # PostgreSQL keeps names in lower case.
    return sorted(name for name in scripts.trigger_names(connection) if name.lower() not in there)


def _fix_search_path(cursor: CursorWrapper) -> None:
    """See to it that no temporary table of a session can stand in for one of the record's."""
    cursor.execute("SELECT quote_ident(current_schema())")
    (schema,) = cursor.fetchone()
    for function in _column(cursor, _POSTGRESQL_FUNCTIONS):
        cursor.execute(f"ALTER FUNCTION {function} SET search_path = {schema}, pg_temp")


def _drop_from_sqlite(cursor: CursorWrapper) -> None:
    cursor.execute(_SQLITE_OBJECTS)
    found = cursor.fetchall()
    # An index is dropped after the table whose foreign key needs it.
    for kind in ("trigger", "view", "table", "index"):
        for name in (name for its_kind, name in found if its_kind == kind):
            cursor.execute(f'DROP {kind} "{name}"')


def _column(cursor: CursorWrapper, query: str) -> list[str]:
    cursor.execute(query)
    return [row[0] for row in cursor.fetchall()]
