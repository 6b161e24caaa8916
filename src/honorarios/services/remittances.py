"""Reading remittances: their list, and what one sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime  # noqa: TC003 - pydantic reads the annotations
from typing import TYPE_CHECKING, Final

from django.db.models import Count

from honorarios.records import selectors
from honorarios.records.models import RemittanceItem
from honorarios.services import access
from honorarios.services.operations import Operation
from honorarios.services.work import consult

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from honorarios.records.models import Remittance
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

MOST_LISTED: Final = 500


@dataclass(frozen=True, slots=True)
class RemittanceView:
    """A remittance; amounts in centavos."""

    remittance_id: int
    number: int
    payer_id: int
    billing_unit_id: int
    total: int
    """As it was issued, parts taken out since included."""
    created_at: datetime
    parts: int
    """How many it was issued with."""


@dataclass(frozen=True, slots=True)
class SentPart:
    """A part of a remittance."""

    part_id: int
    total: int
    taken_out_at: datetime | None
    """When rebilling took it out; None while it is in."""
    reason: str


@dataclass(frozen=True, slots=True)
class RemittanceDetail:
    """A remittance with all that it was issued with."""

    remittance: RemittanceView
    sent: tuple[SentPart, ...]


def listed(
    *,
    actor: Actor,
    payer_id: int | None = None,
    billing_unit_id: int | None = None,
    before: int | None = None,
    limit: int = 100,
) -> Result[tuple[RemittanceView, ...]]:
    """Remittances within reach, the newest first, below number ``before``."""

    def do(work: Work) -> tuple[RemittanceView, ...]:
        rows = selectors.remittances(work.scope)
        if payer_id is not None:
            rows = rows.filter(payer_id=payer_id)
        if billing_unit_id is not None:
            rows = rows.filter(billing_unit_id=billing_unit_id)
        if before is not None:
            rows = rows.filter(number__lt=before)
        return tuple(map(_view, _counted(rows)[: max(1, min(limit, MOST_LISTED))]))

    return consult(actor=actor, operation=Operation.REMITTANCES_LIST, do=do)


def detail(*, actor: Actor, remittance_id: int) -> Result[RemittanceDetail]:
    """A remittance with its parts, those taken out included."""

    def do(work: Work) -> RemittanceDetail:
        rows = _counted(selectors.remittances(work.scope))
        found = access.one(rows, f"A remessa {remittance_id}", pk=remittance_id)
        items = RemittanceItem.objects.filter(remittance=found).select_related("exit")
        return RemittanceDetail(_view(found), tuple(map(_sent, items.order_by("part_id"))))

    return consult(actor=actor, operation=Operation.REMITTANCES_LIST, do=do)


def _counted(rows: QuerySet[Remittance]) -> QuerySet[Remittance]:
    return rows.annotate(parts_sent=Count("items")).order_by("-number")


def _view(row: Remittance) -> RemittanceView:
    return RemittanceView(
        remittance_id=row.pk,
        number=row.number,
        payer_id=row.payer_id,
        billing_unit_id=row.billing_unit_id,
        total=row.total,
        created_at=row.created_at,
        parts=getattr(row, "parts_sent", 0),
    )


def _sent(item: RemittanceItem) -> SentPart:
    taken = getattr(item, "exit", None)
    return SentPart(
        part_id=item.part_id,
        total=item.total,
        taken_out_at=None if taken is None else taken.at,
        reason="" if taken is None else taken.reason,
    )
