"""What came of what was foretold: payments of claims, and predictions beside them by payer and route."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Sum

from honorarios.core.vocabulary import LineStatus
from honorarios.records import selectors
from honorarios.records.models import ClaimState, FeeLine, RouteClaim, RoutePayment, RoutePrediction
from honorarios.routing.routes import Route
from honorarios.services import days
from honorarios.services.cases.held import hold as hold_case
from honorarios.services.loader.terms import term
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, refuse
from honorarios.services.permissions import sees_values_of
from honorarios.services.routing import codes
from honorarios.services.routing.claims import claim_of
from honorarios.services.routing.standing import follow, payment_told
from honorarios.services.routing.tasks import release
from honorarios.services.work import consult, perform

if TYPE_CHECKING:
    from datetime import date

    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """What came of a claim that was presented; amounts in centavos."""

    presented_on: date
    paid_on: date | None = None
    """None: nothing was paid yet."""
    denied: int = 0
    """Refused at first."""
    recovered: int = 0
    """Of that, brought back by an appeal."""


@dataclass(frozen=True, slots=True)
class PaymentAnswer:
    """A payment that was recorded."""

    payment_id: int
    claim_id: int
    state: str
    presented: int
    version: int
    """The surgery's."""


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """What was foretold of the claims of a payer by a route, and what came; amounts in centavos."""

    payer: str
    route: str
    route_label: str
    claims: int
    """Claims with a prediction and a payment."""
    foretold: int
    """What was expected to be paid."""
    came: int
    foretold_days: int
    """Mean of the days that were expected."""
    days: int | None
    """Mean of the days that it took; None where nothing was paid yet."""
    open: int
    """Claims that still wait for their money."""

    @property
    def gap(self) -> int:
        """What came less what was foretold."""
        return self.came - self.foretold


def record_payment(
    *,
    actor: Actor,
    claim_id: int,
    payment: Payment,
    version: int | None = None,
    key: str | None = None,
) -> Result[PaymentAnswer]:
    """Record what came of a billed claim: it joins the office's history, and is told from its prediction.

    What was recorded before is replaced and kept in the audit trail; ``version`` is the surgery's, as seen.
    """
    return perform(
        actor=actor,
        operation=Operation.ROUTES_DECIDE,
        answer=PaymentAnswer,
        do=lambda work: _recorded(work, claim_id, payment, version),
        key=key,
        request=[claim_id, payment, version],
    )


def outcomes(*, actor: Actor) -> Result[tuple[OutcomeView, ...]]:
    """Predictions beside what came, by payer and route; a physician's are of their own claims."""

    def do(work: Work) -> tuple[OutcomeView, ...]:
        rows = RoutePrediction.objects.filter(
            claim__case__in=selectors.cases(work.scope),
            claim__state__in=[ClaimState.BILLED.code_name, ClaimState.PAID.code_name],
        ).select_related("claim__case__payer", "claim__payment")
        if actor.provider_id is not None and not sees_values_of(actor, None):
            rows = rows.filter(claim__provider_id=actor.provider_id)
        groups: defaultdict[tuple[str, str], list[RoutePrediction]] = defaultdict(list)
        for row in rows:
            groups[row.claim.case.payer.name, row.claim.route].append(row)
        return tuple(
            _outcome(payer, route, some) for (payer, route), some in sorted(groups.items())
        )

    return consult(actor=actor, operation=Operation.ROUTES_READ, do=do)


def _outcome(payer: str, route: str, rows: list[RoutePrediction]) -> OutcomeView:
    told = [(row, payment) for row in rows if (payment := _payment(row.claim)) is not None]
    waits = [payment.waited for _, payment in told if payment.waited is not None]
    came = sum(
        payment.presented - payment.denied + payment.recovered
        for _, payment in told
        if payment.paid_on is not None
    )
    paid = [row for row, payment in told if payment.paid_on is not None]
    return OutcomeView(
        payer=payer,
        route=route,
        route_label=term(Route, route).label,
        claims=len(paid),
        foretold=sum(row.received for row in paid),
        came=came,
        foretold_days=round(sum(row.days for row in paid) / len(paid)) if paid else 0,
        days=round(sum(waits) / len(waits)) if waits else None,
        open=len(rows) - len(paid),
    )


