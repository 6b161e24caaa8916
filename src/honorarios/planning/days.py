"""Working days of a place: weekends and holidays left out, the day of the start not counted.

>>> from datetime import date
>>> place = Place(state="RS", local=("02-02",))
>>> after(date(2026, 11, 23), 21, place)
datetime.date(2026, 12, 22)
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache
from typing import Final, Self

from dateutil.easter import easter

from honorarios.core.calendar import holidays_between, yearly

DAY: Final = timedelta(days=1)
SATURDAY: Final = 5
YEARS: Final = range(1900, 2200)
"""What a year may be: another one is a slip of the hand, and no reckoning of days goes beyond them."""


class Feast(Enum):
    """A day that moves with Easter, which one town keeps and another doesn't; the value is the days from it."""

    label: str

    def __new__(cls, offset: int, label: str) -> Self:
        """Make the feast from its distance to Easter and its Portuguese name."""
        member = object.__new__(cls)
        member._value_ = offset
        member.label = label
        return member

    CARNIVAL_MONDAY = -48, "Segunda-feira de Carnaval"
    CARNIVAL_TUESDAY = -47, "Terça-feira de Carnaval"
    ASH_WEDNESDAY = -46, "Quarta-feira de Cinzas"
    CORPUS_CHRISTI = 60, "Corpus Christi"

    @property
    def code_name(self) -> str:
        """The English name used in files and APIs: ``corpus_christi``."""
        return self.name.lower()

    def day(self, year: int) -> date:
        """The feast of a year.

        >>> Feast.CORPUS_CHRISTI.day(2026)
        datetime.date(2026, 6, 4)
        """
        sunday: date = easter(year)
        offset: int = self.value
        return sunday + timedelta(days=offset)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the working days are counted."""

    state: str | None = None
    """Two letters: its holidays count."""
    local: tuple[str, ...] = ()
    """The town's own, as ``MM-DD``."""
    feasts: tuple[Feast, ...] = ()
    """Those that move with Easter and are holidays there."""
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
    feasts = frozenset(feast.day(year) for feast in place.feasts)
    return official | local | feasts | frozenset(place.moved)
