"""Reprocessing divisions: what today's rules divide otherwise, seen before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from honorarios.services import names
from honorarios.services import splits as services
from honorarios.web import typed
from honorarios.web.answers import Go, Page
from honorarios.web.present import asking, filters
from honorarios.web.refused import status_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import QueryDict

    from honorarios.services.outcomes import Result
    from honorarios.services.splits import Received, SplitReport
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call

TRIAL: Final = "conferência"
LARGEST_KEY: Final = 2**31 - 1


def reprocess(call: Call) -> Answer:
    """See what would be divided again, and do it."""
    source = call.form if call.posted else call.query
    form = typed.Fields(source, now=timezone.localtime().replace(tzinfo=None))
    part = form.count("parcial", most=LARGEST_KEY)
    only = services.SplitFilter(
        part_ids=() if part is None else (part,),
        billing_unit=source.get("unidade", ""),
        payer=source.get("convenio", ""),
        first_day=form.day("de"),
        last_day=form.day("ate"),
    )
    reason = call.form.get("reason", "")
    done: Result[SplitReport] | None = None
    if call.posted and not form.findings:
        done = services.reprocess(actor=call.actor, only=only, reason=reason)
        if done.ok and done.value is not None:
            return Go(reverse("splits.reprocess"), _told(done.value))
    asked = "ver" in source or part is not None or call.posted
    tried = (
        services.reprocess(actor=call.actor, only=only, reason=TRIAL, dry_run=True)
        if asked and not form.findings
        else None
    )
    report = None if tried is None else tried.value
    refused = done if done is not None else tried
    context = {
        "fields": _fields(call, source, form),
        "report": report,
        "rows": () if report is None else _rows(call, report),
        "findings": () if refused is None else refused.findings,
        "reason": reason,
        "carried": [(name, source.get(name, "")) for name in _ASKED if source.get(name)],
    }
    return Page("web/splits/reprocess.html", context, 200 if done is None else status_of(done))


_ASKED: Final = ("parcial", "unidade", "convenio", "de", "ate")


def _rows(call: Call, report: SplitReport) -> list[dict[str, object]]:
    receivers = {one.provider for act in report.redivided for one in (*act.before, *act.after)}
    known = call.take(names.providers(actor=call.actor, codes=receivers))
    return [
        {"act": act, "before": _named(act.before, known), "after": _named(act.after, known)}
        for act in report.redivided
    ]


def _named(shares: Iterable[Received], known: dict[str, str]) -> list[tuple[str, Received]]:
    return [(known.get(one.provider or "", one.provider or ""), one) for one in shares]


def _told(report: SplitReport) -> str:
    text = ngettext(
        "%(number)s ato dividido de novo.",
        "%(number)s atos divididos de novo.",
        len(report.redivided),
    )
    return text % {"number": len(report.redivided)}


def _fields(call: Call, source: QueryDict, form: typed.Fields) -> list[filters.Field]:
    known = call.take(names.choices(actor=call.actor))
    fields = [
        filters.Field(
            name=name,
            label=label,
            value=source.get(name, ""),
            type="select",
            options=filters.every(((one.code, one.name) for one in rows), any_of_them),
        )
        for name, label, rows, any_of_them in (
            ("convenio", _("Convênio"), known.payers, _("Todos")),
            ("unidade", _("Unidade"), known.units, _("Todas")),
        )
    ]
    fields += asking.days(source, form.findings)
    part = source.get("parcial", "")
    if part:
        fields.append(filters.Field(name="parcial", label=_("Parcial"), value=part, type="number"))
    return fields
