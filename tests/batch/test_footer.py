"""Parquet files are joined without decoding them, and any reader reads the whole."""

from __future__ import annotations

import errno
import os
from io import BytesIO
from typing import TYPE_CHECKING

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from honorarios.pricing.batch import footer
from honorarios.pricing.batch.footer import copy_bytes, join_parquet, read_footer
from honorarios.pricing.batch.parts import ParquetPart
from honorarios.pricing.engine import price_table
from tests.batch.sample import compiled, demo_lines, plain

if TYPE_CHECKING:
    from pathlib import Path


def parts(folder: Path, count: int) -> list[Path]:
    """Parts of a priced table, one with nothing, one with two row groups."""
    table = price_table(demo_lines(), compiled())
    paths = []
    for number in range(count):
        path = folder / f"{number}.parquet"
        part = ParquetPart(path, table.schema)
        for _ in range(number % 3):
            part.write(table.slice(number * 10).to_batches()[0])
        part.close()
        paths.append(path)
    return paths


def joined(paths: list[Path], target: Path) -> pa.Table:
    with target.open("wb") as file:
        join_parquet(paths, file)
    return pq.read_table(target)


@pytest.mark.parametrize("count", [1, 2, 20])
def test_joined_parts_are_their_rows_in_order(tmp_path: Path, count: int) -> None:
    paths = parts(tmp_path, count)
    whole = joined(paths, tmp_path / "joined.parquet")
    apart = pa.concat_tables([pq.read_table(path) for path in paths])
    assert whole.schema.equals(apart.schema, check_metadata=True)
    assert plain(whole).equals(plain(apart))


def test_another_engine_reads_the_whole(tmp_path: Path) -> None:
    paths = parts(tmp_path, 5)
    whole = joined(paths, tmp_path / "joined.parquet")
    read = pl.read_parquet(tmp_path / "joined.parquet", columns=["total_centavos", "code"])
    assert read["total_centavos"].to_list() == whole["total_centavos"].to_pylist()
    assert read["code"].to_list() == whole["code"].to_pylist()


def test_statistics_and_offsets_are_those_of_the_parts(tmp_path: Path) -> None:
    paths = parts(tmp_path, 6)
    joined(paths, tmp_path / "joined.parquet")
    groups = pq.read_metadata(tmp_path / "joined.parquet")
    before = [
        pq.read_metadata(path).row_group(number)
        for path in paths
        for number in range(pq.read_metadata(path).num_row_groups)
    ]
    last = 0
    for number, group in enumerate(before):
        for place in range(group.num_columns):
            one, other = group.column(place), groups.row_group(number).column(place)
            if one.is_stats_set:
                assert one.statistics.to_dict() == other.statistics.to_dict()
            first = other.dictionary_page_offset or other.data_page_offset
            assert first >= last
            last = first + other.total_compressed_size


def test_a_footer_that_is_not_changed_is_written_as_it_was(tmp_path: Path) -> None:
    for path in parts(tmp_path, 3):
        data = path.read_bytes()
        end, read = read_footer(BytesIO(data))
        written = bytearray()
        footer._write(written, footer._STRUCT, read)
        assert written == data[end:-8]


def test_a_part_that_ends_early_is_not_joined(tmp_path: Path) -> None:
    short = tmp_path / "short"
    short.write_bytes(b"123")
    with (
        short.open("rb", buffering=0) as source,
        (tmp_path / "target").open("wb") as target,
        pytest.raises(EOFError),
    ):
        copy_bytes(source, target, 4)


def test_copies_where_the_kernel_does_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> int:
        raise OSError(errno.EXDEV, "other disk")

    monkeypatch.setattr(os, "copy_file_range", refuse, raising=False)
    paths = parts(tmp_path, 4)
    whole = joined(paths, tmp_path / "joined.parquet")
    assert whole.num_rows == sum(pq.read_metadata(path).num_rows for path in paths)
