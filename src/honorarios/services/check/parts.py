"""Account parts: the history of their states, and lines that came too late."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from django.db.models import Max

from honorarios.core.vocabulary import PartStatus, PayerGroup
from honorarios.records.models import AccountPart, FeeLine, PartTransition

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

OPEN: Final = PartStatus.OPEN.code_name
FROZEN: Final = tuple(
    status.code_name for status in (PartStatus.RELEASED, PartStatus.BILLED, PartStatus.CANCELLED)
)


FREEZING: Final = (PartStatus.RELEASED.code_name, PartStatus.CANCELLED.code_name)


def broken_histories(office_id: int) -> Iterator[str]:
    """Parts whose transitions don't lead from open to the state they are in."""
    recorded = PartTransition.objects.filter(office_id=office_id).order_by("part_id", "version")
    walked: dict[int, str] = {}
    rows = recorded.values_list("part_id", "from_status", "to_status")
    for part_id, steps in groupby(rows.iterator(), key=lambda row: row[0]):
        reached = OPEN
        for _, before, after in steps:
            if before != reached:
                yield f"parcial {part_id}: de {reached} passou a {after} como se fosse {before}"
            reached = after
        walked[part_id] = reached
    now = AccountPart.objects.filter(office_id=office_id).order_by("pk")
    for part_id, status in now.values_list("pk", "status").iterator():
        if walked.get(part_id, OPEN) != status:
            yield f"parcial {part_id}: está {status}, e a sua história leva a {walked.get(part_id, OPEN)}"


def late_lines(office_id: int) -> Iterator[str]:
    """Lines written after their part was frozen: last released, cancelled, or invoiced to the patient."""
    frozen_at = _invoiced_at(office_id)
    for part_id, at in _last_frozen_at(office_id).items():
        frozen_at[part_id] = min(at, frozen_at.get(part_id, at))
    lines = FeeLine.objects.filter(office_id=office_id)
    last = lines.order_by("part_id").values_list("part_id").annotate(Max("created_at"))
    for part_id, written_at in last.iterator():
        at = frozen_at.get(part_id, written_at)
        if written_at > at:
            late = lines.filter(part_id=part_id, created_at__gt=at).order_by("number")
            for number in late.values_list("number", flat=True):
                yield f"parcial {part_id}, lançamento {number}: gravado depois de a parcial ser congelada"


def _last_frozen_at(office_id: int) -> dict[int, datetime]:
    """When parts that are frozen by their state were last released or cancelled."""
    freezing = PartTransition.objects.filter(
        office_id=office_id, part__status__in=FROZEN, to_status__in=FREEZING
    ).exclude(from_status__in=FROZEN)
    # Of a part's several times, the last one stays.
    return dict(freezing.order_by("version").values_list("part_id", "at").iterator())


def _invoiced_at(office_id: int) -> dict[int, datetime]:
    """When private parts got their tax invoice."""
    private = AccountPart.objects.filter(
        office_id=office_id,
        payer__group=PayerGroup.SELF_PAY.code_name,
        tax_invoice_at__isnull=False,
    )
    rows = private.values_list("pk", "tax_invoice_at").iterator()
    return {part_id: at for part_id, at in rows if at is not None}
