"""Columns whose price is for one role, accommodation or setting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from honorarios.catalogue.importers import codes
from honorarios.catalogue.importers.pricecells import CELL_TYPES, QUANTITY
from honorarios.core.findings import Finding, Place
from honorarios.tabular import Column
from honorarios.tabular.celltypes import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

FEE: Final = "fee"
_SELECTORS: Final = ("role", "accommodation", "setting")


@dataclass(frozen=True, slots=True)
class FeeColumn:
    """A column of prices, and what its price rows are for."""

    key: str
    cells: Mapping[str, object]
    """Selector cells of its rows; empty for the price of everyone."""

    @property
    def column(self) -> Column:
        """The column that is wanted of the file."""
        return Column(self.key, QUANTITY, required=True, blank_allowed=True)


def selected(key: str) -> FeeColumn | None:
    """What a mapping's key says of a price, None when it says nothing that can be understood.

    >>> selected("fee.role.anestesista.accommodation.apartment").cells["accommodation"]
    'apartment'
    >>> selected("fee.accommodation") is None
    True
    """
    parts = key.split(".")[1:]
    names, words = parts[::2], parts[1::2]
    if not names or len(names) != len(words) or len(set(names)) != len(names):
        return None
    cells: dict[str, object] = {}
    for name, word in zip(names, words, strict=True):
        value = CELL_TYPES[name].read(word) if name in _SELECTORS else None
        if value is None or isinstance(value, Problem):
            return None
        cells[name] = value
    return FeeColumn(key, cells)


def fee_columns(
    mapping: Mapping[str, str], file: str
) -> tuple[tuple[FeeColumn, ...], list[Finding]]:
    """The columns of selected prices that a mapping names, and its keys that are none."""
    found: list[FeeColumn] = []
    faults: list[Finding] = []
    for key in mapping:
        if not key.startswith(f"{FEE}."):
            continue
        column = selected(key)
        if column is None:
            faults.append(codes.SELECTOR.at(Place(file), key=key))
        elif same := next((other for other in found if other.cells == column.cells), None):
            faults.append(codes.SELECTOR_TWICE.at(Place(file), key=key, other=same.key))
        else:
            found.append(column)
    return tuple(found), faults
