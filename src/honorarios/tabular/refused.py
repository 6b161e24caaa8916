"""Refused rows as a CSV that a person mends in a spreadsheet and imports again."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Final

from honorarios.core.findings import Finding, Place
from honorarios.core.system import reason_of
from honorarios.tabular import codes
from honorarios.tabular.cells import Cell, cell_text
from honorarios.tabular.inert import inert

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from honorarios.tabular.rows import RefusedRow

_OWN_HEADERS: Final = ("linha recusada", "coluna recusada", "motivo da recusa", "o que fazer")


def write_refused(
    path: Path, headers: Sequence[str], refused: Iterable[RefusedRow]
) -> Finding | None:
    """Write refused rows with their line, column, reason and tip before their own cells.

    Cells that a spreadsheet would run as a formula are made inert; reading the file again restores
    them. A file that exists is not replaced: it may hold somebody's corrections.

    Returns:
        the finding that says why nothing was written, if so.
    """
    try:
        with path.open("x", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL)
            writer.writerow([*_OWN_HEADERS, *map(inert, headers)])
            writer.writerows(_line(row) for row in refused)
    except FileExistsError:
        return codes.FILE_EXISTS.at(Place(str(path)))
    except OSError as problem:
        return codes.NOT_WRITTEN.at(Place(str(path)), reason=reason_of(problem))
    return None


def _line(row: RefusedRow) -> list[str]:
    fields = " | ".join(reason.place.field for reason in row.reasons if reason.place.field)
    messages = " | ".join(reason.message for reason in row.reasons)
    tips = " | ".join(dict.fromkeys(reason.tip for reason in row.reasons if reason.tip))
    return [str(row.number), *map(inert, (fields, messages, tips)), *map(_written, row.cells)]


def _written(cell: Cell) -> str:
    """A number of a spreadsheet with a decimal comma, the way people type it."""
    text = cell_text(cell) if isinstance(cell, str) else cell_text(cell).replace(".", ",")
    return inert(text)
