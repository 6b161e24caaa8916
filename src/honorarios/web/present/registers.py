"""Registers as their screens show them: the columns of a list, a row's values, what hangs on it, its history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from django.utils import timezone
from django.utils.translation import gettext as _

from honorarios.services.patients import initials
from honorarios.services.registers import Field, Kind, Register
from honorarios.web.present.meanings import in_words, said
from honorarios.web.present.places import capital
from honorarios.web.present.writing import KEPT_DOT, NOTHING, day, number
from honorarios.web.typed import day_text, quantity_text

if TYPE_CHECKING:
    from honorarios.services.registers import ChangeView, RowPage, RowView
    from honorarios.web.present.places import Place

Names = Mapping[str, Mapping[Any, str]]
"""The names of the rows that fields refer to, by field and code."""
RARE: Final = frozenset(
    {
        *("setting", "provider_class", "plan", "billing_unit", "contract", "note"),
        *("evidence", "confirmed_by", "asks", "forbids_complement", "exclusive"),
        *("beside_repasse", "accepts_direct", "accepts_natural", "accepts_legal"),
        *("service_share", "loss_share", "fixed_fee", "appeal_days", "documents", "papers"),
        *("cut_off_day", "cut_off_months", "cut_off_roll", "cut_off_dates", "cut_off_working"),
        *("same_route_for_all", "social_month"),
    }
)
"""Fields that most rows leave empty, or that nobody looks for in a list."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A value of a list or of a row's page."""

    label: str
    text: str
    note: str = ""
    """Smaller, beside it: the code of what it names."""
    number: bool = False
    help: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a list."""

    href: str
    cells: tuple[Cell, ...]
    state: str = ""
    """``past``, ``current`` or ``future`` of a dated row."""


def label_of(field: Field) -> str:
    """What a field is called."""
    return capital(said(field.title, in_words(field.name)))


def columns(register: Register) -> tuple[Field, ...]:
    """The fields that a list shows; the rest is on the row's own page."""
    return tuple(one for one in register.fields if one.name not in RARE)


def said_by(register: Register, rows: Sequence[RowView]) -> tuple[Field, ...]:
    """The columns of a list that some row says something in; all of an empty list."""
    every = columns(register)
    empty: tuple[object, ...] = (None, "", [])
    said = tuple(one for one in every if any(row.values[one.name] not in empty for row in rows))
    return said or every


def line(place: Place, row: RowView, names: Names, shown: Sequence[Field]) -> Line:
    """A row of a list, in some of its columns."""
    hidden = place.register.identifies_patients
    return Line(
        href=place.url("show", row.id),
        cells=tuple(cell(one, row.values[one.name], names, hidden=hidden) for one in shown),
        state=state_of(row),
    )


def state_of(row: RowView) -> str:
    """Whether a dated row is over, holds or is to come; nothing of one without dates."""
    if "valid_from" not in row.values:
        return ""
    today = timezone.localdate()
    start, end = row.values["valid_from"], row.values["valid_to"]
    if start is not None and start > today:
        return "future"
    return "past" if end is not None and end < today else "current"


def cell(field: Field, value: Any, names: Names, *, hidden: bool = False) -> Cell:  # noqa: ANN401 - of any kind
    """A value as it is read; ``hidden`` shows of a person no more than the initials."""
    label = label_of(field)
    if value is None or value == "":
        return Cell(label, NOTHING)
    name = names.get(field.name, {}).get(value, "")
    if field.kind is Kind.REFERENCE:
        return Cell(label, name or str(value), str(value) if name and name != value else "")
    if name or field.kind in {Kind.TERM, Kind.SEVERAL, Kind.FLAG}:
        return Cell(label, name or _chosen(field, value))
    if hidden and field.name == "name":
        return Cell(label, initials(value))
    if hidden and field.kind is Kind.CPF:
        return Cell(label, f"•••.•••.•••-{value[-2:]}")
    return Cell(label, _written(field, value), number=isinstance(value, int | Decimal))


def _chosen(field: Field, value: Any) -> str:  # noqa: ANN401 - as above
    """What was chosen of a closed list."""
    if field.kind is Kind.FLAG:
        return _("Sim") if value else _("Não")
    labels = field.labels or {}
    names = value.split() if field.kind is Kind.SEVERAL else [value]
    return ", ".join(_(labels.get(name, name)) for name in names)


def _written(field: Field, value: Any) -> str:  # noqa: ANN401 - as above
    if isinstance(value, date):
        return day(value)
    if isinstance(value, Decimal):
        return number(value.normalize() if value % 1 else value.quantize(Decimal(1)))
    if field.kind is Kind.CPF:
        return f"{value[:3]}.{value[3:6]}.{value[6:9]}-{value[9:]}"
    return str(value)


def typed_value(value: Any) -> str:  # noqa: ANN401 - as above
    """A value as a form shows it."""
    if value is None:
        return ""
    if isinstance(value, date):
        return day_text(value)
    if isinstance(value, Decimal):
        return quantity_text(value)
    if isinstance(value, bool):
        return "true" if value else ""
    return " ".join(value) if isinstance(value, list) else str(value)


