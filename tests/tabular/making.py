"""Small invented files of every kind that the reader takes."""

from __future__ import annotations

import zipfile
from datetime import date
from typing import TYPE_CHECKING

import xlsxwriter

from honorarios.tabular import CODE, DATE, TEXT, Column, decimal_type

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

CODE_COLUMN = Column("code", CODE, required=True, aliases=("código tuss",), title="código")
COLUMNS = (
    CODE_COLUMN,
    Column("description", TEXT, aliases=("procedimento",), title="descrição"),
    Column("fee", decimal_type(4, 10_000_000), required=True, aliases=("valor",)),
    Column("valid_from", DATE, title="início"),
)
"""What the tests want of a file."""


def write(path: Path, content: str | bytes, encoding: str = "utf-8") -> Path:
    """A file with that content."""
    path.write_bytes(content.encode(encoding) if isinstance(content, str) else content)
    return path


def workbook(path: Path, *sheets: tuple[str, Sequence[Sequence[object]]]) -> Path:
    """An XLSX file with those sheets."""
    book = xlsxwriter.Workbook(str(path))
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for name, rows in sheets:
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if isinstance(cell, date):
                    sheet.write_datetime(row, column, cell, day)
                elif cell is not None:
                    sheet.write(row, column, cell)
    book.close()
    return path


def open_document(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    """An ODS file with one sheet."""
    cells = {
        str: '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>',
        float: '<table:table-cell office:value-type="float" office:value="{}"/>',
        date: '<table:table-cell office:value-type="date" office:date-value="{}"/>',
    }
    body = ""
    for row in rows:
        written = "".join(cells[type(cell)].format(cell) for cell in row)
        body += f"<table:table-row>{written}</table:table-row>"
    urn = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
        f' xmlns:office="{urn}:office:1.0" xmlns:table="{urn}:table:1.0"'
        f' xmlns:text="{urn}:text:1.0" office:version="1.2"><office:body><office:spreadsheet>'
        f'<table:table table:name="A">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<manifest:manifest xmlns:manifest="{urn}:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        "</manifest:manifest>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
    return path
