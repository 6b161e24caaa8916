"""The work list: account parts by filters kept in the address, with their sums and what blocks them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from honorarios.core.findings import Finding
from honorarios.core.vocabulary import PartStatus
from honorarios.services import names, views, worklist
from honorarios.services.operations import Operation
from honorarios.services.worklist import WorkFilter
from honorarios.web import typed
from honorarios.web.answers import Fragment, Go, Page
from honorarios.web.present import filters
from honorarios.web.present.parts import kind_of

if TYPE_CHECKING:
    from datetime import date

    from django.http import QueryDict

    from honorarios.services.names import Choices
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call

SCREEN: Final = "contas"
PROVIDERS: Final = "/busca/prestadores/"
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
    page = call.take(worklist.listed(actor=call.actor, only=asked, after=after))
    fields = _fields(call, choices, findings)
    checks = call.may(Operation.PARTS_CLOSE)
    told = [row.findings for row in page.rows]
    return Page(
        "web/worklist/index.html",
        {
            "rows": [{"row": row, "kind": kind_of(row.status)} for row in page.rows],
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
    return WorkFilter(
        billing_unit=query.get("unidade", ""),
        payer=query.get("convenio", ""),
        provider=query.get("prestador", ""),
        status=filters.member(PartStatus, query.get("situacao", "")),
        first_day=_day(query, "de", found),
        last_day=_day(query, "ate", found),
        patient=query.get("paciente", "").strip(),
        number=query.get("numero", "").strip(),
        with_findings=query.get("conferencia") == "com",
        blocked=query.get("conferencia") == "bloqueada",
    )


def _day(query: QueryDict, name: str, found: list[Finding]) -> date | None:
    read = typed.day(query.get(name, ""), name, today=timezone.localdate())
    if isinstance(read, Finding):
        found.append(read)
        return None
    return read


def _fields(call: Call, choices: Choices, found: list[Finding]) -> list[filters.Field]:
    query = call.query

    def value(name: str) -> str:
        return query.get(name, "")

    fields = [
        filters.Field(
            name="numero",
            label=_("Atendimento"),
            value=value("numero"),
            placeholder=_("número, ou número/conta"),
        ),
        filters.Field(
            name="situacao",
            label=_("Situação"),
            value=value("situacao"),
            type="select",
            options=filters.every(filters.terms(STATES), _("Todas")),
        ),
        filters.Field(
            name="convenio",
            label=_("Convênio"),
            value=value("convenio"),
            type="select",
            options=filters.every((one.code, one.name) for one in choices.payers),
        ),
    ]
    if len(choices.units) > 1:
        fields.append(
            filters.Field(
                name="unidade",
                label=_("Unidade"),
                value=value("unidade"),
                type="select",
                options=filters.every(((one.code, one.name) for one in choices.units), _("Todas")),
            )
        )
    if call.may(Operation.PARTS_CLOSE) or call.may(Operation.PARTS_BILL):
        fields.append(_provider(call))
        fields.append(
            filters.Field(
                name="paciente",
                label=_("Paciente"),
                value=value("paciente"),
                placeholder=_("prontuário, CPF ou nome"),
            )
        )
    fields += [
        filters.Field(
            name=name,
            label=label,
            value=value(name),
            type="day",
            placeholder=_("dia/mês"),
            findings=filters.of(found, name),
        )
        for name, label in (("de", _("De")), ("ate", _("Até")))
    ]
    if call.may(Operation.PARTS_CLOSE):
        fields.append(
            filters.Field(
                name="conferencia",
                label=_("Conferência"),
                value=value("conferencia"),
                type="select",
                options=[
                    ("", _("Todas")),
                    ("com", _("Com achados")),
                    ("bloqueada", _("Bloqueadas")),
                ],
            )
        )
    return fields


def _provider(call: Call) -> filters.Field:
    code = call.query.get("prestador", "")
    known = call.take(names.providers(actor=call.actor, codes=[code]))
    return filters.Field(
        name="prestador",
        label=_("Prestador"),
        value=code,
        combobox=PROVIDERS,
        text=known.get(code, code),
    )


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
    query = call.query.copy()
    query.pop("depois", None)
    found = []
    for name, label in tabs:
        query["situacao"] = name
        found.append({"label": label, "href": filters.without(query), "current": name == now})
    return found


_MANY: Final = (
    (PartStatus.OPEN, "Abertas"),
    (PartStatus.CLOSED, "Encerradas"),
    (PartStatus.RELEASED, "Liberadas"),
    (PartStatus.BILLED, "Faturadas"),
    (PartStatus.CANCELLED, "Canceladas"),
)


def _to_check(rows: tuple[worklist.WorkRow, ...]) -> str:
    """The query that asks for the checks of the rows that can be closed or released."""
    checked = (PartStatus.OPEN.code_name, PartStatus.CLOSED.code_name)
    return "&".join(f"parcial={row.part_id}" for row in rows if row.status in checked)


def _sums(sums: Any) -> list[tuple[str, int]]:  # noqa: ANN401
    return [
        (_("Dentro da conta"), sums.inside),
        (_("Fora da conta"), sums.outside),
        (_("Cobrado nesta página"), sums.charged),
    ]
