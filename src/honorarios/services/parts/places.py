"""Where a part stands: its account, its attendance, its payer, and the version that a change names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - part of an answer's type
from typing import TYPE_CHECKING

from honorarios.records import selectors
from honorarios.services import access
from honorarios.services.operations import Operation
from honorarios.services.permissions import sees_remittances
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Sequence

    from honorarios.records.models import AccountPart
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class PartPlace:
    """A part among the others, without its lines."""

    part_id: int
    seq: int
    status: str
    version: int
    account_id: int
    account_number: int
    attendance_id: int
    attendance: str
    """Number of the attendance."""
    payer_id: int
    payer_name: str
    billing_unit_id: int
    billing_unit: str
    period_start: date
    period_end: date | None
    tax_invoice: str
    remittance_id: int | None
    """None to who sees no remittances, too."""


def place(*, actor: Actor, part_id: int) -> Result[PartPlace]:
    """A part within reach."""

    def do(work: Work) -> PartPlace:
        access.part_ids(work.scope, [part_id])
        return _place(work, access.part(work.scope, part_id))

    return consult(actor=actor, operation=Operation.ACCOUNTS_LIST, do=do)


def places(*, actor: Actor, part_ids: Sequence[int]) -> Result[tuple[PartPlace, ...]]:
    """Parts within reach, in the order they are asked for; others are left out."""

    def do(work: Work) -> tuple[PartPlace, ...]:
        rows = selectors.parts(work.scope).filter(pk__in=part_ids)
        joined = ("account__attendance", "payer", "billing_unit")
        found = {row.pk: row for row in rows.select_related(*joined)}
        return tuple(_place(work, found[key]) for key in part_ids if key in found)

    return consult(actor=actor, operation=Operation.ACCOUNTS_LIST, do=do)


def _place(work: Work, part: AccountPart) -> PartPlace:
    account = part.account
    return PartPlace(
        part_id=part.pk,
        seq=part.seq,
        status=part.status,
        version=part.version,
        account_id=account.pk,
        account_number=account.number,
        attendance_id=account.attendance_id,
        attendance=account.attendance.number,
        payer_id=part.payer_id,
        payer_name=part.payer.name,
        billing_unit_id=part.billing_unit_id,
        billing_unit=part.billing_unit.name,
        period_start=part.period_start,
        period_end=part.period_end,
        tax_invoice=part.tax_invoice,
        remittance_id=part.remittance_id if sees_remittances(work.actor) else None,
    )
