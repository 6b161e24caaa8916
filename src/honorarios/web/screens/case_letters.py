"""The letters of a surgery: read, copied, printed; nothing is sent from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from honorarios.planning.documents import LetterKind
from honorarios.services import codes
from honorarios.services.cases.detail import detail
from honorarios.services.cases.letters import Wanted, letter, print_letter
from honorarios.services.cases.refunds import tables
from honorarios.services.outcomes import at
from honorarios.web import typed
from honorarios.web.answers import File, Page
from honorarios.web.present import filters
from honorarios.web.refused import status_of

if TYPE_CHECKING:
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call

KINDS = {kind.value: kind for kind in LetterKind}


def show(call: Call, case_id: int, letter_kind: str) -> Answer:
    """A letter as text, with what it may be about; or why it can't be written."""
    wanted = _wanted(call, letter_kind)
    found = call.take(detail(actor=call.actor, case_id=case_id))
    made = letter(actor=call.actor, case_id=case_id, wanted=wanted)
    context = {
        "case": found.case,
        "kind": wanted.kind,
        "title": _(wanted.kind.label),
        "letter": made.value,
        "findings": made.findings,
        "fields": _fields(call, case_id, wanted),
        "print": f"{reverse('case_letters.printed', args=[case_id, letter_kind])}?{call.query.urlencode()}",
        "back": reverse("cases.show", args=[case_id]),
    }
    return Page("web/cases/letter.html", context, 200 if made.ok else status_of(made))


def printed(call: Call, case_id: int, letter_kind: str) -> Answer:
    """A letter on paper."""
    wanted = _wanted(call, letter_kind)
    made = call.take(print_letter(actor=call.actor, case_id=case_id, wanted=wanted))
    return File(made.content, made.name, made.media, inline=True)


def _wanted(call: Call, kind: str) -> Wanted:
    if kind not in KINDS:
        raise call.refuse(at(codes.NOT_FOUND, what=_("A carta")))
    return Wanted(
        KINDS[kind], typed.key(call.query.get("pedido", "")), call.query.get("tabela", "")
    )


def _fields(call: Call, case_id: int, wanted: Wanted) -> list[filters.Field]:
    """What a letter may be about: the plan's table of a refund."""
    if wanted.kind is not LetterKind.REFUND:
        return []
    known = call.take(tables(actor=call.actor, case_id=case_id))
    options = [(one.contract, one.name) for one in known]
    return [
        filters.Field(
            name="tabela",
            label=_("Tabela do plano, para a estimativa"),
            value=wanted.contract,
            type="select",
            options=filters.every(options, _("Sem estimativa")),
        )
    ]
