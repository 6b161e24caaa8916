"""Documents to take away: account mirrors, statements of providers, closing reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from honorarios.services import names, printing
from honorarios.services.dashboard import DashboardFilter
from honorarios.services.fees.listing import NOBODY
from honorarios.services.printing import Form, Period
from honorarios.web.answers import File, Page
from honorarios.web.present import filters, money_stages, periods
from honorarios.web.present.money_stages import Cut
from honorarios.web.screens.dashboard import asked_of, fields_of, query_of

if TYPE_CHECKING:
    from honorarios.services.outcomes import Result
    from honorarios.services.printing import Document
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call


def mirror(call: Call, account_id: int) -> Answer:
    """The mirror of an account, on paper."""
    return _mirror(call, account_id, Form.PDF)


def mirror_sheet(call: Call, account_id: int) -> Answer:
    """The mirror of an account, as a spreadsheet."""
    return _mirror(call, account_id, Form.XLSX)


def statements(call: Call) -> Answer:
    """Who acted in a period, each with their statement."""
    today = timezone.localdate()
    period = periods.read(call.query, today)
    asked = DashboardFilter(first_day=period.first_day, last_day=period.last_day)
    told = call.take(printing.providers(actor=call.actor, asked=asked))
    return Page(
        "web/reports/statements.html",
        {
            "rows": [row for row in told.by_provider if row.code != NOBODY],
            "fields": period.fields,
            "shortcuts": periods.shortcuts(call.query, period, today),
            "query": query_of(told.asked),
            "period": told.asked,
        },
    )


def statement(call: Call) -> Answer:
    """A provider's statement, on paper."""
    return _statement(call, Form.PDF)


def statement_sheet(call: Call) -> Answer:
    """A provider's statement, as a spreadsheet."""
    return _statement(call, Form.XLSX)


def closing(call: Call) -> Answer:
    """The closing: sums by payer, unit and provider, and what keeps parts from being closed."""
    today = timezone.localdate()
    period = periods.read(call.query, today)
    told = call.take(printing.closing(actor=call.actor, asked=asked_of(call, period)))
    choices = call.take(names.choices(actor=call.actor))
    sums, report = told.sums, told.report
    fields = fields_of(call, period, choices)
    return Page(
        "web/reports/closing.html",
        {
            "tiles": money_stages.tiles(sums),
            "stages": money_stages.stages(),
            "tables": [
                (title, heading, money_stages.table(sums, cut))
                for title, heading, cut in (
                    (_("Por convênio"), _("Convênio"), Cut("payer", sums.by_payer)),
                    (_("Por unidade"), _("Unidade"), Cut("billing_unit", sums.by_unit)),
                    (_("Por prestador"), _("Prestador"), Cut("provider", sums.by_provider)),
                )
            ],
            "report": report,
            "blocked": [
                (part, told.parts[part.attendance, part.account, part.seq])
                for part in report.blocked
            ],
            "empty": not sums.whole.whole.lines,
            "fields": fields,
            "active": filters.chips(fields[len(period.fields) :], call.query),
            "shortcuts": periods.shortcuts(call.query, period, today),
            "query": query_of(sums.asked),
            "period": sums.asked,
        },
    )


def closing_print(call: Call) -> Answer:
    """The closing, on paper."""
    return _closing(call, Form.PDF)


def closing_sheet(call: Call) -> Answer:
    """The closing, as a spreadsheet."""
    return _closing(call, Form.XLSX)


def _mirror(call: Call, account_id: int, form: Form) -> File:
    return _file(call, printing.print_mirror(actor=call.actor, account_id=account_id, form=form))


def _statement(call: Call, form: Form) -> File:
    asked = periods.read(call.query, timezone.localdate())
    return _file(
        call,
        printing.print_statement(
            actor=call.actor,
            provider=call.query.get("prestador", ""),
            period=Period(asked.first_day, asked.last_day),
            form=form,
        ),
    )


def _closing(call: Call, form: Form) -> File:
    period = periods.read(call.query, timezone.localdate())
    asked = asked_of(call, period)
    return _file(call, printing.print_closing(actor=call.actor, asked=asked, form=form))


def _file(call: Call, made: Result[Document]) -> File:
    told = call.take(made)
    return File(told.content, told.name, told.media, inline=told.name.endswith(Form.PDF))
