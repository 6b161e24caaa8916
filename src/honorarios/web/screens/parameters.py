"""General parameters (Parâmetros Gerais): what holds, what held, and what holds from a day on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from honorarios.core.findings import Finding, Place
from honorarios.launching.parameters import GeneralParameters
from honorarios.services import parameters
from honorarios.services.operations import Operation
from honorarios.web import typed
from honorarios.web.answers import Go, Page
from honorarios.web.present.forms import Input, nested
from honorarios.web.present.forms.schema import SchemaForm
from honorarios.web.present.forms.typed import Typed
from honorarios.web.present.writing import day as shown_day
from honorarios.web.refused import status_of
from honorarios.web.typed import codes as typed_codes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from honorarios.services.parameters import ParametersView
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call


@dataclass(frozen=True, slots=True)
class Change:
    """What a version says otherwise than the one before it."""

    version: ParametersView
    changed: tuple[tuple[str, str, str], ...]
    """Title, before, after."""


def show(call: Call) -> Answer:
    """What holds today, and the versions as a line in time."""
    today = timezone.localdate()
    held = call.take(parameters.in_force(actor=call.actor, day=today))
    listed = call.take(parameters.listed(actor=call.actor))
    context = {
        "nodes": SchemaForm().nodes(GeneralParameters, held.model_dump(mode="json")),
        "segments": _segments(listed),
        "changes": _changes(listed),
        "writes": call.may(Operation.PARAMETERS_WRITE),
    }
    return Page("web/parameters/show.html", context)


def edit(call: Call) -> Answer:
    """Parameters from a day on."""
    today = timezone.localdate()
    if not call.posted:
        held = call.take(parameters.in_force(actor=call.actor, day=today))
        return _form(held.model_dump(mode="json"), typed.day_text(today), call.key)
    given = call.form.get("valid_from", "")
    data = nested(call.form)
    begins = typed.day(given, "valid_from", today=today)
    if begins is None:
        begins = typed_codes.REQUIRED.at(Place(field="valid_from"))
    if isinstance(begins, Finding):
        return _form(data, given, call.key, [begins], HTTPStatus.UNPROCESSABLE_ENTITY)
    values = Typed(today).read(GeneralParameters, data)
    result = parameters.record(actor=call.actor, valid_from=begins, values=values, key=call.key)
    if not result.ok:
        return _form(data, given, call.key, result.findings, status_of(result))
    text = _("Parâmetros gravados a partir de {day}.").format(day=shown_day(begins))
    return Go(reverse("parameters.show"), text)


def _form(
    data: Mapping[str, Any],
    begins: str,
    key: str | None,
    findings: Sequence[Finding] = (),
    status: HTTPStatus = HTTPStatus.OK,
) -> Answer:
    form = SchemaForm(findings)
    nodes = form.nodes(GeneralParameters, data)
    since = Input(
        name="valid_from",
        label=_("Valem a partir de"),
        help=_("O que não mudar continua como estava; o que já foi lançado não muda."),
        type="day",
        value=begins,
        example="dd/mm/aaaa",
        required=True,
        autofocus=True,
        findings=tuple(one for one in findings if one.place.field == "valid_from"),
    )
    told = [one for one in form.others() if one.place.field != "valid_from"]
    context = {"nodes": nodes, "since": since, "findings": told, "key": key}
    return Page("web/parameters/edit.html", context, status)


def _segments(listed: Sequence[ParametersView]) -> list[dict[str, object]]:
    """The versions one after another; each ends where the next begins."""
    ordered = sorted(listed, key=lambda one: one.valid_from)
    ends = [one.valid_from - timedelta(days=1) for one in ordered[1:]]
    return [
        {
            "start": one.valid_from,
            "end": end,
            "label": _("Gravados em {day}").format(day=shown_day(one.recorded_at.date())),
        }
        for one, end in zip(ordered, [*ends, None], strict=True)
    ]


def _changes(listed: Sequence[ParametersView]) -> list[Change]:
    """What each version changed, the newest first."""
    found = []
    before = GeneralParameters()
    for one in sorted(listed, key=lambda held: held.valid_from):
        found.append(Change(one, tuple(_changed(before, one.parameters))))
        before = one.parameters
    return found[::-1]


def _changed(before: GeneralParameters, after: GeneralParameters) -> list[tuple[str, str, str]]:
    old = SchemaForm().nodes(GeneralParameters, before.model_dump(mode="json"))
    new = SchemaForm().nodes(GeneralParameters, after.model_dump(mode="json"))
    return [
        (one.label, one.words, other.words)
        for one, other in zip(old, new, strict=True)
        if isinstance(one, Input) and isinstance(other, Input) and one.words != other.words
    ]
