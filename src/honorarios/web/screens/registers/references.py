"""A register by its address, and what its rows refer to, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.http import Http404

from honorarios.services import agreements, registers
from honorarios.web.present.forms import Option
from honorarios.web.present.places import BY_MODEL, PLACES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from honorarios.services.registers import Field, RowView
    from honorarios.web.call import Call
    from honorarios.web.present import registers as present
    from honorarios.web.present.places import Place

REGIME: Final = "regime"
"""The column whose codes the tax parameters name."""


def place_of(call: Call, slug: str) -> Place:
    """A register by its address; what identifies patients has addresses, and a permission, of its own."""
    place = PLACES.get(slug)
    if place is None or not call.may(place.register.read):
        raise Http404
    return place


def names_of(call: Call, place: Place, rows: Sequence[RowView]) -> present.Names:
    """What rows refer to, by name; of a company's regime too, which is a code of the tax parameters."""
    names = call.take(registers.names(actor=call.actor, register=place.register, rows=rows))
    return {**names, REGIME: regimes(call)} if REGIME in place.register.names else names


def regimes(call: Call) -> dict[str, str]:
    """The regimes that a company may be taxed by, of every year, by code."""
    years = agreements.parameters(actor=call.actor).value or ()
    return {one.code: one.label for year in years for one in year.taxes.regimes}


def choices_of(call: Call, one: Field) -> list[Option] | None:
    """What a reference may name; None where that is too much for a list, or not to be seen."""
    target = None if one.refers_to is None else BY_MODEL.get(one.refers_to)
    if target is None or not call.may(target.register.read):
        return None
    found = call.take(registers.choices(actor=call.actor, register=target.register))
    if found.more:
        return None
    return [Option(choice.value, choice.label) for choice in found.found]
