"""The papers of a surgery, and the quotes of its materials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from honorarios.services import cases as services
from honorarios.services.cases.detail import detail
from honorarios.web.present import cases as present
from honorarios.web.screens.case_asking import Asked, ask_for

if TYPE_CHECKING:
    from honorarios.services.cases import Ask, CaseAnswer
    from honorarios.services.outcomes import Result
    from honorarios.web import typed
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call


def document(call: Call, case_id: int, paper: str) -> Answer:
    """Say where a paper is; the quick button sends the state alone."""
    found = call.take(detail(actor=call.actor, case_id=case_id))
    row = next((one for one in found.papers if one.kind == paper), None)
    named = dict(present.all_papers())
    start: dict[str, object] = {"on": f"{call.today:%d/%m/%Y}", "state": "received"}
    if row is not None:
        start |= {"state": row.state, "note": row.note}
        start["on"] = "" if row.on is None else f"{row.on:%d/%m/%Y}"
    asked = Asked(
        view="case_papers.document",
        title=named.get(paper, _("Documento")),
        button=_("Gravar"),
        done=_("Documento atualizado."),
        template="document",
        context={"states": present.document_states()},
        start=start,
    )

    def do(ask: Ask, form: typed.Fields) -> Result[CaseAnswer] | None:
        on = form.day("on")
        if form.findings:
            return None
        return services.document(
            ask=ask, kind=paper, state=form.text("state"), on=on, note=form.text("note")
        )

    return ask_for(call, case_id, asked, do, paper=paper)


def quote(call: Call, case_id: int) -> Answer:
    """Record a quote asked of a supplier."""
    asked = Asked(
        view="case_papers.quote",
        title=_("Pedir orçamento de OPME"),
        done=_("Orçamento registrado."),
        template="quote",
        start={"requested_on": f"{call.today:%d/%m/%Y}"},
    )

    def do(ask: Ask, form: typed.Fields) -> Result[CaseAnswer] | None:
        on, came = form.day("requested_on", required=True), form.day("received_on")
        amount = form.money("centavos")
        if on is None or form.findings:
            return None
        return services.quote(
            ask=ask,
            supplier=form.text("supplier"),
            requested_on=on,
            received_on=came,
            centavos=amount,
        )

    return ask_for(call, case_id, asked, do)


def receive_quote(call: Call, case_id: int, quote_id: int) -> Answer:
    """Record that a quote came."""
    asked = Asked(
        view="case_papers.receive_quote",
        title=_("Orçamento recebido"),
        button=_("Gravar"),
        done=_("Orçamento recebido."),
        template="receive_quote",
        start={"received_on": f"{call.today:%d/%m/%Y}"},
    )

    def do(ask: Ask, form: typed.Fields) -> Result[CaseAnswer] | None:
        came, amount = form.day("received_on", required=True), form.money("centavos")
        if came is None or form.findings:
            return None
        return services.receive_quote(ask=ask, quote_id=quote_id, received_on=came, centavos=amount)

    return ask_for(call, case_id, asked, do, quote_id=quote_id)
