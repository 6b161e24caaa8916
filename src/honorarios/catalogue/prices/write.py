"""A canonical price table written as the price file of an edition, CSV or Parquet."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from honorarios.catalogue.prices.text import as_text
from honorarios.catalogue.schema import PRICE_COLUMNS

if TYPE_CHECKING:
    from pathlib import Path

    from honorarios.catalogue.schema import PriceColumn


def write_prices(table: pa.Table, path: Path) -> None:
    """Write a canonical table without its empty columns; the suffix says the format.

    Parquet keeps exact types, but roles and settings by their names, as a person would look for them.
    """
    filled = [
        column
        for column in PRICE_COLUMNS
        if column.required or table[column.name].null_count < table.num_rows
    ]
    if path.suffix == ".parquet":
        typed = {column.name: _typed(table[column.name], column) for column in filled}
        pq.write_table(pa.table(typed), path, compression="zstd")
        return
    columns = {
        column.name: as_text(table[column.name].combine_chunks(), column).to_pylist()
        for column in filled
    }
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(zip(*columns.values(), strict=True))


def _typed(values: pa.ChunkedArray, column: PriceColumn) -> pa.ChunkedArray | pa.Array:
    return as_text(values.combine_chunks(), column) if column.type == "term" else values
