"""The Arrow types and the order of the canonical price table."""

from __future__ import annotations

from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from honorarios.catalogue.schema import PRICE_COLUMNS
from honorarios.catalogue.schema.base import PERCENT_PLACES
from honorarios.catalogue.schema.prices import QUANTITY_PLACES, ColumnType

_TYPES: Final[dict[ColumnType, pa.DataType]] = {
    "text": pa.string(),
    "code": pa.string(),
    "codes": pa.string(),
    "date": pa.date32(),
    "decimal": pa.decimal128(15, QUANTITY_PLACES),
    "percent": pa.decimal128(12, PERCENT_PLACES),
    "integer": pa.int32(),
    "boolean": pa.bool_(),
    "term": pa.int8(),
    "basis": pa.string(),
}

PRICE_SCHEMA: Final = pa.schema([(column.name, _TYPES[column.type]) for column in PRICE_COLUMNS])
"""Every column of a price table, in order; ``codes`` are one text, separated by one blank."""

SERIES: Final = ("code", "role", "accommodation", "setting")
"""Rows that are equal in these are one price over time."""
KEY: Final = (*SERIES, "valid_from")
"""What tells a row from every other of its table, and the order of the rows."""


def in_order(table: pa.Table) -> pa.Array:
    """The indices that put a table's rows in canonical order, empty cells first."""
    keys = [(name, "ascending", "at_start") for name in KEY]
    return pc.sort_indices(table, sort_keys=keys)
