"""How a surgery ends: done, part of an attendance, or cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from honorarios.services import cases as services
from honorarios.services.cases import Ask, Performance
from honorarios.services.cases.detail import detail
from honorarios.services.cases.listing import attendances
from honorarios.web.present import filters
from honorarios.web.screens.case_asking import LARGEST_KEY, Asked, ask_for

if TYPE_CHECKING:
    from honorarios.services.cases import CaseAnswer
    from honorarios.services.outcomes import Result
    from honorarios.web import typed
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call


def perform(call: Call, case_id: int) -> Answer:
    """Record that the surgery was done, and in which attendance."""
    found = call.take(detail(actor=call.actor, case_id=case_id))
    options = _attendances(call, case_id)
    at = found.case.planned_at
    asked = Asked(
        view="case_end.perform",
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

    return ask_for(call, case_id, asked, do)


def attach(call: Call, case_id: int) -> Answer:
    """Say which attendance a surgery was part of that was done without one."""
    options = _attendances(call, case_id)
    asked = Asked(
        view="case_end.attach",
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

    return ask_for(call, case_id, asked, do)


def cancel(call: Call, case_id: int) -> Answer:
    """Cancel a surgery that was not done."""
    asked = Asked(
        view="case_end.cancel",
        title=_("Cancelar cirurgia"),
        done=_("Cirurgia cancelada."),
        template="cancel",
        danger=True,
    )
    return ask_for(
        call,
        case_id,
        asked,
        lambda ask, form: services.cancel(ask=ask, reason=form.text("reason")),
    )


def _attendances(call: Call, case_id: int) -> list[tuple[str, str]]:
    """The patient's attendances that a surgery may be part of, as options."""
    known = call.take(attendances(actor=call.actor, case_id=case_id))
    return [(str(one.attendance_id), f"{one.number} · {one.started_at:%d/%m/%Y}") for one in known]
