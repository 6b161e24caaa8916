"""Where the records of a CSV end, and which of them are not of the header's width.

A byte machine (RFC 4180, with any delimiter), so that a file is divided between cores at true ends of
records, and a bad record is named by its line. A quotation mark opens a cell only where the cell
begins, as Arrow's reader has it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from numba import njit

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_RAGGED: Final = 1_024
"""Ragged records that one scan reports before it stops."""
LONGEST_RECORD: Final = 1_048_576
"""Bytes; a longer record is a quotation mark that was never closed, or an enormous cell."""

QUOTE: Final = 34
NEW_LINE: Final = 10
RETURN: Final = 13
NOT_WHOLE: Final = -1

_compile = njit(cache=True, nogil=True, error_model="numpy")


class Scan(NamedTuple):
    """What stands in some bytes that begin with a record."""

    end: int
    """After the last record that is whole."""
    records: int
    """Whole records that are not blank lines, ragged ones included."""
    lines: int
    """Lines of text that the whole records take."""
    ragged: NDArray[np.int64]
    """Begin, end, line, record and cells of each ragged record; lines and records are from 0."""
    overlong: bool
    """Whether the record after ``end`` never ends, or not within the length of a record."""


def scan(text: bytes, delimiter: int, cells: int, *, last: bool) -> Scan:
    """Find the records of some bytes.

    Args:
        text: bytes, at least one, that begin with a record.
        delimiter: the byte between cells.
        cells: how many cells a record must have.
        last: whether the file ends here, so that its last record needs no end of line.
    """
    ragged = np.empty((MOST_RAGGED, 5), dtype=np.int64)
    end, records, lines, found = _scan(
        np.frombuffer(text, np.uint8), delimiter, cells, last, ragged
    )
    left = len(text) - end if found < MOST_RAGGED else 0
    return Scan(end, records, lines, ragged[:found], left > (0 if last else LONGEST_RECORD))


@_compile
def _scan(
    text: NDArray[np.uint8],
    delimiter: int,
    cells: int,
    last: bool,  # noqa: FBT001 - compiled functions take no keywords
    ragged: NDArray[np.int64],
) -> tuple[int, int, int, int]:
    begin = records = lines = found = 0
    while begin < len(text) and found < len(ragged):
        stop, width, inner = _record(text[: begin + LONGEST_RECORD + 2], begin, delimiter)
        end = _after_line_end(text, stop, last)
        if end == NOT_WHOLE or end - begin > LONGEST_RECORD:
            break
        if stop > begin:
            if width != cells:
                ragged[found, 0], ragged[found, 1] = begin, end
                ragged[found, 2], ragged[found, 3] = lines, records
                ragged[found, 4] = width
                found += 1
            records += 1
        lines += inner + 1
        begin = end
    return begin, records, lines, found


@_compile
def _record(text: NDArray[np.uint8], place: int, delimiter: int) -> tuple[int, int, int]:
    """Where the record's content stops, its cells, and the ends of line within them."""
    width, inner = 1, 0
    while True:
        if place < len(text) and text[place] == QUOTE:
            place, lines = _closing(text, place + 1)
            inner += lines
            if place == NOT_WHOLE:
                return NOT_WHOLE, width, inner
        while place < len(text):
            letter = text[place]
            if letter in (delimiter, NEW_LINE, RETURN):
                break
            place += 1
        if place >= len(text) or text[place] != delimiter:
            return place, width, inner
        width += 1
        place += 1


@_compile
def _closing(text: NDArray[np.uint8], place: int) -> tuple[int, int]:
    """After the quotation mark that closes a cell, and the ends of line before it."""
    lines = 0
    while place < len(text):
        letter = text[place]
        if letter == QUOTE:
            if place + 1 >= len(text) or text[place + 1] != QUOTE:
                return place + 1, lines
            place += 1
        elif letter == NEW_LINE:
            lines += 1
        place += 1
    return NOT_WHOLE, lines


@_compile
def _after_line_end(
    text: NDArray[np.uint8],
    stop: int,
    last: bool,  # noqa: FBT001 - as above
) -> int:
    if stop == NOT_WHOLE:
        return NOT_WHOLE
    if stop >= len(text):
        return len(text) if last else NOT_WHOLE
    if text[stop] == RETURN:
        if stop + 1 >= len(text):
            return len(text) if last else NOT_WHOLE
        if text[stop + 1] == NEW_LINE:
            return stop + 2
    return stop + 1
