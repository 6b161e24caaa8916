"""Until when papers may be handed in: the shapes (a) to (g) of a hospital's or cooperative's rule.

``spec: routes 3``. A rule whose event has not happened yet has no day: that is None, and never late.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from honorarios.planning.days import after, next_working, previous_working

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.planning.days import Place


class Event(StrEnum):
    """What a term is counted from."""

    SURGERY = "surgery"
    DISCHARGE = "discharge"
    AUTHORISATION = "authorisation"
    ACCOUNT_CLOSING = "account_closing"
    SENHA_EXPIRY = "senha_expiry"
    STATEMENT = "statement"
    """Demonstrativo of the payer, for an appeal."""


class Roll(StrEnum):
    """What becomes of a day that is no working day."""

    NEXT = "next"
    PREVIOUS = "previous"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class AfterEvent:
    """(a), (e) and (g): so many days after something, calendar or working."""

    event: Event
    days: int
    working: bool = False
    roll: Roll = Roll.NONE


@dataclass(frozen=True, slots=True)
class MonthDay:
    """(b): a fixed day of a month (competência), so many months after that of the event."""

    day: int
    event: Event = Event.SURGERY
    months: int = 1
    roll: Roll = Roll.NEXT


@dataclass(frozen=True, slots=True)
class BeforeEvent:
    """(c) and (d): so many days before the account is closed, or the senha expires."""

    event: Event
    days: int = 0
    working: bool = False


@dataclass(frozen=True, slots=True)
class DeliveryCalendar:
    """(f): the days on which a cooperative takes deliveries; the first one after the event."""

    days: tuple[date, ...]
    event: Event = Event.SURGERY


Cutoff = AfterEvent | MonthDay | BeforeEvent | DeliveryCalendar


def due(cutoff: Cutoff, events: Mapping[Event, date], place: Place) -> date | None:
    """The last day to hand in; None where the event has no day yet, or the calendar has none left.

    >>> from honorarios.planning.days import Place
    >>> surgery = {Event.SURGERY: date(2026, 11, 4)}
    >>> due(AfterEvent(Event.SURGERY, 30), surgery, Place())
    datetime.date(2026, 12, 4)
    >>> due(MonthDay(6), surgery, Place())
    datetime.date(2026, 12, 7)
    """
    start = events.get(cutoff.event)
    if start is None:
        return None
    match cutoff:
        case AfterEvent(days=days, working=working, roll=roll):
            end = after(start, days, place) if working else start + timedelta(days=days)
            return _rolled(end, roll, place)
        case MonthDay(day=day, months=months, roll=roll):
            return _rolled(_month_day(start, day, months), roll, place)
        case BeforeEvent(days=days, working=working):
            return _before(start, days, place) if working else start - timedelta(days=days)
        case DeliveryCalendar(days=days):
            return min((one for one in days if one >= start), default=None)


def _month_day(start: date, day: int, months: int) -> date:
    """A month's day; the last of a month that has no such day."""
    years, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + years, month + 1
    return date(year, month, min(day, monthrange(year, month)[1]))


def _before(day: date, count: int, place: Place) -> date:
    for _ in range(count):
        day = previous_working(day - timedelta(days=1), place)
    return day


def _rolled(day: date, roll: Roll, place: Place) -> date:
    if roll is Roll.NEXT:
        return next_working(day, place)
    return previous_working(day, place) if roll is Roll.PREVIOUS else day
