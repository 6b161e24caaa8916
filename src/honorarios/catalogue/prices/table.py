"""The canonical price table: its Arrow schema, its order, and how to make one in a program."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from honorarios.catalogue.prices.cells import plain_text
from honorarios.catalogue.prices.rows import rows_from_text
from honorarios.catalogue.prices.schema import KEY, PRICE_SCHEMA, in_order
from honorarios.catalogue.schema import PRICE_COLUMNS
from honorarios.core.vocabulary import Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["KEY", "PRICE_SCHEMA", "canonical", "price_rows"]

_TEXT: Final = frozenset(column.name for column in PRICE_COLUMNS if column.type == "text")


def canonical(table: pa.Table) -> pa.Table:
    """The table with every column of :data:`PRICE_SCHEMA`, in canonical order.

    For tables made by programs: columns that are missing are empty, numbers are cast without loss.
    Raises ``ValueError`` for a column that no price table has or a value that does not fit.
    """
    unknown = set(table.column_names) - set(PRICE_SCHEMA.names)
    if unknown:
        raise ValueError(f"no columns of a price table: {', '.join(sorted(unknown))}")
    columns = [_column(table, field) for field in PRICE_SCHEMA]
    made = pa.table(columns, schema=PRICE_SCHEMA)
    return made.take(in_order(made))


def _column(table: pa.Table, field: pa.Field) -> pa.Array:
    if field.name not in table.column_names:
        return pa.nulls(table.num_rows, field.type)
    values = table.column(field.name).combine_chunks()
    if pa.types.is_floating(values.type):
        raise ValueError(f"{field.name}: a float is not exact; use decimals, integers or text")
    if pa.types.is_decimal(field.type) and pa.types.is_integer(values.type):
        values = pc.cast(values, pa.string())
    values = pc.cast(values, field.type)
    return plain_text(values) if field.name in _TEXT else values


def price_rows(rows: Iterable[Mapping[str, object]]) -> pa.Table:
    """A price table from rows written as dicts; numbers may be text, ``int`` or ``Decimal``.

    Raises ``ValueError`` with the first finding for a value that cannot be read.

    >>> table = price_rows([{"code": "3.10.03.07-9", "basis": "PORTE", "porte": "8A"}])
    >>> table.column("code").to_pylist(), table.column("fee").to_pylist()
    (['31003079'], [None])
    """
    listed = list(rows)
    names = list(dict.fromkeys(name for row in listed for name in row))
    unknown = set(names) - set(PRICE_SCHEMA.names)
    if unknown:
        raise ValueError(f"no columns of a price table: {', '.join(sorted(unknown))}")
    columns = {
        name: pa.array([_written(row.get(name)) for row in listed], pa.string()) for name in names
    }
    missing = [one.name for one in PRICE_COLUMNS if one.required and one.name not in names]
    if missing and listed:
        raise ValueError(f"rows without {', '.join(missing)}")
    read = rows_from_text(columns, np.arange(1, len(listed) + 1), "")
    if read.findings:
        raise ValueError(str(read.findings[0]))
    return read.table


def _written(value: object) -> str | None:  # noqa: PLR0911 - a case for each kind of value
    """A value as a price file would write it."""
    match value:
        case None:
            return None
        case Term():
            return value.code_name
        case Enum():
            return str(value.value)
        case bool():
            return "yes" if value else "no"
        case Decimal():
            return format(value, "f")
        case float():
            raise ValueError(f"{value}: a float is not exact; use decimals, integers or text")
        case date():
            return value.isoformat()
        case list() | tuple():
            return " ".join(map(str, value))
        case _:
            return str(value)
