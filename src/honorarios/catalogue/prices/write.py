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


def write_prices(table: pa.Table, path: Path) -> None:
    """Write a canonical table; the suffix says the format, empty columns are left out of a CSV."""
    if path.suffix == ".parquet":
        pq.write_table(table, path, compression="zstd")
        return
    columns = {
        column.name: as_text(table[column.name].combine_chunks(), column).to_pylist()
        for column in PRICE_COLUMNS
        if column.required or table[column.name].null_count < table.num_rows
    }
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(zip(*columns.values(), strict=True))
