"""Ways into the record's tables that a program, a person with SQL or a tool may try."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from honorarios.records import triggers
from honorarios.records.triggers.tables import REFUSED

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.records.moving import Case

LINES = "records_feeline"


@dataclass(frozen=True, slots=True)
class Way:
    """An act, and the code by which the database refuses it where it may not be.

    Of several codes, which of two triggers is the first to refuse is the database's own affair.
    """

    name: str
    act: Callable[[Case], object]
    code: str = "EST-FROZEN"
    when_open: bool = True
    """Whether the same act succeeds on a part that is open."""


def refused(act: Callable[[], object]) -> str | None:
    """Prove that the database refuses an act; the code by which its trigger does."""
    with pytest.raises((DatabaseError, psycopg.Error)) as problem:
        done(act)
    return triggers.refusal(problem.value)


@transaction.atomic
def done(act: Callable[[], object]) -> None:
    """Do an act to its end, with all that the database checks when it commits."""
    act()
    connection.check_constraints()


def run(statement: str, *values: int | str) -> None:
    """Run SQL."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values or None)


def as_others_connect(way: Way) -> Way:
    """A way on a connection as SQLite makes it: replaced rows go without their DELETE triggers."""

    def act(case: Case) -> None:
        run("PRAGMA recursive_triggers = OFF")
        try:
            way.act(case)
        finally:
            run("PRAGMA recursive_triggers = ON")

    return replace(way, name=f"{way.name}, by others", act=act)


@cache
def columns(table: str) -> list[str]:
    """The columns of a table, asked for once: they stay, and Django reads them from the table's own SQL."""
    with connection.cursor() as cursor:
        found = connection.introspection.get_table_description(cursor, table)
    return [column.name for column in found]


def selected(table: str, pk: int, **changed: str | int) -> tuple[str, str]:
    """The quoted columns of a table, and the SELECT of a row with some columns' expressions changed."""
    names = columns(table)
    values = [str(changed.get(name, f'"{name}"')) for name in names]
    told = ", ".join(f'"{name}"' for name in names)
    return told, f"SELECT {', '.join(values)} FROM {table} WHERE id = {pk}"  # noqa: S608 - our own names


def copied(
    table: str, pk: int, verb: str = "INSERT", *, tail: str = "", **changed: str | int
) -> None:
    """Insert a copy of a row, by some verb and with some columns changed."""
    names, row = selected(table, pk, **changed)
    run(f"{verb} INTO {table} ({names}) {row} {tail}")


def copied_in(table: str, pk: int, **changed: str | int) -> None:
    """As :func:`copied`, by PostgreSQL's COPY."""
    names, row = selected(table, pk, **changed)
    with connection.cursor() as cursor:
        with cursor.copy(f"COPY ({row}) TO STDOUT") as source:
            data = b"".join(source)
        with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as target:
            target.write(data)


def everything() -> dict[str, list[tuple[object, ...]]]:
    """All that the held tables hold."""
    found = {}
    with connection.cursor() as cursor:
        for table in REFUSED:
            cursor.execute(f"SELECT * FROM {table} ORDER BY id")  # noqa: S608 - our own names
            found[table] = cursor.fetchall()
    return found
