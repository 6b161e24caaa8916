"""The sheet's form: fields by name, as they are posted and as a draft keeps them.

``when`` and ``cost_centre`` are the head's; ``act.1.code`` is of the first act, ``member.1.provider`` of the
first of the team, ``line.1-2.split_form`` of the second's line in the first act, ``single.1.code`` of an
entry of its own. Numbers only tell rows apart; rows stand in the order of their numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from honorarios.launching.sheet import Row, Sheet
from honorarios.launching.sheet.model import OF_THE_ACT, OF_THE_LINE, OF_THE_MEMBER
from honorarios.web.sheet.span import Span, read_span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from honorarios.core.findings import Finding

SURGERY: Final = "cirurgia"
SINGLES: Final = "linhas"
MODES: Final = (SURGERY, SINGLES)
_FIELD: Final = re.compile(
    r"(act|member|single)\.(\d{1,4})\.([a-z_]+)|(line)\.(\d{1,4}-\d{1,4})\.([a-z_]+)"
)
_OWN: Final = ("when", "not_authorised", "billed")
_NAMES: Final = {
    "act": {*OF_THE_ACT, "not_authorised"},
    "member": set(OF_THE_MEMBER),
    "line": {*OF_THE_LINE, *_OWN},
    "single": {*OF_THE_ACT, *OF_THE_MEMBER, *OF_THE_LINE, *_OWN},
}
_LONGEST: Final = 200
MOST_ROWS: Final = 60
"""Rows of a kind that a form may have."""

Values = dict[str, str]


@dataclass(frozen=True, slots=True)
class Form:
    """What was typed, row by row."""

    mode: str = SURGERY
    when: str = ""
    cost_centre: str = ""
    acts: Mapping[str, Values] = field(default_factory=dict)
    members: Mapping[str, Values] = field(default_factory=dict)
    lines: Mapping[str, Values] = field(default_factory=dict)
    singles: Mapping[str, Values] = field(default_factory=dict)
    identical: bool = False
    """Whether identical lines were confirmed."""
    seen: int | None = None
    """The sum that the person saw, in centavos."""
    key: str = ""
    open: tuple[str, ...] = ()
    """Lines whose own fields are shown."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing worth keeping was typed."""
        rows = (*self.acts.values(), *self.members.values(), *self.singles.values())
        return not self.when and not any(map(_is_filled, rows))


def read_form(fields: Mapping[str, str]) -> Form:
    """The form from its posted fields, or from those that a draft kept; unknown ones are left out."""
    rows: dict[str, dict[str, Values]] = {"act": {}, "member": {}, "line": {}, "single": {}}
    for name, value in fields.items():
        found = _FIELD.fullmatch(name)
        if found is None:
            continue
        kind, number, cell = (
            (found[1], found[2], found[3]) if found[1] else (found[4], found[5], found[6])
        )
        if cell in _NAMES[kind] and len(rows[kind]) <= MOST_ROWS * MOST_ROWS:
            rows[kind].setdefault(number, {})[cell] = str(value).strip()[:_LONGEST]
    mode = fields.get("mode", SURGERY)
    return Form(
        mode=mode if mode in MODES else SURGERY,
        when=str(fields.get("when", "")).strip()[:_LONGEST],
        cost_centre=str(fields.get("cost_centre", "")).strip()[:_LONGEST],
        acts=_in_order(rows["act"]),
        members=_in_order(rows["member"]),
        lines=rows["line"],
        singles=_in_order(rows["single"]),
        identical=bool(fields.get("identical")),
        seen=_whole(fields.get("seen", "")),
        key=str(fields.get("_key", ""))[:_LONGEST],
        open=tuple(str(fields.get("open", "")).split()),
    )


def kept_fields(fields: Mapping[str, str]) -> Values:
    """The posted fields that a draft keeps."""
    own = {"mode", "when", "cost_centre", "_key", "identical"}
    return {
        name: str(value)[:_LONGEST]
        for name, value in fields.items()
        if value and (name in own or _FIELD.fullmatch(name))
    }


def span_of(form: Form, *, near: date, today: date) -> Span:
    """The hours of the head."""
    return read_span(form.when, near=near, today=today)


def sheet_of(form: Form, *, near: date, today: date) -> Sheet:
    """The sheet that was typed, without its empty rows.

    Args:
        form: What was typed.
        near: The day of an act for which none is typed.
        today: The day that ``hoje`` is.
    """
    span = span_of(form, near=near, today=today)
    head: dict[str, object] = {
        "start": span.start,
        "end": span.end,
        "cost_centre": form.cost_centre,
    }
    if form.mode == SINGLES:
        singles, unread = _singles(form, near=near, today=today)
        return Sheet({"cost_centre": form.cost_centre}, singles=singles, unread=unread)
    acts = tuple(Row(name, _authorised(row)) for name, row in form.acts.items() if _is_filled(row))
    team = tuple(Row(name, dict(row)) for name, row in form.members.items() if _is_filled(row))
    if acts and not team:
        # Somebody operates: the value of the act is shown before it is known who.
        team = (Row(next(iter(form.members), "1"), {}),)
    lines = {
        name: _line(row, near=span.start.date() if span.start else near, today=today)
        for name, row in form.lines.items()
    }
    return Sheet(head, acts, team, lines, unread=span.findings)


def _singles(form: Form, *, near: date, today: date) -> tuple[tuple[Row, ...], tuple[Finding, ...]]:
    """Entries of their own; hours that can't be read stay text, of which launching says the same."""
    rows = []
    for name, row in form.singles.items():
        if not _is_filled(row):
            continue
        cells: dict[str, object] = dict(_authorised(row))
        cells |= _hours(str(cells.pop("when", "")), near=near, today=today)
        rows.append(Row(name, cells))
    return tuple(rows), ()


def _line(row: Values, *, near: date, today: date) -> dict[str, object]:
    cells: dict[str, object] = dict(_authorised(row))
    when = str(cells.pop("when", ""))
    return cells | (_hours(when, near=near, today=today) if when else {})


def _hours(when: str, *, near: date, today: date) -> dict[str, object]:
    span = read_span(when, near=near, today=today)
    if span.findings:
        field_name = span.findings[0].place.field
        hour_24 = span.findings[0].code.endswith("V08C")
        return {field_name: f"{near:%d/%m/%Y} 24:00" if hour_24 else when}
    return {"start": span.start, "end": span.end}


def _authorised(row: Values) -> Values:
    cells = {name: value for name, value in row.items() if name != "not_authorised"}
    return cells | {"authorised": "não"} if row.get("not_authorised") else cells


def _is_filled(row: Values) -> bool:
    """Whether somebody typed in a row; a quantity alone is what a new row comes with."""
    return any(value for name, value in row.items() if name != "quantity")


def _in_order(rows: dict[str, Values]) -> dict[str, Values]:
    numbers: Iterable[str] = sorted(rows, key=int)
    return {number: rows[number] for number in list(numbers)[:MOST_ROWS]}


def _whole(text: object) -> int | None:
    found = str(text)
    return int(found) if re.fullmatch(r"-?\d{1,15}", found) else None
