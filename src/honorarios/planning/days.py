"""Working days of a place: weekends and holidays left out, the day of the start not counted.

>>> from datetime import date
>>> place = Place(state="RS", local=("02-02",))
>>> after(date(2026, 11, 23), 21, place)
datetime.date(2026, 12, 22)
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from honorarios.core.calendar import holidays_between, yearly

DAY: Final = timedelta(days=1)
SATURDAY: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the working days are counted."""

    state: str | None = None
    """Two letters: its holidays count."""
    local: tuple[str, ...] = ()
    """The town's own, as ``MM-DD``."""
    moved: tuple[date, ...] = ()
    """Days of one year only, as the town decrees them."""
    optional_days: bool = False
    """Whether Carnival, Corpus Christi, 24 and 31 December are holidays there."""


def is_working(day: date, place: Place) -> bool:
    """Whether a day counts."""
    return day.weekday() < SATURDAY and day not in _holidays(place, day.year)


def after(start: date, count: int, place: Place) -> date:
    """The last day of a term of so many working days from a start that doesn't count.

    Raises:
        ValueError: if the term is negative.
    """
    if count < 0:
        raise ValueError(f"a term of {count} days")
    day = start
    while count:
        day += DAY
        count -= is_working(day, place)
    return day


def next_working(day: date, place: Place) -> date:
    """The day itself, or the first working day after it."""
    while not is_working(day, place):
        day += DAY
    return day


def previous_working(day: date, place: Place) -> date:
    """The day itself, or the last working day before it."""
    while not is_working(day, place):
        day -= DAY
    return day


@lru_cache(maxsize=512)
def _holidays(place: Place, year: int) -> frozenset[date]:
    official = holidays_between(year, year, state=place.state, optional_days=place.optional_days)
    local = frozenset[date]().union(*(yearly(one, (year,)) for one in place.local))
    return official | local | frozenset(place.moved)
