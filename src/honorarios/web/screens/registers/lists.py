"""The registers by what they are about, the rows of one of them, and those that a field may name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.utils import timezone
from django.utils.translation import gettext as _

from honorarios.core.findings import Finding
from honorarios.services import registers
from honorarios.services.registers import Kind, is_dated
from honorarios.web import typed
from honorarios.web.answers import Fragment, Page
from honorarios.web.present import registers as present
from honorarios.web.present.places import GROUPS
from honorarios.web.screens.registers.references import choices_of, names_of, place_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.web.answers import Answer
    from honorarios.web.call import Call
    from honorarios.web.present.places import Place

PAGE: Final = 50


def index(call: Call) -> Answer:
    """Every register, by what it is about."""
    groups = [
        (title, [place for place in places if call.may(place.register.read)])
        for title, places in GROUPS
    ]
    return Page("web/registers/index.html", {"groups": [one for one in groups if one[1]]})


def listing(call: Call, register: str) -> Answer:
    """A register's rows, narrowed by what the address says."""
    place = place_of(call, register)
    known = registers.filters(place.register)
    only = {name: str(call.query[name]) for name in known if call.query.get(name)}
    search, valid = call.query.get("busca", "").strip(), call.query.get("em", "")
    on = typed.day(valid, "em", today=timezone.localdate()) if valid else None
    found = call.take(
        registers.listed(
            actor=call.actor,
            register=place.register,
            only=only,
            search=search,
            valid_on=None if isinstance(on, Finding) else on,
            after=typed.key(call.query.get("depois", "")),
            size=PAGE,
            by_name=True,
        )
    )
    names = names_of(call, place, found.rows)
    columns = present.said_by(place.register, found.rows)
    context = {
        "place": place,
        "lines": [present.line(place, row, names, columns) for row in found.rows],
        "columns": [present.label_of(one) for one in columns],
        "after": found.after,
        "fields": _filter_fields(call, place, only, search, valid),
        "narrowed": bool(only or search or valid),
        "active": _active(call, place, only, search, valid),
        "dated": is_dated(place.register),
        "add": place.url("new"),
        "findings": [on] if isinstance(on, Finding) else [],
        "writes": call.may(place.register.write),
    }
    return Page("web/registers/listing.html", context)


def options(call: Call, register: str) -> Answer:
    """Rows that a field may name, for a search as one types."""
    place = place_of(call, register)
    found = call.take(
        registers.choices(
            actor=call.actor,
            register=place.register,
            search=call.query.get("q", "").strip(),
            size=20,
        )
    )
    return Fragment("web/registers/_options.html", {"options": found.found})


def _filter_fields(
    call: Call, place: Place, only: Mapping[str, str], search: str, valid: str
) -> list[dict[str, Any]]:
    """The fields above a list."""
    fields: list[dict[str, Any]] = []
    if {"code", "name"} & set(place.register.names):
        label = _("Código ou nome") if "name" in place.register.names else _("Código")
        fields.append({"name": "busca", "label": label, "value": search, "type": "search"})
    for name in registers.filters(place.register):
        one = place.register.field(name)
        if one.kind is Kind.TERM:
            known = [(value, _(label)) for value, label in (one.labels or {}).items()]
        elif one.kind is Kind.REFERENCE:
            known = [(choice.value, choice.label) for choice in choices_of(call, one) or ()]
        else:
            continue
        if known:
            label = present.label_of(one)
            value = only.get(name, "")
            choices = [("", _("Todos")), *known]
            fields.append(
                {"name": name, "label": label, "value": value, "type": "select", "options": choices}
            )
    if is_dated(place.register):
        fields.append(
            {
                "name": "em",
                "label": _("Valendo em"),
                "value": valid,
                "type": "day",
                "placeholder": _("hoje"),
            }
        )
    return fields


def _active(
    call: Call, place: Place, only: Mapping[str, str], search: str, valid: str
) -> list[dict[str, str]]:
    """What narrows a list, each with the address that leaves it out."""
    told = {"busca": search, "em": valid}
    for name, value in only.items():
        one = place.register.field(name)
        labels = dict(one.labels or {})
        chosen = {choice.value: choice.label for choice in choices_of(call, one) or ()}
        told[name] = f"{present.label_of(one)}: {_(labels.get(value, chosen.get(value, value)))}"
    found = []
    for name, text in told.items():
        if text:
            rest = call.query.copy()
            rest.pop(name)
            rest.pop("depois", None)
            found.append({"label": text, "href": f"?{rest.urlencode()}"})
    return found
