"""The documents of a surgery and the OPME quotes that the hospital gathers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.records.models import CaseDocument, DocumentKind, DocumentState, OpmeQuote
from honorarios.services import access, texts
from honorarios.services.cases import codes, given
from honorarios.services.cases.held import Ask, Change, change, not_cancelled
from honorarios.services.outcomes import at, refuse

if TYPE_CHECKING:
    from datetime import date

    from honorarios.records.models import SurgeryCase
    from honorarios.services.cases.answers import CaseAnswer
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

LONGEST_SUPPLIER: Final = 120
LONGEST_NOTE: Final = 300
_SIGNED: Final = {
    DocumentKind.CLASS_CONSENT: "consent_signed_on",
    DocumentKind.PRIVATE_BUDGET: "budget_signed_on",
}
"""Papers whose signature is a fact of the surgery."""


def document(
    *, ask: Ask, kind: str, state: str, on: date | None = None, note: str = ""
) -> Result[CaseAnswer]:
    """Record where a paper is; a signed consent or budget also dates the patient's signature."""

    def do(work: Work, case: SurgeryCase) -> Change:
        not_cancelled(case, "o documento")
        if kind not in DocumentKind.values:
            refuse(at(codes.REQUIRED, "kind", what="o documento"))
        if state not in DocumentState.values:
            refuse(at(codes.REQUIRED, "state", what="a situação do documento"))
        day = None if state == DocumentState.MISSING else on or given.today(work)
        given.past(work, day, "on", "Documento")
        row, _ = CaseDocument.objects.update_or_create(
            office_id=case.office_id,
            case=case,
            kind=kind,
            defaults={"state": state, "on": day, "note": given.note(note, longest=LONGEST_NOTE)},
        )
        column = _SIGNED.get(DocumentKind(kind))
        if column is not None:
            signed = day if state == DocumentState.SIGNED else None
            type(case).objects.filter(pk=case.pk).update(**{column: signed})
        return Change({"document": kind, "state": state}, row.pk)

    return change(ask, do, ["document", kind, state, on, note])


def quote(
    *,
    ask: Ask,
    supplier: str,
    requested_on: date,
    received_on: date | None = None,
    centavos: int | None = None,
) -> Result[CaseAnswer]:
    """Record that a supplier was asked for a quote."""

    def do(work: Work, case: SurgeryCase) -> Change:
        not_cancelled(case, "o orçamento")
        name = texts.within(supplier, "supplier", title="Fornecedor", longest=LONGEST_SUPPLIER)
        if not name:
            refuse(at(codes.REQUIRED, "supplier", what="o fornecedor"))
        if OpmeQuote.objects.filter(case=case, supplier=name).exists():
            refuse(at(codes.SUPPLIER_TWICE, "supplier", supplier=name))
        given.past(work, requested_on, "requested_on", "Pedido do orçamento")
        _received(work, requested_on, received_on, centavos)
        row = OpmeQuote.objects.create(
            office_id=case.office_id,
            case=case,
            supplier=name,
            requested_on=requested_on,
            received_on=received_on,
            centavos=centavos,
        )
        return Change({"quote": row.pk, "received": received_on is not None}, row.pk)

    return change(ask, do, ["quote", supplier, requested_on, received_on, centavos])


def receive_quote(
    *, ask: Ask, quote_id: int, received_on: date, centavos: int | None = None
) -> Result[CaseAnswer]:
    """Record that a quote came, with its amount where it says one."""

    def do(work: Work, case: SurgeryCase) -> Change:
        not_cancelled(case, "o orçamento")
        rows = OpmeQuote.objects.filter(case=case)
        row = access.one(rows, f"O orçamento {quote_id}", pk=quote_id)
        _received(work, row.requested_on, received_on, centavos)
        row.received_on, row.centavos = received_on, centavos
        row.save(update_fields=["received_on", "centavos"])
        return Change({"quote": row.pk, "received": True}, row.pk)

    return change(ask, do, ["received", quote_id, received_on, centavos])


def _received(work: Work, asked: date, received: date | None, centavos: int | None) -> None:
    given.past(work, received, "received_on", "Recebimento")
    given.in_order(asked, "o pedido", received, "received_on", "Recebimento")
    if centavos is not None and centavos < 0:
        refuse(at(codes.NEGATIVE, "centavos"))
