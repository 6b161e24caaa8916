"""The forms that write a register: a new row, a change, and the end of a period for the next one."""

from __future__ import annotations

from dataclasses import dataclass
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
    from collections.abc import Callable, Mapping, Sequence

    from honorarios.core.findings import Finding
    from honorarios.services.outcomes import Result
    from honorarios.services.registers import RowView, Saved
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call
    from honorarios.web.present.places import Place

    Values = dict[str, Any]

FORM: Final = "web/registers/form.html"


def new(call: Call, register: str) -> Answer:
    """A row to be registered."""
    place = place_of(call, register)
    writing = _Writing(call, place)
    if not call.posted:
        return writing.form({name: call.query[name] for name in call.query})

    def create(values: Values) -> Result[Saved]:
        return registers.create(
            actor=call.actor, register=place.register, values=values, key=call.key
        )

    return writing.written(create, _("{title}: cadastro gravado."))


def edit(call: Call, register: str, row_id: int) -> Answer:
    """A row to be changed; what identifies it stays."""
    place = place_of(call, register)
    row = call.take(registers.read(actor=call.actor, register=place.register, row_id=row_id))
    writing = _Writing(call, place, row)
    if not call.posted:
        return writing.form(row.values)

    def change(values: Values) -> Result[Saved]:
        return registers.change(
            actor=call.actor,
            register=place.register,
            row_id=row_id,
            values={name: held for name, held in values.items() if name not in place.register.key},
            seen=call.form.get("seen"),
            key=call.key,
        )

    return writing.written(change, _("Alteração gravada."))


def succeed(call: Call, register: str, row_id: int) -> Answer:
    """A dated row that ends, and the one that begins the day after."""
    place = place_of(call, register)
    if not is_dated(place.register):
        raise Http404
    row = call.take(registers.read(actor=call.actor, register=place.register, row_id=row_id))
    writing = _Writing(call, place, row, succeeding=True)
    if not call.posted:
        return writing.form({**row.values, "valid_from": timezone.localdate(), "valid_to": None})

    def follow(values: Values) -> Result[Saved]:
        return registers.succeed(
            actor=call.actor,
            register=place.register,
            row_id=row_id,
            values=values,
            seen=call.form.get("seen"),
            key=call.key,
        )

    return writing.written(follow, _("Vigência encerrada, e a nova começada."))


@dataclass(frozen=True, slots=True)
class _Writing:
    """A form that is being filled in: of a new row, of a change, or of the row that follows one."""

    call: Call
    place: Place
    row: RowView | None = None
    succeeding: bool = False

    def written(self, save: Callable[[Values], Result[Saved]], message: str) -> Answer:
        """To the row that was saved, or the form again: with a row more, or with what is wrong in it."""
        data = nested(self.call.form)
        step = asked_step(self.call.form)
        if step is not None:
            return self._stepped(data, *step)
        values, findings = filled_in(self.place, data)
        if findings:
            return self.form(data, findings, HTTPStatus.UNPROCESSABLE_ENTITY)
        result = save(values)
        if result.value is None or not result.ok:
            return self.form(data, result.findings, status_of(result))
        shown = self.place.url("show", result.value.id)
        return Go(shown, message.format(title=self.place.title))

    def form(
        self,
        data: Mapping[str, Any],
        findings: Sequence[Finding] = (),
        status: HTTPStatus = HTTPStatus.OK,
        added: str = "",
    ) -> Answer:
        """The form around some data, with what was found beside its fields."""
        call, place, row = self.call, self.place, self.row
        names = names_of(call, place, [row]) if row is not None else {}
        drawn = RegisterForm(place, _options(call, place), findings, names)
        nodes = drawn.nodes(data, locked=self._locked(), added=added)
        context = {
            "place": place,
            "row": row,
            "nodes": nodes,
            "findings": drawn.others(),
            "seen": call.form.get("seen") or (row.tag if row is not None else ""),
            "title": present.title_of(place, row, names) if row is not None else "",
            "succeeding": self.succeeding,
            "listing": place.listing,
            "back": place.url("listing") if row is None else place.url("show", row.id),
            "key": call.key,
        }
        return Page(FORM, context, status)

    def _locked(self) -> list[str]:
        """What identifies a row that is there already; one that follows begins on a day of its own."""
        key = () if self.row is None else self.place.register.key
        return [name for name in key if not (self.succeeding and name == "valid_from")]

    def _stepped(self, data: dict[str, Any], verb: str, path: str) -> Answer:
        """The same form with a row more or less."""
        children = self.place.register.children
        if children is None or path.split(".", maxsplit=1)[0] != children.name:
            return self.form(data)
        changed = stepped(data, verb, path)
        return self.form(changed, added=last_row(changed, path) if verb == "add" else "")


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
