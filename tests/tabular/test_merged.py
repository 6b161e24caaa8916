"""Cells that a spreadsheet shows as one over several rows: only the first row has the value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import xlsxwriter

from honorarios.tabular import read_rows
from tests.tabular.making import COLUMNS

if TYPE_CHECKING:
    from pathlib import Path


def merged(path: Path, *ranges: tuple[int, int, int, int]) -> Path:
    """Three rows below a title and a header, with cells merged: first row and column, last ones."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write_row(1, 0, ["Código", "Descrição", "Valor"])
    hidden = {(row, left) for top, left, bottom, _ in ranges for row in range(top + 1, bottom + 1)}
    for row in range(2, 5):
        for column, cell in enumerate((f"9000000{row}", f"Ato {row}", row)):
            if (row, column) not in hidden:
                sheet.write(row, column, cell)
    for top, left, bottom, right in ranges:
        sheet.merge_range(top, left, bottom, right, "90000011")
    book.close()
    return path


def test_a_row_below_the_first_of_a_merged_cell_is_refused_with_the_rows_named(
    tmp_path: Path,
) -> None:
    rows = read_rows(merged(tmp_path / "a.xlsx", (2, 0, 4, 0)), COLUMNS)
    assert [row.number for row in rows.rows] == [3]
    assert [row.number for row in rows.refused] == [4, 5]
    (found,) = rows.refused[0].reasons
    assert (found.code, found.place.field) == ("TAB-MERGED", "Código")
    assert "3 a 5" in found.message
    assert "desfaça a mesclagem" in (found.tip or "")


def test_a_merged_title_or_a_column_that_nobody_wants_is_no_matter(tmp_path: Path) -> None:
    path = merged(tmp_path / "a.xlsx", (0, 0, 0, 2), (2, 4, 4, 5))
    assert len(read_rows(path, COLUMNS).rows) == 3
