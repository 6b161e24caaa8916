"""Arrow columns to the rule's numbers: each distinct value is read once, then gathered.

Columns of any usual type are taken: text, dictionaries, whole numbers, dates, timestamps, booleans.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from honorarios.core.calendar import day_number
from honorarios.pricing.columns import INPUT_COLUMNS, InputColumn
from honorarios.pricing.interned import (
    BAD_DAY,
    BAD_NUMBER,
    BAD_TIME,
    NO_DAY,
    NO_NUMBER,
    NO_TIME,
    Lines,
    new_lines,
)
from honorarios.pricing.line import closed, reader
from honorarios.pricing.records import NONE, Array
from honorarios.pricing.rule.constants import DAY

if TYPE_CHECKING:
    from honorarios.pricing.compile import Compiled

EMPTY = {"moment": NO_TIME, "day": NO_DAY, "number": NO_NUMBER, "flag": 1}
"""The number of an empty cell by kind of column; NONE for the others."""
TICKS_PER_SECOND = {"s": 1, "ms": 1_000, "us": 1_000_000, "ns": 1_000_000_000}
FIRST_DATE: Final = day_number(date.min)
LAST_DATE: Final = day_number(date.max)
"""Arrow counts further than any calendar; a day beyond these is no date."""


def lines_of(table: pa.Table | pa.RecordBatch, compiled: Compiled) -> Lines:
    """The lines of a table, interned; missing columns are empty, a missing quantity is 1."""
    present = set(table.schema.names)
    lines = new_lines(table.num_rows)
    for column in INPUT_COLUMNS:
        if column.name not in Lines._fields:
            continue
        cells = getattr(lines, column.name)
        if column.name in present:
            _read(table.column(column.name), column, compiled, cells)
        else:
            cells.fill(1 if column.name == "quantity" else EMPTY.get(column.kind, NONE))
    return closed(lines)


def _read(
    values: pa.Array | pa.ChunkedArray, column: InputColumn, compiled: Compiled, cells: Array
) -> None:
    """Write the numbers of a column's values into its cells."""
    if isinstance(values, pa.ChunkedArray):
        values = values.combine_chunks()
    kind = values.type
    local = pa.types.is_timestamp(kind) and kind.tz is None
    if column.kind == "moment" and local:
        cells[:] = _dated(values, _seconds(values, kind.unit), DAY, BAD_TIME, NO_TIME)
    elif column.kind == "day" and local:
        cells[:] = _dated(values, _seconds(values, kind.unit) // DAY, 1, BAD_DAY, NO_DAY)
    elif column.kind == "day" and pa.types.is_date32(kind):
        days = _filled(pc.cast(values, pa.int32()), 0)
        cells[:] = _dated(values, days, 1, BAD_DAY, NO_DAY)
    elif column.kind == "number" and pa.types.is_integer(kind):
        cells[:] = _small(values)
    elif column.kind == "flag" and pa.types.is_boolean(kind):
        cells[:] = _filled(pc.cast(values, pa.int8()), EMPTY["flag"])
    else:
        _gather(values, column, compiled, cells)


def _filled(values: pa.Array, empty: int) -> Array:
    if values.null_count:
        values = pc.fill_null(values, empty)
    return values.to_numpy(zero_copy_only=False)


def _seconds(values: pa.Array, unit: str) -> Array:
    ticks = _filled(values.view(pa.int64()), 0)
    return ticks // TICKS_PER_SECOND[unit] if unit != "s" else ticks


def _dated(values: pa.Array, numbers: Array, per_day: int, bad: int, empty: int) -> Array:
    """Days, or parts of them, with those outside the calendar bad and the empty cells empty."""
    first, end = FIRST_DATE * per_day, (LAST_DATE + 1) * per_day
    if len(numbers) and (numbers.min() < first or numbers.max() >= end):
        numbers = np.where((numbers < first) | (numbers >= end), numbers.dtype.type(bad), numbers)
    if values.null_count:
        none = values.is_null().to_numpy(zero_copy_only=False)
        numbers = np.where(none, numbers.dtype.type(empty), numbers)
    return numbers


def _small(values: pa.Array) -> Array:
    """Whole numbers of any width; those beyond the column's type are bad."""
    if not values.type.equals(pa.int32()):
        limit = np.iinfo(np.int32).max
        if pa.types.is_uint64(values.type):  # what is above 63 bits would turn negative
            values = pc.min_element_wise(values, pa.scalar(2**32, values.type), skip_nulls=False)
        wide = pc.cast(values, pa.int64())
        outside = pc.or_(pc.greater(wide, limit), pc.less(wide, -limit))
        values = pc.cast(pc.if_else(outside, BAD_NUMBER, wide), pa.int32())
    numbers = _filled(values, 0)
    if len(numbers) and numbers.min() < BAD_NUMBER:
        numbers = np.maximum(numbers, BAD_NUMBER)
    if values.null_count:
        empty = values.is_null().to_numpy(zero_copy_only=False)
        numbers = np.where(empty, np.int32(NO_NUMBER), numbers)
    return numbers


def _gather(values: pa.Array, column: InputColumn, compiled: Compiled, cells: Array) -> None:
    """Each distinct value's number: at once when it is written as in the catalogue, else read."""
    encoded = values if pa.types.is_dictionary(values.type) else pc.dictionary_encode(values)
    known, read = compiled.numbers.get(column.name, {}), reader(column, compiled)
    distinct = encoded.dictionary.to_pylist()
    numbers = [known[value] if value in known else read(value) for value in distinct]
    meanings = np.array([*numbers, EMPTY.get(column.kind, NONE)], dtype=cells.dtype)
    indices = encoded.indices
    if indices.null_count:
        indices = pc.fill_null(pc.cast(indices, pa.int32()), len(meanings) - 1)
    # Every index is within; the other modes than "clip" copy the numbers once more.
    np.take(meanings, indices.to_numpy(zero_copy_only=False), out=cells, mode="clip")
