"""Deadlines as iCalendar (RFC 5545): a day's event each, with a reminder where its kind has one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from icalendar import Alarm, Calendar, Event

from honorarios.planning.deadlines import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from honorarios.services.deadlines.views import DeadlineView

MEDIA: Final = "text/calendar"
PRODUCT: Final = "-//Honorários//Prazos//PT-BR"
REFRESHED: Final = timedelta(hours=6)
DAY: Final = timedelta(days=1)
TYPED: Final = frozenset(
    {Kind.TASK, Kind.SENHA_EXPIRY, Kind.ANSWER, Kind.PERFORMANCE, Kind.OPME_QUOTES}
)
"""Kinds whose words people typed, or that hold a payer's number: no open address tells them."""


def written(deadlines: Iterable[DeadlineView], now: datetime, site: str) -> bytes:
    """The calendar's text; a deadline without a day is none of its events."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", "Prazos de honorários")
    calendar.add("x-wr-calname", "Prazos de honorários")
    calendar.add("refresh-interval", REFRESHED, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    for one in deadlines:
        if one.due is not None:
            calendar.add_component(_event(one, one.due, now, site))
    text: bytes = calendar.to_ical()
    return text


def _event(one: DeadlineView, due: date, now: datetime, site: str) -> Event:
    event = Event()
    event.add("uid", f"{one.uid}@honorarios")
    event.add("dtstamp", now)
    event.add("dtstart", due)
    event.add("dtend", due + DAY)
    event.add("summary", _summary(one))
    event.add("description", "\n".join(_description(one)))
    event.add("categories", [one.kind_label, one.owner_label])
    event.add("status", "TENTATIVE" if one.presumed else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    if site and one.case_id is not None:
        event.add("url", f"{site.rstrip('/')}/cirurgias/{one.case_id}/")
    lead = Kind[one.kind.upper()].lead
    if lead:
        event.add_component(_alarm(_summary(one), lead))
    return event


def _summary(one: DeadlineView) -> str:
    where = f" · cirurgia {one.case_number}" if one.case_number else ""
    what = one.kind_label if _is_typed(one) else f"{one.kind_label}: {one.subject}"
    return f"{what}{where}"


def _is_typed(one: DeadlineView) -> bool:
    return Kind[one.kind.upper()] in TYPED


def _description(one: DeadlineView) -> list[str]:
    told = [
        f"Com: {one.owner_label}",
        "" if Kind[one.kind.upper()] is Kind.TASK else f"Regra: {one.rule}",
        f"Fonte: {one.source}",
        f"Convênio: {one.payer}" if one.payer else "",
        f"Hospital: {one.hospital}" if one.hospital else "",
        "Prazo presumido: confirme." if one.presumed else "",
    ]
    return [line for line in told if line]


def _alarm(summary: str, lead: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", timedelta(days=-lead))
    return alarm
