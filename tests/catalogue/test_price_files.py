from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from honorarios.catalogue.prices import (
    PRICE_SCHEMA,
    canonical,
    price_rows,
    read_prices,
    write_prices,
)
from honorarios.catalogue.prices import file as price_file
from honorarios.catalogue.schema import PRICE_COLUMNS, Basis
from honorarios.core.vocabulary import Role, Setting

if TYPE_CHECKING:
    from pathlib import Path

    from honorarios.core.findings import Finding


def read(tmp_path: Path, content: str | bytes, name: str = "precos.csv") -> pa.Table:
    """The table of a price file that must have no finding."""
    table, findings = read_any(tmp_path, content, name)
    assert findings == []
    return table


def read_any(
    tmp_path: Path, content: str | bytes, name: str = "precos.csv"
) -> tuple[pa.Table, list[Finding]]:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    rows = read_prices(path)
    return rows.table, list(rows.findings)


def told(tmp_path: Path, content: str | bytes) -> list[str]:
    """The findings of a price file: code and place."""
    return [f"{one.code} {one.place}" for one in read_any(tmp_path, content)[1]]


def test_the_columns_have_the_agreed_types() -> None:
    assert PRICE_SCHEMA.names == [column.name for column in PRICE_COLUMNS]
    assert PRICE_SCHEMA.field("fee").type == pa.decimal128(15, 4)
    assert PRICE_SCHEMA.field("extra_quantity_percent").type == pa.decimal128(12, 6)
    assert PRICE_SCHEMA.field("role").type == pa.int8()
    assert PRICE_SCHEMA.field("valid_from").type == pa.date32()


def test_every_kind_of_cell_is_read(tmp_path: Path) -> None:
    table = read(
        tmp_path,
        "code,valid_from,valid_to,role,accommodation,setting,basis,fee,porte,operating_cost,film,"
        "incidences,anaesthetic_porte,extra_quantity_percent,admits_urgency,includes,sex\n"
        "3.10.03.07-9,2024-01-31,31/12/2024,1º auxiliar,Apartment,interno,porte,0.04,8a,3.4200,"
        "0.34,2,a,13.393,não,4.09.01.22-0 10101012,f\n",
    )
    assert table.schema == PRICE_SCHEMA
    row = {name: value for name, value in table.to_pylist()[0].items() if value is not None}
    assert row == {
        "code": "31003079",
        "valid_from": date(2024, 1, 31),
        "valid_to": date(2024, 12, 31),
        "role": Role.FIRST_ASSISTANT,
        "accommodation": "apartment",
        "setting": Setting.INPATIENT,
        "basis": "PORTE",
        "fee": Decimal("0.0400"),
        "porte": "8A",
        "operating_cost": Decimal("3.4200"),
        "film": Decimal("0.3400"),
        "incidences": 2,
        "anaesthetic_porte": "A",
        "extra_quantity_percent": Decimal("13.393000"),
        "admits_urgency": False,
        "includes": "10101012 40901220",
        "sex": "F",
    }


@pytest.mark.parametrize(
    ("separator", "encoding"), [(",", "utf-8"), (";", "latin-1"), ("\t", "utf-8-sig")]
)
def test_separators_and_encodings_are_recognised(
    tmp_path: Path, separator: str, encoding: str
) -> None:
    lines = (
        ["code", "description", "basis", "fee"],
        ["10101012", "Consulta em consultório", "BRL", "98.50"],
    )
    content = "\r\n".join(separator.join(cells) for cells in lines).encode(encoding)
    table = read(tmp_path, content)
    assert table["description"].to_pylist() == ["Consulta em consultório"]
    assert table["fee"].to_pylist() == [Decimal("98.5000")]


@pytest.mark.parametrize("yes", ["yes", "SIM", "true", "1", "S", "Verdadeiro"])
def test_yes_in_every_spelling(tmp_path: Path, yes: str) -> None:
    table = read(tmp_path, f"code,basis,fee,own_video\n1,BRL,2,{yes}\n")
    assert table["own_video"].to_pylist() == [True]


