"""Lines of the demonstration, many times over, in files of every kind, and a short division of work."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from honorarios import demo
from honorarios.pricing.batch import parquet_source
from honorarios.pricing.folder import compile_folder

if TYPE_CHECKING:
    from pathlib import Path

    from honorarios.pricing.compile import Compiled


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


def write_lines(path: Path, times: int, row_group: int) -> None:
    """The demonstration's lines, so many times over, as Parquet."""
    pq.write_table(pa.concat_tables([demo_lines()] * times), path, row_group_size=row_group)


def divide_finely() -> None:
    """Parts and slices of 64 lines, so that a small file makes many."""
    vars(parquet_source).update(SLICE_LINES=64, MOST_PART_LINES=64)
