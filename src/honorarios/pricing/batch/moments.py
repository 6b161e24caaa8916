"""Columns of text with dates and times, read without Python: they hardly ever repeat.

The same law as :func:`honorarios.pricing.cells.moment_number`, which reads what is not plain ASCII.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa
from numba import njit

from honorarios.pricing.cells import moment_number
from honorarios.pricing.interned import BAD_TIME, NO_TIME

if TYPE_CHECKING:
    from numpy.typing import NDArray

UNREAD: Final = NO_TIME + 2
"""A cell with other than ASCII characters: left to Python."""
_DAY: Final = 86_400
_DAYS_BEFORE_1970: Final = 719_468
"""From 0000-03-01, where a year of Howard Hinnant's ``days_from_civil`` begins, to 1970-01-01."""

_compile = njit(cache=True, nogil=True, error_model="numpy")


def moments_of_text(values: pa.Array) -> pa.Array:
    """Text cells as timestamps in seconds, null where empty; what cannot be read is ``BAD_TIME``.

    That number is of no date, and the engine takes it for what it is.
    """
    text = values.cast(pa.string())
    _, offsets, data = text.buffers()
    seconds = np.empty(len(text), dtype=np.int64)
    starts = np.frombuffer(offsets, np.int32)[text.offset : text.offset + len(text) + 1]
    letters = np.frombuffer(data, np.uint8) if data else np.empty(0, np.uint8)
    _read_all(letters, starts, seconds)
    if text.null_count:
        seconds[text.is_null().to_numpy(zero_copy_only=False)] = NO_TIME
    for place in np.flatnonzero(seconds == UNREAD):
        seconds[place] = moment_number(text[int(place)].as_py())
    return pa.array(seconds, mask=seconds == NO_TIME).cast(pa.timestamp("s"))


@_compile
def _read_all(
    letters: NDArray[np.uint8], offsets: NDArray[np.int32], seconds: NDArray[np.int64]
) -> None:
    for i in range(len(seconds)):
        seconds[i] = _moment(letters, offsets[i], offsets[i + 1])


@_compile
def _moment(text: NDArray[np.uint8], first: int, end: int) -> int:
    for place in range(first, end):
        if text[place] >= 128:
            return UNREAD
    while first < end and _is_blank(text[first]):
        first += 1
    while first < end and _is_blank(text[end - 1]):
        end -= 1
    if first == end:
        return NO_TIME
    day = _day(text, first, end)
    clock = _clock(text, first + 10, end)
    return BAD_TIME if BAD_TIME in (day, clock) else day * _DAY + clock


@_compile
def _is_blank(letter: int) -> bool:
    """What :meth:`str.strip` drops."""
    return letter == 32 or 9 <= letter <= 13 or 28 <= letter <= 31


@_compile
def _number(text: NDArray[np.uint8], first: int, end: int) -> int:
    """The number that the digits write, -1 when something is not a digit."""
    number = 0
    for place in range(first, end):
        digit = text[place] - 48
        if digit < 0 or digit > 9:
            return -1
        number = number * 10 + digit
    return number


@_compile
def _day(text: NDArray[np.uint8], first: int, end: int) -> int:
    """Days since 1970 of ``YYYY-MM-DD`` or ``DD/MM/YYYY``."""
    if end - first < 10:
        return BAD_TIME
    if text[first + 4] == 45 and text[first + 7] == 45:  # hyphens
        year = _number(text, first, first + 4)
        month = _number(text, first + 5, first + 7)
        day = _number(text, first + 8, first + 10)
    elif text[first + 2] == 47 and text[first + 5] == 47:  # slashes
        day = _number(text, first, first + 2)
        month = _number(text, first + 3, first + 5)
        year = _number(text, first + 6, first + 10)
    else:
        return BAD_TIME
    if year < 1 or month < 1 or month > 12 or day < 1 or day > _month_days(year, month):
        return BAD_TIME
    return _days_from_civil(year, month, day)


@_compile
def _month_days(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


@_compile
def _days_from_civil(year: int, month: int, day: int) -> int:
    """Proleptic Gregorian days (Howard Hinnant, *chrono-Compatible Low-Level Date Algorithms*)."""
    if month <= 2:
        year -= 1
    era = year // 400
    of_era = year - era * 400
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - _DAYS_BEFORE_1970


@_compile
def _clock(text: NDArray[np.uint8], first: int, end: int) -> int:
    """Seconds of `` HH:MM``, `` HH:MM:SS`` or `` HH:MM:SS.ffffff``; a fraction is dropped."""
    length = end - first
    if length < 6 or text[first + 3] != 58 or (text[first] != 32 and text[first] != 84):
        return BAD_TIME
    hour = _number(text, first + 1, first + 3)
    minute = _number(text, first + 4, first + 6)
    second = 0
    if length > 6:
        if length < 9 or text[first + 6] != 58:
            return BAD_TIME
        second = _number(text, first + 7, first + 9)
    if length > 9:
        fraction = _number(text, first + 10, end)
        if length < 11 or length > 16 or text[first + 9] != 46 or fraction < 0:
            return BAD_TIME
    if hour < 0 or hour > 23 or minute < 0 or minute > 59 or second < 0 or second > 59:
        return BAD_TIME
    return hour * 3600 + minute * 60 + second
