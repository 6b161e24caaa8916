"""Every usual way of writing a cell is read, and what cannot be read is said to be bad."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pyarrow as pa
import pytest

from honorarios.core.vocabulary import ROLE_SPELLINGS, Role
from honorarios.pricing import cells
from honorarios.pricing.compile import compile_catalogue
from honorarios.pricing.engine import price_table
from honorarios.pricing.layout import (
    BAD,
    BAD_DAY,
    BAD_NUMBER,
    BAD_TIME,
    NO_DAY,
    NO_NUMBER,
    NO_TIME,
    NONE,
)
from honorarios.pricing.line import price_line
from tests.pricing import small

NOON = cells.moment_number(datetime(2025, 3, 1, 12))


@pytest.mark.parametrize(
    "text",
    [
        "2025-03-01 12:00",
        "2025-03-01T12:00:00",
        " 2025-03-01 12:00:00.000 ",
        "01/03/2025 12:00",
        "01/03/2025 12:00:00",
    ],
)
def test_a_moment_is_read_as_people_write_it(text: str) -> None:
    assert cells.moment_number(text) == NOON


@pytest.mark.parametrize(
    "value",
    [
        "2025-03-01 24:00",
        "2025-02-30 10:00",
        "2025-03-01",
        "31/02/2025 10:00",
        "amanhã",
        "2025-03-01 12:00Z",
        date(2025, 3, 1),
        datetime(2025, 3, 1, 12, tzinfo=UTC),
        45_000,
    ],
)
def test_what_is_no_moment_is_bad(value: object) -> None:
    assert cells.moment_number(value) == BAD_TIME


@pytest.mark.parametrize("empty", [None, "", "  ", float("nan")])
def test_empty_cells(empty: object) -> None:
    assert cells.moment_number(empty) == NO_TIME
    assert cells.day_cell(empty) == NO_DAY
    assert cells.whole_number(empty) == NO_NUMBER
    assert cells.name_number(empty, {}) == NONE
    assert cells.code_number(empty, {}) == NONE
    assert cells.term_number(empty, ROLE_SPELLINGS) == NONE
    assert cells.flag_number(empty) == 1


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (3, 3),
        ("3", 3),
        ("-2", -2),
        (3.0, 3),
        (Decimal("3.00"), 3),
        ("3,0", 3),
        ("3,5", BAD_NUMBER),
        (2.5, BAD_NUMBER),
        ("três", BAD_NUMBER),
        (True, BAD_NUMBER),
        (2**31, BAD_NUMBER),
        (float("inf"), BAD_NUMBER),
    ],
)
def test_whole_numbers(value: object, number: int) -> None:
    assert cells.whole_number(value) == number


def test_days() -> None:
    day = cells.day_cell(date(2025, 3, 1))
    assert day == cells.day_cell("2025-03-01") == cells.day_cell("01/03/2025")
    assert day == cells.day_cell(datetime(2025, 3, 1, 23, 59))
    assert cells.day_cell("2025-02-29") == BAD_DAY


@pytest.mark.parametrize(
    "role", ["00", "0", "surgeon", "Cirurgião", " CIRURGIAO ", Role.SURGEON, 0]
)
def test_a_role_by_any_of_its_names(role: object) -> None:
    assert cells.term_number(role, ROLE_SPELLINGS) == Role.SURGEON


def test_codes_with_and_without_punctuation() -> None:
    assert cells.code_number("3.10.03.07-9", {"31003079": 5}) == 5
    assert cells.code_number(31003079, {"31003079": 5}) == 5
    assert cells.code_number("12345678901", {}) == BAD
    assert cells.code_number("31O03079", {}) == BAD
    assert cells.code_number("99999999", {"31003079": 5}) < BAD


@pytest.mark.parametrize(
    ("answer", "authorised"), [("sim", 1), (True, 1), ("não", 0), (False, 0), ("talvez", 0)]
)
def test_an_unclear_authorisation_is_none(answer: object, authorised: int) -> None:
    assert cells.flag_number(answer) == authorised


@pytest.mark.parametrize(
    "column",
    [
        pa.array(["31003079"]),
        pa.array(["31003079"]).dictionary_encode(),
        pa.array(["31003079"], pa.large_string()),
        pa.array([31003079]),
        pa.array([31003079], pa.int32()),
    ],
)
def test_a_code_of_any_arrow_type(column: pa.Array) -> None:
    compiled = compile_catalogue(small.catalogue())
    table = pa.table({"contract": ["contrato"], "code": column, "role": ["00"]})
    table = table.append_column("start", pa.array([datetime(2024, 3, 12, 10)]))
    assert price_table(table, compiled)["total_centavos"].to_pylist() == [410_00]


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
def test_a_timestamp_of_any_unit(unit: str) -> None:
    compiled = compile_catalogue(small.catalogue())
    start = pa.array([datetime(2024, 12, 31, 23, 59, 59), None], pa.timestamp(unit))
    table = pa.table({"contract": ["contrato"] * 2, "code": ["31003079"] * 2, "role": ["00"] * 2})
    priced = price_table(table.append_column("start", start), compiled)
    assert priced["status"].to_pylist() == ["priced", "missing_start"]


def test_a_table_without_lines_has_every_column() -> None:
    compiled = compile_catalogue(small.catalogue())
    empty = price_table(pa.table({"code": pa.array([], pa.string())}), compiled)
    assert empty.num_rows == 0
    assert "total_centavos" in empty.column_names


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"code": None}, "missing_code"),
        ({"code": "31A"}, "invalid_code"),
        ({"start": "2024-03-12 24:00"}, "invalid_start"),
        ({"role": "chefe"}, "invalid_role"),
        ({"role": ""}, "missing_role"),
        ({"quantity": None}, "invalid_quantity"),
        ({"quantity": 0}, "invalid_quantity"),
        ({"quantity": 1000}, "invalid_quantity"),
        ({"quantity": "1,5"}, "invalid_quantity"),
        ({"contract": "contratto"}, "unknown_contract"),
        ({"contract": None}, "missing_contract"),
        ({"end": "2024-03-12 09:59"}, "start_after_end"),
        ({"accommodation": "suíte"}, "no_accommodation_factor"),
        ({"authorised": False}, "not_authorised"),
        ({"code": "99999999"}, "unknown_code"),
        ({"role": "second_assistant"}, "no_role_percent"),
    ],
)
def test_bad_cells_have_a_status_and_no_amount(changes: dict[str, object], status: str) -> None:
    priced = price_line(small.line(**changes), compile_catalogue(small.catalogue()))
    assert priced["status"] == status
    assert priced["unit_centavos"] is None
    assert priced["total_centavos"] is None
