"""Section 6, overtime: which windows of special hours an act is inside of."""

from __future__ import annotations

from honorarios.pricing.layout import HOLIDAYS_DAYS, HOLIDAYS_FROM, NO_TIME, NONE, Catalogue, Line
from honorarios.pricing.rule import memory
from honorarios.pricing.rule.compiler import part
from honorarios.pricing.rule.constants import (
    BY_MAJORITY,
    BY_START,
    DAY,
    EPOCH_WEEKDAY,
    HOLIDAY_BIT,
    NO_SURCHARGE,
)
from honorarios.pricing.rule.contract import day_of_moment
from honorarios.pricing.rule.scope import in_mask, in_scope


@part
def on_day(a: Catalogue, days: int, calendar: int, day: int) -> bool:
    """Whether a window is open on a day, by the day of the week or as a holiday."""
    if (days >> ((day + EPOCH_WEEKDAY) % 7)) & 1 == 1:
        return True
    place = day - HOLIDAYS_FROM
    return (
        (days >> HOLIDAY_BIT) & 1 == 1
        and 0 <= place < HOLIDAYS_DAYS
        and memory.holidays(a)[calendar, place] == 1
    )


@part
def closes_at(a: Catalogue, position: int, calendar: int, moment: int) -> int:
    """First moment after ``moment`` at which the window closes, or NONE when it is not open."""
    window = memory.overtime(a)[position]
    day, clock = divmod(moment, DAY)
    if not on_day(a, window.days, calendar, day):
        return NONE
    if window.start < window.end:
        return day * DAY + window.end if window.start <= clock < window.end else NONE
    if clock >= window.start:
        return (day + 1) * DAY
    return day * DAY + window.end if clock < window.end else NONE


@part
def next_opening(a: Catalogue, position: int, calendar: int, moment: int) -> int:
    """First moment from ``moment`` on, within its day, at which the window opens; else the next day."""
    window = memory.overtime(a)[position]
    day, clock = divmod(moment, DAY)
    if on_day(a, window.days, calendar, day) and clock <= window.start:
        return day * DAY + window.start
    return (day + 1) * DAY


@part
def counts(line: Line, a: Catalogue, position: int) -> bool:
    """Whether a window's own dates, roles and codes hold for the line."""
    window = memory.overtime(a)[position]
    day = day_of_moment(line.start)
    return (
        window.valid_from <= day <= window.valid_to
        and in_mask(window.roles, line.role)
        and in_scope(a, window.scope, line.code)
    )


@part
def time_inside(
    line: Line, a: Catalogue, standard: int, calendar: int, least: int, enough: int
) -> int:
    """Seconds of the act inside windows of at least ``least`` percent; counting stops above ``enough``."""
    moment, end, inside = line.start, line.end, 0
    first, last = memory.standards(a)[standard].overtime, memory.standards(a)[standard].overtime_end
    while moment < end and inside <= enough:
        closes, opens = NONE, end
        for position in range(first, last):
            if memory.numbers(a)[memory.overtime(a)[position].percent].shown < least or not counts(
                line, a, position
            ):
                continue
            until = closes_at(a, position, calendar, moment)
            closes = max(closes, until)
            if until == NONE:
                opens = min(opens, next_opening(a, position, calendar, moment))
        if closes == NONE:
            moment = max(opens, moment + 1)
        else:
            inside += min(closes, end) - moment
            moment = closes
    return inside


@part
def opens_during(a: Catalogue, position: int, calendar: int, start: int, end: int) -> bool:
    """Whether a window is open at some moment from start to end."""
    moment = start
    while moment < end:
        if closes_at(a, position, calendar, moment) != NONE:
            return True
        moment = max(next_opening(a, position, calendar, moment), moment + 1)
    return False


@part
def overtime_number(line: Line, a: Catalogue, standard: int, calendar: int) -> int:
    """The surcharge of the act's hours: its position in the numbers."""
    rules = memory.standards(a)[standard]
    start, end = line.start, line.end
    by_start = rules.interval == BY_START or end == NO_TIME or end == start
    best, best_percent = NO_SURCHARGE, 0
    for position in range(rules.overtime, rules.overtime_end):
        percent = memory.numbers(a)[memory.overtime(a)[position].percent].shown
        if percent <= best_percent or not counts(line, a, position):
            continue
        if by_start:
            open_then = closes_at(a, position, calendar, start) != NONE
        elif rules.interval == BY_MAJORITY:
            half = (end - start) // 2
            open_then = time_inside(line, a, standard, calendar, percent, half) > half
        else:
            open_then = opens_during(a, position, calendar, start, end)
        if open_then:
            best, best_percent = memory.overtime(a)[position].percent, percent
    return best
