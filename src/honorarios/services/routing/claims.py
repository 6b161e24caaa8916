"""What becomes of a claim: refused by who pays, withdrawn by who bills, paid; and the claims of a surgery."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - pydantic reads the annotations
from typing import TYPE_CHECKING, Final, NamedTuple

from honorarios.core.findings import Place
from honorarios.core.vocabulary import LineStatus
from honorarios.records import selectors
from honorarios.records.models import ClaimState, RouteClaim, RoutePayment, RoutePrediction
from honorarios.services import access, texts
from honorarios.services.cases.held import hold as hold_case
from honorarios.services.fees import reverse_line
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, not_found, refuse
from honorarios.services.permissions import sees_values_of
from honorarios.services.routing import codes
from honorarios.services.routing.held import receiver_of, way_of
from honorarios.services.routing.standing import follow, forget_payment
from honorarios.services.routing.tasks import release
from honorarios.services.work import consult, perform

if TYPE_CHECKING:
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

LONGEST_REASON: Final = 500
ENDING: Final = {
    ClaimState.REFUSED: (ClaimState.OPEN, ClaimState.BILLED),
    ClaimState.WITHDRAWN: (ClaimState.OPEN, ClaimState.BILLED),
}
"""From which states a claim may be refused or withdrawn."""


@dataclass(frozen=True, slots=True)
class ClaimAnswer:
    """A claim after it changed."""

    claim_id: int
    state: str
    case_id: int
    reversed: bool
    """Whether its fee line was reversed with it."""
    version: int
    """The surgery's."""


def refuse_claim(
    *,
    actor: Actor,
    claim_id: int,
    reason: str,
    version: int | None = None,
    key: str | None = None,
) -> Result[ClaimAnswer]:
    """Record that who pays refused a claim; its line is reversed, and the other routes are open again.

    ``version`` is the surgery's, as it was seen.
    """
    return _end(actor, claim_id, _Ending(ClaimState.REFUSED, reason, version), key)


def withdraw(
    *,
    actor: Actor,
    claim_id: int,
    reason: str,
    version: int | None = None,
    key: str | None = None,
) -> Result[ClaimAnswer]:
    """Take a claim back; its line is reversed, and the other routes are open again.

    ``version`` is the surgery's, as it was seen.
    """
    return _end(actor, claim_id, _Ending(ClaimState.WITHDRAWN, reason, version), key)


class _Ending(NamedTuple):
    """What is to become of a claim."""

    state: ClaimState
    reason: str
    version: int | None


def claim_of(work: Work, claim_id: int) -> RouteClaim:
    """A claim of a surgery within reach; stops with PER-NOT-FOUND."""
    rows = RouteClaim.objects.filter(case__in=selectors.cases(work.scope))
    rows = rows.select_related(
        "fee_line", "cooperative", "act", "case__payer", "case__hospital", "provider"
    )
    return access.one(rows, f"A cobrança {claim_id}", pk=claim_id)


def _end(actor: Actor, claim_id: int, ending: _Ending, key: str | None) -> Result[ClaimAnswer]:
    return perform(
        actor=actor,
        operation=Operation.ROUTES_DECIDE,
        answer=ClaimAnswer,
        do=lambda work: _ended(work, claim_id, ending),
        key=key,
        request=[claim_id, ending.state.code_name, ending.reason, ending.version],
    )


def _ended(work: Work, claim_id: int, ending: _Ending) -> ClaimAnswer:
    state = ending.state
    why = texts.within(ending.reason, "reason", title="Motivo", longest=LONGEST_REASON)
    if not why:
        refuse(codes.REASON_OF_CLAIM.at(Place(field="reason")))
    case = hold_case(work, claim_of(work, claim_id).case_id, ending.version)
    claim = claim_of(work, claim_id)
    before = ClaimState[claim.state.upper()]
    if before not in ENDING[state]:
        told = {"state": before.label.lower(), "wanted": state.label.lower()}
        refuse(at(codes.WRONG_STATE, **told))
    line = claim.fee_line
    active = line is not None and line.status == LineStatus.ACTIVE.code_name
    claim.state, claim.note, claim.fee_line = state.code_name, why, None
    claim.save(update_fields=["state", "note", "fee_line", "changed_at"])
    if line is not None and active:
        reverse_line(work, line.uid, why)
    ended = release(work, claim)
    detail = {"claim": claim.pk, "state": state.code_name, "reason": why, "tasks_ended": ended}
    detail |= forget_payment(claim)
    settled = follow(work, case, detail)
    return ClaimAnswer(claim.pk, claim.state, case.pk, active, settled.version)


@dataclass(frozen=True, slots=True)
class ClaimDetail:
    """A claim with what was foretold of it and what came; amounts in centavos."""

    claim_id: int
    case_id: int
    version: int
    """The surgery's: a claim changes under it."""
    number: str
    """The surgery's."""
    code: str
    description: str
    role_label: str
    provider: str
    route: str
    receiver: str
    """Name of who it is sent to: the payer, the hospital or the cooperative; a patient isn't named."""
    state: str
    state_label: str
    note: str
    line_uid: str
    foretold: int | None
    foretold_days: int | None
    presented_on: date | None
    paid_on: date | None
    denied: int
    recovered: int


def detail(*, actor: Actor, claim_id: int) -> Result[ClaimDetail]:
    """A claim within reach; a physician's own only."""

    def do(work: Work) -> ClaimDetail:
        claim = claim_of(work, claim_id)
        if not sees_values_of(actor, claim.provider_id):
            not_found(f"A cobrança {claim_id}")
        return _detail(claim)

    return consult(actor=actor, operation=Operation.ROUTES_READ, do=do)


def _detail(claim: RouteClaim) -> ClaimDetail:
    foretold = RoutePrediction.objects.filter(claim=claim).first()
    payment = RoutePayment.objects.filter(claim=claim).first()
    way = way_of(claim)
    through = "" if claim.cooperative is None else f" {claim.cooperative.code}"
    return ClaimDetail(
        claim_id=claim.pk,
        case_id=claim.case_id,
        version=claim.case.version,
        number=claim.case.number,
        code=claim.act.code,
        description=claim.act.description,
        role_label=claim.get_role_display(),
        provider=claim.provider.name,
        route=f"{way.route.label}{through}",
        receiver=receiver_of(claim),
        state=claim.state,
        state_label=claim.get_state_display(),
        note=claim.note,
        line_uid="" if claim.fee_line is None else str(claim.fee_line.uid),
        foretold=None if foretold is None else foretold.received,
        foretold_days=None if foretold is None else foretold.days,
        presented_on=None if payment is None else payment.presented_on,
        paid_on=None if payment is None else payment.paid_on,
        denied=0 if payment is None else payment.denied,
        recovered=0 if payment is None else payment.recovered,
    )
