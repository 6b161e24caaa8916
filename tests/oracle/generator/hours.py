"""Random acts in time: on borders and holidays, at the windows' edges, across midnights."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import holidays

from honorarios.catalogue.schema import PriceDate
from tests.oracle.generator.world import FIRST_DAY, LAST_DAY, ONE_DAY

if TYPE_CHECKING:
    from honorarios.catalogue.schema import Contract, StandardRules, Terms
    from tests.oracle.generator.catalogues import DrawnCatalogue

ONE_SECOND = timedelta(seconds=1)
LONGEST = timedelta(days=366)


class Hours(NamedTuple):
    """When an act was, and the admission it belongs to."""

    start: datetime
    end: datetime | None
    admission: date | None


def draw_hours(
    drawn: DrawnCatalogue, contract: Contract, terms: Terms, rules: StandardRules
) -> Hours:
    """An act whose price date is usually one that the terms hold on."""
    draw = drawn.draw
    day = _day(drawn, terms)
    windows = rules.overtime.rules
    clocks = [clock for window in windows for clock in (window.start, window.end)] or ["07:00"]
    edge = datetime.combine(day, time()) + _clock(draw.pick(clocks))
    start = edge + draw.pick([timedelta(0), -ONE_SECOND, ONE_SECOND])
    if draw.chance(0.4):
        start = datetime.combine(day, time(draw.between(0, 23), draw.between(0, 59)))
    shape = draw.weighted(
        {"no end": 22, "equal": 4, "short": 34, "half": 22, "night": 10, "days": 7, "longest": 0.5}
    )
    end: datetime | None
    if shape == "half":
        half = timedelta(minutes=draw.pick([15, 30, 60, 90, 240]))
        start, end = edge - half, edge + half + draw.pick([timedelta(0), ONE_SECOND, -ONE_SECOND])
    else:
        lengths = {
            "equal": timedelta(0),
            "short": timedelta(minutes=draw.between(1, 400), seconds=draw.between(0, 59)),
            "night": timedelta(hours=draw.between(6, 16)),
            "days": timedelta(days=draw.between(1, 5), minutes=draw.between(0, 1439)),
            "longest": LONGEST,
        }
        end = start + lengths[shape] if shape in lengths else None
    admission = None
    if draw.chance(0.6):
        admission = start.date() - timedelta(days=draw.pick([0, 0, 1, 5, 30]))
    if contract.price_date is PriceDate.ADMISSION and admission is not None and draw.chance(0.7):
        admission = day
    return Hours(start, end, admission)


def _day(drawn: DrawnCatalogue, terms: Terms) -> date:
    """A day within the terms, unless it is drawn for a border or for nothing at all."""
    draw = drawn.draw
    kind = draw.weighted({"within": 50, "border": 30, "holiday": 15, "any": 5})
    first = max(terms.valid_from, FIRST_DAY)
    last = min(terms.valid_to or LAST_DAY, LAST_DAY)
    within = first + timedelta(days=draw.between(0, max(0, (last - first).days)))
    if kind == "border":
        inside = [border for border in drawn.borders if first <= border <= last]
        border = draw.pick(inside or [first])
        step = draw.pick([timedelta(0), timedelta(0), ONE_DAY, -ONE_DAY])
        return border + step
    if kind == "holiday":
        feasts = feasts_of(within.year)
        return draw.pick(feasts) + draw.pick([timedelta(0), timedelta(0), ONE_DAY, -ONE_DAY])
    if kind == "any":
        last_year = 2098 if draw.chance(0.1) else 2030
        return date(draw.between(2012, last_year), draw.between(1, 12), draw.between(1, 28))
    return within


@lru_cache(maxsize=100)
def feasts_of(year: int) -> list[date]:
    """National and optional days, days of some states, and days that calendars add."""
    days: set[date] = set()
    for state in (None, "SP", "MG", "BA", "DF"):
        days |= set(
            holidays.country_holidays(
                "BR", subdiv=state, years=year, categories=("public", "optional")
            )
        )
    days |= {date(year, 1, 25), date(year, 3, 12), date(year, 6, 24), date(year, 2, 28)}
    return sorted(days)


def _clock(clock: str) -> timedelta:
    hours, minutes = clock.split(":")
    return timedelta(hours=int(hours), minutes=int(minutes))
