"""A physician's own page: what they did, when, how much it is worth, where the money is and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from honorarios.services import printing
from honorarios.services.dashboard import DashboardFilter
from honorarios.services.printing import Period
from honorarios.services.situations import BLOCKED, Situation
from honorarios.web.answers import Page
from honorarios.web.present import periods
from honorarios.web.screens.dashboard import query_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from honorarios.services.printing import Standing
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call

KINDS: Final = {
    Situation.BILLED: "ok",
    Situation.RELEASED: "info",
    Situation.CLOSED: "info",
    Situation.UNDER_WAY: "muted",
}
"""The colour of a situation's badge; what stands still has that of a warning."""
WHY: Final = {
    Situation.BILLED: _("O hospital já cobrou do convênio."),
    Situation.RELEASED: _("Conferido: vai na próxima remessa."),
    Situation.CLOSED: _("A auditoria ainda confere."),
    Situation.UNDER_WAY: _("O paciente ainda está em tratamento."),
    Situation.AFTER_DISCHARGE: _("A conta ainda não foi encerrada pelo faturamento."),
    Situation.OVERDUE: _("O período acabou, e a conta ainda não foi encerrada."),
    Situation.PART_CANCELLED: _("A parcial foi cancelada: não será cobrado."),
    Situation.ATTENDANCE_CANCELLED: _("O atendimento foi cancelado: não será cobrado."),
}


def show(call: Call) -> Answer:
    """Own production of a period, the latest acts first."""
    today = timezone.localdate()
    asked = periods.read(call.query, today)
    chosen = next((one for one in Situation if one.value == call.query.get("onde")), None)
    after = call.query.get("depois") or None
    told = call.take(
        printing.production(
            actor=call.actor,
            period=Period(asked.first_day, asked.last_day),
            where=chosen,
            after=after,
        )
    )
    whole = _sum(told.standing)
    wanted = DashboardFilter(first_day=asked.first_day, last_day=asked.last_day)
    return Page(
        "web/production/show.html",
        {
            "provider": told.provider,
            "period": asked,
            "whole": whole,
            "shown": _sum(one for one in told.standing if chosen in {None, one.situation}),
            "situations": [
                (
                    one.situation,
                    one.lines,
                    one.charged,
                    _kind(one.situation),
                    one.situation is chosen,
                )
                for one in told.standing
            ],
            "rows": [
                (
                    line,
                    KINDS.get(line.situation, "warn"),
                    gettext(line.situation.label),
                    gettext(WHY[line.situation]),
                )
                for line in told.lines
            ],
            "after": told.after,
            "first": bool(after),
            "fields": asked.fields,
            "shortcuts": periods.shortcuts(call.query, asked, today),
            "query": query_of(wanted),
            "chosen": chosen,
        },
    )


def _sum(standing: Iterable[Standing]) -> dict[str, int]:
    found = tuple(standing)
    return {
        "lines": sum(one.lines for one in found),
        "charged": sum(one.charged for one in found),
    }


def _kind(one: Situation) -> str:
    return "bad" if one in BLOCKED else "ok" if one is Situation.BILLED else ""
