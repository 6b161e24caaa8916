"""Periods of days compared: which of several is in force, and which days none covers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeVar

from honorarios.core.validity import ONE_DAY, Dated, Period, shown_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

AnyDated = TypeVar("AnyDated", bound=Dated)


def in_force(dated: Iterable[AnyDated]) -> list[tuple[AnyDated, Period]]:
    """Each value with the days on which it is the one in force: until it ends or the next begins.

    >>> first, second = Period(date(2024, 1, 1)), Period(date(2025, 1, 1))
    >>> [str(period.valid_to) for _, period in in_force([second, first])]
    ['2024-12-31', 'None']
    """
    ordered = sorted(dated, key=lambda one: one.valid_from)
    forced = []
    for index, one in enumerate(ordered):
        last = one.valid_to or date.max
        if index + 1 < len(ordered):
            following = ordered[index + 1].valid_from
            if following == one.valid_from:
                continue
            last = min(last, following - ONE_DAY)
        forced.append((one, Period(one.valid_from, None if last == date.max else last)))
    return forced


def common(first: Dated, second: Dated) -> Period | None:
    """The days that two periods share."""
    start = max(first.valid_from, second.valid_from)
    end = min(first.valid_to or date.max, second.valid_to or date.max)
    if start > end:
        return None
    return Period(start, None if end == date.max else end)


def uncovered(within: Dated, periods: Sequence[Period]) -> Iterator[Period]:
    """The days of a period that none of the others has.

    >>> year, spring = Period(date(2025, 1, 1), date(2025, 12, 31)), Period(date(2025, 3, 1))
    >>> [shown(days) for days in uncovered(year, [spring])]
    ['de 01/01/2025 a 28/02/2025']
    """
    day = within.valid_from
    last = within.valid_to or date.max
    for period in sorted(periods, key=lambda period: period.valid_from):
        if period.valid_from > last:
            break
        if period.valid_from > day:
            yield Period(day, period.valid_from - ONE_DAY)
        if period.last >= last:
            return
        day = max(day, period.last + ONE_DAY)
    yield Period(day, within.valid_to)


def shown(period: Dated) -> str:
    """A period as messages write it.

    >>> shown(Period(date(2025, 1, 1)))
    'de 01/01/2025 em diante'
    """
    first = shown_day(period.valid_from)
    if period.valid_to is None:
        return f"de {first} em diante"
    return f"de {first} a {shown_day(period.valid_to)}"
