"""Rows of a register as something to choose from, and what the rows that others refer to are called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from honorarios.core.vocabulary import fold
from honorarios.records import selectors
from honorarios.services.registers.field import Kind
from honorarios.services.registers.listing import matching, name_of
from honorarios.services.registers.rows import references_of, with_references
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.registers.field import Field
    from honorarios.services.registers.register import Register
    from honorarios.services.registers.rows import RowView
    from honorarios.services.work import Work

MOST_CHOICES: Final = 200


@dataclass(frozen=True, slots=True)
class Choice:
    """A row that may be chosen: what a field says, and what a person reads."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Choices:
    """Some of them, by name."""

    found: tuple[Choice, ...]
    more: bool
    """Whether there are others: they are searched, not listed."""


def choices(
    *, actor: Actor, register: Register, search: str = "", size: int = MOST_CHOICES
) -> Result[Choices]:
    """Rows of a register to choose from; those who are people's secrets are searched elsewhere."""

    def do(work: Work) -> Choices:
        if register.identifies_patients:
            return Choices((), more=False)
        rows = register.rows(work.scope)
        if search:
            rows = rows.filter(matching(register, search))
        most = max(1, min(size, MOST_CHOICES))
        named = with_references(register, rows)
        page = list(named.order_by(name_of(register), "pk")[: most + 1])
        found = [Choice(_value(row), _label(row)) for row in page[:most]]
        # As people order names: a database may put an accent after z.
        found.sort(key=lambda one: fold(one.label))
        return Choices(tuple(found), more=len(page) > most)

    return consult(actor=actor, operation=register.read, do=do)


def names(
    *, actor: Actor, register: Register, rows: Sequence[RowView]
) -> Result[Mapping[str, Mapping[Any, str]]]:
    """What the rows that some rows refer to are called, by field and code; one query a field."""

    def do(work: Work) -> Mapping[str, Mapping[Any, str]]:
        held = () if register.children is None else register.children.fields
        found = {
            one.name: _named(work, one, [row.values for row in rows])
            for one in _references(register.fields)
        }
        name = "" if register.children is None else register.children.name
        inner = [child for row in rows for child in row.values.get(name, ())]
        return found | {f"{name}.{one.name}": _named(work, one, inner) for one in _references(held)}

    return consult(actor=actor, operation=register.read, do=do)


def _references(fields: Sequence[Field]) -> list[Field]:
    return [one for one in fields if one.kind is Kind.REFERENCE]


def _named(work: Work, one: Field, values: Sequence[Mapping[str, Any]]) -> dict[Any, str]:
    wanted = {row.get(one.name) for row in values} - {None}
    if one.refers_to is None or not wanted:
        return {}
    rows = selectors.owned(one.refers_to, work.scope).filter(**{f"{one.by}__in": wanted})
    if one.by == "id":
        # What has no code is called by what it refers to.
        rows = rows.select_related(*references_of(one.refers_to))
    return {getattr(row, one.by): _name(row) for row in rows}


def _value(row: Any) -> str:  # noqa: ANN401 - a row of any register
    return str(getattr(row, "code", row.pk))


def _name(row: Any) -> str:  # noqa: ANN401 - as above
    return str(getattr(row, "name", "") or getattr(row, "code", "") or row)


def _label(row: Any) -> str:  # noqa: ANN401 - as above
    code, name = str(getattr(row, "code", "")), _name(row)
    return name if code in {"", name} else f"{name} ({code})"
