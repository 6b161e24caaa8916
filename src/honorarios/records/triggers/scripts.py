"""The SQL of one database: the files of its folder, with the columns that its tables have now."""

from __future__ import annotations

import re
import sqlite3
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from honorarios.records.triggers.tables import (
    ENDED_ONCE,
    NAMED_TRANSITIONS,
    REFUSED,
    described,
    groups,
    without,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from django.db.backends.base.base import BaseDatabaseWrapper

NOUNS: Final = (
    "frozen",
    "attendances",
    "payers",
    "accounts",
    "parts",
    "transitions",
    "remittances",
    "lines",
)
"""The files that are run as they are, in this order; the others are run for some tables each."""
OWN: Final = {"sqlite": ("sums",)}
"""Likewise, of one database alone: PostgreSQL adds up a million lines without keeping their sums."""

_TRIGGER: Final = re.compile(r"CREATE (?:CONSTRAINT )?TRIGGER (\w+)")


def statements(connection: BaseDatabaseWrapper) -> Iterator[str]:
    """Every statement that makes the database hold its promises, in order."""
    for script in _scripts(connection):
        # PostgreSQL takes a script whole; SQLite takes a statement at a time.
        yield from _parted(script) if connection.vendor == "sqlite" else [script]


def trigger_names(connection: BaseDatabaseWrapper) -> set[str]:
    """The names of all triggers that :func:`statements` makes."""
    return {name for script in _scripts(connection) for name in _TRIGGER.findall(script)}


def _scripts(connection: BaseDatabaseWrapper) -> Iterator[str]:
    words = _column_lists(connection)
    words["named_transitions"] = ", ".join(
        f"('{verb}', '{before.code_name}', '{after.code_name}')"
        for verb, before, after in NAMED_TRANSITIONS
    )
    for noun in (*NOUNS, *OWN.get(connection.vendor, ())):
        yield _text(connection, noun).format(**words)
    for table, events in REFUSED.items():
        yield from _guards(connection, table, events)
    for table in ENDED_ONCE:
        rest = without(described(connection, table).columns, {"removed_in"})
        yield _text(connection, "ended_once").format(
            table=table, old_rest=_of("OLD", rest), new_rest=_of("NEW", rest)
        )


def _guards(connection: BaseDatabaseWrapper, table: str, events: Collection[str]) -> Iterator[str]:
    refused = _text(connection, "refused")
    for event in events:
        yield refused.format(table=table, event=event, level="ROW")
    if connection.vendor == "postgresql":
        yield refused.format(table=table, event="TRUNCATE", level="STATEMENT")
        return
    keys = described(connection, table).keys
    # The names are those of the record's own tables.
    same = (f"EXISTS (SELECT 1 FROM {table} WHERE {_same(key)})" for key in keys)  # noqa: S608
    taken = " OR ".join(same)
    yield _text(connection, "replaced").format(table=table, taken=taken)
    if "UPDATE" not in events:
        alike = " OR ".join(_same(key) for key in keys)
        yield _text(connection, "overwritten").format(table=table, same=alike)


def _column_lists(connection: BaseDatabaseWrapper) -> dict[str, str]:
    lists = {}
    for name, columns in groups(connection).items():
        lists[name] = ", ".join(f'"{column}"' for column in columns)
        for row in ("OLD", "NEW", "original"):
            lists[f"{row.lower()}_{name}"] = _of(row, columns)
    return lists


def _of(row: str, columns: Iterable[str]) -> str:
    return ", ".join(f'{row}."{column}"' for column in columns)


def _same(key: Iterable[str]) -> str:
    return " AND ".join(f'"{column}" = NEW."{column}"' for column in key)


def _text(connection: BaseDatabaseWrapper, name: str) -> str:
    script = files(__package__) / connection.vendor / f"{name}.sql"
    return script.read_text(encoding="utf-8")


def _parted(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
