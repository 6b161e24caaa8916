"""Hours, and days with their hour, as people type them: ``9``, ``930``, ``9:30``, ``9h30``, ``22/11 930``."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Final

from honorarios.core.findings import Finding, Place
from honorarios.web.typed import codes
from honorarios.web.typed.days import day, day_text

if TYPE_CHECKING:
    from re import Match

SHOWN: Final = 40
NOW: Final = frozenset({"agora", "now"})
_PARTS: Final = re.compile(r"(\d{1,2})[:h.](\d{2})?")
_DIGITS: Final = re.compile(r"(\d{1,2}?)(\d{2})?")


def hour(text: str, field: str = "") -> time | Finding | None:
    """An hour of the day, to the minute; None for an empty field."""
    typed = text.strip().lower()
    if not typed:
        return None
    place = Place(field=field)
    found = (_PARTS.fullmatch(typed) or _digits(typed)) if typed.isascii() else None
    if found is None:
        return codes.HOUR.at(place, given=text.strip()[:SHOWN])
    hours, minutes = int(found[1]), int(found[2] or 0)
    if (hours, minutes) == (24, 0):
        return codes.MIDNIGHT.at(place)
    if hours > 23 or minutes > 59:
        return codes.HOUR.at(place, given=text.strip()[:SHOWN])
    return time(hours, minutes)


def hour_text(value: time) -> str:
    """An hour as a field shows it: ``09:30``."""
    return f"{value.hour:02}:{value.minute:02}"


def moment(text: str, field: str = "", *, now: datetime) -> datetime | Finding | None:
    """A day with its hour, both as people type them; an hour alone is of today. None where empty."""
    words = text.split()
    if not words:
        return None
    if len(words) == 1 and words[0].lower() in NOW:
        return datetime(now.year, now.month, now.day, now.hour, now.minute)
    if len(words) == 1 and "T" in words[0]:
        words = words[0].split("T", 1)
    found = _moment(words, field, now.date())
    given = text.strip()[:SHOWN]
    return found if found is not None else codes.MOMENT.at(Place(field=field), given=given)


def moment_text(value: datetime) -> str:
    """A day with its hour as a field shows it: ``22/11/2026 09:30``."""
    return f"{day_text(value.date())} {hour_text(value.time())}"


def _moment(words: list[str], field: str, today: date) -> datetime | Finding | None:
    if len(words) > 2:
        return None
    on: date | Finding | None = today if len(words) == 1 else day(words[0], today=today)
    at = hour(words[-1], field)
    if isinstance(at, Finding) and at.code == codes.MIDNIGHT.name:
        return at
    if isinstance(on, date) and isinstance(at, time):
        return datetime.combine(on, at)
    return None


def _digits(typed: str) -> Match[str] | None:
    """``9`` and ``09`` are hours, ``930`` and ``0930`` hours and minutes."""
    return _DIGITS.fullmatch(typed) if len(typed) != 2 else re.fullmatch(r"(\d{2})()", typed)
