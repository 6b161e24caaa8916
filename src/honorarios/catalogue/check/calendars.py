"""Calendars: days that no year has, states that do not exist."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from honorarios.catalogue import codes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.catalogue.check.subject import Subject
    from honorarios.catalogue.schema import LocalHoliday
    from honorarios.core.findings import Finding

# fmt: off
STATES: Final = frozenset({
    "AC", "AL", "AM", "AP", "BA", "CE", "DF", "ES", "GO", "MA", "MG", "MS", "MT", "PA",
    "PB", "PE", "PI", "PR", "RJ", "RN", "RO", "RR", "RS", "SC", "SE", "SP", "TO",
})
# fmt: on
LEAP_YEAR: Final = 2024


def calendars(subject: Subject) -> Iterator[Finding]:
    """Every calendar."""
    for calendar in subject.catalogue.calendars.values():
        if calendar.state is not None and calendar.state not in STATES:
            place = subject.place("calendars", calendar.id, "state")
            yield codes.UNKNOWN_STATE.at(place, state=calendar.state)
        for index, holiday in enumerate(calendar.local):
            if not _has_a_day(holiday):
                place = subject.place("calendars", calendar.id, "local", index)
                yield codes.BAD_HOLIDAY.at(place, name=holiday.name)


def _has_a_day(holiday: LocalHoliday) -> bool:
    if holiday.day is None:
        return bool(holiday.dates)
    try:
        date.fromisoformat(f"{LEAP_YEAR}-{holiday.day}")
    except ValueError:
        return False
    return True
