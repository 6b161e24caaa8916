"""The work list: account parts by filters kept in the address, with their sums and what blocks them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from honorarios.core.vocabulary import PartStatus
from honorarios.services import names, views, worklist
from honorarios.services.operations import Operation
from honorarios.services.worklist import WorkFilter
from honorarios.web import typed
from honorarios.web.answers import Fragment, Go, Page
from honorarios.web.present import asking, filters
from honorarios.web.present import worklist as present

if TYPE_CHECKING:
    from django.http import QueryDict

    from honorarios.core.findings import Finding
    from honorarios.services.names import Choices
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call

SCREEN: Final = "contas"
CHECKS: Final = (
    ("com", gettext_noop("Com achados")),
    ("bloqueada", gettext_noop("Bloqueadas")),
)
"""What the closing checks may say of a part."""
MOST_CHECKED: Final = 60
"""Parts whose closing checks one request asks for."""
STATES: Final = (
    PartStatus.OPEN,
    PartStatus.CLOSED,
    PartStatus.RELEASED,
    PartStatus.BILLED,
    PartStatus.CANCELLED,
)


def index(call: Call) -> Answer:
    """The list, or its next page."""
    findings: list[Finding] = []
    asked = _asked(call.query, findings)
    choices = call.take(names.choices(actor=call.actor))
    after = call.query.get("depois") or None
    answer = worklist.listed(actor=call.actor, only=asked, after=after)
    page = call.take(answer)
    findings += answer.findings
    fields = _fields(call, choices, findings)
    checks = call.may(Operation.PARTS_CLOSE)
    told = [row.findings for row in page.rows]
    return Page(
        "web/worklist/index.html",
        {
            "rows": [present.shown(row) for row in page.rows],
            "page": page,
            "first": after is not None,
            "fields": fields,
            "active": filters.chips(fields, call.query),
            "views": _views(call),
            "query": filters.without(call.query, *filters.PAGES).lstrip("?"),
            "to_check": _to_check(page.rows) if checks and None in told else "",
            "checked": asked.with_findings or asked.blocked,
            "checks": checks,
            "quick": _quick(call),
            "sums": _sums(page.sums),
        },
    )


def findings(call: Call) -> Answer:
    """What the closing checks say of the parts of a page, each put in its place."""
    keys = typed.keys(call.query.getlist("parcial")[:MOST_CHECKED])
    if not keys:
        return Go(reverse("worklist.index"))
    told = call.take(worklist.pending(actor=call.actor, part_ids=keys))
    return Fragment("web/worklist/_findings.html", {"told": told})


def save_view(call: Call) -> Answer:
    """Keep the filters of the address under a name."""
    saved = call.take(
        views.save(
            actor=call.actor,
            screen=SCREEN,
            name=call.form.get("name", ""),
            query=call.form.get("query", ""),
            shared="shared" in call.form,
        )
    )
    return Go(f"{reverse('worklist.index')}?{saved.query}", _("Visão salva."))


def remove_view(call: Call, view_id: int) -> Answer:
    """Forget a view of one's own."""
    call.take(views.remove(actor=call.actor, view_id=view_id))
    return Go(reverse("worklist.index"), _("Visão apagada."))


def _asked(query: QueryDict, found: list[Finding]) -> WorkFilter:
    state = asking.one_of(query, "situacao", _("Situação"), filters.terms(STATES), found)
    check = asking.one_of(query, "conferencia", _("Conferência"), CHECKS, found)
    return WorkFilter(
        billing_unit=query.get("unidade", ""),
        payer=query.get("convenio", ""),
        provider=query.get("prestador", ""),
        status=filters.member(PartStatus, state),
        first_day=asking.day(query, "de", found),
        last_day=asking.day(query, "ate", found),
        patient=query.get("paciente", "").strip(),
        number=query.get("numero", "").strip(),
        with_findings=check == "com",
        blocked=check == "bloqueada",
    )


def _fields(call: Call, choices: Choices, found: list[Finding]) -> list[filters.Field]:
    query = call.query
    states = filters.every(filters.terms(STATES), _("Todas"))
    fields = [
        filters.Field(
            name="numero",
            label=_("Atendimento"),
            value=query.get("numero", ""),
            placeholder=_("nº ou nº/conta"),
        ),
        asking.choice(query, "situacao", _("Situação"), states, found),
        asking.payer(query, choices),
        *asking.units(query, choices),
    ]
    if call.may(Operation.PARTS_CLOSE) or call.may(Operation.PARTS_BILL):
        fields.append(asking.provider(call, query))
        fields.append(
            filters.Field(
                name="paciente",
                label=_("Paciente"),
                value=query.get("paciente", ""),
                placeholder=_("CPF, nome…"),
                findings=filters.of(found, "patient"),
            )
        )
    fields += asking.days(query, found)
    if call.may(Operation.PARTS_CLOSE):
        checks = filters.every(((name, _(label)) for name, label in CHECKS), _("Todas"))
        fields.append(asking.choice(query, "conferencia", _("Conferência"), checks, found))
    return fields


def _views(call: Call) -> list[dict[str, Any]]:
    """The saved views, each with its address."""
    if not call.may(Operation.DESK_OWN):
        return []
    kept = call.take(views.listed(actor=call.actor, screen=SCREEN))
    now = filters.without(call.query, *filters.PAGES).lstrip("?")
    return [
        {
            "name": one.name,
            "href": f"?{one.query}",
            "current": one.query == now,
            "own": one.own,
            "view_id": one.view_id,
        }
        for one in kept
    ]


def _quick(call: Call) -> list[dict[str, Any]]:
    """The states as tabs: one press for what a day's work asks most."""
    now = call.query.get("situacao", "")
    tabs = [("", _("Todas"))] + [(one.code_name, _(many)) for one, many in _MANY]
    return [
        {
            "label": label,
            "href": filters.without(call.query, *filters.PAGES, situacao=name),
            "current": name == now,
        }
        for name, label in tabs
    ]


_MANY: Final = (
    (PartStatus.OPEN, gettext_noop("Abertas")),
    (PartStatus.CLOSED, gettext_noop("Encerradas")),
    (PartStatus.RELEASED, gettext_noop("Liberadas")),
    (PartStatus.BILLED, gettext_noop("Faturadas")),
    (PartStatus.CANCELLED, gettext_noop("Canceladas")),
)


def _to_check(rows: tuple[worklist.WorkRow, ...]) -> str:
    """The query that asks for the checks of the rows that can be closed or released."""
    return "&".join(f"parcial={row.part_id}" for row in rows if row.status in present.CHECKED)


def _sums(sums: Any) -> list[tuple[str, int]]:  # noqa: ANN401
    return [
        (_("Dentro da conta"), sums.inside),
        (_("Fora da conta"), sums.outside),
        (_("Cobrado nesta página"), sums.charged),
    ]
