"""Records of a CSV end where Arrow's reader has them end, and bad ones are named by their lines."""

from __future__ import annotations

import csv
import io

import pyarrow as pa
import pyarrow.csv as pacsv
from hypothesis import given
from hypothesis import strategies as st

from honorarios.pricing.batch.scan import LONGEST_RECORD, MOST_RAGGED, scan

SEMICOLON = ord(";")
cells = st.text(st.sampled_from('a;"\n\r é,'), max_size=6)
tables = st.lists(st.lists(cells, min_size=3, max_size=3), min_size=1, max_size=8)


@given(tables, st.booleans())
def test_written_records_are_found_whole(table: list[list[str]], every: bool) -> None:  # noqa: FBT001
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL if every else csv.QUOTE_MINIMAL)
    writer.writerows(table)
    data = text.getvalue().encode()
    found = scan(data, SEMICOLON, 3, last=True)
    assert (found.end, found.records, len(found.ragged)) == (len(data), len(table), 0)
    assert not found.overlong


@given(st.text(st.sampled_from('ab;;"\n\n\r'), min_size=1, max_size=60))
def test_what_is_left_after_the_ragged_is_what_arrow_reads(text: str) -> None:
    data = text.encode()
    found = scan(data, SEMICOLON, 3, last=True)
    kept = data[: found.end]
    for begin, end in reversed(found.ragged[:, :2].tolist()):
        kept = kept[:begin] + kept[end:]
    count = found.records - len(found.ragged)
    if not count:
        assert not kept.strip(b"\r\n")
        return
    read = pacsv.read_csv(
        pa.BufferReader(kept),
        pacsv.ReadOptions(column_names=["a", "b", "c"], use_threads=False),
        pacsv.ParseOptions(delimiter=";", newlines_in_values=True),
    )
    assert read.num_rows == count


@given(st.text(st.sampled_from('ab;;"\n\n\r'), min_size=1, max_size=60), st.integers(1, 60))
def test_scanning_in_two_halves_finds_the_same(text: str, cut: int) -> None:
    data = text.encode()
    whole = scan(data, SEMICOLON, 2, last=True)
    first = scan(data[:cut], SEMICOLON, 2, last=False) if data[:cut] else None
    begin = first.end if first else 0
    if begin == len(data):
        return
    rest = scan(data[begin:], SEMICOLON, 2, last=True)
    records, lines = (first.records, first.lines) if first else (0, 0)
    assert (begin + rest.end, records + rest.records) == (whole.end, whole.records)
    assert lines + rest.lines == whole.lines
    assert len(rest.ragged) + (len(first.ragged) if first else 0) == len(whole.ragged)


def test_ragged_records_have_their_line_record_and_width() -> None:
    data = b'1;2\n\n"a\nb";2\n1;2;3\n1\n'
    found = scan(data, SEMICOLON, 2, last=True)
    assert found.ragged.tolist() == [[13, 19, 4, 2, 3], [19, 21, 5, 3, 1]]
    assert (found.records, found.lines) == (4, 6)


def test_stops_when_too_many_are_ragged() -> None:
    found = scan(b"1\n" * (MOST_RAGGED + 9), SEMICOLON, 2, last=True)
    assert (found.records, len(found.ragged), found.overlong) == (MOST_RAGGED, MOST_RAGGED, False)


def test_a_quotation_mark_that_never_closes_is_an_overlong_record() -> None:
    assert scan(b'1;2\n"1;2\n', SEMICOLON, 2, last=True).overlong
    assert not scan(b'1;2\n"1;2\n', SEMICOLON, 2, last=False).overlong
    enormous = b"1;2\n" + b"x" * (LONGEST_RECORD + 2) + b";2\n"
    found = scan(enormous, SEMICOLON, 2, last=True)
    assert (found.end, found.overlong) == (4, True)
