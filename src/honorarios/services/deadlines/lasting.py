"""Which surgeries still have deadlines to keep: however many are closed, only what is open is counted."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from django.db.models import Exists, OuterRef, Q

from honorarios.records.models import (
    CaseDocument,
    CaseStatus,
    CaseTask,
    DocumentKind,
    RoutePayment,
)

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from honorarios.records.models import SurgeryCase

AFTER_PAID: Final = timedelta(days=180)
"""For how long a payment leaves anything to do: its receipt, an appeal, the reply to it, a refund."""


def still_waiting(cases: QuerySet[SurgeryCase], since: date) -> QuerySet[SurgeryCase]:
    """Those that are open, and of the paid ones those that left something to do not long before a day."""
    begin = since - AFTER_PAID
    case = OuterRef("pk")
    tasks = CaseTask.objects.filter(case=case, done_on__isnull=True)
    payments = RoutePayment.objects.filter(claim__case=case, paid_on__gte=begin)
    refunds = CaseDocument.objects.filter(
        case=case, kind=DocumentKind.REFUND_REQUEST, on__gte=begin
    )
    lasting = ~Q(status=CaseStatus.PAID) | Exists(tasks) | Exists(payments) | Exists(refunds)
    return cases.exclude(status=CaseStatus.CANCELLED).filter(lasting)
