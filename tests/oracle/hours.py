"""Section 6 of the law: overtime, by the windows that an act is inside of."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from honorarios.catalogue.schema import Day, OvertimeInterval
from tests.oracle.codes import matches_any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from honorarios.catalogue.schema import OvertimeRule
    from tests.oracle.agreement import Agreement
    from tests.oracle.holidays_of import Holidays
    from tests.oracle.line import Line

WEEK: Final = (Day.MON, Day.TUE, Day.WED, Day.THU, Day.FRI, Day.SAT, Day.SUN)
A_DAY: Final = 24 * 3600
"""Seconds of a day; local wall time has no other kind of day."""
NOTHING: Final = Decimal(0)


class OvertimeClock:
    """The windows of a standard at the place of a contract."""

    def __init__(self, line: Line, agreed: Agreement, holidays: Holidays) -> None:
        self._agreed = agreed
        self._holidays = holidays
        act = line.start.date()
        self._rules = [
            rule
            for rule in agreed.rules.overtime.rules
            if (not rule.codes or matches_any(rule.codes, line.code))
            and (not rule.roles or line.role in rule.roles)
            and (rule.valid_from or date.min) <= act <= (rule.valid_to or date.max)
        ]

    def percent(self, start: datetime, end: datetime | None) -> Decimal:
        """The surcharge of an act, by the standard's interval."""
        if not self._rules:
            return NOTHING
        interval = self._agreed.rules.overtime.interval
        if end is None or end == start or interval is OvertimeInterval.START:
            today = self._rules_of(start.date())
            return highest(today, seconds_of_day(start.time()))
        seconds_at: dict[Decimal, int] = {}
        for percent, seconds in self._stretches(start, end):
            seconds_at[percent] = seconds_at.get(percent, 0) + seconds
        if interval is OvertimeInterval.ANY:
            return max(seconds_at)
        return majority(seconds_at)

    def _rules_of(self, day: date) -> list[OvertimeRule]:
        """The rules one of whose days the day is."""
        is_holiday = self._holidays.include(day, self._agreed.contract)
        weekday = WEEK[day.weekday()]
        return [
            rule
            for rule in self._rules
            if weekday in rule.days or (is_holiday and Day.HOLIDAY in rule.days)
        ]

    def _stretches(self, start: datetime, end: datetime) -> Iterator[tuple[Decimal, int]]:
        """The act cut where anything can change: the percentage and the seconds of each stretch."""
        day = start.date()
        while datetime.combine(day, time()) < end:
            midnight = datetime.combine(day, time())
            first = max(0, (start - midnight) // timedelta(seconds=1))
            last = min(A_DAY, (end - midnight) // timedelta(seconds=1))
            rules = self._rules_of(day)
            changes = {
                seconds_of_clock(clock) for rule in rules for clock in (rule.start, rule.end)
            }
            cuts = [first, *sorted(cut for cut in changes if first < cut < last), last]
            for begin, finish in pairwise(cuts):
                yield highest(rules, begin), finish - begin
            day += timedelta(days=1)


def majority(seconds_at: dict[Decimal, int]) -> Decimal:
    """The highest percentage such that more than half of the time is at it or above it."""
    whole, so_far = sum(seconds_at.values()), 0
    for percent in sorted(seconds_at, reverse=True):
        so_far += seconds_at[percent]
        if 2 * so_far > whole:
            return percent
    return NOTHING


def highest(rules: Sequence[OvertimeRule], second: int) -> Decimal:
    """The highest percentage of the rules of a day that a second of it is inside of."""
    return max((rule.percent for rule in rules if is_inside(rule, second)), default=NOTHING)


def is_inside(rule: OvertimeRule, second: int) -> bool:
    """Whether the rule's clock holds at a second of the day; it may cross midnight."""
    start, end = seconds_of_clock(rule.start), seconds_of_clock(rule.end)
    if start < end:
        return start <= second < end
    return second >= start or second < end


def seconds_of_clock(clock: str) -> int:
    """``19:00`` in seconds from midnight."""
    hours, minutes = clock.split(":")
    return int(hours) * 3600 + int(minutes) * 60


def seconds_of_day(moment: time) -> int:
    """A time of day in seconds from midnight."""
    return moment.hour * 3600 + moment.minute * 60 + moment.second