@pytest.mark.parametrize("no", ["no", "não", "Nao", "FALSE", "0", "n"])
def test_no_in_every_spelling(tmp_path: Path, no: str) -> None:
    table = read(tmp_path, f"code,basis,fee,own_video\n1,BRL,2,{no}\n")
    assert table["own_video"].to_pylist() == [False]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1525,45", "1525.45"),
        ("1.525,45", "1525.45"),
        ("R$ 1.525,45", "1525.45"),
        ("12.345.678,9", None),
        ("1525.4500000", "1525.45"),
        ("0", "0"),
        ("+7", "7"),
        ("10000000", "10000000"),
        ("0,0001", "0.0001"),
    ],
)
def test_numbers_as_people_write_them(tmp_path: Path, written: str, value: str | None) -> None:
    table, findings = read_any(tmp_path, f"code;basis;fee\n1;BRL;{written}\n")
    if value is None:
        assert [one.code for one in findings] == ["TAB-OUT-OF-RANGE"]
    else:
        assert findings == []
        assert table["fee"].to_pylist() == [Decimal(value)]


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("fee", "abc", "TAB-NOT-NUMBER"),
        ("fee", "1e5", "TAB-NOT-NUMBER"),
        ("fee", "1,2,3", "TAB-NOT-NUMBER"),
        ("fee", "-1", "TAB-OUT-OF-RANGE"),
        ("fee", "10000000,0001", "TAB-OUT-OF-RANGE"),
        ("fee", "99999999999999999999999999999999999999999999", "TAB-OUT-OF-RANGE"),
        ("fee", "0,00001", "TAB-TOO-PRECISE"),
        ("extra_quantity_percent", "10000,1", "TAB-OUT-OF-RANGE"),
        ("extra_quantity_percent", "13,3930001", "TAB-TOO-PRECISE"),
        ("valid_from", "31/02/2024", "TAB-NOT-DATE"),
        ("valid_from", "2024-13-01", "TAB-NOT-DATE"),
        ("valid_from", "20240101", "TAB-NOT-DATE"),
        ("role", "cirugião-mor", "TAB-NOT-TERM"),
        ("setting", "casa", "TAB-NOT-TERM"),
        ("accommodation", "quarto nobre", "TAB-NOT-TERM"),
        ("porte", "15A", "TAB-NOT-TERM"),
        ("unit", "meu real", "TAB-NOT-TERM"),
        ("anaesthetic_porte", "9", "TAB-NOT-TERM"),
        ("anaesthetic_porte", "Q", "TAB-NOT-TERM"),
        ("sex", "X", "TAB-NOT-TERM"),
        ("assistants", "1,5", "TAB-NOT-INTEGER"),
        ("assistants", "-1", "TAB-NOT-INTEGER"),
        ("incidences", "100000", "TAB-NOT-INTEGER"),
        ("own_video", "talvez", "TAB-NOT-BOOLEAN"),
        ("includes", "123 abc", "TAB-NOT-CODE"),
    ],
)
def test_a_bad_cell_is_found_at_its_line_and_column(
    tmp_path: Path, column: str, cell: str, code: str
) -> None:
    header, first, rest = ("fee", "1", "") if column == "fee" else (f"{column};fee", ";1", ";1")
    content = f"code;basis;{header}\n1;BRL;{first}\n2;BRL;{cell}{rest}\n"
    assert told(tmp_path, content) == [f"{code} precos.csv:3 ({column})"]


@pytest.mark.parametrize("code", ["31003079", "3.10.03.07-9", "31003079.0", "31003079.00"])
def test_a_code_is_read_without_marks_or_a_spreadsheets_decimals(tmp_path: Path, code: str) -> None:
    table = read(tmp_path, f"code,basis,fee\n{code},BRL,1\n")
    assert table["code"].to_pylist() == ["31003079"]


