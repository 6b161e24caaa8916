"""The memória de cálculo of a line on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.services import explaining
from honorarios.web.answers import Fragment, Page
from honorarios.web.sheet import memoria

if TYPE_CHECKING:
    from uuid import UUID

    from honorarios.web.answers import Answer
    from honorarios.web.call import Call


def show(call: Call, line_uid: UUID) -> Answer:
    """How the value of a line came to be: a page, or the panel's fragment."""
    explained = call.take(explaining.explain(actor=call.actor, uid=line_uid))
    context = memoria.context(explained)
    if call.htmx:
        return Fragment("web/launch/_memoria.html", context)
    return Page("web/launch/memoria.html", context)
