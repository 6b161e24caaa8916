"""One list, written in every kind of file, is read as the same rows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from honorarios.tabular import Limits, Rows, read_rows
from tests.tabular.making import COLUMNS, open_document, workbook, write

CSV = """Código;Descrição;Valor;Início
9.00.00.01-1;Ação inventada – vídeo;93,15;02/01/2024
90000029;Outro ato;1.234,50;
"""
EXPECTED = [
    {
        "code": "90000011",
        "description": "Ação inventada – vídeo",
        "fee": Decimal("93.15"),
        "valid_from": date(2024, 1, 2),
    },
    {"code": "90000029", "description": "Outro ato", "fee": Decimal("1234.50")},
]
CELLS: list[list[object]] = [
    ["Código", "Descrição", "Valor", "Início"],
    [90000011.0, "Ação inventada – vídeo", 93.15, date(2024, 1, 2)],
    ["9.00.00.02-9", "Outro ato", 1234.5],
]


def values(rows: Rows) -> list[object]:
    assert rows.findings == ()
    assert rows.refused == ()
    return [row.values for row in rows.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv_in_every_encoding_that_programs_export(tmp_path: Path, encoding: str) -> None:
    assert values(read_rows(write(tmp_path / "a.csv", CSV, encoding), COLUMNS)) == EXPECTED


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(tmp_path: Path, encoding: str) -> None:
    text = CSV.replace("–", "-")
    rows = read_rows(write(tmp_path / "a.csv", text, encoding), COLUMNS)
    assert [row.text("code") for row in rows.rows] == ["90000011", "90000029"]


def test_latin_1_bytes_that_windows_does_not_define(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "Código;Valor;Descrição\n90000011;1,00;a\x81ção\n", "latin-1")
    assert read_rows(path, COLUMNS).rows[0].text("description") == "ação"


@pytest.mark.parametrize("separator", [",", "\t", "|"])
def test_csv_with_every_separator(tmp_path: Path, separator: str) -> None:
    text = CSV.replace(";", separator).replace("93,15", '"93,15"').replace("1.234,50", '"1.234,50"')
    assert values(read_rows(write(tmp_path / "a.csv", text), COLUMNS)) == EXPECTED


def test_csv_that_says_its_separator_keeps_its_line_numbers(tmp_path: Path) -> None:
    rows = read_rows(write(tmp_path / "a.csv", f"sep=;\r\n{CSV}"), COLUMNS)
    assert [row.number for row in rows.rows] == [3, 4]


def test_a_cell_of_several_lines_counts_as_its_first(tmp_path: Path) -> None:
    text = 'Código;Valor;Descrição\n1;1,00;"a\nb\nc"\n2;2,00;d\n'
    rows = read_rows(write(tmp_path / "a.csv", text), COLUMNS)
    assert [(row.number, row.text("description")) for row in rows.rows] == [(2, "a b c"), (5, "d")]


def test_xlsx_below_titles_and_blank_rows_with_the_rows_a_person_sees(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ("A", [["Tabela 2024"], [], *CELLS]))
    rows = read_rows(path, COLUMNS)
    assert values(rows) == EXPECTED
    assert [row.number for row in rows.rows] == [4, 5]


def test_the_name_of_a_file_does_not_matter(tmp_path: Path) -> None:
    assert values(read_rows(workbook(tmp_path / "a.csv", ("A", CELLS)), COLUMNS)) == EXPECTED


def test_ods(tmp_path: Path) -> None:
    assert values(read_rows(open_document(tmp_path / "a.ods", CELLS), COLUMNS)) == EXPECTED


def test_xls() -> None:
    rows = read_rows(Path(__file__).parent / "files" / "invented.xls", COLUMNS)
    assert rows.findings == ()
    assert [dict(row.values) for row in rows.rows] == [
        {**EXPECTED[0], "description": "Ato inventado"},
        EXPECTED[1],
    ]


def test_parquet_keeps_exact_decimals(tmp_path: Path) -> None:
    fees = pa.array([Decimal("93.15"), Decimal("1234.50")])
    table = pa.table(
        {
            "code": ["90000011", "90000029"],
            "Descrição": [EXPECTED[0]["description"], "Outro ato"],
            "fee": fees,
            "valid_from": [date(2024, 1, 2), None],
        }
    )
    pq.write_table(table, tmp_path / "a.parquet")
    assert values(read_rows(tmp_path / "a.parquet", COLUMNS)) == EXPECTED


def test_a_float_is_read_as_the_spreadsheet_shows_it(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ("A", [["Código", "Valor"], ["1", 0.1 + 0.2]]))
    assert read_rows(path, COLUMNS).rows[0].decimal("fee") == Decimal("0.3")


def test_what_has_more_decimals_than_a_price_is_refused_not_rounded(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ("A", [["Código", "Valor"], ["1", 1 / 3], ["2", 1.0625]]))
    rows = read_rows(path, COLUMNS)
    assert [row.number for row in rows.rows] == [3]
    assert rows.refused[0].reasons[0].code == "TAB-TOO-PRECISE"


def test_a_sheet_by_name_and_the_others_named(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ("Notas", [["x"]]), ("Preços", CELLS))
    assert values(read_rows(path, COLUMNS, sheet="Preços")) == EXPECTED
    first = read_rows(path, COLUMNS)
    assert [finding.code for finding in first.findings] == [
        "TAB-OTHER-SHEETS",
        *["TAB-MISSING-COLUMN"] * 2,
    ]
    assert "Preços" in first.findings[0].tip
    unknown = read_rows(path, COLUMNS, sheet="Precos")
    assert unknown.findings[0].code == "TAB-NO-SHEET"
    assert "Notas, Preços" in unknown.findings[0].tip


def test_no_formula_is_evaluated(tmp_path: Path) -> None:
    text = "Código;Valor;Descrição\n1;1,00;=1+1\n2;=1+1;x\n"
    rows = read_rows(write(tmp_path / "a.csv", text), COLUMNS)
    assert rows.rows[0].text("description") == "=1+1"
    assert rows.refused[0].reasons[0].code == "TAB-NOT-NUMBER"


def test_limits_of_rows_columns_and_cells(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", CSV)
    assert read_rows(path, COLUMNS, limits=Limits(rows=1)).findings[0].code == "TAB-TOO-MANY-ROWS"
    assert (
        read_rows(path, COLUMNS, limits=Limits(columns=3)).findings[0].code
        == "TAB-TOO-MANY-COLUMNS"
    )
    assert read_rows(path, COLUMNS, limits=Limits(size=10)).findings[0].code == "TAB-TOO-LARGE"
    rows = read_rows(path, COLUMNS, limits=Limits(cell=12))
    assert [row.number for row in rows.rows] == [3]
    assert [reason.code for reason in rows.refused[0].reasons] == ["TAB-LONG-CELL"]
    sheet = workbook(tmp_path / "a.xlsx", ("A", CELLS))
    for limits, code in (
        (Limits(rows=1), "TAB-TOO-MANY-ROWS"),
        (Limits(columns=3), "TAB-TOO-MANY-COLUMNS"),
        (Limits(area=11), "TAB-TOO-MANY-CELLS"),
    ):
        assert read_rows(sheet, COLUMNS, limits=limits).findings[0].code == code
    assert values(read_rows(sheet, COLUMNS, limits=Limits(rows=2, columns=4, area=12))) == EXPECTED
