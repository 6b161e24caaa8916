"""What a surgery of free choice costs the patient: the private fee less the refund that a table foretells.

The refund is the patient's: it enters no physician's value (``spec: routes 2.4, 5.4b``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from honorarios.core.vocabulary import Role
from honorarios.routing.routes import Route
from honorarios.services.cases import reach
from honorarios.services.cases.refunds import estimated
from honorarios.services.loader.terms import term
from honorarios.services.operations import Operation
from honorarios.services.routing.opinions import case_of, choose
from honorarios.services.routing.supposing import Supposed
from honorarios.services.work import consult

if TYPE_CHECKING:
    from honorarios.services.actor import Actor
    from honorarios.services.cases.refunds import RefundLine
    from honorarios.services.outcomes import Result
    from honorarios.services.routing.weighing import SeatChoice
    from honorarios.services.work import Work


@dataclass(frozen=True, slots=True)
class OwnCostLine:
    """One act of one professional; amounts in centavos, None where nothing gives them."""

    code: str
    role_label: str
    fee: int | None
    refund: int | None

    @property
    def cost(self) -> int | None:
        """What the patient is left with."""
        return None if self.fee is None else max(0, self.fee - (self.refund or 0))


@dataclass(frozen=True, slots=True)
class OwnCost:
    """The patient's own cost by the table of one contract; amounts in centavos."""

    contract: str
    name: str
    lines: tuple[OwnCostLine, ...]
    fee: int
    refund: int
    cost: int
    """Of the lines whose fee is known."""


def own_cost(*, actor: Actor, case_id: int, contract: str) -> Result[OwnCost]:
    """The cost of a surgery of free choice to its patient; CIR-NOT-FREE-CHOICE where it is none."""

    def do(work: Work) -> OwnCost:
        found = estimated(work, reach.one(work, case_id), contract)
        seats = choose(work, case_of(work, case_id), Supposed()).seats
        fees = {
            (one.seat.act.pk, one.seat.participation.role): _fee(one)
            for one in sorted(seats, key=lambda seat: seat.seat.participation.pk)
        }
        lines = tuple(_line(one, fees.get((one.act_id, one.role))) for one in found.lines)
        known = [one for one in lines if one.fee is not None]
        return OwnCost(
            contract=found.contract,
            name=found.name,
            lines=lines,
            fee=sum(one.fee or 0 for one in known),
            refund=sum(one.refund or 0 for one in known),
            cost=sum(one.cost or 0 for one in known),
        )

    return consult(actor=actor, operation=Operation.ROUTES_READ, do=do)


def _fee(seat: SeatChoice) -> int | None:
    """What the private route asks of the patient; None without a price."""
    private = (one for one in seat.prospects if one.option.route is Route.PRIVATE)
    one = next(private, None)
    return None if one is None or one.option.unpriced else one.gross


def _line(refund: RefundLine, fee: int | None) -> OwnCostLine:
    return OwnCostLine(refund.code, term(Role, refund.role).label, fee, refund.centavos)
