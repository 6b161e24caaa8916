"""To whom the papers of a surgery were sent, where their kind and the routes say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.records.models import DocumentKind, DocumentState
from honorarios.services.deadlines.handed import guia_for
from honorarios.services.deadlines.ways import ways
from honorarios.services.routing.book import Book
from honorarios.services.routing.held import hold

if TYPE_CHECKING:
    from datetime import date

    from honorarios.records.models import CaseDocument, SurgeryCase


def sent_to(paper: CaseDocument, row: SurgeryCase, today: date) -> str:
    """The name of who a paper was sent to; empty where it wasn't, or nothing says to whom."""
    if paper.state != DocumentState.SENT:
        return ""
    match paper.kind:
        case DocumentKind.FEE_GUIA:
            return _guia_to(row, today)
        case DocumentKind.REPASSE_REQUEST:
            return row.hospital.name
        case DocumentKind.REFUND_REQUEST:
            return row.payer.name
    return ""


def _guia_to(row: SurgeryCase, today: date) -> str:
    held = hold([row])
    found = guia_for(one.way for one in ways(held[0], Book(row.office_id, held), today))
    return "" if found is None else found.receiver
