"""Claims that follow their fee lines: one that is reversed gives its claim back, or hands it to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.planning.case import DONE, Status
from honorarios.records.models import ClaimState, RouteClaim, RoutePayment
from honorarios.records.models.decisions import STANDING
from honorarios.services import access, locks
from honorarios.services.cases.finishing import advance
from honorarios.services.cases.held import Change, settle

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from honorarios.records.models import FeeLine, SurgeryCase
    from honorarios.services.cases.answers import CaseAnswer
    from honorarios.services.work import Work

LAUNCHED = (ClaimState.BILLED.code_name, ClaimState.PAID.code_name)


def hold_surgeries(work: Work, uid: UUID | str) -> None:
    """Lock the surgeries that are billed in a line's account, before the account itself is locked."""
    hold_surgeries_of([access.line(work.scope, uid).part_id])


def hold_surgeries_of(part_ids: Iterable[int]) -> None:
    """Lock the surgeries that are billed in the accounts of parts, before those are locked."""
    claims = RouteClaim.objects.filter(fee_line__part__account__parts__in=list(part_ids))
    locks.cases(claims.values_list("case_id", flat=True))


def carry_over(work: Work, launched: Mapping[int, FeeLine]) -> None:
    """Hang the claims of reversed lines on those that were launched in their place, by the former's keys."""
    claims = RouteClaim.objects.filter(fee_line_id__in=list(launched), state__in=LAUNCHED)
    for claim in claims:
        line = launched[claim.fee_line_id or 0]
        work.record("claim", claim.pk, {"line": line.pk, "instead_of": claim.fee_line_id})
        claim.fee_line = line
        claim.save(update_fields=["fee_line", "changed_at"])


def give_back(work: Work, line_ids: Iterable[int]) -> None:
    """Open again the claims that were billed by lines that are now reversed, with nothing paid of them.

    Their surgeries, which :func:`hold_surgeries` locked, wait to be launched again.
    """
    claims = RouteClaim.objects.filter(fee_line_id__in=list(line_ids), state__in=LAUNCHED)
    surgeries = {}
    for claim in claims.select_related("case"):
        told = {"state": ClaimState.OPEN.code_name, "line": claim.fee_line_id}
        work.record("claim", claim.pk, told | forget_payment(claim))
        claim.state, claim.fee_line = ClaimState.OPEN.code_name, None
        claim.save(update_fields=["state", "fee_line", "changed_at"])
        surgeries[claim.case_id] = claim.case
    for case in surgeries.values():
        follow(work, case, {"reversed": True})


def follow(work: Work, case: SurgeryCase, told: Mapping[str, object]) -> CaseAnswer:
    """Settle a locked surgery whose claims changed: one that was done is billed, or paid, as they are."""
    if Status.named(case.status) not in DONE:
        return settle(work, case, Change(told))
    states = set(RouteClaim.objects.filter(case=case).values_list("state", flat=True))
    standing = states & set(STANDING)
    if standing == {ClaimState.PAID.code_name}:
        return advance(work, case, Status.PAID, told)
    waits = not standing or ClaimState.OPEN.code_name in standing
    return advance(work, case, Status.PERFORMED if waits else Status.BILLED, told)


def forget_payment(claim: RouteClaim) -> dict[str, object]:
    """Take what came of a claim out of the history; what it was, for the audit trail."""
    row = RoutePayment.objects.filter(claim=claim).first()
    if row is None:
        return {}
    row.delete()
    return {"payment": payment_told(row)}


def payment_told(row: RoutePayment) -> dict[str, object]:
    """A payment as the audit trail tells it; amounts in centavos."""
    return {
        "presented": row.presented,
        "denied": row.denied,
        "recovered": row.recovered,
        "presented_on": str(row.presented_on),
        "paid_on": None if row.paid_on is None else str(row.paid_on),
    }
