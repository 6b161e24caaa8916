"""Entries to launch as a request writes them: lenient values, which launching itself reads and judges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from honorarios.api.fields import Given, Whole
from honorarios.launching.reading import read_entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from honorarios.launching.model import Entry

MOST_ENTRIES = 500
"""Entries of one request: a surgery has some dozen; files go by the imports."""

Cell = Annotated[str, Field(max_length=200)] | None
"""A text as the form's field or the file's cell has it."""
Number = Whole | Cell
Flag = bool | Cell


class EntryFields(Given):
    """The fields of an entry; closed lists by code name, TISS code or Portuguese word."""

    code: Cell = Field(default=None, description="Código do procedimento: 31003079.")
    start: Cell = Field(default=None, description="Início, hora do local: 2025-11-22 10:00.")
    end: Cell = Field(default=None, description="Fim, hora do local.")
    provider: Cell = Field(default=None, description="Código do prestador.")
    role: Cell = Field(default=None, description="Função do médico: surgeon.")
    access_route: Cell = Field(default=None, description="Via de acesso: single, same, different.")
    procedure_kind: Cell = Field(default=None, description="principal ou secondary.")
    quantity: Number = Field(default=1, description="Quantidade.")
    cost_centre: Cell = Field(default=None, description="Código do centro de custo.")
    outside_requested: Flag = Field(default=False, description="Fora da conta.")
    split_form: Flag = Field(default=None, description="Divisão: none, percent, value.")
    split_provider: Cell = Field(default=None, description="Prestador da divisão.")
    technique: Cell = Field(default=None, description="conventional, video, robotic.")
    laterality: Cell = Field(default=None, description="left, right, both.")
    rank: Number = Field(default=None, description="Ordem do ato na cirurgia, de 1 a 99.")
    authorised: Flag = Field(default=None, description="Autorizado pelo convênio.")
    package_decision: Cell = Field(default=None, description="confirm ou decline.")

    def cells(self) -> dict[str, Any]:
        """The fields that were given, by the names that launching reads."""
        return {name: getattr(self, name) for name in EntryFields.model_fields if self._has(name)}

    def _has(self, name: str) -> bool:
        return name in self.model_fields_set


class NewEntry(EntryFields):
    """An entry to launch."""

    special: bool = Field(default=False, description="Item especial tem operação própria.")
    key: Whole | Annotated[str, Field(max_length=120)] | None = Field(
        default=None, description="Como quem pede chama o lançamento; sem ela, o número na lista."
    )

    def entry(self, number: int) -> Entry:
        """The entry, known by its own key or else by its number in the list."""
        key = number if self.key is None else self.key
        return read_entry({**self.cells(), "special": self.special}, key)


def read(entries: Sequence[NewEntry]) -> list[Entry]:
    """The entries of a request, in order."""
    return [entry.entry(number) for number, entry in enumerate(entries, 1)]


Entries = Annotated[list[NewEntry], Field(min_length=1, max_length=MOST_ENTRIES)]
