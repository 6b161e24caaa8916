"""The hours of an act as people type them once: ``22/11 930 1115``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from honorarios.core.findings import Finding, Place
from honorarios.core.phrase import gettext_noop as _
from honorarios.launching import codes
from honorarios.web.typed import day as typed_day
from honorarios.web.typed import hour as typed_hour
from honorarios.web.typed.codes import MIDNIGHT

_DAY_LIKE: Final = re.compile(r"[/.-]|^\+|^[^\W\d]{4,}")
_PARTED: Final = re.compile(r"\d[/.-]\d")
_LINKS: Final = {"a", "as", "às", "até", "ate", "-", "–"}
_CENTURY: Final = 2000
_TITLE: Final = _("Quando")
TIP: Final = _("Escreva o dia e as horas: 22/11 930 1115; sem o dia, vale o da parcial.")
"""How hours are typed."""


@dataclass(frozen=True, slots=True)
class Span:
    """When an act began and ended, local wall time; None is not stated."""

    start: datetime | None = None
    end: datetime | None = None
    next_day: bool = False
    """Whether the end was read as being after midnight, because its hour is before the start's."""
    findings: tuple[Finding, ...] = ()


def read_span(text: str, *, near: date, today: date) -> Span:
    """Read a day, an hour and, if stated, an end.

    An end without a day of its own that is before the start is on the day after.

    Args:
        text: What was typed; empty is not stated.
        near: The day that is meant where none is said, and whose year a day without one is nearest to.
        today: What ``hoje``, ``ontem`` and ``-1`` count from.

    >>> read_span("22/11 930 1115", near=date(2026, 11, 20), today=date(2026, 11, 25)).end
    datetime.datetime(2026, 11, 22, 11, 15)
    """
    moments: list[datetime] = []
    day, stated, own_day = near, False, False
    for word in text.lower().replace(",", " ").split():
        if word in _LINKS:
            continue
        found = _read_day(word, near, today)
        if found is not None:
            day, stated = found, True
            continue
        field = "end" if moments else "start"
        hour = typed_hour(word)
        if isinstance(hour, Finding) and hour.code == MIDNIGHT.name:
            return Span(findings=(codes.HOUR_24.at(Place(field=field)),))
        if not isinstance(hour, time) or len(moments) > 1:
            return Span(findings=(_unreadable(field, text, word),))
        own_day, stated = stated and bool(moments), False
        moments.append(datetime.combine(day, hour))
    return _span(moments, text, own_day=own_day)


def _span(moments: list[datetime], text: str, *, own_day: bool) -> Span:
    if not moments:
        return Span(findings=(_unreadable("start", text, text),) if text.strip() else ())
    start = moments[0]
    if len(moments) == 1:
        return Span(start)
    end = moments[1]
    if end < start and not own_day:
        return Span(start, end + timedelta(days=1), next_day=True)
    return Span(start, end)


def span_text(start: datetime | None, end: datetime | None) -> str:
    """A span as it is typed back: ``22/11/2026 09:30 11:15``."""
    if start is None:
        return ""
    told = f"{start:%d/%m/%Y %H:%M}"
    if end is None:
        return told
    same = end.date() == start.date()
    return f"{told} {end:%H:%M}" if same else f"{told} {end:%d/%m/%Y %H:%M}"


def _read_day(word: str, near: date, today: date) -> date | None:
    """A day that is written as one; a bare number is an hour."""
    if not _DAY_LIKE.search(word):
        return None
    dated = _PARTED.search(word)
    found = typed_day(word, today=near if dated else today)
    return found if isinstance(found, date) else None


def _unreadable(field: str, text: str, word: str) -> Finding:
    value = word if word == text else f"{word}” em “{text}"
    return codes.UNREADABLE.at(Place(field=field), title=_TITLE, value=value, tip=TIP)
