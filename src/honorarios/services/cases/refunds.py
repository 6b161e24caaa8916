"""What a plan's published table would refund of a surgery of free choice: an estimate, by the engine.

The refund is the patient's: it is told to them, and enters no physician's value.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING, Final

from honorarios.core.vocabulary import ProcedureKind, Role
from honorarios.planning.case import DONE, Status
from honorarios.services import catalogues
from honorarios.services.cases import codes, reach
from honorarios.services.loader.terms import term
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, not_found, refuse
from honorarios.services.pricers import pricer_in_force
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from honorarios.launching.prices import EngineLine
    from honorarios.records.models import Participation, PlannedAct, SurgeryCase
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

MIDDAY: Final = time(12)


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundTable:
    """A contract of the catalogue that may hold a plan's table of refunds."""

    contract: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundLine:
    """What would be refunded of one act of one professional."""

    act_id: int
    code: str
    role: str
    centavos: int | None
    """None where the table gives none."""
    why: str
    """Why there is none, in Portuguese; empty where there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundEstimate:
    """An estimate by one table."""

    contract: str
    name: str
    lines: tuple[RefundLine, ...]
    total: int
    """In centavos, of what has an estimate."""

    def of_act(self, act_id: int) -> int | None:
        """What an act is worth over the team; None where no line of it has an estimate."""
        found = [one.centavos for one in self.lines if one.act_id == act_id]
        known = [one for one in found if one is not None]
        return sum(known) if known else None


def tables(*, actor: Actor, case_id: int) -> Result[tuple[RefundTable, ...]]:
    """The contracts of the catalogue that are the payer's, by name."""

    def do(work: Work) -> tuple[RefundTable, ...]:
        payer = reach.one(work, case_id).payer.code
        found = catalogues.contracts_in_force(work.actor.office_id)
        own = [RefundTable(contract=one.id, name=one.name) for one in found if one.payer == payer]
        return tuple(sorted(own, key=lambda one: one.name))

    return consult(actor=actor, operation=Operation.CASES_READ, do=do)


def estimate(*, actor: Actor, case_id: int, contract: str) -> Result[RefundEstimate]:
    """The estimate of a surgery by the table of one contract of its payer."""

    def do(work: Work) -> RefundEstimate:
        return estimated(work, reach.one(work, case_id), contract)

    return consult(actor=actor, operation=Operation.CASES_READ, do=do)


def estimated(work: Work, case: SurgeryCase, contract: str) -> RefundEstimate:
    """The estimate within a unit of work; what has no price is told as a warning."""
    if not case.free_choice:
        refuse(at(codes.NOT_FREE_CHOICE))
    known = {
        one.id: one.name
        for one in catalogues.contracts_in_force(work.actor.office_id)
        if one.payer == case.payer.code
    }
    in_force = pricer_in_force(work.actor.office_id)
    if contract not in known or in_force is None:
        not_found(f"A tabela “{contract}” do convênio")
    asked = [
        (act, member, _line(case, act, member, contract))
        for act, member in _seats(case, own=work.scope.provider_id)
    ]
    prices = in_force[1].price([line for _, _, line in asked])
    lines = tuple(
        RefundLine(
            act_id=act.pk,
            code=act.code,
            role=member.role,
            centavos=price.total if price.priced else None,
            why="" if price.priced else price.status.message,
        )
        for (act, member, _), price in zip(asked, prices, strict=True)
    )
    for why in dict.fromkeys((one.code, one.why) for one in lines if one.why):
        work.notice(at(codes.NO_PRICE, procedure=why[0], why=why[1]))
    total = sum(one.centavos or 0 for one in lines)
    return RefundEstimate(contract=contract, name=known[contract], lines=lines, total=total)


def _seats(case: SurgeryCase, own: int | None) -> Iterator[tuple[PlannedAct, Participation]]:
    """Each act with each professional that acts in it; a physician's own alone."""
    for act in sorted(case.acts.all(), key=lambda one: one.sequence):
        for member in sorted(case.participations.all(), key=lambda one: one.pk):
            acts = {one.pk for one in member.acts.all()}
            hidden = own is not None and member.provider_id != own
            if not hidden and (not acts or act.pk in acts):
                yield act, member


def _line(case: SurgeryCase, act: PlannedAct, member: Participation, contract: str) -> EngineLine:
    done = Status.named(case.status) in DONE
    start = case.performed_at if done else case.planned_at
    principal = act.sequence == 1
    room = case.contracted_accommodation
    cells: Mapping[str, object | None] = {
        "contract": contract,
        "plan": None if case.plan is None else case.plan.code,
        "code": act.code,
        "start": start or datetime.combine(case.indicated_on, MIDDAY),
        "role": term(Role, member.role).code_name,
        "access_route": act.access_route,
        "procedure_kind": (
            ProcedureKind.PRINCIPAL if principal else ProcedureKind.SECONDARY
        ).code_name,
        "rank": act.sequence,
        "accommodation": None if room is None else room.code,
        "character": case.character,
        "setting": case.setting,
        "quantity": act.quantity,
        "laterality": act.laterality or None,
    }
    return {name: cell for name, cell in cells.items() if cell is not None}
