"""Routes that take a team whole or not at all: no decision may leave a part of it out (``spec: routes 5.4``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.services.outcomes import at, refuse
from honorarios.services.routing import codes
from honorarios.services.routing.held import role_of, way_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.routing.routes import Way
    from honorarios.services.routing.weighing import CaseChoice


def stop_partial(choice: CaseChoice, chosen: Mapping[int, Way]) -> None:
    """Stop where a route that asks for everybody is chosen for some and not for others who have a route.

    Args:
        choice: The surgery's.
        chosen: The way by the place of a seat; a seat that is left out keeps the way of its claim.
    """
    ways = {}
    for place, seat in enumerate(choice.seats):
        claim = choice.held.claims.get(seat.seat.key)
        ways[place] = chosen.get(place) or (None if claim is None else way_of(claim))
    for whole in sorted(choice.whole):
        if whole not in ways.values():
            continue
        outside = {
            role_of(seat.seat.participation): None
            for place, seat in enumerate(choice.seats)
            if ways[place] != whole and seat.ranking.covered
        }
        if outside:
            refuse(at(codes.WHOLE_TEAM, way=_name(choice, whole), members=", ".join(outside)))


def _name(choice: CaseChoice, way: Way) -> str:
    names = (
        one.option.name for seat in choice.seats for one in seat.prospects if one.option.way == way
    )
    return next(names, way.route.label)
