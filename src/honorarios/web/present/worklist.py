"""The rows of the work list, in the words that the page shows: they are said here, a page has many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.urls import reverse

from honorarios.core.vocabulary import AttendanceStatus, PartStatus
from honorarios.web.present.parts import kind_of
from honorarios.web.present.writing import day, label, moment, money

if TYPE_CHECKING:
    from honorarios.services.worklist import WorkRow

CHECKED: Final = (PartStatus.OPEN.code_name, PartStatus.CLOSED.code_name)
"""States of the parts that can be closed or released: what forbids it is told."""


def shown(row: WorkRow) -> dict[str, Any]:
    """A row of the list."""
    period = day(row.period_start)
    if row.period_end:
        period += f" – {day(row.period_end)}"
    return {
        "key": str(row.part_id),
        "href": f"{reverse('account.show', args=[row.account_id])}?parcial={row.part_id}",
        "number": f"{row.attendance}/{row.account_number}",
        "seq": str(row.seq),
        "initials": row.initials,
        "cancelled": row.attendance_status == AttendanceStatus.CANCELLED.code_name,
        "payer": row.payer_name,
        "plan": row.plan,
        "period": period,
        "last_act": row.last_act and moment(row.last_act),
        "kind": kind_of(row.status),
        "status": label(row.status, "PartStatus"),
        "tax_invoice": row.tax_invoice,
        "findings": row.findings,
        "waits": row.findings is None and row.status in CHECKED,
        "lines": str(row.sums.lines),
        "charged": money(row.sums.charged),
        "outside": row.sums.outside and money(row.sums.outside),
    }