def title_of(place: Place, row: RowView, names: Names) -> str:
    """What a row is called: its name, its code, or what identifies it."""
    values = row.values
    if values.get("name"):
        return str(values["name"])
    if values.get("code"):
        return str(values["code"])
    told = [
        cell(place.register.field(name), values[name], names).text
        for name in place.register.key
        if name != "valid_from" and values[name] not in (None, "")
    ]
    return KEPT_DOT.join(told) or place.title


def period_label(place: Place, row: RowView, names: Names) -> str:
    """What a dated row says besides its dates and what identifies it."""
    apart = (*place.register.key, "valid_from", "valid_to")
    told = [
        text
        for one in place.register.fields
        if one.name not in apart
        and (text := cell(one, row.values[one.name], names).text) != NOTHING
    ]
    children = place.register.children
    if children is not None:
        told += [
            " ".join(typed_value(value) for value in child.values())
            for child in row.values[children.name]
        ]
    return " · ".join(told)


@dataclass(frozen=True, slots=True)
class Lane:
    """The periods of one thing, one after another."""

    title: str
    segments: tuple[Mapping[str, object], ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Rows of another register that refer to a row."""

    place: Place
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    more: str
    """Address of all of them; empty when these are all."""
    add: str
    """Address of a new one with the reference filled in."""
    lanes: tuple[Lane, ...]
    """Of dated ones, a line in time for each thing that they are about."""
    segments: tuple[Mapping[str, object], ...]
    """The periods of all lanes: what their width stands for."""


def related(place: Place, field: Field, named: str, page: RowPage, names: Names) -> Related:
    """Rows of a register that refer to a row by a field."""
    query = urlencode({field.name: named})
    shown = [one for one in columns(place.register) if one.name != field.name]
    lanes = _lanes(place, field, page.rows, names) if "valid_from" in place.register.names else {}
    return Related(
        place=place,
        columns=tuple(label_of(one) for one in shown),
        lines=tuple(
            Line(
                href=place.url("show", row.id),
                cells=tuple(cell(one, row.values[one.name], names) for one in shown),
                state=state_of(row),
            )
            for row in page.rows
        ),
        more=f"{place.url('listing')}?{query}" if page.after is not None else "",
        add=f"{place.url('new')}?{query}",
        lanes=tuple(Lane(title, tuple(segments)) for title, segments in lanes.items()),
        segments=tuple(one for segments in lanes.values() for one in segments),
    )


def _lanes(
    place: Place, field: Field, rows: Sequence[RowView], names: Names
) -> dict[str, list[Mapping[str, object]]]:
    """The periods of dated rows by what identifies them besides the row that they refer to."""
    lanes: dict[str, list[Mapping[str, object]]] = {}
    apart = {field.name, "valid_from"}
    for row in sorted(rows, key=lambda one: one.values["valid_from"]):
        title = " · ".join(
            cell(place.register.field(name), row.values[name], names).text
            for name in place.register.key
            if name not in apart and row.values[name] not in (None, "")
        )
        segment = {
            "start": row.values["valid_from"],
            "end": row.values["valid_to"],
            "label": period_label(place, row, names) or title or place.title,
            "href": place.url("show", row.id),
        }
        lanes.setdefault(title or place.title, []).append(segment)
    return lanes


@dataclass(frozen=True, slots=True)
class Held:
    """The list that stands in a row."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def children_of(place: Place, row: RowView, names: Names) -> Held | None:
    """The list that stands in a row; None where the register has none."""
    children = place.register.children
    if children is None:
        return None
    held = {one.name: names.get(f"{children.name}.{one.name}", {}) for one in children.fields}
    return Held(
        title=capital(said(children.title, in_words(children.name))),
        columns=tuple(label_of(one) for one in children.fields),
        rows=tuple(
            tuple(cell(one, child[one.name], held) for one in children.fields)
            for child in row.values[children.name]
        ),
    )


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """A change of a row's history."""

    change: ChangeView
    moved: tuple[tuple[Cell, Cell], ...]
    """Each field before and after."""
    others: tuple[str, ...]
    """What else was written, of which the trail keeps no value."""


def as_it_was(row: RowView, history: Iterable[ChangeView]) -> list[RowView]:
    """A row as its history had it, for what it referred to then."""
    return [
        replace(row, values={**row.values, one.name: value})
        for change in history
        for one in change.moved
        for value in (one.before, one.after)
    ]


def history_shown(
    place: Place, history: Iterable[ChangeView], names: Names
) -> tuple[ChangeShown, ...]:
    """The history of a row, in the words of its page."""
    found = []
    for change in history:
        fields = [(place.register.field(one.name), one) for one in change.moved]
        told = {field.title for field, _one in fields}
        found.append(
            ChangeShown(
                change,
                tuple(
                    (cell(field, one.before, names), cell(field, one.after, names))
                    for field, one in fields
                ),
                tuple(capital(said(title, title)) for title in change.fields if title not in told),
            )
        )
    return tuple(found)
