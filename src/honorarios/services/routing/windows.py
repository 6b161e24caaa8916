"""Until when a route takes its papers, and what that leaves possible."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from honorarios.planning.cutoff_words import told
from honorarios.planning.cutoffs import Event, due
from honorarios.routing.facts import known
from honorarios.services.routing.terms import cutoff_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from honorarios.planning.days import Place
    from honorarios.records.models import RouteTerms
    from honorarios.routing.option import Case, Option


@dataclass(frozen=True, slots=True)
class Window:
    """The days in which a route takes its papers."""

    until: date | None = None
    """The last of them; None: nobody knows."""
    rule: str = ""
    waits: bool = False
    """Whether it is counted from what has not happened yet."""


def window(
    terms: RouteTerms | None,
    events: Mapping[Event, date],
    place: Place,
    today: date,
    *,
    senha_presumed: bool,
) -> Window:
    """The window of a route by its terms.

    Args:
        terms: The route's.
        events: What cut-offs count from, of what has a day.
        place: Whose working days count.
        today: Day of the opinion.
        senha_presumed: Whether the end of the senha is but the usual term of one.
    """
    cutoff = cutoff_of(terms)
    if cutoff is None:
        return Window()
    until = due(cutoff, events, place)
    presumed = senha_presumed and cutoff.event is Event.SENHA_EXPIRY
    if until is not None and presumed and until < today:
        # A usual term may be asked about; it closes no route.
        until = None
    return Window(until, told(cutoff), waits=cutoff.event not in events)


def repasse_still_possible(option: Option, case: Case) -> Option:
    """The surgeon may still ask for the repasse while the hospital takes papers (E3b)."""
    fact = option.repasse_requested
    waits = not option.has_deadline
    open_still = waits or (option.deliver_until is not None and case.today <= option.deliver_until)
    if fact.holds is None and open_still:
        return replace(option, repasse_requested=known(fact.name, holds=True))
    return option
