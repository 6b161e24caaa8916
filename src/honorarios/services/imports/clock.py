"""The hours of an act from a day and a clock that a file keeps in cells of their own."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

SECONDS_A_DAY: Final = 24 * 60 * 60

_MIDNIGHT = re.compile(r"[ T]00:00(:00)?$")
_HOUR = re.compile(r"(\d{1,2})\s*[hH:]\s*(\d{2})?(?:\s*:\s*(\d{2}))?\s*(?:h|min|m)?", re.ASCII)
# A spreadsheet's cell of an hour alone may come with the first day of its calendar.
_CALENDAR_START = re.compile(r"(1899-12-3[01]|1900-01-0[01])[ T]")


def moments(values: Mapping[str, str]) -> tuple[str, str]:
    """Start and end of an act as texts of a moment each; empty where the row doesn't say.

    A day without an hour stays a day, which the reading of entries refuses; nothing is guessed.

    >>> moments({"day": "22/11/2025", "start_hour": "10h30", "end_hour": "11:00"})
    ('22/11/2025 10:30', '22/11/2025 11:00')
    >>> moments({"start": "22/11/2025 10:00", "day": "22/11/2025", "end_hour": "0.5"})
    ('22/11/2025 10:00', '22/11/2025 12:00:00')
    """
    day = _MIDNIGHT.sub("", values.get("day", ""))
    start = values.get("start") or _moment(day, values.get("start_hour", ""))
    end = values.get("end", "")
    if not end and values.get("end_hour"):
        end = _moment(day, values["end_hour"])
    return start, end


def _moment(day: str, hour: str) -> str:
    return f"{day} {clock(hour)}".strip()


def clock(text: str) -> str:
    """An hour as ``HH:MM`` or ``HH:MM:SS``; what is no hour is left as it is, to be refused.

    >>> clock("9h"), clock("9:05"), clock("0.4375"), clock("1899-12-31 10:00:00"), clock("24:00")
    ('09:00', '09:05', '10:30:00', '10:00:00', '24:00')
    """
    text = _CALENDAR_START.sub("", text.strip())
    if match := _HOUR.fullmatch(text):
        hour, minute, second = match.groups()
        return ":".join(filter(None, (hour.zfill(2), minute or "00", second)))
    return _of_fraction(text)


def _of_fraction(text: str) -> str:
    """An hour that a spreadsheet without a format for it tells as a share of the day."""
    try:
        share = Decimal(text.replace(",", "."))
    except InvalidOperation:
        return text
    if not 0 <= share < 1 or not {".", ","} & set(text):
        return text
    seconds = int((share * SECONDS_A_DAY).to_integral_value())
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
