"""Tax parameters by year, each number with its source; the office may keep its own. No tax advice."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from honorarios.core.findings import Finding, Place
from honorarios.services import agreements
from honorarios.services.operations import Operation
from honorarios.web import typed
from honorarios.web.answers import Go, Page
from honorarios.web.present import taxes as present
from honorarios.web.refused import status_of
from honorarios.web.typed import codes as typed_codes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from honorarios.services.agreements import TaxParametersView
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call


def show(call: Call) -> Answer:
    """The parameters of a year, and which other years there are."""
    years = call.take(agreements.parameters(actor=call.actor))
    chosen = _chosen(call, years)
    context = {
        "year": chosen,
        "sections": () if chosen is None else present.sections(chosen.taxes),
        "tabs": [
            {
                "label": str(one.year),
                "href": f"?ano={one.year}",
                "current": chosen is not None and one.year == chosen.year,
            }
            for one in years
        ],
        "writes": call.may(Operation.PARAMETERS_WRITE),
    }
    return Page("web/taxes/show.html", context)


def edit(call: Call) -> Answer:
    """The same numbers to be changed, or those of another year made from them."""
    years = call.take(agreements.parameters(actor=call.actor))
    chosen = _chosen(call, years)
    if chosen is None:
        return Go(reverse("taxes.show"))
    if not call.posted:
        return _form(call, chosen, {"valid_from": typed.day_text(chosen.taxes.valid_from)})
    data = {name: str(call.form[name]) for name in call.form}
    document, findings = _read(chosen, data)
    if findings:
        return _form(call, chosen, data, findings, HTTPStatus.UNPROCESSABLE_ENTITY)
    result = agreements.change_parameters(
        actor=call.actor, document=document, source=data.get("source", ""), key=call.key
    )
    if result.ok and result.value is not None:
        text = _("Parâmetros de %(year)s gravados.") % {"year": result.value.year}
        return Go(f"{reverse('taxes.show')}?ano={result.value.year}", text)
    return _form(call, chosen, data, result.findings, status_of(result))


def _chosen(call: Call, years: Sequence[TaxParametersView]) -> TaxParametersView | None:
    """The year that the address names; else this year's, or the newest before it."""
    asked = call.query.get("ano", "")
    named = next((one for one in years if str(one.year) == asked), None)
    today = timezone.localdate().year
    return named or next((one for one in years if one.year <= today), None)


def _form(
    call: Call,
    year: TaxParametersView,
    data: Mapping[str, str],
    findings: Sequence[Finding] = (),
    status: HTTPStatus | int = HTTPStatus.OK,
) -> Answer:
    placed = {"valid_from", "source", *(one.path for one in present.numbers(year.taxes))}
    context = {
        "year": year,
        "sections": present.filled(present.sections(year.taxes), data),
        "data": data,
        "findings": findings,
        "others": [one for one in findings if one.place.field not in placed],
        "key": call.key,
    }
    return Page("web/taxes/edit.html", context, status)


def _read(year: TaxParametersView, data: Mapping[str, str]) -> tuple[dict[str, Any], list[Finding]]:
    """The document with the numbers that were typed, and what can't be read of them."""
    document: dict[str, Any] = year.taxes.model_dump(mode="json")
    findings: list[Finding] = []
    begins = typed.day(data.get("valid_from", ""), "valid_from", today=timezone.localdate())
    if isinstance(begins, Finding) or begins is None:
        findings.append(begins or typed_codes.REQUIRED.at(Place(field="valid_from")))
    else:
        document["valid_from"] = begins.isoformat()
    for one in present.numbers(year.taxes):
        value = typed.quantity(data.get(one.path, ""), one.path)
        if isinstance(value, Finding):
            findings.append(value)
        elif value is None:
            findings.append(typed_codes.REQUIRED.at(Place(field=one.path)))
        else:
            present.put(document, one, value)
    return document, findings
