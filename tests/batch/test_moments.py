"""Text with dates and times is read in machine code just as cell by cell."""

from __future__ import annotations

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from honorarios.pricing.batch.moments import moments_of_text
from honorarios.pricing.cells import moment_number
from honorarios.pricing.engine import price_table
from honorarios.pricing.interned import BAD_TIME, NO_TIME
from tests.batch.sample import compiled

numbers = st.integers(0, 61).map("{:02d}".format)
years = st.integers(0, 2300).map("{:04d}".format)
iso = st.builds("{}-{}-{}".format, years, numbers, numbers)
brazilian = st.builds("{}/{}/{}".format, numbers, numbers, years)
clocks = st.one_of(
    st.just(""),
    st.builds(" {}:{}".format, numbers, numbers),
    st.builds("T{}:{}:{}".format, numbers, numbers, numbers),
    st.builds(" {}:{}:{}.{}".format, numbers, numbers, numbers, st.integers(0, 9_999_999)),
)
blanks = st.sampled_from(["", "", " ", "\t\n", "\x1c", " "])
whole = st.builds("{}{}{}{}".format, blanks, iso | brazilian, clocks, blanks)
spoilt = st.builds(
    lambda text, place, letter: text[: place % (len(text) + 1)] + letter + text[place % 7 :],
    whole,
    st.integers(0, 40),
    st.sampled_from(list("0/:-. TZ+é٣\x00")),
)


def seconds(cells: list[str | None]) -> list[int]:
    """What is read of each cell, as the engine's numbers."""
    read = moments_of_text(pa.array(cells, pa.string())).view(pa.int64()).to_pylist()
    return [NO_TIME if number is None else number for number in read]


@given(st.lists(st.none() | whole | spoilt | st.text(max_size=30), max_size=20))
def test_reads_as_the_cells_do(cells: list[str | None]) -> None:
    assert seconds(cells) == [moment_number(cell) for cell in cells]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2024-02-29 23:59:59", 1_709_251_199),
        ("29/02/2024 23:59:59", 1_709_251_199),
        ("2023-02-29 10:00", BAD_TIME),
        ("2024-01-01 24:00", BAD_TIME),
        ("2024-01-01", BAD_TIME),
        ("1969-12-31T23:59:59.5", -1),
        ("  ", NO_TIME),
    ],
)
def test_knows_the_borders(text: str, read: int) -> None:
    assert seconds([text]) == [read]


def test_takes_a_slice_of_any_layout_of_text() -> None:
    cells = pa.array(["x", "2024-01-01 00:00", None], pa.large_string()).slice(1)
    assert moments_of_text(cells).view(pa.int64()).to_pylist() == [1_704_067_200, None]


def test_the_engine_takes_them_for_what_they_are() -> None:
    cells = pa.array(["2023-12-21 18:00", "24:00", " ", None], pa.string())
    line = {"contract": "aurora-serra-azul", "code": "31103456", "role": "anaesthetist"}
    columns = {name: pa.array([cell] * 4) for name, cell in line.items()}
    lines = pa.table({**columns, "start": moments_of_text(cells)})
    statuses = price_table(lines, compiled())["status"].to_pylist()
    assert statuses == ["priced", "invalid_start", "missing_start", "missing_start"]
