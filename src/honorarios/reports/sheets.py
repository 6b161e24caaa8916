"""Workbooks: typed cells, and texts that are never formulas, whatever they begin with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime  # noqa: TC003 - told apart when the program runs
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Final

import xlsxwriter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MONEY: Final = "#,##0.00"
DAY: Final = "dd/mm/yyyy"
MOMENT: Final = "dd/mm/yyyy hh:mm"
INK: Final = "#0b5a5e"
LONGEST_TEXT: Final = 32_767
"""Characters of a cell; the format holds no more."""
WIDEST: Final = 60
OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""Nothing touches the disk, and a text is a text."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in centavos; in the cell, reais."""

    centavos: int


@dataclass(frozen=True, slots=True)
class Day:
    """A day."""

    value: date


@dataclass(frozen=True, slots=True)
class Moment:
    """A wall time."""

    value: datetime


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, its columns and its rows of texts, whole numbers, amounts and days."""

    name: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[object, ...]]
    table: bool = False
    """Whether it is a list with a heading: frozen, with filters; else names with their values."""
    widths: tuple[int, ...] = ()


def workbook(*, title: str, at: datetime, sheets: Iterable[Sheet]) -> bytes:
    """A workbook of sheets; the same data and hour are the same bytes."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, OPTIONS) as book:
        book.set_properties({"title": title, "created": at})
        formats = {
            kind: book.add_format({"num_format": kind, "valign": "top"})
            for kind in (MONEY, DAY, MOMENT)
        }
        heading = book.add_format(
            {"bold": True, "font_color": "white", "bg_color": INK, "text_wrap": True}
        )
        for sheet in sheets:
            _write(book.add_worksheet(sheet.name), sheet, formats, heading)
    return stream.getvalue()


def _write(page: Worksheet, sheet: Sheet, formats: dict[str, Format], heading: Format) -> None:
    first = 0
    if sheet.table:
        for column, name in enumerate(sheet.columns):
            page.write_string(0, column, name, heading)
        first = 1
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.columns) - 1)
    for number, row in enumerate(sheet.rows, first):
        for column, value in enumerate(row):
            _cell(page, number, column, value, formats)
    for column, width in enumerate(sheet.widths or _widths(sheet)):
        page.set_column(column, column, width)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)


def _cell(
    page: Worksheet, row: int, column: int, value: object, formats: dict[str, Format]
) -> None:
    if isinstance(value, Amount):
        # A centavo more or less is decided here, in whole numbers; a cell only shows it.
        page.write_number(row, column, Decimal(value.centavos).scaleb(-2), formats[MONEY])
    elif isinstance(value, Moment):
        page.write_datetime(row, column, value.value, formats[MOMENT])
    elif isinstance(value, Day):
        page.write_datetime(row, column, value.value, formats[DAY])
    elif isinstance(value, int):
        page.write_number(row, column, value)
    else:
        page.write_string(row, column, str(value)[:LONGEST_TEXT])


def _widths(sheet: Sheet) -> list[int]:
    """Wide enough for the longest of each column, within reason."""
    widths = [len(name) + 3 for name in sheet.columns]
    for row in sheet.rows:
        for column, value in enumerate(row):
            told = 16 if not isinstance(value, (str, int)) else len(str(value)) + 2
            widths[column] = max(widths[column], told)
    return [min(width, WIDEST) for width in widths]
