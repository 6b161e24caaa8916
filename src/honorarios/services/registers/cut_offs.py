"""What must hold among the columns of a rule for handing papers in: each shape asks for its own."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from honorarios.core.findings import Place
from honorarios.records.models import CutOffShape
from honorarios.services.registers import codes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from honorarios.core.findings import Finding

DAYS_OF_MONTH: Final = 31
_ASKED: Final[Mapping[str, tuple[str, ...]]] = {
    CutOffShape.AFTER_EVENT: ("cut_off_event", "cut_off_days"),
    CutOffShape.BEFORE_EVENT: ("cut_off_event", "cut_off_days"),
    CutOffShape.MONTH_DAY: ("cut_off_event", "cut_off_day", "cut_off_months"),
    CutOffShape.CALENDAR: ("cut_off_event", "cut_off_dates"),
}
_TITLES: Final = {
    "cut_off_event": "Contado de",
    "cut_off_days": "Dias do prazo",
    "cut_off_day": "Dia do mês",
    "cut_off_months": "Meses depois",
    "cut_off_dates": "Datas de entrega",
}


def cut_off(values: Mapping[str, Any]) -> Iterator[Finding]:
    """A shape has all that it asks for, and nothing is said of a deadline without one."""
    shape = values["cut_off_shape"]
    if not shape:
        said = [name for name in _TITLES if values[name] not in (None, "")]
        if said:
            yield codes.NO_SHAPE.at(Place(field="cut_off_shape"), title=_TITLES[said[0]])
        return
    told = CutOffShape(shape).label
    for name in _ASKED[shape]:
        if values[name] in (None, ""):
            yield codes.CUT_OFF_MISSING.at(Place(field=name), title=_TITLES[name], shape=told)
    day = values["cut_off_day"]
    if shape == CutOffShape.MONTH_DAY and day is not None and not 1 <= day <= DAYS_OF_MONTH:
        yield codes.NOT_A_DAY.at(Place(field="cut_off_day"), value=day)
    yield from _dates(values["cut_off_dates"])


def _dates(text: str) -> Iterator[Finding]:
    for one in text.split():
        try:
            date.fromisoformat(one)
        except ValueError:
            yield codes.NOT_A_DATE.at(Place(field="cut_off_dates"), value=one)
