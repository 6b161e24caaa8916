"""What a higher accommodation of the patient's option adds over a team, as the contracts foretell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.routing.reasons import Standing
from honorarios.routing.routes import Route
from honorarios.services import days
from honorarios.services.permissions import sees_values_of
from honorarios.services.pricers import pricer_in_force
from honorarios.services.routing.held import hold
from honorarios.services.routing.opinions import case_of
from honorarios.services.routing.weighing import Setting, weigh_cases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.services.routing.weighing import SeatChoice
    from honorarios.services.work import Work


def complement_of(work: Work, case_id: int) -> int | None:
    """The class difference of a surgery, in centavos; None where a part of it has no price.

    Whoever's contract bars a complement adds nothing to it; who sees their own part alone is told none.
    """
    office_id = work.actor.office_id
    in_force = pricer_in_force(office_id)
    if in_force is None or not sees_values_of(work.actor, None):
        return None
    held = hold([case_of(work, case_id)])
    today = days.today(office_id, work.now)
    (choice,) = weigh_cases(held, Setting(office_id, today, in_force[1]))
    amounts = [amount for seat in choice.seats for amount in _amounts(seat)]
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known and len(known) == len(amounts) else None


def _amounts(seat: SeatChoice) -> Iterator[int | None]:
    """What the difference adds to a seat, where it may be charged at all."""
    for one in seat.ranking.patient:
        if one.option.route is Route.CLASS_DIFFERENCE and one.standing is not Standing.INELIGIBLE:
            yield None if one.option.unpriced else one.value.gross
