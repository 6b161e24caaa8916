"""What a register (cadastro) is: one description that every door lists, reads and writes it by."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from honorarios.records import selectors
from honorarios.services.operations import Operation
from honorarios.services.registers.field import Field, field_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from django.db.models import QuerySet

    from honorarios.core.findings import Finding
    from honorarios.records.models.base import Owned
    from honorarios.records.selectors import Scope

    Check = Callable[[Mapping[str, Any]], Iterator[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Children:
    """Rows that stand in a list of another row, and are replaced with it as a whole."""

    name: str
    """The list's name in a request."""
    title: str
    model: type[Owned]
    parent: str
    """The column that points at the row they stand in."""
    fields: tuple[Field, ...]
    order: str
    """The column that they are listed by."""
    numbered: bool = False
    """Whether that column is their place in the list, from 1."""


def _always(_one: Mapping[str, Any], _other: Mapping[str, Any]) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """Which dated rows are of the same thing, so that no two of them may hold on one day."""

    fields: tuple[str, ...]
    """Those in which they agree."""
    meets: Callable[[Mapping[str, Any], Mapping[str, Any]], bool] = _always
    """What else two of them have in common, told by their columns."""
    looks_at: tuple[str, ...] = ()
    """The columns that ``meets`` asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """A register of an office."""

    name: str
    """In addresses and imports: ``billing-units``."""
    model: type[Owned]
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    """The fields that identify a row; they don't change."""
    children: Children | None = None
    read: Operation = Operation.REGISTERS_READ
    write: Operation = Operation.REGISTERS_WRITE
    within: Callable[[Scope], QuerySet[Any]] | None = None
    """What an actor reaches; None: all of the office's."""
    identifies_patients: bool = False
    """Whether reading a row is reading a patient, and is recorded."""
    checks: tuple[Check, ...] = field(default=())
    """What must hold among the values of a row."""
    apart: Apart | None = None
    """Which of its rows may not hold on the same day; None: nobody minds."""

    @property
    def title(self) -> str:
        """One of them, in Portuguese."""
        return str(self.model._meta.verbose_name)  # noqa: SLF001 - Django's own way to ask

    @property
    def titles(self) -> str:
        """Many of them, in Portuguese."""
        return str(self.model._meta.verbose_name_plural)  # noqa: SLF001 - as above

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that a request may say of a row."""
        own = tuple(field.name for field in self.fields)
        return own if self.children is None else (*own, self.children.name)

    def rows(self, scope: Scope) -> QuerySet[Any]:
        """The rows within reach."""
        return selectors.owned(self.model, scope) if self.within is None else self.within(scope)

    def field(self, name: str) -> Field:
        """A field by its name."""
        return next(field for field in self.fields if field.name == name)


def columns(model: type[Owned], *names: str, **special: Field) -> tuple[Field, ...]:
    """The descriptions of a model's columns; ``special`` ones take the place of the model's own."""
    return tuple(special.get(name) or field_of(model, name) for name in names)
