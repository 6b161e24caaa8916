"""Surgeries: their lists, one with all that hangs on it, and what a physician sees of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from honorarios.planning.case import DONE, ENDED, Status
from honorarios.planning.checklist import Standing
from honorarios.planning.deadlines.deadline import Owner
from honorarios.planning.documents import LetterKind
from honorarios.services import names
from honorarios.services.cases import patient as patients
from honorarios.services.cases.detail import detail, details
from honorarios.services.cases.listing import CaseFilter, View, listed, people
from honorarios.services.operations import Operation
from honorarios.web import typed
from honorarios.web.answers import Fragment, Page
from honorarios.web.present import asking, choice, deadlines, filters
from honorarios.web.present import cases as present

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from honorarios.core.findings import Finding
    from honorarios.services.cases.views import CaseDetail, CaseRow
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call

PAGE: Final = 40
MOST_OWN: Final = 100
"""Surgeries that a physician's page shows at once."""
VIEWS: Final = {"": View.NEXT, "sem-data": View.UNDATED, "encerradas": View.OVER}


def index(call: Call) -> Answer:
    """The surgeries within reach, planned next, without a date, or over."""
    view = VIEWS.get(call.query.get("lista", ""), View.NEXT)
    after = call.query.get("depois", "")
    known = call.take(names.choices(actor=call.actor))
    payer = next((one for one in known.payers if one.code == call.query.get("convenio")), None)
    problems: list[Finding] = []
    only = CaseFilter(
        view=view,
        payer_id=None if payer is None else payer.id,
        responsible_id=typed.key(call.query.get("responsavel", "")),
        text=call.query.get("busca", ""),
        first_day=asking.day(call.query, "de", problems),
        last_day=asking.day(call.query, "ate", problems),
    )
    page = call.take(listed(actor=call.actor, only=only, after=after, size=PAGE))
    fields = _fields(call, [(one.code, one.name) for one in known.payers], problems)
    return Page(
        "web/cases/index.html",
        {
            "rows": [(row, present.status(row.status)) for row in page.rows],
            "after": page.after,
            "first": bool(after),
            "tabs": _tabs(view),
            "view": view.value,
            "fields": fields,
            "active": filters.chips(fields, call.query),
            "today": call.today,
        },
    )


def show(call: Call, case_id: int) -> Answer:
    """A surgery: what is to be done next, its acts, team, requests, papers, and what is pending."""
    found = call.take(detail(actor=call.actor, case_id=case_id))
    status = Status.named(found.case.status)
    context: dict[str, Any] = {
        "detail": found,
        "case": found.case,
        "status": present.status(found.case.status),
        "steps": present.steps(found.case.status),
        "is_open": status not in ENDED,
        "is_done": status in DONE,
        "is_cancelled": status is Status.CANCELLED,
        "next_item": present.most_pressing(found.checklist),
        "todo": present.checklist(found.checklist, is_open=True),
        "done": present.checklist(found.checklist, is_open=False),
        "done_count": sum(not item.is_open for item in found.checklist),
        "acts": [(act, present.granted(act)) for act in found.acts],
        "asked": [
            (one, present.answered(one), present.request_kind(one.kind)) for one in found.requests
        ],
        "papers": list(present.papers(found)),
        "letters": letters(found),
        "codes_of": {act.act_id: act.code for act in found.acts},
        "today": call.today,
    }
    return Page("web/cases/show.html", context | _panels(call, case_id))


def patient(call: Call, case_id: int) -> Answer:
    """Who the patient is; that it was asked is recorded."""
    why = _("tela da cirurgia")
    told = call.take(patients.of_case(actor=call.actor, case_id=case_id, why=why))
    if call.htmx:
        return Fragment("web/attendances/_patient.html", {"patient": told})
    back = reverse("cases.show", args=[case_id])
    return Page("web/cases/patient.html", {"patient": told, "back": back})


def mine(call: Call) -> Answer:
    """A physician's surgeries: how each stands, and what waits for the team."""
    coming = [
        *_own(call, View.NEXT),
        *_own(call, View.UNDATED),
    ]
    over = _own(call, View.OVER)
    ids = [row.case_id for row in coming]
    found = {one.case.case_id: one for one in call.take(details(actor=call.actor, case_ids=ids))}
    cards = [_card(row, found[row.case_id]) for row in coming if row.case_id in found]
    return Page(
        "web/cases/mine.html",
        {
            "cards": cards,
            "over": [(row, present.status(row.status)) for row in over],
            "waiting": sum(bool(card["mine"]) for card in cards),
        },
    )


def letters(found: CaseDetail) -> list[Mapping[str, object]]:
    """The letters of a surgery, each with why it can't be written yet, if it can't."""
    case = found.case
    asked = any(one.withdrawn_on is None for one in found.requests)
    above = bool(case.is_above_contract)
    wanted = {
        LetterKind.ANSWER: "" if asked else _("Falta o pedido ao convênio."),
        LetterKind.CONSENT: found.difference_barred if above else None,
        LetterKind.REFUND: "" if case.free_choice else None,
        LetterKind.STATUS: "",
    }
    return [
        {"kind": kind.value, "label": _(kind.label), "about": _(kind.about), "why": why}
        for kind, why in wanted.items()
        if why is not None
    ]


def _own(call: Call, view: View) -> tuple[CaseRow, ...]:
    only = CaseFilter(view=view)
    return call.take(listed(actor=call.actor, only=only, size=MOST_OWN)).rows


def _card(row: CaseRow, found: CaseDetail) -> dict[str, Any]:
    opened = [item for item in found.checklist if item.is_open]
    return {
        "row": row,
        "steps": present.steps(row.status),
        "status": present.status(row.status),
        "acts": [(act, present.granted(act)) for act in found.acts],
        "mine": [item for item in opened if item.owner is Owner.TEAM],
        "others": [
            (item, _(item.owner.label))
            for item in opened
            if item.owner is not Owner.TEAM and item.standing is not Standing.TODO
        ],
        "senhas": [senha for one in found.requests for senha in one.senhas],
    }


def _tabs(view: View) -> list[dict[str, object]]:
    words = {
        "": _("Próximas"),
        "sem-data": _("Sem data"),
        "encerradas": _("Realizadas e canceladas"),
    }
    here = reverse("cases.index")
    return [
        {
            "label": words[name],
            "href": f"{here}?lista={name}" if name else here,
            "current": one is view,
        }
        for name, one in VIEWS.items()
    ]


def _fields(
    call: Call, payers: list[filters.Option], problems: Sequence[Finding]
) -> list[filters.Field]:
    query = call.query
    found = [
        filters.Field(
            name="busca",
            label=_("Buscar"),
            value=query.get("busca", ""),
            placeholder=_("nº, código…"),
        ),
        filters.Field(
            name="convenio",
            label=_("Convênio"),
            value=query.get("convenio", ""),
            type="select",
            options=filters.every(payers),
        ),
        *asking.days(query, problems),
    ]
    if call.may(Operation.CASES_WRITE):
        options = present.people(call.take(people(actor=call.actor)))[1:]
        field = filters.Field(
            name="responsavel",
            label=_("Responsável"),
            value=query.get("responsavel", ""),
            type="select",
            options=filters.every(options),
        )
        found.insert(2, field)
    return found


def _panels(call: Call, case_id: int) -> dict[str, Any]:
    """What the panels of other rooms show on a surgery's page, by the name of their template."""
    return {
        "deadlines": deadlines.panel(call, case_id),
        "choice": choice.panel(call, case_id),
    }
