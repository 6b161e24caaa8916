"""What came of a fictitious surgery's fees: decided as advised, launched, and paid in part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import cycle
from typing import TYPE_CHECKING

from honorarios.records.models import ClaimState, RouteClaim
from honorarios.services.routing.deciding import decide
from honorarios.services.routing.launching import launch
from honorarios.services.routing.opinions import opinion
from honorarios.services.routing.outcomes import Payment, record_payment

if TYPE_CHECKING:
    from datetime import date

    from honorarios.services.actor import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a statement said, so many days from today."""

    presented: int
    paid: int
    denied: tuple[int, ...]
    """Shares refused, in %, one claim after the other and round again."""


def come_of(operator: Actor, case_id: int, outcome: Outcome, today: date) -> None:
    """Bill a performed surgery by the advised routes, and record what was paid of it."""
    choice = opinion(actor=operator, case_id=case_id).require()
    advised = {one.participation_id: one.recommended for one in choice.members if one.recommended}
    decide(actor=operator, case_id=case_id, chosen=advised).require()
    launch(actor=operator, case_id=case_id).require()
    billed = RouteClaim.objects.filter(case_id=case_id, state=ClaimState.BILLED.code_name)
    claims = billed.select_related("fee_line").order_by("pk")
    for claim, share in zip(claims, cycle(outcome.denied), strict=False):
        charged = 0 if claim.fee_line is None else claim.fee_line.charged
        payment = Payment(
            presented_on=today + timedelta(days=outcome.presented),
            paid_on=today + timedelta(days=outcome.paid),
            denied=charged * share // 100,
        )
        record_payment(actor=operator, claim_id=claim.pk, payment=payment).require()
