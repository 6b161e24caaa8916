"""The pending items of a surgery: opened, done, opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from honorarios.services import cases as services
from honorarios.services.cases import Ask, NewTask
from honorarios.services.cases.listing import people
from honorarios.web.answers import Go
from honorarios.web.present import cases as present
from honorarios.web.screens.case_asking import LARGEST_KEY, Asked, ask_for

if TYPE_CHECKING:
    from honorarios.services.cases import CaseAnswer
    from honorarios.services.outcomes import Result
    from honorarios.web import typed
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call


def add(call: Call, case_id: int) -> Answer:
    """Open a pending item."""
    asked = Asked(
        view="case_tasks.add",
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

    return ask_for(call, case_id, asked, do)


def finish(call: Call, case_id: int, task_id: int) -> Answer:
    """Mark a pending item as done, or open it again."""
    done = call.form.get("done", "1") == "1"
    ask = Ask(call.actor, case_id, key=call.key)
    result = services.finish_task(ask=ask, task_id=task_id, done=done)
    call.take(result)
    told = _("Pendência concluída.") if done else _("Pendência reaberta.")
    return Go(reverse("cases.show", args=[case_id]) + "#pendencias", told)
