"""The access route of each secondary act, as stated or suggested (CBHPM 4.1, 4.2; anaesthesia 5, 6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.core.vocabulary import AccessRoute, ProcedureKind
from honorarios.pricing.surgery import rules

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.pricing.surgery.model import Act
    from honorarios.pricing.surgery.ranking import Place
    from honorarios.pricing.surgery.rules import RuleUsed

Route = tuple[AccessRoute | None, "tuple[RuleUsed, ...]"]


def surgical_route(number: int, acts: Mapping[int, Act], places: Mapping[int, Place]) -> Route:
    """An act's route for its own team.

    A route stated for the principal act says how the two lie to each other, so it is the other's too.
    """
    own = acts[number].access_route
    if own is not None:
        return own, (rules.ROUTE_CHOSEN.used(route=own.label.lower()),)
    if places[number].kind is ProcedureKind.PRINCIPAL:
        return None, ()
    of_principal = acts[principal_of(places)].access_route
    if of_principal is not None:
        told = rules.ROUTE_OF_PRINCIPAL.used(route=of_principal.label.lower())
        return of_principal, (told,)
    return AccessRoute.SAME, (rules.ROUTE_SUGGESTED.used(),)


def anaesthesia_route(number: int, acts: Mapping[int, Act], places: Mapping[int, Place]) -> Route:
    """An act's route for the anaesthetist, to whom one cavity is one route and a team is nothing."""
    act, principal = acts[number], acts[principal_of(places)]
    if act.anaesthesia_route is not None:
        label = act.anaesthesia_route.label.lower()
        return act.anaesthesia_route, (rules.ROUTE_CHOSEN.used(route=label),)
    if places[number].kind is ProcedureKind.PRINCIPAL:
        return act.access_route, ()
    if principal.anaesthesia_route is not None:
        label = principal.anaesthesia_route.label.lower()
        return principal.anaesthesia_route, (rules.ROUTE_OF_PRINCIPAL.used(route=label),)
    if act.team != principal.team:
        return AccessRoute.DIFFERENT, (rules.ANAESTHESIA_OTHER_TEAM.used(),)
    route, told = surgical_route(number, acts, places)
    if route is AccessRoute.DIFFERENT:
        return route, (*told, rules.ANAESTHESIA_DIFFERENT.used())
    return route, (*told, rules.ANAESTHESIA_SAME.used())


def principal_of(places: Mapping[int, Place]) -> int:
    """The number of the act that comes first."""
    return min(places, key=lambda number: places[number].position)
