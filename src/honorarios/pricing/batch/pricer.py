"""Slices of a file priced: its own columns as they came, then the engine's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pyarrow as pa

from honorarios.pricing.batch.intake import intake
from honorarios.pricing.columns import OUTPUT_COLUMNS, OUTPUT_NAMES
from honorarios.pricing.engine import Priced, price_batch

if TYPE_CHECKING:
    from honorarios.pricing.batch.source import Slice, Source
    from honorarios.pricing.compile import Compiled

LINE_ID: Final = pa.field("line_id", pa.int64())


class PricedSlice(NamedTuple):
    """The lines of the result, and what became of them."""

    batch: pa.RecordBatch
    priced: Priced
    keys: str
    """The column of the lines' keys."""

    def first(self, status: int) -> str:
        """The key of the first line with a status, which one of them has."""
        place = int(np.argmax(self.batch.column("status").indices.to_numpy() == status))
        return str(self.batch.column(self.keys)[place].as_py())


class SlicePricer:
    """Prices slices of one source with one catalogue; any number of threads may share it."""

    def __init__(self, source: Source, compiled: Compiled) -> None:
        """The result's columns follow from the source's."""
        self._header = source.header
        self._compiled = compiled
        numbers = [] if self._header.has_keys else [LINE_ID]
        results = [pa.field(column.name, column.type) for column in OUTPUT_COLUMNS]
        self.schema = pa.schema([*numbers, *source.schema, *results])

    def price(self, lines: Slice) -> PricedSlice:
        """Price some lines."""
        priced = price_batch(intake(lines.batch, self._header), self._compiled)
        numbers = [] if self._header.has_keys else [pa.array(lines.numbers + 1)]
        results = [priced.batch.column(name) for name in OUTPUT_NAMES]
        columns = [*numbers, *lines.batch.columns, *results]
        batch = pa.RecordBatch.from_arrays(columns, schema=self.schema)
        return PricedSlice(batch, priced, self._header.known.get("line_id", LINE_ID.name))
