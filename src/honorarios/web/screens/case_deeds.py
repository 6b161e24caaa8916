"""What is done to a surgery, each deed asked for in a dialog: acts, team, requests, answers, papers, tasks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from honorarios.core.vocabulary import AccessRoute, Laterality, Role
from honorarios.records.models import ReceivesAs, RequestKind
from honorarios.services import cases as services
from honorarios.services.cases import (
    Ask,
    NewAct,
    NewAnswer,
    NewMember,
    NewRequest,
    NewTask,
    Performance,
)
from honorarios.services.cases.detail import detail
from honorarios.services.cases.listing import attendances, people
from honorarios.web import typed
from honorarios.web.answers import Fragment, Go, Page
from honorarios.web.present import cases as present
from honorarios.web.present import filters
from honorarios.web.refused import status_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from honorarios.services.cases import CaseAnswer
    from honorarios.services.cases.views import CaseDetail
    from honorarios.services.outcomes import Result
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call

    Deed = Callable[[Ask, typed.Fields], Result[CaseAnswer] | None]

UNPROCESSABLE: Final = 422
LARGEST_KEY: Final = 2**31 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A deed as its dialog asks for it."""

    view: str
    """Name of its address."""
    title: str
    done: str
    """What is said once it is done."""
    template: str
    button: str = ""
    """What is pressed to do it; empty: the title."""
    danger: bool = False
    context: Mapping[str, object] = field(default_factory=dict)
    start: Mapping[str, object] = field(default_factory=dict)
    """What the form begins with."""


def add_act(call: Call, case_id: int) -> Answer:
    """Plan another act."""
    asked = Asked(
        view="case_deeds.add_act",
        title=_("Incluir ato"),
        done=_("Ato incluído."),
        template="act",
        context=_act_options(),
        start={"quantity": "1"},
    )
    return _ask(
        call,
        case_id,
        asked,
        lambda ask, form: _with(_act(form), lambda new: services.add_act(ask=ask, new=new)),
    )


def edit_act(call: Call, case_id: int, act_id: int) -> Answer:
    """Change an act."""
    found = call.take(detail(actor=call.actor, case_id=case_id))
    act = next((one for one in found.acts if one.act_id == act_id), None)
    start = {}
    if act is not None:
        start = {
            "code": act.code,
            "text": f"{act.code} {act.description}".strip(),
            "quantity": str(act.quantity),
            "access_route": act.access_route,
            "laterality": act.laterality,
        }
    asked = Asked(
        view="case_deeds.edit_act",
        title=_("Alterar ato"),
        done=_("Ato alterado."),
        template="act",
        context=_act_options(),
        start=start,
    )

    def do(ask: Ask, form: typed.Fields) -> Result[CaseAnswer] | None:
        return _with(_act(form), lambda new: services.edit_act(ask=ask, act_id=act_id, new=new))

    return _ask(call, case_id, asked, do, act_id=act_id)


def remove_act(call: Call, case_id: int, act_id: int) -> Answer:
    """Take an act out of the plan."""
    asked = Asked(
        view="case_deeds.remove_act",
        title=_("Retirar ato"),
        done=_("Ato retirado."),
        template="remove_act",
        danger=True,
    )
    return _ask(
        call,
        case_id,
        asked,
        lambda ask, _form: services.remove_act(ask=ask, act_id=act_id),
        act_id=act_id,
    )


def add_member(call: Call, case_id: int) -> Answer:
    """Put somebody in the team."""
    asked = Asked(
        view="case_deeds.add_member",
        title=_("Incluir na equipe"),
        done=_("Equipe atualizada."),
        template="member",
        context={
            "roles": present.roles(),
            "receives": [(one.value, _(one.label)) for one in ReceivesAs],
        },
    )

    def do(ask: Ask, form: typed.Fields) -> Result[CaseAnswer] | None:
        code, role = form.text("provider", required=True), form.text("role", required=True)
        member = filters.member(Role, role)
        if not code or member is None:
            return None
        legal = form.text("receives_as") == ReceivesAs.LEGAL
        new = NewMember(
            provider_code=code,
            role=member,
            receives_as=ReceivesAs.LEGAL if legal else ReceivesAs.NATURAL,
        )
        return services.add_member(ask=ask, new=new)

    return _ask(call, case_id, asked, do)