@pytest.mark.parametrize("code", ["12345678901", "31A", "???"])
def test_a_code_is_one_to_ten_digits(tmp_path: Path, code: str) -> None:
    content = f"code,basis,fee\n{code},BRL,1\n"
    assert told(tmp_path, content) == ["TAB-NOT-CODE precos.csv:2 (code)"]


def test_compulsory_cells_are_missed(tmp_path: Path) -> None:
    assert told(tmp_path, "code,basis,fee\n,BRL,1\n31003079,,1\n") == [
        "TAB-EMPTY-CELL precos.csv:2 (code)",
        "TAB-EMPTY-CELL precos.csv:3 (basis)",
    ]


def test_one_thousand_or_one_point_something_is_not_guessed(tmp_path: Path) -> None:
    content = "code;basis;fee;operating_cost\n1;BRL;1.234;\n2;BRL;890,50;\n3;CH;10;0.5\n"
    assert told(tmp_path, content) == ["TAB-MIXED-NUMBERS precos.csv:2 (fee)"]
    assert told(tmp_path, content.replace("890,50", "890.50")) == []


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    content = (
        "\ncode;description;basis;fee\n"  # lines 1 and 2
        '1;"Em duas\nlinhas";BRL;1\n'  # lines 3 and 4
        "\n;;;\n"  # lines 5 and 6: blank
        "2;x\n"  # line 7: too few cells
        "3;x;BRL;abc\n"  # line 8
        "4;x;BRL;2"  # line 9, without an end
    )
    assert told(tmp_path, content) == [
        "CAT-ROW-WIDTH precos.csv:7",
        "TAB-NOT-NUMBER precos.csv:8 (fee)",
    ]
    rows = read_prices(tmp_path / "precos.csv")
    assert rows.table["code"].to_pylist() == ["1", "4"]
    assert rows.lines.tolist() == [3, 9]
    assert rows.table["description"].to_pylist()[0] == "Em duas linhas"


def test_lines_follow_rows_into_canonical_order(tmp_path: Path) -> None:
    path = tmp_path / "precos.csv"
    path.write_text("code,basis,fee,role\n2,BRL,1,\n1,BRL,1,surgeon\n1,BRL,1,\n")
    rows = read_prices(path)
    assert rows.table["code"].to_pylist() == ["1", "1", "2"]
    assert rows.table["role"].to_pylist() == [None, 0, None]
    assert rows.lines.tolist() == [4, 3, 2]


def test_an_unknown_column_suggests_the_one_that_is_meant(tmp_path: Path) -> None:
    findings = read_any(tmp_path, "código,base,fee,qualquer\n1,BRL,2,x\n")[1]
    tips = {f"{one.code} {one.message}": one.tip for one in findings}
    assert {message.split()[0] for message in tips} == {
        "CAT-PRICE-COLUMN",
        "CAT-PRICE-COLUMN-MISSING",
    }
    by_column = "CAT-PRICE-COLUMN Não existe a coluna “código” em um arquivo de preços."
    assert tips[by_column].startswith("Seria “code”?")
    missing = "CAT-PRICE-COLUMN-MISSING Falta a coluna “basis”."
    assert tips[missing].startswith("Seria “base”?")
    unlike = "CAT-PRICE-COLUMN Não existe a coluna “qualquer” em um arquivo de preços."
    assert not tips[unlike].startswith("Seria")


