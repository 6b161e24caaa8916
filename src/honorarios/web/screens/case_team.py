"""The team of a surgery: who comes into it and who leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from honorarios.core.vocabulary import Role
from honorarios.records.models import ReceivesAs
from honorarios.services import cases as services
from honorarios.services.cases import Ask, NewMember
from honorarios.web.present import cases as present
from honorarios.web.present import filters
from honorarios.web.screens.case_asking import Asked, ask_for

if TYPE_CHECKING:
    from honorarios.services.cases import CaseAnswer
    from honorarios.services.outcomes import Result
    from honorarios.web import typed
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call


def add(call: Call, case_id: int) -> Answer:
    """Put somebody in the team."""
    asked = Asked(
        view="case_team.add",
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

    return ask_for(call, case_id, asked, do)


def remove(call: Call, case_id: int, participation_id: int) -> Answer:
    """Take somebody out of the team."""
    asked = Asked(
        view="case_team.remove",
        title=_("Retirar da equipe"),
        done=_("Equipe atualizada."),
        template="remove_member",
        danger=True,
    )
    return ask_for(
        call,
        case_id,
        asked,
        lambda ask, _form: services.remove_member(ask=ask, member_id=participation_id),
        participation_id=participation_id,
    )
