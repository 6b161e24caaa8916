"""The opinion on one page of paper, for the surgeon; it names no patient."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.records.models import Office
from honorarios.reports.opinion import opinion_pdf
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result
from honorarios.services.permissions import sees_values_of
from honorarios.services.printing.document import Document, Form, document, printing
from honorarios.services.routing.opinion_page import opinion_page
from honorarios.services.routing.opinions import case_of, choose, inputs_hash
from honorarios.services.routing.supposing import Supposed
from honorarios.services.routing.views import view
from honorarios.services.work import consult

if TYPE_CHECKING:
    from honorarios.reports.model import Printing
    from honorarios.services.actor import Actor
    from honorarios.services.routing.shown import ChoiceView
    from honorarios.services.work import Work


def opinion_sheet(*, actor: Actor, case_id: int) -> Result[Document]:
    """The opinion on A4; a physician's has their own part only."""

    def do(work: Work) -> tuple[ChoiceView, str, Printing]:
        choice = choose(work, case_of(work, case_id), Supposed())
        own = None if sees_values_of(actor, None) else actor.provider_id
        office = Office.objects.values_list("name", flat=True).get(pk=actor.office_id)
        told = view(choice, only=own, inputs_hash=inputs_hash(choice))
        work.record("surgery", case_id, {"opinion": told.inputs_hash})
        return told, office, printing(work)

    told = consult(actor=actor, operation=Operation.ROUTES_READ, do=do)
    if told.value is None:
        return Result(findings=told.findings)
    choice, office, now = told.value
    name = f"parecer-{choice.number}"
    return Result(
        document(opinion_pdf(opinion_page(choice, office), now), name, Form.PDF), told.findings
    )
