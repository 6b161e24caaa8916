"""The tax invoice (nota fiscal) of a part: it freezes a private one (``spec: launching 3.3, V3``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.core.findings import Place
from honorarios.core.vocabulary import AttendanceStatus, PartStatus
from honorarios.launching import codes as rules
from honorarios.services import codes, texts
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, refuse
from honorarios.services.parts.answers import PartAnswer
from honorarios.services.parts.transition import check_version, status_of, write
from honorarios.services.work import perform

if TYPE_CHECKING:
    from honorarios.records.models import AccountPart
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

ISSUE: Final = "issue_tax_invoice"
LONGEST_NUMBER: Final = 60

INVOICEABLE: Final = (PartStatus.CLOSED, PartStatus.RELEASED, PartStatus.BILLED)
"""States in which a part's amount is settled enough to be invoiced (our own decision)."""


def issue_tax_invoice(
    *,
    actor: Actor,
    part_id: int,
    number: str,
    version: int | None = None,
    key: str | None = None,
    dry_run: bool = False,
) -> Result[PartAnswer]:
    """Record the tax invoice that was issued for a part; its lines are frozen then, if it is private.

    It is recorded for good: a part has one tax invoice, and it doesn't go away.
    """

    def do(work: Work) -> PartAnswer:
        given = texts.within(number, "number", title="Nota fiscal", longest=LONGEST_NUMBER)
        part = _locked(work, part_id, version)
        if not given:
            refuse(at(codes.INVOICE_NUMBER, "number"))
        if part.tax_invoice:
            refuse(at(codes.INVOICE_ISSUED, "number", number=part.tax_invoice))
        if status_of(part) not in INVOICEABLE:
            refuse(at(codes.INVOICE_STATE, "status", status=status_of(part).label.lower()))
        write(work, [part], ISSUE, reason="", tax_invoice=given, tax_invoice_at=work.now)
        work.record("part", part.pk, {"number": given})
        return PartAnswer(
            part_id=part.pk,
            status=part.status,
            version=part.version + 1,
            tax_invoice=given,
            remittance_id=part.remittance_id,
        )

    return perform(
        actor=actor,
        operation=Operation.PARTS_INVOICE,
        answer=PartAnswer,
        do=do,
        key=key,
        request={"part": part_id, "number": number, "version": version},
        dry_run=dry_run,
    )


def _locked(work: Work, part_id: int, version: int | None) -> AccountPart:
    part = work.lock_part(part_id)
    check_version(part, version)
    if part.account.attendance.status == AttendanceStatus.CANCELLED.code_name:
        refuse(rules.CANCELLED_ATTENDANCE.at(Place()))
    return part
