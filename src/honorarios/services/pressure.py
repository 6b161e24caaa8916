"""Pressure of deadlines: the office's table, the usual one while it has none, and what is missing."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from honorarios.records.models import CaseDocument, DeadlinePressure, DocumentKind, DocumentState
from honorarios.routing.pressure import USUAL, Pressure, Row

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

HANDED_IN: Final = (
    DocumentKind.SURGERY_REPORT,
    DocumentKind.FEE_GUIA,
)
"""Papers that every covered route asks for once the surgery is done."""
PERCENT: Final = Decimal(100)


def table_of(office_id: int) -> Pressure:
    """How likely a missing document costs the fee, by the days left."""
    rows = DeadlinePressure.objects.filter(office_id=office_id)
    own = tuple(Row(row.days_left, row.loss / PERCENT, row.document) for row in rows)
    return Pressure(own) if own else USUAL


def missing_papers(case_ids: Collection[int]) -> Mapping[int, tuple[str, ...]]:
    """What somebody recorded as missing of the papers to hand in, by surgery."""
    rows = CaseDocument.objects.filter(
        case_id__in=case_ids, kind__in=HANDED_IN, state=DocumentState.MISSING
    )
    found: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    for case_id, kind in rows.values_list("case_id", "kind").order_by("case_id", "kind"):
        found[case_id] += (kind,)
    return found
