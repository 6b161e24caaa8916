"""Registers (cadastros): their lists, a row with its history and validity, and the forms that write them."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from honorarios.core.findings import Finding
from honorarios.services import agreements, registers
from honorarios.services.operations import Operation
from honorarios.services.registers import Kind, is_dated
from honorarios.web import typed
from honorarios.web.answers import Fragment, Go, Page
from honorarios.web.present import registers as present
from honorarios.web.present.forms import Option, asked_step, last_row, nested, stepped
from honorarios.web.present.forms.register import RegisterForm
from honorarios.web.present.places import BY_MODEL, GROUPS, PLACES
from honorarios.web.refused import status_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from honorarios.services.outcomes import Result
    from honorarios.services.registers import Field, RowView, Saved
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call
    from honorarios.web.present.places import Place


PAGE: Final = 50
RELATED: Final = 12
FORM: Final = "web/registers/form.html"
REGIME: Final = "regime"
"""The column whose codes the tax parameters name."""


def index(call: Call) -> Answer:
    """Every register, by what it is about."""
    groups = [
        (title, [place for place in places if call.may(place.register.read)])
        for title, places in GROUPS
    ]
    return Page("web/registers/index.html", {"groups": [one for one in groups if one[1]]})


def listing(call: Call, register: str) -> Answer:
    """A register's rows, narrowed by what the address says."""
    place = _place(call, register)
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
    names = _names(call, place, found.rows)
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


def show(call: Call, register: str, row_id: int) -> Answer:
    """A row: what it says, its validity as a line in time, its history, and what refers to it."""
    place = _place(call, register)
    row = call.take(registers.read(actor=call.actor, register=place.register, row_id=row_id))
    history = call.take(registers.history(actor=call.actor, register=place.register, row_id=row_id))
    rows = [row, *present.as_it_was(row, history)]
    names = _names(call, place, rows)
    related = _related(call, place, row)
    context = {
        "place": place,
        "row": row,
        "title": present.title_of(place, row, names),
        "facts": [present.cell(one, row.values[one.name], names) for one in place.register.fields],
        "children": present.children_of(place, row, names),
        "segments": _segments(call, place, row, names),
        "history": present.history_shown(place, history, names),
        "related": related,
        "bare": [one for one in related if not one.lines],
        "dated": is_dated(place.register),
        "writes": call.may(place.register.write),
        "listing": place.listing,
        "edit": place.url("edit", row_id),
        "succeed": place.url("succeed", row_id) if is_dated(place.register) else "",
        "confirm": place.confirm(row_id) if call.may(Operation.AGREEMENTS_CONFIRM) else "",
    }
    return Page("web/registers/show.html", context)


def new(call: Call, register: str) -> Answer:
    """A row to be registered."""
    place = _place(call, register)
    if not call.posted:
        return _form(call, place, {name: call.query[name] for name in call.query})
    data = nested(call.form)
    step = asked_step(call.form)
    if step is not None:
        return _stepped(call, place, data, step)
    values, findings = _typed(place, data)
    if findings:
        return _form(call, place, data, findings, HTTPStatus.UNPROCESSABLE_ENTITY)
    result = registers.create(
        actor=call.actor, register=place.register, values=values, key=call.key
    )
    return _saved(call, place, data, result, _("{title} cadastrado: está na lista."))


def edit(call: Call, register: str, row_id: int) -> Answer:
    """A row to be changed; what identifies it stays."""
    place = _place(call, register)
    row = call.take(registers.read(actor=call.actor, register=place.register, row_id=row_id))
    if not call.posted:
        return _form(call, place, dict(row.values), row=row)
    data = nested(call.form)
    step = asked_step(call.form)
    if step is not None:
        return _stepped(call, place, data, step, row)
    values, findings = _typed(place, data)
    if findings:
        return _form(call, place, data, findings, HTTPStatus.UNPROCESSABLE_ENTITY, row)
    result = registers.change(
        actor=call.actor,
        register=place.register,
        row_id=row_id,
        values={name: held for name, held in values.items() if name not in place.register.key},
        seen=call.form.get("seen"),
        key=call.key,
    )
    return _saved(call, place, data, result, _("Alteração gravada."), row)


