"""The holidays of a contract's place, year by year."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import holidays

from honorarios.catalogue.schema import Calendar

if TYPE_CHECKING:
    from datetime import date

    from honorarios.catalogue.schema import Catalogue, Contract

NATIONAL = Calendar(id="national", name="Nacional")


class Holidays:
    """Tells whether a day is a holiday of a contract's place."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._calendars = catalogue.calendars

    def include(self, day: date, contract: Contract) -> bool:
        """National and state days, optional ones where the calendar says so, and local ones."""
        calendar = NATIONAL
        if contract.calendar is not None:
            calendar = self._calendars[contract.calendar]
        if day in of_the_library(calendar.state, day.year, optional=calendar.optional_days):
            return True
        return any(local.day == f"{day:%m-%d}" or day in local.dates for local in calendar.local)


@cache
def of_the_library(state: str | None, year: int, *, optional: bool) -> frozenset[date]:
    """National and state holidays of a year, with optional days or without."""
    categories = ("public", "optional") if optional else ("public",)
    days = holidays.country_holidays("BR", subdiv=state, years=year, categories=categories)
    return frozenset(days)
