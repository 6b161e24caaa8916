"""Registers that deadlines are counted and weighed with: the holidays of places, the pressure table."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from honorarios.core.findings import Place
from honorarios.planning.places import STATES, place_of
from honorarios.records import models
from honorarios.services.registers import codes
from honorarios.services.registers.field import field_of
from honorarios.services.registers.register import Register, columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from honorarios.core.findings import Finding

LEAP: Final = 2024
"""A year that has every day."""
_MONTH_DAY: Final = re.compile(r"\d{2}-\d{2}")


def _holidays(values: Mapping[str, Any]) -> Iterator[Finding]:
    """A place has a code that hospitals name, a state that exists, and days that the calendar has."""
    if values["code"] and place_of(values["code"]) is None:
        yield codes.NOT_A_PLACE.at(Place(field="code"), value=values["code"])
    if values["state"] and values["state"] not in STATES.values():
        yield codes.NOT_A_STATE.at(Place(field="state"), value=values["state"])
    for one in values["days"].split():
        if not _MONTH_DAY.fullmatch(one) or not _is_day(f"{LEAP}-{one}"):
            yield codes.NOT_A_YEARLY_DAY.at(Place(field="days"), value=one)
    for one in values["dates"].split():
        if not _is_day(one):
            yield codes.NOT_A_HOLIDAY.at(Place(field="dates"), value=one)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


COUNTED: Final = (
    Register(
        name="holiday-places",
        model=models.HolidayPlace,
        fields=columns(
            models.HolidayPlace,
            *("code", "name", "state", "days", "dates"),
            *("carnival_monday", "carnival_tuesday", "ash_wednesday", "corpus_christi"),
        ),
        key=("code",),
        checks=(_holidays,),
    ),
    Register(
        name="deadline-pressure",
        model=models.DeadlinePressure,
        fields=columns(
            models.DeadlinePressure,
            *("document", "days_left", "loss"),
            loss=field_of(models.DeadlinePressure, "loss", zero=True),
        ),
        key=("document", "days_left"),
    ),
)
