"""The forms that write a register: a new row, a change, and the end of a period for the next one."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from honorarios.services import registers
from honorarios.services.registers import is_dated
from honorarios.web.answers import Go, Page
from honorarios.web.present import registers as present
from honorarios.web.present.forms import Option, asked_step, last_row, nested, stepped
from honorarios.web.present.forms.register import RegisterForm
from honorarios.web.refused import status_of
from honorarios.web.screens.registers.filled import filled_in
from honorarios.web.screens.registers.references import (
    REGIME,
    choices_of,
    names_of,
    place_of,
    regimes,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from honorarios.core.findings import Finding
    from honorarios.services.outcomes import Result
    from honorarios.services.registers import RowView, Saved
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call
    from honorarios.web.present.places import Place

FORM: Final = "web/registers/form.html"


def new(call: Call, register: str) -> Answer:
    """A row to be registered."""
    place = place_of(call, register)
    if not call.posted:
        return _form(call, place, {name: call.query[name] for name in call.query})
    data = nested(call.form)
    step = asked_step(call.form)
    if step is not None:
        return _stepped(call, place, data, step)
    values, findings = filled_in(place, data)
    if findings:
        return _form(call, place, data, findings, HTTPStatus.UNPROCESSABLE_ENTITY)
    result = registers.create(
        actor=call.actor, register=place.register, values=values, key=call.key
    )
    return _saved(call, place, data, result, _("{title} cadastrado: está na lista."))


def edit(call: Call, register: str, row_id: int) -> Answer:
    """A row to be changed; what identifies it stays."""
    place = place_of(call, register)
    row = call.take(registers.read(actor=call.actor, register=place.register, row_id=row_id))
    if not call.posted:
        return _form(call, place, dict(row.values), row=row)
    data = nested(call.form)
    step = asked_step(call.form)
    if step is not None:
        return _stepped(call, place, data, step, row)
    values, findings = filled_in(place, data)
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
    place = place_of(call, register)
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
    values, findings = filled_in(place, data)
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
    names = names_of(call, place, [row]) if row is not None else {}
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


def _options(call: Call, place: Place) -> dict[str, Sequence[Option]]:
    """What each reference may name, of the registers that are short enough for a list."""
    held = () if place.register.children is None else place.register.children.fields
    found: dict[str, Sequence[Option]] = {}
    for one in (*place.register.fields, *held):
        listed = choices_of(call, one)
        if listed is not None:
            found[one.name] = listed
    if REGIME in place.register.names:
        found[REGIME] = [Option(code, label) for code, label in regimes(call).items()]
    return found
