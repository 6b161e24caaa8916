"""The same input and output without pricing: what the disk, the decoder and the encoder alone cost.

It is our own batch with one thing changed: instead of pricing a slice it hands out result columns that
were priced before the clock started. The same columns are read by the same reader, and the same columns
are written by the same writer, in the same parts, on as many threads.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.parquet as pq

from honorarios.pricing.batch import run
from honorarios.pricing.batch.pricer import PricedSlice, SlicePricer
from honorarios.pricing.batch.source import SLICE_LINES
from honorarios.pricing.columns import OUTPUT_NAMES
from honorarios.pricing.engine import price_batch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

    from honorarios.pricing.batch.source import Slice
    from honorarios.pricing.batch.summary import Summary
    from honorarios.pricing.compile import Compiled

KEPT_SLICES: Final = 8
"""About a million priced lines are handed out again and again: no more than a part has."""


class Nop:
    """Reads and writes the same bytes."""

    def __init__(self, lines: Path, compiled: Compiled) -> None:
        self._compiled = compiled
        batches = pq.ParquetFile(lines).iter_batches(SLICE_LINES)
        self._priced = [
            price_batch(batch, compiled)
            for batch, _ in zip(batches, range(KEPT_SLICES), strict=False)
        ]

    def price_file(self, lines: Path, out: Path) -> Summary:
        """Copy a file of lines, with the columns of others' prices beside them."""
        kept = self._priced

        class Unpriced(SlicePricer):
            """Hands out what was priced before."""

            def price(self, lines: Slice) -> PricedSlice:
                """Result columns of as many lines, whichever they are."""
                count = lines.batch.num_rows
                fitting = [priced for priced in kept if priced.batch.num_rows >= count]
                priced = fitting[int(lines.numbers[0]) // SLICE_LINES % len(fitting)]
                results = [priced.batch.column(name).slice(0, count) for name in OUTPUT_NAMES]
                numbers = [] if self._header.has_keys else [pa.array(lines.numbers)]
                columns = [*numbers, *lines.batch.columns, *results]
                batch = pa.RecordBatch.from_arrays(columns, schema=self.schema)
                return PricedSlice(batch, priced, self.schema.names[0])

        with _replaced(run, "SlicePricer", Unpriced):
            return run.price_files(lines, self._compiled, out, overwrite=True)


@contextmanager
def _replaced(module: ModuleType, name: str, value: object) -> Iterator[None]:
    """Another value for a name of a module, for a while."""
    kept = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, kept)