def succeed(call: Call, register: str, row_id: int) -> Answer:
    """A dated row that ends, and the one that begins the day after."""
    place = _place(call, register)
    if not is_dated(place.register):
        raise Http404
    row = call.take(registers.read(actor=call.actor, register=place.register, row_id=row_id))
    if not call.posted:
        data = {**row.values, "valid_from": timezone.localdate(), "valid_to": None}
        return _form(call, place, data, row=row, succeeding=True)
    data = nested(call.form)
    step = asked_step(call.form)
    if step is not None:
        return _stepped(call, place, data, step, row, succeeding=True)
    values, findings = _typed(place, data)
    if findings:
        return _form(
            call, place, data, findings, HTTPStatus.UNPROCESSABLE_ENTITY, row, succeeding=True
        )
    result = registers.succeed(
        actor=call.actor,
        register=place.register,
        row_id=row_id,
        values=values,
        seen=call.form.get("seen"),
        key=call.key,
    )
    text = _("Vigência encerrada, e a nova começada.")
    return _saved(call, place, data, result, text, row, succeeding=True)


def options(call: Call, register: str) -> Answer:
    """Rows that a field may name, for a search as one types."""
    place = _place(call, register)
    found = call.take(
        registers.choices(
            actor=call.actor,
            register=place.register,
            search=call.query.get("q", "").strip(),
            size=20,
        )
    )
    return Fragment("web/registers/_options.html", {"options": found.found})


def _place(call: Call, slug: str) -> Place:
    """A register by its address; what identifies patients has addresses, and a permission, of its own."""
    place = PLACES.get(slug)
    if place is None or not call.may(place.register.read):
        raise Http404
    return place


def _form(
    call: Call,
    place: Place,
    data: Mapping[str, Any],
    findings: Sequence[Finding] = (),
    status: HTTPStatus = HTTPStatus.OK,
    row: RowView | None = None,
    *,
    succeeding: bool = False,
    added: str = "",
) -> Answer:
    names = _names(call, place, [row]) if row is not None else {}
    drawn = RegisterForm(place, _options(call, place), findings, names)
    locked = [
        name
        for name in (place.register.key if row is not None else ())
        if not (succeeding and name == "valid_from")
    ]
    nodes = drawn.nodes(data, locked=locked, added=added)
    context = {
        "place": place,
        "row": row,
        "nodes": nodes,
        "findings": drawn.others(),
        "seen": call.form.get("seen") or (row.tag if row is not None else ""),
        "title": present.title_of(place, row, names) if row is not None else "",
        "succeeding": succeeding,
        "listing": place.listing,
        "back": place.url("listing") if row is None else place.url("show", row.id),
        "key": call.key,
    }
    return Page(FORM, context, status)


def _stepped(
    call: Call,
    place: Place,
    data: dict[str, Any],
    step: tuple[str, str],
    row: RowView | None = None,
    *,
    succeeding: bool = False,
) -> Answer:
    """The same form with a row more or less."""
    verb, path = step
    children = place.register.children
    if children is None or path.split(".")[0] != children.name:
        return _form(call, place, data, row=row, succeeding=succeeding)
    changed = stepped(data, verb, path)
    added = last_row(changed, path) if verb == "add" else ""
    return _form(call, place, changed, row=row, succeeding=succeeding, added=added)


def _saved(
    call: Call,
    place: Place,
    data: Mapping[str, Any],
    result: Result[Saved],
    message: str,
    row: RowView | None = None,
    *,
    succeeding: bool = False,
) -> Answer:
    """To the row, or the form again with what is wrong beside its fields."""
    if result.ok and result.value is not None:
        return Go(place.url("show", result.value.id), message.format(title=place.title))
    status = status_of(result)
    return _form(call, place, data, result.findings, status, row, succeeding=succeeding)


def _typed(place: Place, data: Mapping[str, Any]) -> tuple[dict[str, Any], list[Finding]]:
    """What the form says, days and numbers read as people write them."""
    findings: list[Finding] = []
    register = place.register
    values = _read(register.fields, data, "", findings)
    if register.children is not None:
        name, fields = register.children.name, register.children.fields
        rows = data.get(name)
        held = [one for one in rows if isinstance(one, dict)] if isinstance(rows, list) else []
        values[name] = [
            _read(fields, row, f"{name}.{number}.", findings, every=True)
            for number, row in enumerate(held)
        ]
    return values, findings


