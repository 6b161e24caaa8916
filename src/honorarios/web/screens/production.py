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

    from honorarios.services.printing import ProductionLine
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call

SHOWN: Final = 500
"""Lines of the page; the statement has all."""
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
    told = call.take(
        printing.production(actor=call.actor, period=Period(asked.first_day, asked.last_day))
    )
    chosen = call.query.get("onde", "")
    lines = [line for line in reversed(told.lines) if chosen in {"", line.situation.value}]
    wanted = DashboardFilter(first_day=asked.first_day, last_day=asked.last_day)
    return Page(
        "web/production/show.html",
        {
            "statement": told.statement,
            "situations": list(_situations(told.lines, chosen)),
            "rows": [
                (
                    line,
                    KINDS.get(line.situation, "warn"),
                    gettext(line.situation.label),
                    gettext(WHY[line.situation]),
                )
                for line in lines[:SHOWN]
            ],
            "charged": sum(line.line.charged for line in lines),
            "left": max(0, len(lines) - SHOWN),
            "fields": asked.fields,
            "shortcuts": periods.shortcuts(call.query, asked, today),
            "query": query_of(wanted),
            "chosen": chosen,
        },
    )


def _situations(
    lines: Iterable[ProductionLine], chosen: str
) -> Iterable[tuple[Situation, int, int, str, bool]]:
    """Each situation that there is: how many lines, how much, its kind, and whether it is chosen."""
    by_situation: dict[Situation, list[int]] = {}
    for line in lines:
        by_situation.setdefault(line.situation, []).append(line.line.charged)
    for one in Situation:
        if one in by_situation:
            amounts = by_situation[one]
            kind = "bad" if one in BLOCKED else "ok" if one is Situation.BILLED else ""
            yield one, len(amounts), sum(amounts), kind, one.value == chosen
