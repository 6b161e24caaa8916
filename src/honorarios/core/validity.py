"""Vigência: closed periods of days, both ends included, an open end meaning "until further notice".

>>> january = Period(date(2025, 1, 1), date(2025, 1, 31))
>>> date(2025, 1, 31) in january, date(2025, 2, 1) in january
(True, False)
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

ONE_DAY: Final = timedelta(days=1)


class Dated(Protocol):
    """Anything with a first and a last day of validity."""

    @property
    def valid_from(self) -> date: ...  # noqa: D102 - a protocol's members are described by its class
    @property
    def valid_to(self) -> date | None: ...  # noqa: D102 - as above


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Days from ``valid_from`` to ``valid_to``, both included; None is an open end."""

    valid_from: date
    valid_to: date | None = None

    def __contains__(self, day: date) -> bool:
        """Whether the day is within the period."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    @property
    def last(self) -> date:
        """The last day, the greatest day there is when the end is open."""
        return self.valid_to or date.max


def shown_day(day: date) -> str:
    """A day as Brazilians write it.

    >>> shown_day(date(2025, 1, 31))
    '31/01/2025'
    """
    return f"{day:%d/%m/%Y}"


def overlapping(first: Dated, second: Dated) -> bool:
    """Whether two periods share a day.

    >>> overlapping(Period(date(2025, 1, 1), date(2025, 1, 31)), Period(date(2025, 1, 31)))
    True
    """
    return first.valid_from <= (second.valid_to or date.max) and second.valid_from <= (
        first.valid_to or date.max
    )


AnyDated = TypeVar("AnyDated", bound=Dated)


def as_of(values: Sequence[AnyDated], day: date) -> AnyDated | None:
    """The value with the greatest first day that is not after ``day``, if it has not ended by then.

    An earlier value never stands in for a later one that has ended (``spec: launching 3.5``).
    """
    started = [value for value in values if value.valid_from <= day]
    if not started:
        return None
    newest = max(started, key=lambda value: value.valid_from)
    return newest if day <= (newest.valid_to or date.max) else None
