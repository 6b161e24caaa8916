"""A row of a register: what it says, its validity as a line in time, its history, what refers to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.services import registers
from honorarios.services.operations import Operation
from honorarios.services.registers import is_dated
from honorarios.web.answers import Page
from honorarios.web.present import registers as present
from honorarios.web.present.places import PLACES
from honorarios.web.screens.registers.references import names_of, place_of

if TYPE_CHECKING:
    from honorarios.services.registers import RowView
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call
    from honorarios.web.present.places import Place

RELATED: Final = 12
"""Rows of another register that are shown."""


def show(call: Call, register: str, row_id: int) -> Answer:
    """A row: what it says, its validity as a line in time, its history, and what refers to it."""
    place = place_of(call, register)
    row = call.take(registers.read(actor=call.actor, register=place.register, row_id=row_id))
    history = call.take(registers.history(actor=call.actor, register=place.register, row_id=row_id))
    rows = [row, *present.as_it_was(row, history)]
    names = names_of(call, place, rows)
    related = _related(call, place, row)
    context = {
        "place": place,
        "row": row,
        "title": present.title_of(place, row, names),
        "facts": [present.cell(one, row.values[one.name], names) for one in place.register.fields],
        "children": present.children_of(place, row, names),
        "segments": _segments(call, place, row, names),
        "history": present.history_shown(place, history, names),
        "related": related,
        "bare": [one for one in related if not one.lines],
        "dated": is_dated(place.register),
        "writes": call.may(place.register.write),
        "listing": place.listing,
        "edit": place.url("edit", row_id),
        "succeed": place.url("succeed", row_id) if is_dated(place.register) else "",
        "confirm": place.confirm(row_id) if call.may(Operation.AGREEMENTS_CONFIRM) else "",
    }
    return Page("web/registers/show.html", context)


def _segments(
    call: Call, place: Place, row: RowView, names: present.Names
) -> list[dict[str, object]]:
    """The rows of the same thing, one period after another."""
    register = place.register
    if not is_dated(register):
        return []
    only = {
        name: present.typed_value(row.values[name]) for name in register.key if name != "valid_from"
    }
    found = call.take(registers.listed(actor=call.actor, register=register, only=only))
    rows = sorted(found.rows, key=lambda one: one.values["valid_from"])
    return [
        {
            "start": one.values["valid_from"],
            "end": one.values["valid_to"],
            "label": present.period_label(place, one, names),
            "href": "" if one.id == row.id else place.url("show", one.id),
        }
        for one in rows
    ]


def _related(call: Call, place: Place, row: RowView) -> list[present.Related]:
    """The rows of other registers that refer to this one, a few of each."""
    found: list[present.Related] = []
    for other in PLACES.values():
        if other.register.identifies_patients or not call.may(other.register.read):
            continue
        for one in other.register.fields:
            if one.refers_to is not place.register.model:
                continue
            named = str(row.id if one.by == "id" else row.values["code"])
            held = call.take(
                registers.listed(
                    actor=call.actor, register=other.register, only={one.name: named}, size=RELATED
                )
            )
            names = call.take(
                registers.names(actor=call.actor, register=other.register, rows=held.rows)
            )
            found.append(present.related(other, one, named, held, names))
    return found
