"""Rows to be written: what was read of each, completed with what is on record, and looked up."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from honorarios.core.findings import Finding, Place, has_errors
from honorarios.records import selectors
from honorarios.services.registers import codes
from honorarios.services.registers.field import Field, Kind
from honorarios.services.registers.reading import read_row, required

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from honorarios.records.selectors import Scope
    from honorarios.services.registers.register import Register

    Known = Mapping[tuple[object, object], int]


@dataclass(slots=True)
class Draft:
    """A row to be written."""

    given: dict[str, Any]
    """What the request says, as it is shown: references by code."""
    findings: list[Finding] = field(default_factory=list)
    row: Any = None
    """The row on record that it changes."""
    before: Mapping[str, Any] = field(default_factory=dict)
    """That row's values, as they are shown."""
    values: dict[str, Any] = field(default_factory=dict)
    """What the row is to be."""
    columns: dict[str, Any] = field(default_factory=dict)
    """The same as the record keeps it: references by key."""
    children: list[dict[str, Any]] = field(default_factory=list)
    """The columns of the rows in its list."""

    @property
    def refused(self) -> bool:
        """Whether it can't be written."""
        return has_errors(self.findings)

    @property
    def changes(self) -> tuple[str, ...]:
        """The names of what is not as it was."""
        return tuple(name for name, value in self.values.items() if self.before.get(name) != value)


def drafts_of(register: Register, rows: Iterable[Mapping[str, object]]) -> list[Draft]:
    """Drafts of rows as they came, read."""
    return [Draft(*read_row(register, cells)) for cells in rows]


def complete(register: Register, draft: Draft) -> None:
    """Say all of a draft's values: given, or else as they were, or else by default."""
    for known in register.fields:
        if known.name in draft.given:
            draft.values[known.name] = draft.given[known.name]
        elif draft.row is not None:
            draft.values[known.name] = draft.before[known.name]
        else:
            draft.values[known.name] = None if known.required else known.default
            if known.required and not draft.refused:
                draft.findings.append(required(known, Place(field=known.name)))
    if register.children is not None:
        name = register.children.name
        draft.values[name] = draft.given.get(name, draft.before.get(name, []))
    if not draft.refused:
        for check in register.checks:
            draft.findings += check(draft.values)


class Referred:
    """Rows that drafts refer to, found with a query a field."""

    def __init__(self, register: Register, scope: Scope, drafts: Sequence[Draft]) -> None:
        self._fields = [one for one in register.fields if one.refers_to]
        values = [draft.values for draft in drafts]
        self._known = {one.name: _known(one, scope, values) for one in self._fields}
        self._children = register.children
        if self._children is None:
            return
        name = self._children.name
        held = [child for row in values for child in row[name]]
        self._held = [one for one in self._children.fields if one.refers_to]
        self._known_held = {one.name: _known(one, scope, held) for one in self._held}

    def resolve(self, draft: Draft) -> None:
        """Say a draft's columns; a finding where it refers to nothing."""
        draft.columns = _columns(draft.values, self._fields, self._known, draft.findings)
        if self._children is None:
            return
        del draft.columns[self._children.name]
        for number, child in enumerate(draft.values[self._children.name]):
            prefix = f"{self._children.name}.{number}."
            draft.children.append(
                _columns(child, self._held, self._known_held, draft.findings, prefix)
            )


def _known(one: Field, scope: Scope, rows: Iterable[Mapping[str, Any]]) -> Known:
    """The keys of what a field refers to, by what it must have in common and its name."""
    if one.refers_to is None:
        return {}
    named = {row.get(one.name) for row in rows} - {None}
    found = selectors.owned(one.refers_to, scope).filter(**{f"{one.by}__in": named})
    if one.within:
        common = f"{one.within}__code"
        return {(shared, name): pk for shared, name, pk in found.values_list(common, one.by, "pk")}
    return {("", name): pk for name, pk in found.values_list(one.by, "pk")}


def _columns(
    values: Mapping[str, Any],
    referring: Sequence[Field],
    known: Mapping[str, Known],
    findings: list[Finding],
    prefix: str = "",
) -> dict[str, Any]:
    columns = dict(values)
    for one in referring:
        if one.name not in columns:
            continue
        name = columns.pop(one.name)
        shared = values.get(one.within, "") if one.within else ""
        pk = None if name is None else known[one.name].get((shared, name))
        if name is not None and pk is None:
            place = Place(field=prefix + one.name)
            title = one.title.capitalize()
            findings.append(codes.NO_REFERENCE.at(place, title=title, value=name))
        columns[f"{one.name}_id"] = pk
    return columns


def key_of(register: Register, columns: Mapping[str, Any]) -> tuple[Any, ...]:
    """What identifies a row, as the record keeps it."""
    return tuple(columns[column_name(register.field(name))] for name in register.key)


def column_name(one: Field) -> str:
    """The column of a field: a reference's is its key."""
    return f"{one.name}_id" if one.kind is Kind.REFERENCE else one.name