def test_empty_columns_without_a_name_are_nobodys_business(tmp_path: Path) -> None:
    assert read(tmp_path, "code;basis;fee;\n1;BRL;2;\n").num_rows == 1
    assert told(tmp_path, "code;basis;fee;\n1;BRL;2;x\n") == ["CAT-PRICE-COLUMN precos.csv:1"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "TAB-EMPTY"),
        (b"\n\n", "TAB-EMPTY"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "TAB-BINARY"),
        (b'code,basis,fee,description\n1,BRL,2,"cortado\n2,BRL,3,x\n', "TAB-OPEN-QUOTES"),
        (b"code,basis,fee\n", "CAT-NO-PRICES"),
        (b"code,basis,fee\n1,BRL", "CAT-ROW-WIDTH"),
    ],
)
def test_files_that_are_not_whole(tmp_path: Path, content: bytes, code: str) -> None:
    table, findings = read_any(tmp_path, content)
    assert [one.code for one in findings] == [code]
    assert table.num_rows == 0


def test_a_binary_parquet_is_damaged(tmp_path: Path) -> None:
    whole = tmp_path / "whole.parquet"
    write_prices(price_rows([{"code": "1", "basis": "BRL", "fee": 1}]), whole)
    content = whole.read_bytes()
    for broken in (b"PAR1", content[:-9], content[: len(content) // 2], b"x" * 100):
        findings = read_any(tmp_path, broken, "broken.parquet")[1]
        assert [one.code for one in findings] == ["TAB-DAMAGED"]


def test_files_beyond_the_limits_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = price_rows([{"code": str(code), "basis": "BRL", "fee": 1} for code in range(20)])
    write_prices(table, tmp_path / "a.csv")
    write_prices(table, tmp_path / "a.parquet")
    monkeypatch.setattr(price_file, "LARGEST_FILE", 100)
    assert [one.code for one in read_prices(tmp_path / "a.csv").findings] == ["TAB-TOO-LARGE"]
    monkeypatch.setattr(price_file, "LARGEST_FILE", 1_000_000)
    monkeypatch.setattr(price_file, "MOST_ROWS", 19)
    rows = read_prices(tmp_path / "a.parquet")
    assert [one.code for one in rows.findings] == ["TAB-TOO-MANY-ROWS"]


def test_a_parquet_of_other_types_is_read_as_its_text(tmp_path: Path) -> None:
    day = date(2024, 1, 31)
    path = tmp_path / "a.parquet"
    pq.write_table(
        pa.table(
            {
                "code": pa.array([31003079]),
                "basis": pa.array(["PORTE"]).dictionary_encode(),
                "porte": ["8A"],
                "fee": [0.1],
                "assistants": [2.0],
                "valid_from": pa.array([day]).cast(pa.timestamp("us")),
                "admits_urgency": [True],
            }
        ),
        path,
    )
    rows = read_prices(path)
    assert rows.findings == ()
    row = rows.table.to_pylist()[0]
    assert (row["code"], row["fee"], row["assistants"]) == ("31003079", Decimal("0.1000"), 2)
    assert (row["valid_from"], row["admits_urgency"]) == (day, True)


def test_a_float_that_is_no_typed_price_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"code": ["1"], "basis": ["BRL"], "fee": [0.1 + 0.2]}), path)
    findings = read_prices(path).findings
    assert [f"{one.code} {one.place}" for one in findings] == ["TAB-TOO-PRECISE a.parquet:1 (fee)"]


@pytest.mark.parametrize("name", ["precos.csv", "precos.parquet"])
def test_what_is_written_is_read_back(tmp_path: Path, name: str) -> None:
    table = price_rows(
        [
            {
                "code": "31003079",
                "description": 'Ressecção, com "aspas"; e ponto e vírgula',
                "valid_from": date(2024, 1, 1),
                "role": Role.ANAESTHETIST,
                "setting": "externo",
                "basis": "UNIT",
                "unit": "US",
                "fee": Decimal("1525.45"),
                "includes": ["2", "10"],
                "own_bilateral": True,
                "extra_quantity_percent": "70",
            },
            {"code": "10101012", "basis": "BRL", "fee": 98},
        ]
    )
    write_prices(table, tmp_path / name)
    rows = read_prices(tmp_path / name)
    assert rows.findings == ()
    assert rows.table.equals(table)


