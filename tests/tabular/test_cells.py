"""Each cell is read by its column's type, or refused with its row, its column and the reason."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honorarios.core.money import format_decimal
from honorarios.core.vocabulary import SETTING_SPELLINGS, Setting
from honorarios.tabular import (
    BOOLEAN,
    CODE,
    DATE,
    Cell,
    CellType,
    decimal_type,
    integer_type,
    term_type,
)
from honorarios.tabular.celltypes import Problem
from honorarios.tabular.numbers import Style, number
from honorarios.tabular.read import read_rows
from tests.tabular.making import COLUMNS, write

if TYPE_CHECKING:
    from pathlib import Path

QUANTITY = decimal_type(4, 10_000_000)


def read(kind: CellType, cell: Cell, *column: Cell) -> object:
    value = kind.reader([cell, *column])(cell)
    return value.code.name if isinstance(value, Problem) else value


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        (CODE, "3.10.03.07-9", "31003079"),
        (CODE, Decimal("31003079.0"), "31003079"),
        (CODE, "31003079.0", "31003079"),
        (CODE, "0303010010.00", "0303010010"),
        (CODE, "3100307.9", "31003079"),
        (CODE, "3100307X", "TAB-NOT-CODE"),
        (CODE, "12345678901", "TAB-NOT-CODE"),
        (CODE, "٣١", "TAB-NOT-CODE"),
        (DATE, "2024-01-31", date(2024, 1, 31)),
        (DATE, "31/1/2024", date(2024, 1, 31)),
        (DATE, "2024-01-31 00:00:00", date(2024, 1, 31)),
        (DATE, Decimal(45322), date(2024, 1, 31)),
        (DATE, "31/02/2024", "TAB-NOT-DATE"),
        (DATE, "01/02/24", "TAB-NOT-DATE"),
        (DATE, "2024-01-31 10:00:00", "TAB-NOT-DATE"),
        (BOOLEAN, "Sim", True),
        (BOOLEAN, Decimal(0), False),
        (BOOLEAN, "talvez", "TAB-NOT-BOOLEAN"),
        (integer_type(0, 8), "3,0", 3),
        (integer_type(0, 8), Decimal("3.5"), "TAB-NOT-INTEGER"),
        (integer_type(0, 8), "9" * 5000, "TAB-NOT-INTEGER"),
        (term_type(SETTING_SPELLINGS), "Internação", Setting.INPATIENT),
        (term_type(SETTING_SPELLINGS), "na rua", "TAB-NOT-TERM"),
        (QUANTITY, "R$ 1.234,56", Decimal("1234.56")),
        (QUANTITY, "1234.56", Decimal("1234.56")),
        (QUANTITY, "1.234.567", Decimal(1234567)),
        (QUANTITY, "0.125", Decimal("0.125")),
        (QUANTITY, "0,00000", Decimal(0)),
        (QUANTITY, "1,234.56", "TAB-NOT-NUMBER"),
        (QUANTITY, "abc", "TAB-NOT-NUMBER"),
        (QUANTITY, Decimal("NaN"), "TAB-NOT-NUMBER"),
        (QUANTITY, "-1", "TAB-OUT-OF-RANGE"),
        (QUANTITY, Decimal("1e300"), "TAB-OUT-OF-RANGE"),
        (QUANTITY, "0,00001", "TAB-TOO-PRECISE"),
    ],
)
def test_reading(kind: CellType, cell: Cell, value: object) -> None:
    assert read(kind, cell) == value


def test_the_column_tells_whether_a_point_is_of_thousands() -> None:
    assert read(QUANTITY, "1.234", "890,00") == 1234
    assert read(QUANTITY, "1.234", "890.5") == Decimal("1.234")
    assert read(QUANTITY, "1.234", "890,00", "890.5") == "TAB-MIXED-NUMBERS"
    assert read(QUANTITY, Decimal("1.234"), "890,00") == Decimal("1.234")


def test_when_the_column_does_not_tell_a_person_is_told() -> None:
    assert read(QUANTITY, "1.234", "890") == Decimal("1.234")
    doubt = QUANTITY.doubt(["1.234", "890"])
    assert doubt is not None
    assert (doubt.code.name, doubt.details["count"]) == ("TAB-DOUBTFUL-NUMBERS", 1)
    assert QUANTITY.doubt(["1.234", "890,5"]) is None


@given(st.decimals(0, 10_000_000, places=4))
def test_a_number_is_read_back_from_either_way_of_writing(value: Decimal) -> None:
    assert number(format_decimal(value, 2), Style.COMMA) == value
    assert number(f"{value:f}", Style.POINT) == value


def test_a_dash_is_not_applicable_and_not_a_zero(tmp_path: Path) -> None:
    text = "Código;Valor;Início;Descrição\n1;0;–;–\n2;—;-;x\n"
    rows = read_rows(write(tmp_path / "a.csv", text), COLUMNS)
    assert rows.rows[0].values == {"code": "1", "fee": Decimal(0), "description": "–"}
    assert [reason.code for reason in rows.refused[0].reasons] == ["TAB-EMPTY-CELL"]


def test_a_refused_row_says_where_and_why_for_each_cell(tmp_path: Path) -> None:
    text = "Código;Valor;Início\n1;1,00;\nx;;31/02/2024\n"
    rows = read_rows(write(tmp_path / "a.csv", text), COLUMNS)
    (refused,) = rows.refused
    told = [(r.code, r.place.line, r.place.field, r.place.file) for r in refused.reasons]
    assert told == [
        ("TAB-NOT-CODE", 3, "Código", str(tmp_path / "a.csv")),
        ("TAB-EMPTY-CELL", 3, "Valor", str(tmp_path / "a.csv")),
        ("TAB-NOT-DATE", 3, "Início", str(tmp_path / "a.csv")),
    ]
    assert refused.reasons[2].message == "“31/02/2024”, em “início”, não é uma data."
    assert rows.count == 2


def test_a_row_with_more_cells_than_the_header_may_be_shifted(tmp_path: Path) -> None:
    text = "Código;Descrição;Valor\n1;a;b;3,00\n2;c;4,00;\n3;d\n"
    rows = read_rows(write(tmp_path / "a.csv", text), COLUMNS)
    assert [row.text("code") for row in rows.rows] == ["2"]
    assert [row.reasons[0].code for row in rows.refused] == ["TAB-EXTRA-CELLS", "TAB-EMPTY-CELL"]


def test_asking_a_row_for_another_type_is_a_programs_error(tmp_path: Path) -> None:
    row = read_rows(write(tmp_path / "a.csv", "Código;Valor\n1;1,00\n"), COLUMNS).rows[0]
    assert row.day("valid_from") is None
    with pytest.raises(TypeError, match="column fee holds Decimal, not str"):
        row.text("fee")


def test_a_doubtful_column_is_told_with_the_file_and_the_header(tmp_path: Path) -> None:
    rows = read_rows(write(tmp_path / "a.csv", "Código;Valor\n1;1.234\n2;7\n"), COLUMNS)
    (finding,) = rows.findings
    assert (finding.code, finding.severity.name) == ("TAB-DOUBTFUL-NUMBERS", "WARNING")
    assert finding.place.field == "Valor"
    assert [str(row.decimal("fee")) for row in rows.rows] == ["1.234", "7"]
