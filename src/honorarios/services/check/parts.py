"""Account parts: the history of their states, and lines that came too late."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from honorarios.core.vocabulary import PartStatus
from honorarios.records.models import AccountPart, FeeLine, PartTransition

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    """Lines written after their part was last released or cancelled."""
    freezing = PartTransition.objects.filter(
        office_id=office_id, part__status__in=FROZEN, to_status__in=FREEZING
    ).exclude(from_status__in=FROZEN)
    # Of a part's several times, the last one stays.
    frozen_at = dict(freezing.order_by("version").values_list("part_id", "at").iterator())
    for part_id, at in frozen_at.items():
        late = FeeLine.objects.filter(part_id=part_id, created_at__gt=at).order_by("number")
        for number in late.values_list("number", flat=True):
            yield f"parcial {part_id}, lançamento {number}: gravado depois de a parcial ser congelada"
