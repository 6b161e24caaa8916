"""Cells of admissions: moments, and the values that all rows of a file have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from honorarios.pricing.cells import parse_moment
from honorarios.services.imports import codes
from honorarios.tabular import CellType
from honorarios.tabular.cells import cell_text
from honorarios.tabular.celltypes import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from honorarios.tabular import Cell, Column


def _moment(cell: Cell) -> object:
    moment = parse_moment(cell_text(cell))
    return Problem(codes.NOT_MOMENT) if moment is None else moment.replace(microsecond=0)


MOMENT: Final = CellType("data e hora", _moment)
"""A clinical hour, wall time to the second."""


def constants_of(columns: Iterable[Column], given: Mapping[str, str]) -> dict[str, Any]:
    """The values that all rows have in common, read as their columns' cells are.

    What can't be read is left out, so that each row lacks it and says so.
    """
    known = {column.name: column for column in columns}
    values = {name: known[name].type.read(text) for name, text in given.items() if name in known}
    return {name: value for name, value in values.items() if not isinstance(value, Problem)}
