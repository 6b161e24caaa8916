"""Refused rows go back as a CSV: inert in a spreadsheet, mendable, never overwritten."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from honorarios.tabular import read_rows, write_refused
from honorarios.tabular.inert import inert, restored
from tests.tabular.making import COLUMNS, workbook, write

if TYPE_CHECKING:
    from pathlib import Path

FORMULAS = [
    "=1+1",
    "+x",
    "-x",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\uff1d1",
    "\uff0b1",
    "\uff0dx",
    "\uff20x",
    " =1",
    "'=1",
]


def test_each_refused_row_with_its_place_reason_tip_and_cells(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "Código;Descrição;Valor\n1;a;1,00\nx;=1+1;-5,00\n")
    rows = read_rows(path, COLUMNS)
    assert write_refused(tmp_path / "r.csv", rows.headers, rows.refused) is None
    content = (tmp_path / "r.csv").read_text(encoding="utf-8-sig")
    header, line = csv.reader(content.splitlines(), delimiter=";")
    assert header[4:] == ["Código", "Descrição", "Valor"]
    assert line[:2] == ["3", "Código | Valor"]
    assert "não é um código" in line[2]
    assert "1 a 10 algarismos" in line[3]
    assert line[4:] == ["x", "'=1+1", "-5,00"]


def test_the_mended_file_is_imported_as_it_is(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx", ("A", [["Código", "Descrição", "Valor"], ["90X", "=“a”", 1234.5]])
    )
    rows = read_rows(path, COLUMNS)
    write_refused(tmp_path / "r.csv", rows.headers, rows.refused)
    mended = (tmp_path / "r.csv").read_text(encoding="utf-8-sig").replace('"90X"', '"90"')
    again = read_rows(write(tmp_path / "m.csv", mended), COLUMNS)
    assert (again.refused, again.findings) == ((), ())
    assert again.rows[0].text("code") == "90"
    assert str(again.rows[0].decimal("fee")) == "1234.5"


def test_somebodys_corrections_are_not_overwritten(tmp_path: Path) -> None:
    path = write(tmp_path / "r.csv", "mine")
    finding = write_refused(path, ["Código"], [])
    assert finding is not None
    assert finding.code == "TAB-FILE-EXISTS"
    assert path.read_text() == "mine"


def test_a_folder_that_does_not_exist_is_a_finding(tmp_path: Path) -> None:
    finding = write_refused(tmp_path / "no" / "r.csv", ["Código"], [])
    assert finding is not None
    assert finding.code == "TAB-NOT-WRITTEN"


def test_every_formula_is_inert_and_numbers_stay_numbers() -> None:
    assert all(inert(text) == f"'{text}" for text in FORMULAS)
    assert [inert(text) for text in ("-5", "+1.234,50", "-0.5", "5", "a=b")] == [
        "-5",
        "+1.234,50",
        "-0.5",
        "5",
        "a=b",
    ]


@given(st.text() | st.builds("".join, st.lists(st.sampled_from([*FORMULAS, "'", "-", "5", ","]))))
def test_what_was_made_inert_is_restored(text: str) -> None:
    made = inert(text)
    assert restored(made) == text
    assert made.lstrip()[:1] not in set("=@\uff1d\uff0b\uff0d\uff20")
