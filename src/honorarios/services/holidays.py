"""The holidays that deadlines are counted with: the office's own list of a place, else what is known of it."""

from __future__ import annotations

from datetime import date
from typing import Final

from honorarios.planning.days import Feast, Place
from honorarios.planning.places import NATIONAL, place_of
from honorarios.records.models import HolidayPlace

_FEASTS: Final = {feast.code_name: feast for feast in Feast}


class Places:
    """The places of an office, by what its hospitals call them."""

    def __init__(self, office_id: int) -> None:
        rows = HolidayPlace.objects.filter(office_id=office_id)
        self._known: dict[str, Place] = {row.code: _place(row) for row in rows}

    def of(self, name: str) -> Place:
        """The holidays of a place; the country's own where its name says nothing."""
        written = name.strip().upper()
        if written not in self._known:
            self._known[written] = place_of(written) or NATIONAL
        return self._known[written]


def _place(row: HolidayPlace) -> Place:
    return Place(
        state=row.state or None,
        local=tuple(row.days.split()),
        feasts=tuple(feast for name, feast in _FEASTS.items() if getattr(row, name)),
        moved=tuple(date.fromisoformat(one) for one in row.dates.split()),
    )
