"""Holidays by place: national, state and optional days from the ``holidays`` library, local days as listed.

>>> date(2025, 9, 20) in holidays_between(2025, 2025, state="RS")
True
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

import holidays

if TYPE_CHECKING:
    from collections.abc import Iterable

EPOCH_ORDINAL = date(1970, 1, 1).toordinal()


def day_number(day: date) -> int:
    """Days since 1970-01-01."""
    return day.toordinal() - EPOCH_ORDINAL


def day_of(number: int) -> date:
    """The date of a day number."""
    return date.fromordinal(number + EPOCH_ORDINAL)


@lru_cache(maxsize=64)
def holidays_between(
    first_year: int, last_year: int, *, state: str | None = None, optional_days: bool = True
) -> frozenset[date]:
    """Brazil's national holidays of those years, with the state's, and the optional days if wanted."""
    categories = (holidays.PUBLIC, holidays.OPTIONAL) if optional_days else (holidays.PUBLIC,)
    days = holidays.country_holidays(
        "BR", subdiv=state, years=range(first_year, last_year + 1), categories=categories
    )
    return frozenset(days)


def yearly(month_day: str, years: Iterable[int]) -> frozenset[date]:
    """A holiday of every year given as ``MM-DD``; 29 February only in the years that have it."""
    month, day = (int(part) for part in month_day.split("-"))
    found = set()
    for year in years:
        try:
            found.add(date(year, month, day))
        except ValueError:
            continue
    return frozenset(found)
