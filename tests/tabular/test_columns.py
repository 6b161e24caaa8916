"""Columns are found under the headers that people write, and asked for when they are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from honorarios.tabular import CODE, Column, Rows, read_rows
from tests.tabular.making import COLUMNS, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "header", ["Código", "CODIGO", " código: ", "code", "Código TUSS", "CÓDIGO_TUSS"]
)
def test_case_accents_and_punctuation_do_not_matter(tmp_path: Path, header: str) -> None:
    path = write(tmp_path / "a.csv", f"{header};Valor\n1;2\n")
    assert read_rows(path, COLUMNS).mapping == {"code": header.strip(), "fee": "Valor"}


def of(tmp_path: Path, text: str, mapping: dict[str, str] | None = None) -> Rows:
    return read_rows(write(tmp_path / "a.csv", text), COLUMNS, mapping)


def test_a_missing_column_is_asked_for_with_the_nearest_header(tmp_path: Path) -> None:
    rows = of(tmp_path, "Códgo;Vlr.\n1;2\n")
    assert rows.rows == ()
    code, fee = rows.findings
    assert (code.code, code.severity.name, code.place.line) == ("TAB-MISSING-COLUMN", "ERROR", 1)
    assert code.tip == "É “Códgo”? Diga qual é: code=Cabeçalho. O arquivo tem: Códgo, Vlr.."
    assert "Vlr." in fee.tip


def test_a_mapping_says_which_header_it_is(tmp_path: Path) -> None:
    rows = of(tmp_path, "Cod;Unitário;Valor\n1;2,00;3,00\n", {"code": "cod", "fee": "UNITARIO"})
    assert [str(row.decimal("fee")) for row in rows.rows] == ["2.00"]
    assert rows.unused == ("Valor",)


def test_a_mapping_that_fits_nothing_suggests(tmp_path: Path) -> None:
    rows = of(tmp_path, "Código;Valor\n1;2\n", {"fee": "Valr", "cod": "Código"})
    assert [finding.code for finding in rows.findings] == [
        "TAB-UNKNOWN-COLUMN",
        "TAB-UNKNOWN-HEADER",
    ]
    assert "É “code”?" in rows.findings[0].tip
    assert "É “Valor”?" in rows.findings[1].tip
    assert rows.rows == ()


def test_two_equal_headers_are_not_guessed_between(tmp_path: Path) -> None:
    rows = of(tmp_path, "Código;Valor;VALOR\n1;2;3\n")
    assert [finding.code for finding in rows.findings] == ["TAB-SAME-HEADER"]
    assert "Valor (coluna B), VALOR (coluna C)" in rows.findings[0].message


def test_the_surer_name_wins_and_a_header_serves_one_column(tmp_path: Path) -> None:
    columns = (
        Column("code", CODE, aliases=("código", "código do item")),
        Column("other", CODE, aliases=("código", "código do item")),
    )
    path = write(tmp_path / "a.csv", "Código do item;Código\n1;2\n")
    assert read_rows(path, columns).rows[0].values == {"code": "2", "other": "1"}


def test_a_header_repeated_on_every_page_and_blank_rows_are_no_rows(tmp_path: Path) -> None:
    rows = of(tmp_path, "Código;Valor\n1;2\n;\n\nCódigo;Valor\n2;3\n")
    assert [row.text("code") for row in rows.rows] == ["1", "2"]
    assert rows.count == 2


def test_a_header_alone_is_a_finding(tmp_path: Path) -> None:
    assert [f.code for f in of(tmp_path, "Código;Valor\n").findings] == ["TAB-NO-ROWS"]
