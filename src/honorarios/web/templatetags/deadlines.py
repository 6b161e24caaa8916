"""The deadlines of a surgery, for the panel of its page: ``{% deadlines_of case_id as found %}``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from honorarios.services import deadlines as services
from honorarios.web.present import deadlines as present

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.template import Context

register = template.Library()


@register.simple_tag(takes_context=True)
def deadlines_of(context: Context, case_id: int) -> Mapping[str, object] | None:
    """What is open, what has no day and what was kept; None for whoever may not see the surgery."""
    call = context["call"]
    found = services.of_case(actor=call.actor, case_id=case_id)
    if found.value is None:
        return None
    rows = present.shown(call, found.value.deadlines)
    return {
        "first": next((row for row in rows if row.deadline.uid == found.value.next_uid), None),
        "open": [row for row in rows if row.badge in {"bad", "warn", "info"}],
        "undated": [row for row in rows if row.badge == "muted"],
        "done": [row for row in rows if row.badge == "ok"],
    }
