"""The dashboard: what was launched, where its money is and why it stands still; every number opens its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from honorarios.services import dashboard, names
from honorarios.services.dashboard import DashboardFilter
from honorarios.web.answers import Fragment, Page
from honorarios.web.present import filters, money_stages, periods
from honorarios.web.present.money_stages import Cut

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from honorarios.services.dashboard import Dashboard
    from honorarios.services.names import Choices
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call
    from honorarios.web.present.periods import Asked

MOST_BARS: Final = 12
"""Bars of a chart; the table below has every row."""


def show(call: Call) -> Answer:
    """The numbers and their tables; the charts come after them."""
    today = timezone.localdate()
    period = periods.read(call.query, today)
    told = call.take(dashboard.show(actor=call.actor, asked=asked_of(call, period)))
    choices = call.take(names.choices(actor=call.actor))
    fields = fields_of(call, period, choices)
    return Page(
        "web/dashboard/show.html",
        {
            "tiles": money_stages.tiles(told),
            "reasons": money_stages.reasons(told),
            "stages": money_stages.stages(),
            "tables": [
                (_("Por convênio"), _("Convênio"), money_stages.table(told, _payers(told))),
                (_("Por prestador"), _("Prestador"), money_stages.table(told, _providers(told))),
            ],
            "days": money_stages.table(told, _days(told)),
            "empty": not told.whole.whole.lines,
            "fields": fields,
            "active": filters.chips(fields[len(period.fields) :], call.query),
            "shortcuts": periods.shortcuts(call.query, period, today),
            "charts": f"{reverse('dashboard.charts')}?{query_of(told.asked)}",
            "closing": f"{reverse('reports.closing')}?{query_of(told.asked)}",
            "period": told.asked,
        },
    )


def charts(call: Call) -> Answer:
    """The same numbers, drawn."""
    # The libraries that draw take a second to come, and whoever reads the numbers shouldn't wait.
    from honorarios.reports import charts as drawing  # noqa: PLC0415 - see above

    period = periods.read(call.query, timezone.localdate())
    told = call.take(dashboard.show(actor=call.actor, asked=asked_of(call, period)))
    stages = money_stages.stages()
    payers, providers, days = _payers(told), _providers(told), _days(told)
    return Fragment(
        "web/dashboard/_charts.html",
        {
            "by_payer": _svg(
                drawing.bars(money_stages.bars(told, payers, payers.rows[:MOST_BARS]), stages)
            ),
            "by_provider": _svg(
                drawing.bars(money_stages.bars(told, providers, providers.rows[:MOST_BARS]), stages)
            ),
            "by_day": _svg(drawing.columns(money_stages.bars(told, days, days.rows), stages)),
            "stages": stages,
            "some_providers": MOST_BARS if len(providers.rows) > MOST_BARS else 0,
        },
    )


def asked_of(call: Call, period: Asked) -> DashboardFilter:
    """What an address asks to be added up."""
    return DashboardFilter(
        first_day=period.first_day,
        last_day=period.last_day,
        payer=call.query.get("convenio", ""),
        billing_unit=call.query.get("unidade", ""),
    )


def query_of(asked: DashboardFilter) -> str:
    """The same in an address."""
    told = {
        "de": asked.first_day.isoformat(),
        "ate": asked.last_day.isoformat(),
        "convenio": asked.payer,
        "unidade": asked.billing_unit,
    }
    return urlencode({name: value for name, value in told.items() if value})


def fields_of(call: Call, period: Asked, choices: Choices) -> list[filters.Field]:
    """The filters: two days, a payer, and a unit where there is more than one."""
    fields = [
        *period.fields,
        filters.Field(
            name="convenio",
            label=_("Convênio"),
            value=call.query.get("convenio", ""),
            type="select",
            options=filters.every((one.code, one.name) for one in choices.payers),
        ),
    ]
    if len(choices.units) > 1:
        fields.append(
            filters.Field(
                name="unidade",
                label=_("Unidade"),
                value=call.query.get("unidade", ""),
                type="select",
                options=filters.every(((one.code, one.name) for one in choices.units), _("Todas")),
            )
        )
    return fields


def _payers(told: Dashboard) -> Cut:
    return Cut("payer", told.by_payer)


def _providers(told: Dashboard) -> Cut:
    return Cut("provider", told.by_provider)


def _days(told: Dashboard) -> Cut:
    return Cut("day", told.by_day)


def _svg(drawn: str) -> SafeString:
    return mark_safe(drawn)  # noqa: S308 - drawn on the server, which escapes every name
