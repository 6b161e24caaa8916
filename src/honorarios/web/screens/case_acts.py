"""The acts of a surgery: planned, changed and taken out, each asked for in a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from honorarios.core.vocabulary import AccessRoute, Laterality
from honorarios.services import cases as services
from honorarios.services.cases import Ask, NewAct
from honorarios.services.cases.detail import detail
from honorarios.web.present import filters
from honorarios.web.screens.case_asking import Asked, ask_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from honorarios.services.cases import CaseAnswer
    from honorarios.services.outcomes import Result
    from honorarios.web import typed
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call


def add(call: Call, case_id: int) -> Answer:
    """Plan another act."""
    asked = Asked(
        view="case_acts.add",
        title=_("Incluir ato"),
        done=_("Ato incluído."),
        template="act",
        context=_options(),
        start={"quantity": "1"},
    )
    return ask_for(
        call,
        case_id,
        asked,
        lambda ask, form: _with(_act(form), lambda new: services.add_act(ask=ask, new=new)),
    )


def edit(call: Call, case_id: int, act_id: int) -> Answer:
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
        view="case_acts.edit",
        title=_("Alterar ato"),
        done=_("Ato alterado."),
        template="act",
        context=_options(),
        start=start,
    )

    def do(ask: Ask, form: typed.Fields) -> Result[CaseAnswer] | None:
        return _with(_act(form), lambda new: services.edit_act(ask=ask, act_id=act_id, new=new))

    return ask_for(call, case_id, asked, do, act_id=act_id)


def remove(call: Call, case_id: int, act_id: int) -> Answer:
    """Take an act out of the plan."""
    asked = Asked(
        view="case_acts.remove",
        title=_("Retirar ato"),
        done=_("Ato retirado."),
        template="remove_act",
        danger=True,
    )
    return ask_for(
        call,
        case_id,
        asked,
        lambda ask, _form: services.remove_act(ask=ask, act_id=act_id),
        act_id=act_id,
    )


def _with(
    new: NewAct | None, do: Callable[[NewAct], Result[CaseAnswer]]
) -> Result[CaseAnswer] | None:
    return None if new is None else do(new)


def _options() -> dict[str, object]:
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
