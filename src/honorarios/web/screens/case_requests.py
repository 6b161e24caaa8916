"""What was asked of the payer for a surgery, and what it answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from honorarios.records.models import RequestKind
from honorarios.services import cases as services
from honorarios.services.cases import Ask, NewAnswer, NewRequest
from honorarios.services.cases.detail import detail
from honorarios.web.screens.case_asking import Asked, ask_for

if TYPE_CHECKING:
    from honorarios.services.cases import CaseAnswer
    from honorarios.services.outcomes import Result
    from honorarios.web import typed
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call


def new(call: Call, case_id: int) -> Answer:
    """Record that the payer received a request."""
    asked = Asked(
        view="case_requests.new",
        title=_("Registrar pedido"),
        done=_("Pedido registrado: os prazos do convênio estão contando."),
        template="request",
        context={"kinds": [(one.value, _(one.label)) for one in RequestKind]},
        start={"requested_on": f"{call.today:%d/%m/%Y}"},
    )

    def do(ask: Ask, form: typed.Fields) -> Result[CaseAnswer] | None:
        on = form.day("requested_on", required=True)
        if on is None:
            return None
        new = NewRequest(kind=form.text("kind"), requested_on=on, protocol=form.text("protocol"))
        return services.request(ask=ask, new=new)

    return ask_for(call, case_id, asked, do)


def answer(call: Call, case_id: int, request_id: int) -> Answer:
    """Record what the payer answered: all, a part, nothing, or nothing that counts."""
    found = call.take(detail(actor=call.actor, case_id=case_id))
    missing = [act for act in found.acts if act.authorised < act.quantity]
    asked = Asked(
        view="case_requests.answer",
        title=_("Registrar resposta"),
        done=_("Resposta registrada."),
        template="answer",
        context={
            "acts": [
                {
                    "act_id": act.act_id,
                    "code": act.code,
                    "description": act.description,
                    "missing": act.quantity - act.authorised,
                    "typed": call.form.get(f"quantities.{act.act_id}", ""),
                }
                for act in missing
            ],
            "answers": [
                ("authorised", _("Autorizou tudo")),
                ("partial", _("Autorizou em parte")),
                ("denied", _("Negou")),
                ("generic", _("Resposta genérica: em análise, em auditoria")),
            ],
        },
        start={"answered_on": f"{call.today:%d/%m/%Y}", "answer": "authorised"},
    )

    def do(ask: Ask, form: typed.Fields) -> Result[CaseAnswer] | None:
        on, until = form.day("answered_on", required=True), form.day("valid_until")
        counts = {
            act.act_id: form.count(f"quantities.{act.act_id}", least=0, most=99) or 0
            for act in missing
        }
        if on is None or form.findings:
            return None
        new = NewAnswer(
            answer=form.text("answer"),
            answered_on=on,
            text=form.text("text"),
            senha=form.text("senha"),
            valid_until=until,
            quantities=counts if form.text("answer") == "partial" else {},
        )
        return services.answer(ask=ask, request_id=request_id, new=new)

    return ask_for(call, case_id, asked, do, request_id=request_id)


def withdraw(call: Call, case_id: int, request_id: int) -> Answer:
    """Give a request up."""
    asked = Asked(
        view="case_requests.withdraw",
        title=_("Retirar pedido"),
        done=_("Pedido retirado."),
        template="withdraw",
        danger=True,
        start={"withdrawn_on": f"{call.today:%d/%m/%Y}"},
    )

    def do(ask: Ask, form: typed.Fields) -> Result[CaseAnswer] | None:
        on = form.day("withdrawn_on", required=True)
        return None if on is None else services.withdraw(ask=ask, request_id=request_id, on=on)

    return ask_for(call, case_id, asked, do, request_id=request_id)
