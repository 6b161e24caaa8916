"""Deadlines (prazos): the calendar of a month with its list, those of a surgery, and keeping one."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from honorarios.planning.deadlines import Kind, Owner, State
from honorarios.services import deadlines as services
from honorarios.services import names
from honorarios.services.deadlines import DeadlinesAsked
from honorarios.services.deadlines.icalendar import MEDIA
from honorarios.services.operations import Operation
from honorarios.web import typed
from honorarios.web.answers import File, Go, Page
from honorarios.web.present import deadlines as present
from honorarios.web.present import filters
from honorarios.web.refused import status_of

if TYPE_CHECKING:
    from datetime import date

    from honorarios.core.findings import Finding
    from honorarios.services.deadlines import DeadlineView
    from honorarios.services.outcomes import Result
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call

MONTH: Final = "mes"


def index(call: Call) -> Answer:
    """A month of deadlines: its calendar, and its list with what is late and what has no day."""
    first = present.month_of(call.query.get(MONTH, ""), call.today)
    fields = _fields(call)
    page = call.take(services.listed(actor=call.actor, asked=_asked(call, first)))
    month = present.month(first, call.today, present.shown(call, page.deadlines))
    context = {
        "page": page,
        "month": month,
        "before": _address(call, present.month_before(first)),
        "after": _address(call, present.next_month(first)),
        "now": _address(call, call.today.replace(day=1)),
        "is_now": first == call.today.replace(day=1),
        "fields": fields,
        "active": filters.chips(fields, call.query),
        "here": reverse("deadlines.index"),
        "cut": page.total > len(page.deadlines),
    }
    return Page("web/deadlines/index.html", context)


def download(call: Call) -> Answer:
    """The open deadlines as a file for a calendar."""
    return File(call.take(services.calendar(actor=call.actor)), "prazos.ics", MEDIA)


def of_case(call: Call, case_id: int) -> Answer:
    """Every deadline of a surgery."""
    return _of_case(call, case_id)


def keep(call: Call, case_id: int) -> Answer:
    """Say that a deadline of a surgery was kept."""
    form = typed.Fields(call.form, now=call.now)
    day, (kind, key) = form.day("dia"), _which(call)
    if kind is None or form.findings:
        return _of_case(call, case_id, tuple(form.findings), HTTPStatus.UNPROCESSABLE_ENTITY)
    tried = services.keep(actor=call.actor, case_id=case_id, kind=kind, key=key, done_on=day)
    return _gone(call, case_id, tried, _("Prazo cumprido."))


def reopen(call: Call, case_id: int) -> Answer:
    """Take back that a deadline was kept."""
    kind, key = _which(call)
    if kind is None:
        return _of_case(call, case_id, (), HTTPStatus.UNPROCESSABLE_ENTITY)
    tried = services.reopen(actor=call.actor, case_id=case_id, kind=kind, key=key)
    return _gone(call, case_id, tried, _("Prazo reaberto."))


def _gone(call: Call, case_id: int, tried: Result[DeadlineView], told: str) -> Answer:
    if tried.ok:
        return Go(call.came_from, told)
    return _of_case(call, case_id, tried.findings, status_of(tried))


def _of_case(
    call: Call, case_id: int, findings: tuple[Finding, ...] = (), status: int = 200
) -> Answer:
    context = {"deadlines": present.panel(call, case_id), "findings": findings}
    return Page("web/deadlines/of_case.html", context, status)


def _asked(call: Call, first: date) -> DeadlinesAsked:
    kind, owner, state = (
        _member(members, call.query.get(name, ""))
        for name, members in (("tipo", Kind), ("quem", Owner), ("situacao", State))
    )
    # A month that is over needs nothing from before it; today's also shows what is late since then.
    over = present.next_month(first) <= call.today
    return DeadlinesAsked(
        since=first if over else None,
        kinds=frozenset({kind} if isinstance(kind, Kind) else ()),
        owners=frozenset({owner} if isinstance(owner, Owner) else ()),
        states=frozenset({state} if isinstance(state, State) else ()),
        unit=call.query.get("unidade", ""),
        done="feitos" in call.query,
    )


def _fields(call: Call) -> list[filters.Field]:
    closed: list[tuple[str, str, Any, str]] = [
        ("tipo", _("Tipo"), Kind, _("Todos")),
        ("quem", _("Com quem"), Owner, _("Todos")),
        ("situacao", _("Situação"), State, _("Todas")),
    ]
    fields = [
        filters.Field(
            name=name,
            label=label,
            value=call.query.get(name, ""),
            type="select",
            options=filters.every(((one.value, _(one.label)) for one in members), any_of_them),
        )
        for name, label, members, any_of_them in closed
    ]
    if call.may(Operation.ACCOUNTS_LIST):
        units = call.take(names.choices(actor=call.actor)).units
        fields.append(
            filters.Field(
                name="unidade",
                label=_("Unidade"),
                value=call.query.get("unidade", ""),
                type="select",
                options=filters.every(((one.code, one.name) for one in units), _("Todas")),
            )
        )
    fields.append(
        filters.Field(
            name="feitos",
            label=_("Mostrar cumpridos"),
            value="1",
            type="checkbox",
            checked="feitos" in call.query,
        )
    )
    return fields


def _address(call: Call, first: date) -> str:
    """The page's own address, of another month."""
    query = call.query.copy()
    query[MONTH] = f"{first:%Y-%m}"
    return f"{reverse('deadlines.index')}?{query.urlencode()}"


def _which(call: Call) -> tuple[Kind | None, str]:
    """The deadline that a form names: its kind and key, apart or in one choice."""
    code, _bar, key = call.form.get("prazo", "").partition("|")
    found = _member(Kind, call.form.get("tipo", "") or code)
    return (found if isinstance(found, Kind) else None), call.form.get("chave", "") or key


def _member(members: type[Kind | Owner | State], code: str) -> Kind | Owner | State | None:
    return next((one for one in members if one.value == code), None)
