"""Section 6, overtime: which windows of special hours an act is inside of."""

from __future__ import annotations

from honorarios.pricing.interned import NO_TIME, Line
from honorarios.pricing.records import HOLIDAYS_DAYS, HOLIDAYS_FROM, NONE, Catalogue
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
def kinds_of_day(a: Catalogue, calendar: int, day: int) -> int:
    """What a day is to a window: its day of the week and whether it is a holiday, as bits."""
    place = day - HOLIDAYS_FROM
    known = 0 <= place < HOLIDAYS_DAYS
    holiday = memory.holidays(a, calendar, place) if known else 0
    return 1 << ((day + EPOCH_WEEKDAY) % 7) | holiday << HOLIDAY_BIT


@part
def is_open(a: Catalogue, position: int, kinds: int, clock: int) -> bool:
    """Whether a window is open on a day of these kinds at a time of it."""
    window = memory.overtime(a, position)
    begun, not_ended = clock >= window.start, clock < window.end
    inside = begun & not_ended if window.start < window.end else begun | not_ended
    return inside & (window.days & kinds != 0)


@part
def closes_at(a: Catalogue, position: int, calendar: int, moment: int) -> int:
    """First moment after ``moment`` at which the window closes, or NONE when it is not open."""
    window = memory.overtime(a, position)
    day, clock = divmod(moment, DAY)
    if not is_open(a, position, kinds_of_day(a, calendar, day), clock):
        return NONE
    crosses = window.end <= window.start and clock >= window.start
    return (day + 1) * DAY if crosses else day * DAY + window.end


@part
def next_opening(a: Catalogue, position: int, calendar: int, moment: int) -> int:
    """First moment from ``moment`` on, within its day, at which the window opens; else the next day."""
    window = memory.overtime(a, position)
    day, clock = divmod(moment, DAY)
    if window.days & kinds_of_day(a, calendar, day) != 0 and clock <= window.start:
        return day * DAY + window.start
    return (day + 1) * DAY


@part
def counts(line: Line, a: Catalogue, position: int) -> bool:
    """Whether a window's own dates, roles and codes hold for the line."""
    window = memory.overtime(a, position)
    day = day_of_moment(line.start)
    return (
        (window.valid_from <= day)
        & (day <= window.valid_to)
        & in_mask(window.roles, line.role)
        & in_scope(a, window.scope, line.code)
    )


@part
def time_inside(
    line: Line, a: Catalogue, standard: int, calendar: int, least: int, enough: int
) -> int:
    """Seconds of the act inside windows of at least ``least`` percent; counting stops above ``enough``."""
    moment, end, inside = line.start, line.end, 0
    first, last = memory.standards(a, standard).overtime, memory.standards(a, standard).overtime_end
    while moment < end and inside <= enough:
        closes, opens = NONE, end
        for position in range(first, last):
            if memory.numbers(a, memory.overtime(a, position).percent).shown < least or not counts(
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
def by_start(line: Line, a: Catalogue, standard: int, calendar: int) -> int:
    """The surcharge of the hour that the act starts at: its position in the numbers."""
    rules = memory.standards(a, standard)
    day, clock = divmod(line.start, DAY)
    kinds = kinds_of_day(a, calendar, day)
    best, best_percent = NO_SURCHARGE, 0
    for position in range(rules.overtime, rules.overtime_end):
        number = memory.overtime(a, position).percent
        percent = memory.numbers(a, number).shown
        higher = (
            (percent > best_percent)
            & is_open(a, position, kinds, clock)
            & counts(line, a, position)
        )
        best = number if higher else best
        best_percent = percent if higher else best_percent
    return best


@part
def overtime_number(line: Line, a: Catalogue, standard: int, calendar: int) -> int:
    """The surcharge of the act's hours: its position in the numbers."""
    rules = memory.standards(a, standard)
    start, end = line.start, line.end
    if rules.interval == BY_START or end == NO_TIME or end == start:
        return by_start(line, a, standard, calendar)
    best, best_percent = NO_SURCHARGE, 0
    for position in range(rules.overtime, rules.overtime_end):
        percent = memory.numbers(a, memory.overtime(a, position).percent).shown
        if percent <= best_percent or not counts(line, a, position):
            continue
        if rules.interval == BY_MAJORITY:
            half = (end - start) // 2
            open_then = time_inside(line, a, standard, calendar, percent, half) > half
        else:
            open_then = opens_during(a, position, calendar, start, end)
        if open_then:
            best, best_percent = memory.overtime(a, position).percent, percent
    return best
