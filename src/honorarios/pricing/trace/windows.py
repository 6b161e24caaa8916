"""Special hours, retold: which windows are for a line, and how much of the act is inside each.

*How a value comes to be*, section 6: each moment counts by the day it falls on.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from honorarios.catalogue.schema import Calendar, Day, OvertimeInterval
from honorarios.core.calendar import day_of, holidays_between, yearly
from honorarios.pricing.agreed import DAY_SECONDS, in_codes
from honorarios.pricing.compile.standards import clock_seconds
from honorarios.pricing.trace.model import Window

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from decimal import Decimal

    from honorarios.catalogue.schema import OvertimeRule, StandardRules
    from honorarios.pricing.facts import Facts

WEEK: Final = (Day.MON, Day.TUE, Day.WED, Day.THU, Day.FRI, Day.SAT, Day.SUN)
NATIONAL: Final = Calendar(id="nacional", name="Nacional")
Span = tuple[int, int]
"""First second, and the one after the last."""


@dataclass(frozen=True, slots=True)
class Hours:
    """A line's hours against the standard's windows."""

    windows: tuple[Window, ...]
    """Those that are for the line's code, role and date."""
    spans: tuple[tuple[Span, ...], ...]
    """Of each window, when it is open during the act."""
    interval: OvertimeInterval
    """How the act counts: without an end, by its start."""
    seconds: int
    """Length of the act; 0 without an end."""

    @property
    def is_for_none(self) -> bool:
        """Whether no window is for the line at all."""
        return not self.windows

    def seconds_inside(self, least: Decimal) -> int:
        """Seconds of the act inside windows of at least that percentage."""
        return covered(
            span
            for window, spans in zip(self.windows, self.spans, strict=True)
            if window.percent >= least
            for span in spans
        )

    def decisive(self, percent: Decimal) -> str:
        """The labels of the windows that the percentage comes from."""
        if self.interval is OvertimeInterval.START:
            chosen = [one for one in self.windows if one.open_at_start and one.percent == percent]
        elif self.interval is OvertimeInterval.ANY:
            chosen = [one for one in self.windows if one.seconds_inside and one.percent == percent]
        else:
            chosen = [one for one in self.windows if one.seconds_inside and one.percent >= percent]
        return "; ".join(dict.fromkeys(window.label for window in chosen))


def hours_of(rules: StandardRules, facts: Facts, calendar: Calendar | None) -> Hours:
    """The windows of a standard that are for a line, and how the act lies in them."""
    ends = facts.start if facts.end is None else facts.end
    windows, spans = [], []
    for rule in rules.overtime.rules:
        if not _is_for(rule, facts):
            continue
        # A moment that begins at the start decides whether the window is open then.
        at_start = open_spans(rule, calendar, facts.start, facts.start + 1)
        inside = tuple(open_spans(rule, calendar, facts.start, ends))
        spans.append(inside)
        windows.append(Window(rule.label, rule.percent, bool(at_start), covered(inside)))
    interval = rules.overtime.interval if ends > facts.start else OvertimeInterval.START
    return Hours(tuple(windows), tuple(spans), interval, ends - facts.start)


def _is_for(rule: OvertimeRule, facts: Facts) -> bool:
    day = day_of(facts.start // DAY_SECONDS)
    return (
        (rule.valid_from is None or rule.valid_from <= day)
        and (rule.valid_to is None or day <= rule.valid_to)
        and (not rule.roles or facts.role in rule.roles)
        and in_codes(rule.codes, facts.code)
    )


def open_spans(rule: OvertimeRule, calendar: Calendar | None, start: int, end: int) -> list[Span]:
    """When a window is open from ``start`` to ``end``."""
    opens, closes = clock_seconds(rule.start), clock_seconds(rule.end)
    of_day = [(opens, closes)] if opens < closes else [(0, closes), (opens, DAY_SECONDS)]
    spans = []
    for number in range(start // DAY_SECONDS, (max(end, start + 1) - 1) // DAY_SECONDS + 1):
        if not _on_day(rule, calendar, day_of(number)):
            continue
        midnight = number * DAY_SECONDS
        for first, last in of_day:
            span = max(midnight + first, start), min(midnight + last, end)
            if span[0] < span[1]:
                spans.append(span)
    return spans


def _on_day(rule: OvertimeRule, calendar: Calendar | None, day: date) -> bool:
    if WEEK[day.weekday()] in rule.days:
        return True
    return Day.HOLIDAY in rule.days and day in holidays_of(calendar or NATIONAL, day.year)


@lru_cache(maxsize=256)
def holidays_of(calendar: Calendar, year: int) -> frozenset[date]:
    """The holidays of a place in one year."""
    days = set(
        holidays_between(year, year, state=calendar.state, optional_days=calendar.optional_days)
    )
    for local in calendar.local:
        days |= set(local.dates)
        if local.day is not None:
            days |= yearly(local.day, [year])
    return frozenset(days)


def covered(spans: Iterable[Span]) -> int:
    """Seconds that at least one of the spans covers.

    >>> covered([(0, 10), (5, 20), (30, 40)])
    30
    """
    seconds, reached = 0, None
    for first, last in sorted(spans):
        if reached is None or last > reached:
            seconds += last - (first if reached is None else max(first, reached))
            reached = last
    return seconds
