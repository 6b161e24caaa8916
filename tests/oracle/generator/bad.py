"""Bad cells of every kind that section 3 of the law names, and good ones that look bad."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from tests.oracle.generator.draw import Draw

Cells = dict[str, Any]

BAD_CELLS: Final[dict[str, tuple[object, ...]]] = {
    "code": (None, "", "  ", "...", "31A03079", "12345678901", "-1,5", "٣١٠٠٣٠٧٩", "31003079/1"),
    "role": (None, "", " ", "99", "14", "cirurgia", "auxiliar", "-1"),
    "access_route": ("0", "4", "mesma via 2", "video"),
    "procedure_kind": ("terciario", "0", "1", "main"),
    "rank": (0, 100, -1, 2**31 - 1, -(2**31)),
    "character": ("0", "3", "urgente mesmo"),
    "setting": ("day", "1", "dia"),
    "technique": ("0", "4", "laser"),
    "laterality": ("up", "1", "both sides"),
    "age_months": (-1, 2401, 2**31 - 1, -(2**31)),
    "weight_grams": (0, -1, 1_000_000, 2**31 - 1, -(2**31)),
    "quantity": (None, 0, 1000, -1000, 2**31 - 1, -(2**31)),
    "authorised": (False,),
    "contract": ("nobody", "Contract-1", "contract 1"),
    "start": (None,),
}
"""Cells that a typed column can hold."""

MISSPELT_CELLS: Final[dict[str, tuple[object, ...]]] = {
    "start": (
        "",
        "2025-03-01T24:00:00",
        "2025-02-30T10:00:00",
        "2025-13-01 10:00",
        "2025-03-01T10:60:00",
        "amanhã",
        "2025-03-01",
    ),
    "end": ("2025-03-01T24:00:00", "2025-02-29T10:00:00", "depois"),
    "admission": ("2025-02-30", "ontem", "2025-00-10"),
    "rank": ("primeiro", "1.5"),
    "age_months": ("dois anos", "1,5"),
    "weight_grams": ("2,5 kg", "2500.5"),
    "quantity": ("dois", "1.5", "", "1e2"),
}
"""Cells that only a text can hold: given as dictionaries, never as a typed table."""


def spoil(draw: Draw, line: Cells, columns: set[str]) -> None:
    """Put a bad cell in one of the columns that a typed table can hold."""
    column = draw.pick(sorted(BAD_CELLS.keys() & columns) + ["end"] * 3)
    if column == "end":
        if "end" in columns:
            line["end"] = _bad_end(draw, line.get("start"))
        return
    line[column] = draw.pick(BAD_CELLS[column])


def misspell(draw: Draw, line: Cells, columns: set[str]) -> None:
    """Put a bad text in one of the columns."""
    column = draw.pick(sorted(MISSPELT_CELLS.keys() & columns))
    line[column] = draw.pick(MISSPELT_CELLS[column])


def _bad_end(draw: Draw, start: object) -> datetime | None:
    """Before the start, or just longer than the longest act."""
    if not isinstance(start, datetime):
        return None
    steps = (-timedelta(seconds=1), -timedelta(days=30), timedelta(days=366, seconds=1))
    return start + draw.pick(steps)
