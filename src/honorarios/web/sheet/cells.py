"""A field of the sheet: what stands in it, what it stands for if empty, and what is told of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Note:
    """Something told beside a field."""

    field: str
    """Name of the field in the form; empty is about the whole."""
    kind: str
    """bad, warn, info; ``missing`` is what is only not filled in yet; ``told`` says what was typed."""
    text: str
    tip: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A field."""

    name: str
    """Its name in the form, which is its id too."""
    value: str
    suggestion: str = ""
    why: str = ""
    """The rule of the suggestion."""
    notes: tuple[Note, ...] = ()

    @property
    def bad(self) -> bool:
        """Whether it has to be mended."""
        return any(note.kind == "bad" for note in self.notes)


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of fields, by their names."""

    notes: Mapping[str, tuple[Note, ...]] = field(default_factory=dict)
    suggestions: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """What an empty field stands for, and by which rule."""


@dataclass(frozen=True, slots=True)
class Cells:
    """The fields of a row; ``cells.code`` in a template is the one of the code."""

    prefix: str
    values: Mapping[str, str]
    told: Told

    def __getitem__(self, name: str) -> Cell:
        """The field of a name, whether anything was typed in it or not."""
        whole = f"{self.prefix}.{name}"
        suggestion, why = self.told.suggestions.get(whole, ("", ""))
        notes = self.told.notes.get(whole, ())
        return Cell(whole, self.values.get(name, ""), suggestion, why, notes)
