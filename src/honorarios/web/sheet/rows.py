"""The rows that a form shows: what was typed, and empty ones to type in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _

from honorarios.core.vocabulary import (
    AccessRoute,
    Laterality,
    ProcedureKind,
    Role,
    SplitForm,
    Technique,
)
from honorarios.web.sheet.cells import Cells
from honorarios.web.sheet.form import SINGLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.core.vocabulary import Term
    from honorarios.web.sheet.cells import Told
    from honorarios.web.sheet.form import Form, Values

FEWEST: Final = {"act": 3, "member": 4, "single": 3}
"""Rows that stand ready before anything is typed."""
CHOICES: Final[Mapping[str, type[Term]]] = {
    "access_route": AccessRoute,
    "procedure_kind": ProcedureKind,
    "technique": Technique,
    "laterality": Laterality,
    "role": Role,
    "split_form": SplitForm,
}
"""The closed lists among the fields."""
_OF_ACTS: Final = ("technique", "laterality", "not_authorised")
MORE: Final = {
    "act": _OF_ACTS,
    "member": (),
    "single": (
        *_OF_ACTS,
        "access_route",
        "procedure_kind",
        "rank",
        "cost_centre",
        "split_form",
        "split_provider",
    ),
}
"""Fields of a row that stand behind it."""


@dataclass(frozen=True, slots=True)
class RowShown:
    """A row of the form."""

    kind: str
    name: str
    position: int
    cells: Cells
    has_more: bool
    """Whether something is typed in the fields behind it."""


def rows_of(form: Form, told: Told) -> dict[str, list[RowShown]]:
    """The rows of a form, those of its mode with empty ones after them."""
    kinds = ("single",) if form.mode == SINGLES else ("act", "member")
    held = {"act": form.acts, "member": form.members, "single": form.singles}
    return {kind: _rows(kind, held[kind], told) for kind in kinds}


def _rows(kind: str, held: Mapping[str, Values], told: Told) -> list[RowShown]:
    last = max(map(int, held), default=0)
    filled = [name for name, row in held.items() if any(row.values())]
    blank = max(FEWEST[kind] - len(held), 0 if len(filled) < len(held) else 1)
    names = [*held, *(str(last + step) for step in range(1, blank + 1))]
    return [
        RowShown(
            kind,
            name,
            position,
            Cells(f"{kind}.{name}", held.get(name, {}), told),
            has_more=any(held.get(name, {}).get(more) for more in MORE[kind]),
        )
        for position, name in enumerate(names, 1)
    ]


def options(field: str) -> tuple[tuple[str, str], ...]:
    """The choices of a closed list: code name and word."""
    return tuple((term.code_name, _(term.label)) for term in CHOICES[field])
