"""Multiplying a small hospital into a large one, by the database itself and through its triggers.

Attendances, stays, accounts, parts and lines are copied under new numbers, some weeks earlier each time.
Every copied part is open, every copied line in its first version, numbered anew in its part: what the
triggers accept, and what ``honorarios check`` proves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.db import connection, transaction

from honorarios.records.models import Account, AccountPart, Attendance, FeeLine, Stay

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import Model

COPIED: Final[tuple[type[Model], ...]] = (Attendance, Stay, Account, AccountPart, FeeLine)
"""In the order in which they refer to one another."""
WEEKS: Final = 12
"""Copies are spread over so many weeks."""
FRESH: Final = "status = 'active' AND version = 1"


def multiply(lines: int, told: Callable[[int], None]) -> None:
    """Copy what there is until there are so many lines."""
    there = FeeLine.objects.count()
    size = 1 + max(model.objects.order_by("-pk")[0].pk for model in COPIED)  # type: ignore[attr-defined]
    number = 0
    while there < lines:
        number += 1
        with transaction.atomic():
            for model in COPIED:
                _copy(model, number, size)
        there = FeeLine.objects.count()
        told(there)
    _settle()


def _copy(model: type[Model], number: int, size: int) -> None:
    """Add the ``number``-th copy of the first rows of a table."""
    table = model._meta.db_table  # noqa: SLF001 - Django's own way to ask
    changes = _changes(model, number, size)
    columns = [str(field.column) for field in model._meta.concrete_fields]  # noqa: SLF001 - as above
    names = ", ".join(f'"{column}"' for column in columns)
    values = ", ".join(changes.get(column, f'"{column}"') for column in columns)
    where = [f"id < {size}", *_left_out(model)]
    query = f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} AS old"
    with connection.cursor() as cursor:
        cursor.execute(f"{query} WHERE {' AND '.join(where)} ORDER BY id")


def _left_out(model: type[Model]) -> list[str]:
    """What keeps a row from being copied: lines that were changed, or are of one that was."""
    if model is not FeeLine:
        return []
    of = "(SELECT id FROM records_feeline WHERE status = 'active' AND version = 1)"
    return [
        FRESH,
        *(
            f"({name} IS NULL OR {name} IN {of})"
            for name in ("difference_of_id", "automatic_of_id")
        ),
    ]


def _changes(model: type[Model], number: int, size: int) -> dict[str, str]:
    """What a copy has of its own, as SQL by column."""
    weeks = number % WEEKS
    moved = {
        name: _earlier(name, 7 * weeks, kind)
        for name, kind in (
            *((name, "datetime") for name in ("started_at", "ended_at", "start", "end")),
            *((name, "date") for name in ("period_start", "period_end")),
        )
    }
    renumbered = {
        name: f"{name} + {number * size}"
        for name in (
            *("id", "attendance_id", "account_id", "part_id"),
            *("difference_of_id", "automatic_of_id"),
        )
    }
    own: dict[type[Model], dict[str, str]] = {
        Attendance: {"number": f"number || '-{number}'", "status": "'discharged'", "version": "1"},
        AccountPart: {
            "status": "'open'",
            "version": "1",
            "tax_invoice": "''",
            "tax_invoice_at": "NULL",
            "remittance_id": "NULL",
        },
        FeeLine: {
            "uid": _other_uuid("uid", number),
            "split_group": _other_uuid("split_group", number),
            "number": "ROW_NUMBER() OVER (PARTITION BY part_id ORDER BY number)",
            "import_batch_id": "NULL",
            "import_row": "NULL",
        },
    }
    return {**moved, **renumbered, **own.get(model, {})}


def _earlier(column: str, days: int, kind: str) -> str:
    if connection.vendor == "sqlite":
        return f"{kind}(\"{column}\", '-{days} days')"
    step = f"interval '{days} days'" if kind == "datetime" else str(days)
    return f'"{column}" - {step}'


def _other_uuid(column: str, number: int) -> str:
    """Another identifier for each copy, the same for the same one; Django gives SQLite its MD5."""
    if connection.vendor == "sqlite":
        return f"md5({column} || '-{number}')"
    return f"md5({column}::text || '-{number}')::uuid"


def _settle() -> None:
    """Go on counting after the copies, and let the database look at what it now has."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for model in COPIED:
                table = model._meta.db_table  # noqa: SLF001 - as above
                cursor.execute(
                    f"SELECT setval(pg_get_serial_sequence('{table}', 'id'),"
                    f" (SELECT MAX(id) FROM {table}))"
                )
            cursor.execute("VACUUM ANALYZE")
        else:
            cursor.execute("ANALYZE")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def sizes() -> dict[str, Any]:
    """Rows of the tables, and bytes of the database."""
    rows = {model._meta.db_table: model.objects.count() for model in COPIED}  # type: ignore[attr-defined]  # noqa: SLF001 - as above
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_database_size(current_database())")
        else:
            cursor.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
        (size,) = cursor.fetchone()
    return {"rows": rows, "bytes": size}
