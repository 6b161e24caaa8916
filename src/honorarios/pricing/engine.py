"""The engine: Arrow batch and compiled catalogue in, the same lines with every table and factor out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from honorarios.pricing.columns import OUTPUT_COLUMNS, OUTPUT_NAMES, OutputColumn
from honorarios.pricing.exact import widen
from honorarios.pricing.intern import lines_of
from honorarios.pricing.interned import Results, new_results
from honorarios.pricing.line import EMPTY_NUMBERS
from honorarios.pricing.rule import price
from honorarios.pricing.status import STATUS_NAMES, Stage, Status

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from honorarios.pricing.compile import Compiled
    from honorarios.pricing.records import Array

BATCH_LINES = 1 << 17
"""Lines priced at once: enough to be quick, few enough to stay in the processor's caches."""
STAGES = np.array([status.stage for status in Status], dtype=np.int8)


@dataclass(frozen=True)
class Priced:
    """A priced batch, and what a summary of it needs."""

    batch: pa.RecordBatch
    counts: NDArray[np.int64]
    """Lines by status."""
    total_centavos: int
    wide_lines: int
    """Lines whose exact product needed more than 64 bits."""


def price_batch(
    batch: pa.RecordBatch | pa.Table, compiled: Compiled, first_number: int = 1
) -> Priced:
    """Price a batch of lines; the result holds the input columns followed by the engine's.

    Lines without a ``line_id`` column get their row's number, from ``first_number``.
    """
    lines = lines_of(batch, compiled)
    results = new_results(batch.num_rows)
    price(lines, compiled.addresses, results)
    wide_lines = int(np.count_nonzero(results.wide))
    if wide_lines:
        widen(results, lines.quantity, compiled)
    columns = _Columns(results, compiled)
    kept = [name for name in batch.schema.names if name not in OUTPUT_NAMES]
    arrays = [batch.column(name) for name in kept] + [
        columns.array(column) for column in OUTPUT_COLUMNS
    ]
    fields = [batch.schema.field(name) for name in kept] + [
        pa.field(column.name, column.type) for column in OUTPUT_COLUMNS
    ]
    if "line_id" not in kept:
        arrays.insert(0, pa.array(np.arange(first_number, first_number + batch.num_rows)))
        fields.insert(0, pa.field("line_id", pa.int64()))
    arrays = [
        array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array for array in arrays
    ]
    priced = results.status == Status.PRICED
    return Priced(
        batch=pa.RecordBatch.from_arrays(arrays, schema=pa.schema(fields)),
        counts=np.bincount(results.status, minlength=len(STATUS_NAMES)),
        total_centavos=int(results.total_centavos[priced].sum()),
        wide_lines=wide_lines,
    )


def price_table(table: pa.Table | pa.RecordBatch, compiled: Compiled) -> pa.Table:
    """Price a table of lines: the input columns followed by the engine's."""
    batches = table.to_batches(BATCH_LINES) if isinstance(table, pa.Table) else [table]
    if not batches:
        batches = [pa.RecordBatch.from_pylist([], schema=table.schema)]
    firsts = accumulate((batch.num_rows for batch in batches), initial=1)
    return pa.Table.from_batches(
        [
            price_batch(batch, compiled, first).batch
            for batch, first in zip(batches, firsts, strict=False)
        ]
    )


class _Columns:
    """Arrow columns over the rule's results, without copying what need not be."""

    def __init__(self, results: Results, compiled: Compiled) -> None:
        self._results = results
        self._names = compiled.name_arrays
        self._reached = STAGES[results.status]
        self._validity: dict[Stage, tuple[pa.Buffer | None, int]] = {}

    def array(self, column: OutputColumn) -> pa.Array:
        """One output column."""
        if column.name == "catalogue_hash":
            numbers = np.zeros(len(self._reached), np.int32)
        else:
            numbers = getattr(self._results, column.name)
        if column.name not in self._names:
            return self._filled(numbers, column.type, column)
        indices = self._filled(numbers.astype(np.int32, copy=False), pa.int32(), column)
        return pa.DictionaryArray.from_arrays(indices, self._names[column.name], safe=False)

    def _filled(self, numbers: Array, kind: pa.DataType, column: OutputColumn) -> pa.Array:
        """Numbers as they stand, empty where the line did not get that far."""
        validity, nulls = self._bitmap(numbers, column)
        buffers = [validity, pa.py_buffer(np.ascontiguousarray(numbers))]
        return pa.Array.from_buffers(kind, len(numbers), buffers, null_count=nulls)

    def _bitmap(self, numbers: Array, column: OutputColumn) -> tuple[pa.Buffer | None, int]:
        empty = EMPTY_NUMBERS.get(column.name)
        if empty is None and column.stage in self._validity:
            return self._validity[column.stage]
        filled = self._reached >= column.stage
        if empty is not None:
            filled &= numbers != empty
        nulls = len(filled) - int(np.count_nonzero(filled))
        buffer = pa.py_buffer(np.packbits(filled, bitorder="little")) if nulls else None
        if empty is None:
            self._validity[column.stage] = buffer, nulls
        return buffer, nulls