def remove_member(call: Call, case_id: int, participation_id: int) -> Answer:
    """Take somebody out of the team."""
    asked = Asked(
        view="case_deeds.remove_member",
        title=_("Retirar da equipe"),
        done=_("Equipe atualizada."),
        template="remove_member",
        danger=True,
    )
    return _ask(
        call,
        case_id,
        asked,
        lambda ask, _form: services.remove_member(ask=ask, member_id=participation_id),
        participation_id=participation_id,
    )


def request(call: Call, case_id: int) -> Answer:
    """Record that the payer received a request."""
    asked = Asked(
        view="case_deeds.request",
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

    return _ask(call, case_id, asked, do)


def answer(call: Call, case_id: int, request_id: int) -> Answer:
    """Record what the payer answered: all, a part, nothing, or nothing that counts."""
    found = call.take(detail(actor=call.actor, case_id=case_id))
    missing = [act for act in found.acts if act.authorised < act.quantity]
    asked = Asked(
        view="case_deeds.answer",
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

    return _ask(call, case_id, asked, do, request_id=request_id)


def withdraw(call: Call, case_id: int, request_id: int) -> Answer:
    """Give a request up."""
    asked = Asked(
        view="case_deeds.withdraw",
        title=_("Retirar pedido"),
        done=_("Pedido retirado."),
        template="withdraw",
        danger=True,
        start={"withdrawn_on": f"{call.today:%d/%m/%Y}"},
    )

    def do(ask: Ask, form: typed.Fields) -> Result[CaseAnswer] | None:
        on = form.day("withdrawn_on", required=True)
        return None if on is None else services.withdraw(ask=ask, request_id=request_id, on=on)

    return _ask(call, case_id, asked, do, request_id=request_id)


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
        view="case_deeds.document",
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

    return _ask(call, case_id, asked, do, paper=paper)


def quote(call: Call, case_id: int) -> Answer:
    """Record a quote asked of a supplier."""
    asked = Asked(
        view="case_deeds.quote",
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

    return _ask(call, case_id, asked, do)


def receive_quote(call: Call, case_id: int, quote_id: int) -> Answer:
    """Record that a quote came."""
    asked = Asked(
        view="case_deeds.receive_quote",
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

    return _ask(call, case_id, asked, do, quote_id=quote_id)


def add_task(call: Call, case_id: int) -> Answer:
    """Open a pending item."""
    asked = Asked(
        view="case_deeds.add_task",
        title=_("Nova pendência"),
        button=_("Abrir pendência"),
        done=_("Pendência aberta."),
        template="task",
        context={"people": present.people(call.take(people(actor=call.actor)))},
        start={"owner_id": str(call.actor.user_id)},
    )

    def do(ask: Ask, form: typed.Fields) -> Result[CaseAnswer] | None:
        due, owner = form.day("due"), form.count("owner_id", most=LARGEST_KEY)
        if form.findings:
            return None
        new = NewTask(title=form.text("title"), owner_id=owner, due=due, rule=form.text("rule"))
        return services.add_task(ask=ask, new=new)

    return _ask(call, case_id, asked, do)


def finish_task(call: Call, case_id: int, task_id: int) -> Answer:
    """Mark a pending item as done, or open it again."""
    done = call.form.get("done", "1") == "1"
    ask = Ask(call.actor, case_id, key=call.key)
    result = services.finish_task(ask=ask, task_id=task_id, done=done)
    call.take(result)
    told = _("Pendência concluída.") if done else _("Pendência reaberta.")
    return Go(reverse("cases.show", args=[case_id]) + "#pendencias", told)


def perform(call: Call, case_id: int) -> Answer:
    """Record that the surgery was done, and in which attendance."""
    found = call.take(detail(actor=call.actor, case_id=case_id))
    options = _attendances(call, case_id)
    at = found.case.planned_at
    asked = Asked(
        view="case_deeds.perform",
        title=_("Registrar realização"),
        done=_("Cirurgia realizada."),
        template="perform",
        context={
            "attendances": filters.every(options, _("Nenhum destes: abrir outro, ou ligar depois")),
            "unauthorised": [
                act
                for act in found.acts
                if act.authorised < act.quantity
                and not found.case.is_private
                and not found.case.free_choice
            ],
        },
        start={
            "performed_at": "" if at is None or at > call.now else f"{at:%d/%m/%Y %H:%M}",
            "attendance_id": options[0][0] if options else "",
        },
    )

    def do(ask: Ask, form: typed.Fields) -> Result[CaseAnswer] | None:
        at = form.moment("performed_at", required=True)
        chosen = form.count("attendance_id", most=LARGEST_KEY)
        if at is None or form.findings:
            return None
        done = Performance(
            performed_at=at,
            attendance_id=chosen,
            attendance_number=form.text("attendance_number"),
        )
        return services.perform(ask=ask, done=done)

    return _ask(call, case_id, asked, do)


def attach(call: Call, case_id: int) -> Answer:
    """Say which attendance a surgery was part of that was done without one."""
    options = _attendances(call, case_id)
    asked = Asked(
        view="case_deeds.attach",
        title=_("Ligar ao atendimento"),
        done=_("Cirurgia ligada ao atendimento."),
        template="attach",
        context={"attendances": filters.every(options, _("Nenhum destes: abrir outro"))},
        start={"attendance_id": options[0][0] if options else ""},
    )

    def do(ask: Ask, form: typed.Fields) -> Result[CaseAnswer] | None:
        chosen = form.count("attendance_id", most=LARGEST_KEY)
        if form.findings:
            return None
        number = form.text("attendance_number")
        return services.attach(ask=ask, attendance_id=chosen, attendance_number=number)

    return _ask(call, case_id, asked, do)


def cancel(call: Call, case_id: int) -> Answer:
    """Cancel a surgery that was not done."""
    asked = Asked(
        view="case_deeds.cancel",
        title=_("Cancelar cirurgia"),
        done=_("Cirurgia cancelada."),
        template="cancel",
        danger=True,
    )
    return _ask(
        call,
        case_id,
        asked,
        lambda ask, form: services.cancel(ask=ask, reason=form.text("reason")),
    )


def _ask(call: Call, case_id: int, asked: Asked, do: Deed, **more: object) -> Answer:
    """Do what was asked for; or show its form, with what is wrong."""
    found: CaseDetail = call.take(detail(actor=call.actor, case_id=case_id))
    back = reverse("cases.show", args=[case_id])
    form = typed.Fields(call.form, now=call.now)
    tried: Result[CaseAnswer] | None = None
    if call.posted:
        ask = Ask(call.actor, case_id, call.version or 0, call.key)
        tried = do(ask, form)
        if tried is not None and tried.ok:
            return Go(back, " ".join([asked.done, *(one.message for one in tried.findings)]))
    findings = (*form.findings, *(() if tried is None else tried.findings)) if call.posted else ()
    status = 200
    if call.posted:
        status = UNPROCESSABLE if tried is None else status_of(tried)
    context: dict[str, Any] = {
        "case": found.case,
        "asked": asked,
        "action": reverse(asked.view, kwargs={"case_id": case_id, **more}),
        "form_of": f"web/cases/_{asked.template}.html",
        "given": call.form if call.posted else asked.start,
        "findings": findings,
        "back": back,
        **asked.context,
    }
    if call.htmx:
        return Fragment("web/cases/_dialog.html", context, status)
    return Page("web/cases/form.html", context, status)


def _with(
    new: NewAct | None, do: Callable[[NewAct], Result[CaseAnswer]]
) -> Result[CaseAnswer] | None:
    return None if new is None else do(new)


def _attendances(call: Call, case_id: int) -> list[tuple[str, str]]:
    """The patient's attendances that a surgery may be part of, as options."""
    known = call.take(attendances(actor=call.actor, case_id=case_id))
    return [(str(one.attendance_id), f"{one.number} · {one.started_at:%d/%m/%Y}") for one in known]


def _act_options() -> dict[str, object]:
    return {
        "access_routes": filters.terms(AccessRoute),
        "lateralities": filters.every(filters.terms(Laterality), _("Não se aplica")),
    }


def _act(form: typed.Fields) -> NewAct | None:
    code = form.text("code", required=True)
    quantity = form.count("quantity", most=99, required=True)
    if not code or quantity is None:
        return None
    return NewAct(
        code=code,
        quantity=quantity,
        access_route=filters.member(AccessRoute, form.text("access_route")) or AccessRoute.SINGLE,
        laterality=filters.member(Laterality, form.text("laterality")),
    )