def test_a_table_made_in_a_program_becomes_canonical() -> None:
    made = canonical(
        pa.table(
            {
                "description": ["  b ", ""],
                "code": ["2", "1"],
                "basis": ["BRL", "BRL"],
                "fee": pa.array([Decimal("1.5"), Decimal(2)], pa.decimal128(5, 1)),
                "assistants": pa.array([1, None], pa.int64()),
            }
        )
    )
    assert made.schema == PRICE_SCHEMA
    assert made["code"].to_pylist() == ["1", "2"]
    assert made["description"].to_pylist() == [None, "b"]
    assert made["fee"].to_pylist() == [Decimal("2.0000"), Decimal("1.5000")]
    assert canonical(made).equals(made)


def test_programs_are_told_of_their_errors() -> None:
    with pytest.raises(ValueError, match="no columns of a price table: preco"):
        canonical(pa.table({"preco": ["1"]}))
    with pytest.raises(ValueError, match="float is not exact"):
        canonical(pa.table({"code": ["1"], "fee": [1.5]}))
    with pytest.raises(ValueError, match="float is not exact"):
        price_rows([{"code": "1", "basis": "BRL", "fee": 1.5}])
    with pytest.raises(ValueError, match="no columns of a price table: preco"):
        price_rows([{"preco": 1}])
    with pytest.raises(ValueError, match="TAB-NOT-TERM"):
        price_rows([{"code": "1", "basis": "REAIS"}])
    with pytest.raises(ValueError, match="basis"):
        price_rows([{"code": "1"}])


def test_what_is_no_file_is_not_readable(tmp_path: Path) -> None:
    (tmp_path / "a.csv").mkdir()
    assert [one.code for one in read_prices(tmp_path / "a.csv").findings] == ["CAT-UNREADABLE"]


def test_bytes_that_are_no_text_are_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    columns = {"code": ["1"], "basis": ["BRL"], "description": pa.array([b"\xff\xfe"])}
    pq.write_table(pa.table(columns), path)
    assert [one.code for one in read_prices(path).findings] == ["TAB-DAMAGED"]


def test_what_arrow_cannot_parse_is_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise pa.ArrowInvalid("CSV parser got out of sync")

    monkeypatch.setattr(price_file, "_parse", fail)
    assert told(tmp_path, "code,basis,fee\n1,BRL,2\n") == ["TAB-DAMAGED precos.csv"]


def test_whole_numbers_and_lists_of_a_program() -> None:
    made = canonical(pa.table({"code": ["1"], "basis": ["CH"], "fee": [100]}))
    assert made["fee"].to_pylist() == [Decimal("100.0000")]
    rows = price_rows([{"code": 31003079, "basis": Basis.CH, "fee": 1, "includes": ("2", "1")}])
    assert rows["includes"].to_pylist() == ["1 2"]


cells = st.text(alphabet="0123456789.,;-/ \t\n\r\"'ABCxãR$%º–\u00a0", max_size=12)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from([*PRICE_SCHEMA.names, "código", ""]), min_size=1, max_size=6),
    st.lists(st.lists(cells, max_size=6), max_size=5),
    st.binary(max_size=20),
)
def test_no_content_raises(
    tmp_path: Path, headers: list[str], rows: list[list[str]], tail: bytes
) -> None:
    lines = [headers, *rows]
    content = "\n".join(";".join(cells) for cells in lines).encode() + tail
    for name in ("a.csv", "a.parquet"):
        path = tmp_path / name
        path.write_bytes(content)
        rows_read = read_prices(path)
        assert len(rows_read.lines) == rows_read.table.num_rows
        assert rows_read.table.schema == PRICE_SCHEMA
        last = content.count(b"\n") + content.count(b"\r") + 1
        assert all(1 <= (one.place.line or 1) <= last for one in rows_read.findings)
