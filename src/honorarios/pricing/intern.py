"""Arrow columns to the rule's numbers: each distinct value is read once, then gathered.

Columns of any usual type are taken: text, dictionaries, whole numbers, dates, timestamps, booleans.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from honorarios.pricing.columns import INPUT_COLUMNS, InputColumn
from honorarios.pricing.layout import (
    BAD_NUMBER,
    LINE,
    NO_DAY,
    NO_NUMBER,
    NO_TIME,
    NONE,
    Array,
    Lines,
)
from honorarios.pricing.line import reader

if TYPE_CHECKING:
    from collections.abc import Callable

    from honorarios.pricing.compile import Compiled

EMPTY = {"moment": NO_TIME, "day": NO_DAY, "number": NO_NUMBER, "flag": 1}
"""The number of an empty cell by kind of column; NONE for the others."""
TICKS_PER_SECOND = {"s": 1, "ms": 1_000, "us": 1_000_000, "ns": 1_000_000_000}


def lines_of(table: pa.Table | pa.RecordBatch, compiled: Compiled) -> Lines:
    """The lines of a table, interned; missing columns are empty, a missing quantity is 1."""
    present = set(table.schema.names)
    columns = {}
    for column in INPUT_COLUMNS:
        if column.name not in Lines._fields:
            continue
        if column.name in present:
            columns[column.name] = _read(table.column(column.name), column, compiled)
        else:
            empty = 1 if column.name == "quantity" else EMPTY.get(column.kind, NONE)
            columns[column.name] = np.full(table.num_rows, empty, dtype=LINE[column.name])
    return Lines(**columns)


def _read(values: pa.Array | pa.ChunkedArray, column: InputColumn, compiled: Compiled) -> Array:
    if isinstance(values, pa.ChunkedArray):
        values = values.combine_chunks()
    empty, kind = EMPTY.get(column.kind, NONE), values.type
    if column.kind == "moment" and pa.types.is_timestamp(kind) and kind.tz is None:
        return _seconds(values, kind.unit)
    if column.kind == "day" and pa.types.is_date32(kind):
        return _filled(pc.cast(values, pa.int32()), empty, LINE[column.name])
    if column.kind == "number" and pa.types.is_integer(kind):
        return _small(values, LINE[column.name])
    if column.kind == "flag" and pa.types.is_boolean(kind):
        return _filled(pc.cast(values, pa.int8()), empty, LINE[column.name])
    return _gathered(values, reader(column, compiled), empty, LINE[column.name])


def _filled(values: pa.Array, empty: int, dtype: np.dtype[np.generic]) -> Array:
    if values.null_count:
        values = pc.fill_null(values, empty)
    return values.to_numpy(zero_copy_only=False).astype(dtype, copy=False)


def _seconds(values: pa.Array, unit: str) -> Array:
    ticks = values.view(pa.int64())
    seconds = ticks.to_numpy(zero_copy_only=False) if not ticks.null_count else None
    if seconds is None:
        empty = ticks.is_null().to_numpy(zero_copy_only=False)
        seconds = pc.fill_null(ticks, 0).to_numpy() // TICKS_PER_SECOND[unit]
        seconds[empty] = NO_TIME
        return seconds
    return seconds // TICKS_PER_SECOND[unit] if unit != "s" else seconds


def _small(values: pa.Array, dtype: np.dtype[np.generic]) -> Array:
    """Whole numbers of any width; those beyond the column's type are bad."""
    if not values.type.equals(pa.int32()):
        limit = np.iinfo(np.int32).max
        wide = pc.cast(values, pa.int64(), safe=False)
        outside = pc.or_(pc.greater(wide, limit), pc.less(wide, -limit))
        values = pc.cast(pc.if_else(outside, BAD_NUMBER, wide), pa.int32())
    numbers = _filled(values, 0, dtype)
    if len(numbers) and numbers.min() < BAD_NUMBER:
        numbers = np.maximum(numbers, BAD_NUMBER)
    if values.null_count:
        empty = values.is_null().to_numpy(zero_copy_only=False)
        numbers = np.where(empty, np.int32(NO_NUMBER), numbers)
    return numbers


def _gathered(
    values: pa.Array, read: Callable[[object], int], empty: int, dtype: np.dtype[np.generic]
) -> Array:
    encoded = values if pa.types.is_dictionary(values.type) else pc.dictionary_encode(values)
    meanings = np.array([*map(read, encoded.dictionary.to_pylist()), empty], dtype=dtype)
    indices = encoded.indices
    if indices.null_count:
        indices = pc.fill_null(pc.cast(indices, pa.int32()), len(meanings) - 1)
    return np.take(meanings, indices.to_numpy(zero_copy_only=False))
