"""Files are divided into tasks: every line once, in order, wherever a run goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from honorarios.pricing.batch.open import open_source
from honorarios.pricing.batch.scan import LONGEST_RECORD
from tests.batch.sample import HEADER, ROW, demo_lines, plain, write_lines

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from honorarios.pricing.batch.source import Source, Task

pytestmark = pytest.mark.usefixtures("finely")


def source(path: Path) -> Source:
    opened, findings = open_source(path)
    assert opened is not None, findings
    return opened


def lines(tasks: Iterable[Task]) -> dict[int, pa.Table]:
    """The lines of each task, with their numbers."""
    found = {}
    for task in tasks:
        slices = list(task.slices)
        numbers = np.concatenate([each.numbers for each in slices])
        table = pa.Table.from_batches([each.batch for each in slices])
        found[task.number] = plain(table).append_column("number", pa.array(numbers))
    return found


@pytest.mark.parametrize("row_group", [7, 48, 64, 90, 100, 1_000])
def test_parquet_lines_come_once_and_in_order(tmp_path: Path, row_group: int) -> None:
    path = tmp_path / "lines.parquet"
    write_lines(path, times=2, row_group=row_group)
    found = lines(source(path).tasks({}))
    whole = pa.concat_tables(found.values())
    assert list(found) == list(range(len(found)))
    assert whole["number"].to_pylist() == list(range(432))
    assert whole.drop_columns(["number"]).equals(pa.concat_tables([demo_lines()] * 2))
    assert max(table.num_rows for table in found.values()) <= 96


@pytest.mark.parametrize("row_group", [48, 1_000])
@pytest.mark.parametrize("done", [{0}, {1, 3}, {0, 1, 2, 3, 4, 5}])
def test_tasks_that_are_done_are_left_out(tmp_path: Path, row_group: int, done: set[int]) -> None:
    path = tmp_path / "lines.parquet"
    write_lines(path, times=2, row_group=row_group)
    whole = lines(source(path).tasks({}))
    rest = lines(source(path).tasks({number: {} for number in done}))
    assert list(rest) == [number for number in whole if number not in done]
    assert all(table.equals(whole[number]) for number, table in rest.items())


def test_a_folder_is_its_files_by_name(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for place, name in enumerate(("a/z.parquet", "b.parquet", "_c.parquet", ".d.parquet")):
        part = demo_lines().slice(place * 50, 50)
        pq.write_table(part, tmp_path / name)
    opened = source(tmp_path)
    assert [path.name for path in opened.files] == ["z.parquet", "b.parquet"]
    assert opened.size == 100
    whole = pa.concat_tables(lines(opened.tasks({})).values())
    assert whole.drop_columns(["number"]).equals(demo_lines().slice(0, 100).combine_chunks())


def write_csv(path: Path, rows: int) -> None:
    """A CSV of some megabytes, with bad rows, blank lines and ends of line within cells."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("nota;" + HEADER)
        for number in range(rows):
            note = f'"linha {number}\ncom ""aspas"" e ção"' if number % 5 == 0 else f"n{number}"
            file.write(f"{note};{ROW}" if number % 1_000 else f"falta;{number}\n\n")


def test_csv_lines_come_once_and_in_order_wherever_a_run_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "lines.csv"
    write_csv(path, 60_000)
    tasks = list(source(path).tasks({}))
    ends = {task.number: task.end for task in tasks}
    refused = sum(task.refused.count for task in tasks)
    whole = lines(tasks)
    assert len(whole) > 3
    joined = pa.concat_tables(whole.values())
    assert (joined.num_rows, refused) == (59_940, 60)
    numbers = [number for number in range(60_000) if number % 1_000]
    assert joined["number"].to_pylist() == numbers
    assert joined["nota"][3].as_py() == "n4"
    assert joined["nota"][4].as_py() == 'linha 5\ncom "aspas" e ção'
    for done in ({0}, {0, 2}, {1}, {0, 1, 2}):
        rest = lines(source(path).tasks({number: ends[number] for number in done}))
        assert list(rest) == [number for number in whole if number not in done]
        assert all(table.equals(whole[number]) for number, table in rest.items())


def test_refused_rows_are_told_by_their_line_in_any_block(tmp_path: Path) -> None:
    path = tmp_path / "lines.csv"
    write_csv(path, 60_000)
    text = path.read_text(encoding="utf-8").split("\n")
    told = [
        finding.place.line for task in source(path).tasks({}) for finding in task.refused.findings
    ]
    assert len(told) == 60
    assert all(text[line - 1].startswith("falta;") for line in told if line)


def test_records_too_long_are_passed_over_wherever_a_block_ends(tmp_path: Path) -> None:
    path = tmp_path / "lines.csv"
    long = "x" * (2 * LONGEST_RECORD) + "\n"
    path.write_text(HEADER + ROW + long + ROW * 30_000 + long + long + ROW + long, encoding="utf-8")
    tasks = list(source(path).tasks({}))
    told = [(finding.place.line) for task in tasks for finding in task.refused.findings]
    assert told == [3, 30_004, 30_005, 30_007]
    whole = pa.concat_tables(lines(tasks[:-1]).values())
    assert whole.num_rows == 30_002
    assert whole["number"].to_pylist()[-1] == 30_004
    last = tasks[-1]
    again = list(source(path).tasks({task.number: task.end for task in tasks[:-1]}))
    assert [task.end for task in again] == [last.end]


def test_a_sample_is_the_first_lines(tmp_path: Path) -> None:
    write_csv(tmp_path / "lines.csv", 3_000)
    write_lines(tmp_path / "lines.parquet")
    for name in ("lines.csv", "lines.parquet"):
        opened = source(tmp_path / name)
        sample = opened.sample()
        assert sample is not None
        assert 0 < sample.weight <= opened.size
        first = next(next(opened.tasks({})).slices)
        assert sample.batch.slice(0, 5).equals(first.batch.slice(0, 5))
