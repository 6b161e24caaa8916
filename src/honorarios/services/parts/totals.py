"""What is charged in parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Sum

from honorarios.records.models import FeeLine

if TYPE_CHECKING:
    from collections.abc import Collection


def charged(part_ids: Collection[int]) -> dict[int, int]:
    """The charged sum of each part in centavos, reversed lines and their reversals included; 0 if none."""
    sums = FeeLine.objects.filter(part_id__in=part_ids).order_by().values("part_id")
    found = dict(sums.annotate(charged_sum=Sum("charged")).values_list("part_id", "charged_sum"))
    return {part_id: int(found.get(part_id, 0)) for part_id in part_ids}
