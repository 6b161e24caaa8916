"""Bad input: whatever is in a file, nothing is lost, nothing doubled, and a finding says what to do."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, time
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter

from honorarios.records.models import ImportBatch, ImportRow
from honorarios.services import imports
from tests.launching.making import SURGERY
from tests.services.imports.files import HEADERS, acts, at, row, text_of, write

if TYPE_CHECKING:
    from pathlib import Path

    from honorarios.services.outcomes import Result
    from tests.services.hospital import House

pytestmark = pytest.mark.database


def run(house: House, path: Path) -> Result[imports.ImportAnswer]:
    return imports.run(actor=house.clerk, path=path, kind="fees")


def codes(result: Result[imports.ImportAnswer]) -> list[str]:
    return [finding.code for finding in result.findings]


def reasons(result: Result[imports.ImportAnswer]) -> dict[str, int]:
    return {reason.code: reason.count for reason in result.require().reasons}


def test_cells_of_a_workbook_are_read_as_people_see_them(house: House, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        sheet.write_row(0, 0, HEADERS)
        sheet.write_row(1, 0, [1, int(SURGERY)])
        sheet.write_datetime(1, 2, datetime(2025, 11, 19, 10), moment)
        sheet.write_row(1, 3, ["medico", "Cirurgião", 1])
        # A formula brings the value that the spreadsheet had computed; it is never run.
        sheet.write_row(2, 0, [1, SURGERY, "19/11/2025 11:00", "medico", "Cirurgião"])
        sheet.write_formula(2, 5, "=1+1", value=2)
        sheet.write_row(3, 0, [1, SURGERY, "19/11/2025 12:00"])
        sheet.write_formula(3, 3, '=HYPERLINK("http://x","medico")', value="")
        sheet.write_row(3, 4, ["Cirurgião", 1])
    result = run(house, path)
    assert (result.require().imported, result.require().refused) == (2, 1)
    assert [line.quantity for line in house.lines()] == [1, 2]
    assert reasons(result) == {"LAN-V07B": 1} or "LAN" in next(iter(reasons(result)))


def test_a_workbook_that_keeps_hours_apart(house: House, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        hour = book.add_format({"num_format": "hh:mm"})
        sheet.write_row(0, 0, ["Atendimento", "Código", "Data", "Hora", "Prestador", "Função"])
        for number, cell in enumerate((time(10, 30), 0.4375, "10h30")):
            sheet.write_row(number + 1, 0, [1, SURGERY])
            sheet.write_datetime(number + 1, 2, datetime(2025, 11, 17 + number), day)
            if isinstance(cell, time):
                sheet.write_datetime(number + 1, 3, cell, hour)
            else:
                sheet.write(number + 1, 3, cell)
            sheet.write_row(number + 1, 4, ["medico", "00"])
    result = run(house, path)
    assert result.require().imported == 3, reasons(result)
    assert {f"{line.start:%H:%M}" for line in house.lines()} == {"10:30"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_every_encoding_that_systems_write(house: House, tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path / "a.csv", [row()], encoding=encoding)
    assert run(house, path).require().imported == 1


def test_parquet(house: House, tmp_path: Path) -> None:
    cells = row(start=datetime(2025, 11, 19, 10), quantity=2)
    pq.write_table(pa.table({name: [cell] for name, cell in cells.items()}), tmp_path / "a")
    assert run(house, tmp_path / "a").require().imported == 1
    assert [line.quantity for line in house.lines()] == [2]


def test_formulas_in_a_csv_are_text_and_stay_inert(house: House, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", [row(quantity="=1+1"), row(provider="@SUM(A1)")])
    result = run(house, path)
    assert result.require().refused == 2
    out = tmp_path / "out.csv"
    imports.refused(actor=house.clerk, batch_id=result.require().batch_id or 0, out=out).require()
    text = out.read_text(encoding="utf-8-sig")
    assert "'=1+1" in text
    assert "'@SUM(A1)" in text
    assert ';"=' not in text
    assert ';"@' not in text


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"start": "19/11/2025 24:00"}, "LAN-V08C"),
        ({"start": "31/02/2025 10:00"}, "LAN-UNREADABLE"),
        ({"start": "19/11/2025"}, "LAN-UNREADABLE"),
        ({"quantity": "1,5"}, "LAN-UNREADABLE"),
        ({"quantity": "R$ 1"}, "LAN-UNREADABLE"),
        ({"quantity": "9" * 400}, "LAN-UNREADABLE"),
        ({"code": "3100\x023079"}, ""),
        ({"code": "31003079" * 9}, "LAN-UNREADABLE"),
        ({"provider": "x" * 30_000}, "LAN-PROVIDER"),
        ({"provider": "x" * 40_000}, "TAB-LONG-CELL"),
        ({"attendance": "'; DROP TABLE records_feeline; --"}, "REG-IMPORT-NO-PART"),
        ({"role": "Mágico"}, "LAN-UNREADABLE"),
    ],
)
def test_a_bad_cell_refuses_its_row_and_no_other(
    house: House, tmp_path: Path, changes: dict[str, str], code: str
) -> None:
    path = write(tmp_path / "a.csv", [row(**changes), row(start=at(99))])
    result = run(house, path)
    answer = result.require()
    assert answer.refused == (1 if code else 0), reasons(result)
    assert answer.imported == 2 - answer.refused
    assert code in {"", *reasons(result)}


def test_a_decimal_comma_that_is_whole_is_read(house: House, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", [row(quantity="2,00")])
    assert run(house, path).require().imported == 1
    assert [line.quantity for line in house.lines()] == [2]


def _bomb() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (400 * 1024 * 1024))
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "TAB-EMPTY"),
        (b"\x00\x01\x02\x03" * 99, "TAB-BINARY"),
        (b"PK\x03\x04 not a zip", "TAB-DAMAGED"),
        (b"PAR1 not parquet PAR1", "TAB-DAMAGED"),
        (text_of(acts(1)).encode() + b'"1;2', "TAB-OPEN-QUOTES"),
        (";".join(HEADERS).encode(), "TAB-NO-ROWS"),
    ],
)
def test_a_file_that_is_none_is_refused(
    house: House, tmp_path: Path, content: bytes, code: str
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    result = run(house, path)
    assert codes(result) == [code]
    assert result.findings[0].tip
    assert not ImportBatch.objects.exists()


def test_a_zip_bomb_is_refused_without_inflating_it(house: House, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(_bomb())
    assert codes(run(house, path)) == ["TAB-BOMB"]


def test_a_file_that_is_not_there(house: House, tmp_path: Path) -> None:
    assert codes(run(house, tmp_path / "none.csv")) == ["TAB-NO-FILE"]
    assert codes(run(house, tmp_path)) == ["TAB-NO-FILE"]


def test_a_line_with_more_cells_than_the_header_is_refused_alone(
    house: House, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(text_of(acts(2)) + ";".join([*row().values(), "mais"]) + "\n", encoding="utf-8")
    result = run(house, path)
    assert result.require().imported == 2
    assert reasons(result) == {"TAB-EXTRA-CELLS": 1}
    assert ImportRow.objects.filter(state="refused").get().number == 4
