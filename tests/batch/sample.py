"""Lines of the demonstration, in files of every kind, and a short division of work."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from honorarios import demo
from honorarios.pricing.batch import csv_source, parquet_source, scan
from honorarios.pricing.columns import OUTPUT_NAMES
from honorarios.pricing.engine import price_table
from honorarios.pricing.folder import compile_folder

if TYPE_CHECKING:
    from pathlib import Path

    from honorarios.pricing.compile import Compiled

HEADER = "contrato;código;início;função;quantidade\n"
ROW = "aurora-serra-azul;31103456;2023-12-21 18:00;anestesista;1\n"


@lru_cache
def compiled() -> Compiled:
    """The demonstration catalogue."""
    found, findings = compile_folder(demo.catalogue_path())
    assert found is not None, findings
    return found


@lru_cache
def demo_lines() -> pa.Table:
    """The lines of the demonstration, each cell as text."""
    names = demo.lines_path().read_text(encoding="utf-8").partition("\n")[0].split(",")
    options = pacsv.ConvertOptions(
        column_types=dict.fromkeys(names, pa.string()), null_values=[""], strings_can_be_null=True
    )
    return pacsv.read_csv(demo.lines_path(), convert_options=options)


@lru_cache
def expected(times: int = 1) -> pa.Table:
    """The engine's columns of the demonstration's lines, so many times over."""
    lines = pa.concat_tables([demo_lines()] * times)
    return plain(price_table(lines, compiled()).select(list(OUTPUT_NAMES)))


def plain(table: pa.Table) -> pa.Table:
    """The table with its repeated text as text, so that only content is compared."""
    fields = [
        field.with_type(field.type.value_type) if pa.types.is_dictionary(field.type) else field
        for field in table.schema
    ]
    return table.cast(pa.schema(fields)).combine_chunks()


def results(path: Path) -> pa.Table:
    """The engine's columns of a priced Parquet file or folder of parts."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    tables = [plain(pq.read_table(file, columns=list(OUTPUT_NAMES))) for file in files]
    return pa.concat_tables(tables).cast(expected().schema).combine_chunks()


def write_lines(path: Path, times: int = 1, row_group: int = 48) -> None:
    """The demonstration's lines, so many times over, as Parquet."""
    pq.write_table(pa.concat_tables([demo_lines()] * times), path, row_group_size=row_group)


def divide_finely() -> None:
    """Parts and slices of 64 lines, blocks of just over a megabyte: a small file makes many."""
    vars(parquet_source).update(SLICE_LINES=64, PART_LINES=64)
    vars(csv_source).update(LEAST_BLOCK=scan.LONGEST_RECORD * 5 // 4)