def _payment(claim: RouteClaim) -> RoutePayment | None:
    found = getattr(claim, "payment", None)
    return found if isinstance(found, RoutePayment) else None


def _recorded(work: Work, claim_id: int, payment: Payment, version: int | None) -> PaymentAnswer:
    case = hold_case(work, claim_of(work, claim_id).case_id, version)
    claim = claim_of(work, claim_id)
    if claim.state not in {ClaimState.BILLED.code_name, ClaimState.PAID.code_name}:
        told = ClaimState[claim.state.upper()].label.lower()
        refuse(at(codes.WRONG_STATE, state=told, wanted="paga"))
    presented = _presented(claim)
    _check(work, payment, presented)
    waited = None if payment.paid_on is None else (payment.paid_on - payment.presented_on).days
    earlier = RoutePayment.objects.filter(claim=claim).first()
    before = None if earlier is None else payment_told(earlier)
    row, _ = RoutePayment.objects.update_or_create(
        claim=claim,
        defaults={
            "office_id": claim.office_id,
            "payer_id": case.payer_id,
            "hospital_id": case.hospital_id,
            "cooperative_id": claim.cooperative_id,
            "provider_id": claim.provider_id,
            "route": claim.route,
            "code": claim.act.code,
            "presented": presented,
            "denied": payment.denied,
            "recovered": payment.recovered,
            "presented_on": payment.presented_on,
            "paid_on": payment.paid_on,
            "waited": waited,
        },
    )
    state = ClaimState.BILLED if payment.paid_on is None else ClaimState.PAID
    claim.state = state.code_name
    claim.save(update_fields=["state", "changed_at"])
    if state is ClaimState.PAID:
        release(work, claim)
    detail = payment_told(row) | {"state": claim.state, "before": before}
    work.record("claim", claim.pk, detail)
    settled = follow(work, case, {"payment": row.pk})
    return PaymentAnswer(row.pk, claim.pk, claim.state, presented, settled.version)


def _presented(claim: RouteClaim) -> int:
    """What the lines of the claim's act charge: those of a division hang on it together."""
    line = claim.fee_line
    if line is None:
        raise ValueError(f"a billed claim without its line: {claim.pk}")
    rows = FeeLine.objects.filter(part_id=line.part_id, status=LineStatus.ACTIVE.code_name)
    rows = (
        rows.filter(pk=line.pk)
        if line.split_group is None
        else rows.filter(split_group=line.split_group)
    )
    return rows.aggregate(total=Sum("charged"))["total"] or 0


def _check(work: Work, payment: Payment, presented: int) -> None:
    today = days.today(work.actor.office_id, work.now)
    for name, day in (("presented_on", payment.presented_on), ("paid_on", payment.paid_on)):
        if day is not None and day > today:
            refuse(at(codes.FUTURE, name, day=f"{day:%d/%m/%Y}"))
    if payment.paid_on is not None and payment.paid_on < payment.presented_on:
        told = {"paid": payment.paid_on, "presented": payment.presented_on}
        refuse(at(codes.DAYS, "paid_on", **{name: f"{day:%d/%m/%Y}" for name, day in told.items()}))
    if presented <= 0:
        refuse(at(codes.AMOUNTS, "denied", what="o lançamento não cobra nada"))
    if not 0 <= payment.denied <= presented:
        refuse(at(codes.AMOUNTS, "denied", what="a glosa passa do apresentado"))
    if not 0 <= payment.recovered <= payment.denied:
        refuse(at(codes.AMOUNTS, "recovered", what="o recuperado passa da glosa"))
