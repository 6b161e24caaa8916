"""Many rows of one model inserted at once, by the quickest way that each database has.

Django prepares every value of every row by itself, which for a file of fees takes longer than the rules
and the prices together. Here a column is prepared at a time. Constraints and triggers see each row as
they always do.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from django.db import connection
from django.db.models import DateTimeField, JSONField, Model, UUIDField
from django.utils import timezone
from pydantic_core import to_json

from honorarios.records.fields import ExactField, WallTimeField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

AnyModel = TypeVar("AnyModel", bound=Model)


class _Table(NamedTuple):
    """Where rows go: a table, and its columns by the rows' own names and the database's."""

    name: str
    attributes: tuple[str, ...]
    columns: tuple[str, ...]


def insert(rows: Sequence[AnyModel]) -> None:
    """Insert new rows of one model, within a transaction, and give each its key.

    Of Django's fields, those are meant that a value goes into as it is, dates, JSON and identifiers;
    ``auto_now_add`` is honoured, signals are not sent.
    """
    if not rows:
        return
    model = type(rows[0])
    fields = model._meta.local_concrete_fields  # noqa: SLF001 - Django's own way to ask
    table = _Table(
        model._meta.db_table,  # noqa: SLF001 - as above
        tuple(field.attname for field in fields),
        tuple(str(field.column) for field in fields),
    )
    _give_keys(table, rows)
    values: list[Iterable[Any]] = list(zip(*map(attrgetter(*table.attributes), rows), strict=True))
    for place, field in enumerate(fields):
        prepare = _preparing(field)
        if prepare is not None:
            values[place] = [None if one is None else prepare(one) for one in values[place]]
    write = _copy if connection.vendor == "postgresql" else _insert
    write(table, list(zip(*values, strict=True)))


def _give_keys(table: _Table, rows: Sequence[Model]) -> None:
    """The rows' keys, reserved, and the moment at which they are inserted."""
    now = timezone.now()
    moments = [
        field.attname
        for field in type(rows[0])._meta.local_concrete_fields  # noqa: SLF001 - as above
        if isinstance(field, DateTimeField) and field.auto_now_add
    ]
    for row, key in zip(rows, _reserved(table, len(rows)), strict=True):
        row.pk = key
        for name in moments:
            setattr(row, name, now)
        row._state.adding = False  # noqa: SLF001 - as Django's own insertion does
        row._state.db = connection.alias  # noqa: SLF001 - as above


def _reserved(table: _Table, count: int) -> Iterable[int]:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
                [table.name, count],
            )
            return [key for (key,) in cursor.fetchall()]
        # The transaction has the only write lock, and the sequence goes on after the greatest key.
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table.name])
        (last,) = cursor.fetchone() or (0,)
        return range(last + 1, last + 1 + count)


def _preparing(field: Any) -> Callable[[Any], Any] | None:  # noqa: ANN401 - one of Django's many kinds
    """From a value of a field to what the driver takes; None where it is the value itself."""
    if isinstance(field, JSONField):
        return lambda value: to_json(value).decode()
    if isinstance(field, ExactField):
        return field.get_prep_value
    if connection.vendor == "postgresql":
        return None
    if isinstance(field, UUIDField):
        return lambda value: value.hex
    if isinstance(field, WallTimeField):
        return lambda value: value.isoformat(sep=" ")
    return connection.ops.adapt_datetimefield_value if isinstance(field, DateTimeField) else None


def _insert(table: _Table, rows: Sequence[Any]) -> None:
    """One prepared statement for all rows."""
    columns = ", ".join(map(connection.ops.quote_name, table.columns))
    marks = ", ".join(["%s"] * len(table.columns))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table.name} ({columns}) VALUES ({marks})", list(rows))  # noqa: S608 - names of our own models


def _copy(table: _Table, rows: Sequence[Any]) -> None:
    """PostgreSQL's own way in for many rows; its triggers fire for each."""
    columns = ", ".join(map(connection.ops.quote_name, table.columns))
    with (
        connection.wrap_database_errors,
        connection.cursor() as cursor,
        cursor.copy(f"COPY {table.name} ({columns}) FROM STDIN") as copy,
    ):
        for row in rows:
            copy.write_row(row)
