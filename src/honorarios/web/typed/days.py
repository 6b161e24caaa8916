"""Days as people type them: ``hoje``, ``ontem``, ``-1``, ``22/11``, ``22/11/2026``, ``22112026``."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from honorarios.core.findings import Place
from honorarios.planning.days import YEARS
from honorarios.web.typed import codes

if TYPE_CHECKING:
    from honorarios.core.findings import Finding

WORDS: Final = {
    "anteontem": -2,
    "ontem": -1,
    "hoje": 0,
    "amanhã": 1,
    "amanha": 1,
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
}
"""Days from today, in the languages of the screens."""
AHEAD: Final = 20
"""A year of two digits is at most so many years from now: 46 is 2046, 50 is 1950, if it is 2026."""
MOST_DAYS: Final = 36_600
LEAP: Final = 4
SHOWN: Final = 40
_OFFSET: Final = re.compile(r"([+-])(\d{1,5})")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_PARTS: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?")
_DIGITS: Final = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})?")


def day(text: str, field: str = "", *, today: date) -> date | Finding | None:
    """A day; None for an empty field. Without a year, it is the nearest such day to ``today``."""
    typed = text.strip().lower()
    if not typed:
        return None
    found = _read(typed, today)
    return found or codes.DAY.at(Place(field=field), given=text.strip()[:SHOWN])


def day_text(value: date) -> str:
    """A day as a field shows it: ``22/11/2026``."""
    return f"{value.day:02}/{value.month:02}/{value.year:04}"


def _read(typed: str, today: date) -> date | None:
    if typed in WORDS:
        return _away(today, WORDS[typed])
    if not typed.isascii():
        return None
    if found := _OFFSET.fullmatch(typed):
        return _away(today, int(found[1] + found[2]))
    if found := _ISO.fullmatch(typed):
        return _made(int(found[1]), int(found[2]), int(found[3]))
    found = _PARTS.fullmatch(typed) or _DIGITS.fullmatch(typed)
    return None if found is None else _written(*found.groups(), today=today)


def _written(number: str, month: str, year: str | None, *, today: date) -> date | None:
    if year is None:
        return _nearest(int(month), int(number), today)
    return _made(_year(year, today), int(month), int(number))


def _away(today: date, days: int) -> date | None:
    if abs(days) > MOST_DAYS:
        return None
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return None


def _made(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number) if year in YEARS else None
    except ValueError:
        return None


def _year(written: str, today: date) -> int:
    year = int(written)
    if len(written) == 4:
        return year
    century = today.year - today.year % 100
    near = century + year
    return near if near <= today.year + AHEAD else near - 100


def _nearest(month: int, number: int, today: date) -> date | None:
    """The nearest such day; the earlier of two as near. The 29th of February looks further."""
    years = range(today.year - LEAP, today.year + LEAP + 1)
    days = [found for year in years if (found := _made(year, month, number)) is not None]
    return min(days, key=lambda one: (abs(one - today), one), default=None)