def _read(
    fields: Sequence[Field],
    data: Mapping[str, Any],
    prefix: str,
    findings: list[Finding],
    *,
    every: bool = False,
) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for one in fields:
        if one.kind is Kind.SEVERAL:
            values[one.name] = present.typed_value(data.get(one.name))
            continue
        if one.name not in data and not every:
            continue
        text = _last(data.get(one.name, ""))
        value: object = text
        if one.kind is Kind.DAY:
            value = typed.day(text, prefix + one.name, today=timezone.localdate())
        elif one.kind is Kind.EXACT:
            value = typed.quantity(text, prefix + one.name)
        if isinstance(value, Finding):
            findings.append(value)
        else:
            values[one.name] = "" if value is None else str(value)
    return values


def _last(value: object) -> str:
    """What a field says; a box that is ticked says so after what it says unticked."""
    held = value[-1] if isinstance(value, list) and value else value
    return str(held or "").strip()


def _names(call: Call, place: Place, rows: Sequence[RowView]) -> present.Names:
    """What rows refer to, by name; of a company's regime too, which is a code of the tax parameters."""
    names = call.take(registers.names(actor=call.actor, register=place.register, rows=rows))
    return {**names, REGIME: _regimes(call)} if REGIME in place.register.names else names


def _regimes(call: Call) -> dict[str, str]:
    years = agreements.parameters(actor=call.actor).value or ()
    return {one.code: one.label for year in years for one in year.taxes.regimes}


def _options(call: Call, place: Place) -> dict[str, Sequence[Option]]:
    """What each reference may name, of the registers that are short enough for a list."""
    held = () if place.register.children is None else place.register.children.fields
    found: dict[str, Sequence[Option]] = {}
    for one in (*place.register.fields, *held):
        listed = _choices(call, one)
        if listed is not None:
            found[one.name] = listed
    if REGIME in place.register.names:
        found[REGIME] = [Option(code, label) for code, label in _regimes(call).items()]
    return found


def _choices(call: Call, one: Field) -> list[Option] | None:
    target = None if one.refers_to is None else BY_MODEL.get(one.refers_to)
    if target is None or not call.may(target.register.read):
        return None
    found = call.take(registers.choices(actor=call.actor, register=target.register))
    if found.more:
        return None
    return [Option(choice.value, choice.label) for choice in found.found]


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
            known = [(choice.value, choice.label) for choice in _choices(call, one) or ()]
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
        chosen = {choice.value: choice.label for choice in _choices(call, one) or ()}
        told[name] = f"{present.label_of(one)}: {_(labels.get(value, chosen.get(value, value)))}"
    found = []
    for name, text in told.items():
        if text:
            rest = call.query.copy()
            rest.pop(name)
            rest.pop("depois", None)
            found.append({"label": text, "href": f"?{rest.urlencode()}"})
    return found


def _segments(
    call: Call, place: Place, row: RowView, names: present.Names
) -> list[dict[str, object]]:
    """The rows of the same thing, one period after another."""
    register = place.register
    if not is_dated(register):
        return []
    only = {
        name: present.typed_value(row.values[name]) for name in register.key if name != "valid_from"
    }
    found = call.take(registers.listed(actor=call.actor, register=register, only=only))
    rows = sorted(found.rows, key=lambda one: one.values["valid_from"])
    return [
        {
            "start": one.values["valid_from"],
            "end": one.values["valid_to"],
            "label": present.period_label(place, one, names),
            "href": "" if one.id == row.id else place.url("show", one.id),
        }
        for one in rows
    ]


def _related(call: Call, place: Place, row: RowView) -> list[present.Related]:
    """The rows of other registers that refer to this one, a few of each."""
    found: list[present.Related] = []
    for other in PLACES.values():
        if other.register.identifies_patients or not call.may(other.register.read):
            continue
        for one in other.register.fields:
            if one.refers_to is not place.register.model:
                continue
            named = str(row.id if one.by == "id" else row.values["code"])
            held = call.take(
                registers.listed(
                    actor=call.actor, register=other.register, only={one.name: named}, size=RELATED
                )
            )
            names = call.take(
                registers.names(actor=call.actor, register=other.register, rows=held.rows)
            )
            found.append(present.related(other, one, named, held, names))
    return found
