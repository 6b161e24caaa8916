"""What is done to a surgery is asked for in a dialog: shown with what is wrong in it, or done."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from django.urls import reverse

from honorarios.services.cases import Ask
from honorarios.services.cases.detail import detail
from honorarios.web import typed
from honorarios.web.answers import Fragment, Go, Page
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


def ask_for(call: Call, case_id: int, asked: Asked, do: Deed, **more: object) -> Answer:
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
