"""Remittances: their sums, and where billed parts are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F, Sum
from django.db.models.functions import Coalesce

from honorarios.core.money import format_brl
from honorarios.core.vocabulary import PartStatus
from honorarios.records.models import AccountPart, Remittance, RemittanceItem

if TYPE_CHECKING:
    from collections.abc import Iterator

BILLED = PartStatus.BILLED.code_name


def wrong_remittances(office_id: int) -> Iterator[str]:
    """Remittances that don't add up, and billed parts that are in none or in another."""
    sums = Remittance.objects.filter(office_id=office_id).annotate(
        items_total=Coalesce(Sum("items__total"), 0)
    )
    for one in sums.exclude(total=F("items_total")).order_by("number").iterator():
        told, items = format_brl(one.total), format_brl(one.items_total)
        yield f"remessa {one.number}: total {told}, soma dos itens {items}"
    standing = RemittanceItem.objects.filter(office_id=office_id, exit__isnull=True)
    inside = dict(standing.values_list("part_id", "remittance_id").iterator())
    counted = standing.values_list("part_id", flat=True).count()
    if counted != len(inside):
        yield "há parciais em mais de uma remessa ao mesmo tempo"
    billed = AccountPart.objects.filter(office_id=office_id, status=BILLED).order_by("pk")
    for part_id, remittance_id in billed.values_list("pk", "remittance_id").iterator():
        if inside.pop(part_id, None) != remittance_id:
            yield f"parcial {part_id}: faturada, e a remessa não a contém"
    for part_id in sorted(inside):
        yield f"parcial {part_id}: está em remessa e não está faturada"
    for item in _changed_items(office_id):
        yield f"parcial {item[0]}: foi na remessa com {format_brl(item[1])} e soma {format_brl(item[2])}"


def _changed_items(office_id: int) -> Iterator[tuple[int, int, int]]:
    """Parts in a remittance whose lines no longer add up to what they were billed with."""
    items = RemittanceItem.objects.filter(office_id=office_id, exit__isnull=True).annotate(
        now=Coalesce(Sum("part__lines__charged"), 0)
    )
    wrong = items.exclude(total=F("now")).order_by("pk")
    yield from wrong.values_list("part_id", "total", "now").iterator()
