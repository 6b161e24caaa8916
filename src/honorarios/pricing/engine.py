"""The engine: Arrow batch and compiled catalogue in, the same lines with every table and factor out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from honorarios.pricing.columns import OUTPUT_COLUMNS, OUTPUT_NAMES, OutputColumn
from honorarios.pricing.exact import widen
from honorarios.pricing.intern import lines_of
from honorarios.pricing.layout import FIRST_DAY, LAST_DAY, NONE, Array, Results, new_results
from honorarios.pricing.line import BASES
from honorarios.pricing.rule import price
from honorarios.pricing.status import STATUS_NAMES, Stage, Status

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from honorarios.pricing.compile import Compiled

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


def price_batch(batch: pa.RecordBatch | pa.Table, compiled: Compiled) -> Priced:
    """Price a batch of lines; the result holds the input columns followed by the engine's."""
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
        arrays.insert(0, pa.array(np.arange(batch.num_rows)))
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
    return pa.Table.from_batches([price_batch(batch, compiled).batch for batch in batches])


class _Columns:
    """Arrow columns over the rule's results, without copying what need not be."""

    def __init__(self, results: Results, compiled: Compiled) -> None:
        self._results = results
        self._compiled = compiled
        self._reached = STAGES[results.status]
        self._validity: dict[int, tuple[pa.Buffer | None, int]] = {}

    def array(self, column: OutputColumn) -> pa.Array:
        """One output column."""
        results, compiled = self._results, self._compiled
        match column.name:
            case "status":
                return self._named(results.status, STATUS_NAMES, column)
            case "contract_used":
                return self._named(results.contract, compiled.contracts, column)
            case "terms_from":
                days = self._safe(results.segment, column, compiled.arrays.segments["terms_from"])
                return self._whole(days, column)
            case "price_rule":
                return self._named(results.rule, compiled.rule_names, column, may_be_none=True)
            case "schedule":
                return self._named(results.schedule, compiled.schedules, column, may_be_none=True)
            case "price_row":
                return self._whole(results.price_row, column, empty=results.price_row == NONE)
            case "valid_from":
                return self._validity_day(results.valid_from, FIRST_DAY, column)
            case "valid_to":
                return self._validity_day(results.valid_to, LAST_DAY, column)
            case "basis":
                return self._named(results.basis, BASES, column)
            case "fee_unit":
                return self._named(results.fee_unit, compiled.units, column)
            case "catalogue_hash":
                return self._named(
                    np.zeros(len(results.status), np.int32), (compiled.hash,), column
                )
        return self._whole(getattr(results, column.name), column)

    def _validity_day(self, days: Array, open_end: int, column: OutputColumn) -> pa.Array:
        return self._whole(days, column, empty=days == open_end)

    def _safe(self, places: Array, column: OutputColumn, values: Array) -> Array:
        """Values at places, zero where the line did not get that far."""
        return values[np.where(self._reached >= column.stage, places, 0)] if len(values) else places

    def _named(
        self,
        numbers: Array,
        names: tuple[str, ...],
        column: OutputColumn,
        *,
        may_be_none: bool = False,
    ) -> pa.Array:
        indices = self._whole(
            numbers.astype(np.int32, copy=False),
            OutputColumn(column.name, pa.int32(), column.stage, "", ""),
            empty=numbers == NONE if may_be_none else None,
        )
        return pa.DictionaryArray.from_arrays(indices, pa.array(names, pa.string()), safe=False)

    def _whole(
        self, values: Array, column: OutputColumn, *, empty: Array | None = None
    ) -> pa.Array:
        """Numbers as they stand, empty where the line did not get that far."""
        validity, nulls = self._bitmap(column.stage, empty)
        return pa.Array.from_buffers(
            column.type,
            len(values),
            [validity, pa.py_buffer(np.ascontiguousarray(values))],
            null_count=nulls,
        )

    def _bitmap(self, stage: Stage, empty: Array | None) -> tuple[pa.Buffer | None, int]:
        if empty is None and stage in self._validity:
            return self._validity[stage]
        filled = self._reached >= stage
        if empty is not None:
            filled &= ~empty
        nulls = len(filled) - int(np.count_nonzero(filled))
        buffer = pa.py_buffer(np.packbits(filled, bitorder="little")) if nulls else None
        if empty is None:
            self._validity[stage] = buffer, nulls
        return buffer, nulls
