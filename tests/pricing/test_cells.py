"""Every usual way of writing a cell is read, and what cannot be read is said to be bad."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pyarrow as pa
import pytest
from numba.core.dispatcher import Dispatcher

from honorarios.core.vocabulary import ROLE_SPELLINGS, BillingRoute, Role
from honorarios.pricing import cells
from honorarios.pricing.compile import compile_catalogue
from honorarios.pricing.engine import price_table
from honorarios.pricing.intern import lines_of
from honorarios.pricing.interned import (
    BAD,
    BAD_DAY,
    BAD_NUMBER,
    BAD_TIME,
    NO_DAY,
    NO_NUMBER,
    NO_TIME,
)
from honorarios.pricing.line import price_line
from honorarios.pricing.records import NONE
from honorarios.pricing.rule import price
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
        ("R$ 1", BAD_NUMBER),
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
    assert cells.code_number("31003079.0", {"31003079": 5}) == 5
    assert cells.code_number("0303010010.00", {"0303010010": 5}) == 5
    assert cells.code_number("3100307.0", {"31003070": 5}) == 5  # 0 may be the check digit
    assert cells.code_number("31003079.5", {"31003079": 5}) < BAD
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
        pa.array(["31003079.0"]),
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


@pytest.mark.parametrize("code", [31003079.0, Decimal("31003079.00")])
def test_a_whole_number_with_a_point_is_that_number(code: object) -> None:
    """As columns of numbers with empty cells often come."""
    assert cells.code_number(code, {"31003079": 5}) == 5
    assert cells.name_number(12345.0, {"12345": 3}) == 3
    assert cells.name_number(1.5, {"1.5": 3}) == 3
    assert cells.term_number(1.0, ROLE_SPELLINGS) == Role.FIRST_ASSISTANT
    assert cells.flag_number(1.0) == 1
    assert cells.flag_number(0.0) == 0


@pytest.mark.parametrize("value", ["1" + "0" * 30, Decimal(10**30), Decimal("1E+400"), 1e300])
def test_a_number_without_end_is_bad(value: object) -> None:
    assert cells.whole_number(value) == BAD_NUMBER


def test_a_member_of_another_list_is_no_role() -> None:
    assert cells.term_number(BillingRoute.PRIVATE, ROLE_SPELLINGS) == BAD


def test_unsigned_numbers_never_turn_negative() -> None:
    quantity = pa.array([2**64 - 1, 2**63, 2**32 + 1, 3, None], pa.uint64())
    table = pa.Table.from_pylist([small.line()] * 5).append_column("quantity", quantity)
    status = price_table(table, compile_catalogue(small.catalogue()))["status"].to_pylist()
    assert status == [*["invalid_quantity"] * 3, "priced", "invalid_quantity"]


FIRST_MOMENT = -62_135_596_800
"""0001-01-01 00:00:00, in seconds since 1970."""
END_OF_MOMENTS = 253_402_300_800
"""The second after 9999-12-31 23:59:59."""


@pytest.mark.parametrize("outside", [-(2**62), 2**62, FIRST_MOMENT - 1, END_OF_MOMENTS])
def test_a_moment_outside_the_calendar_is_bad(outside: int) -> None:
    ready = compile_catalogue(small.catalogue())
    given = pa.Table.from_pylist([small.line()] * 3)
    moments = pa.array([outside, None, FIRST_MOMENT], pa.timestamp("s"))
    starts = given.set_column(given.schema.get_field_index("start"), "start", moments)
    status = ["missing_start", "contract_not_in_force"]
    assert price_table(starts, ready)["status"].to_pylist() == ["invalid_start", *status]
    ends = given.append_column("end", pa.array([outside, None, END_OF_MOMENTS - 1], moments.type))
    status = ["invalid_end", "priced", "act_too_long"]
    assert price_table(ends, ready)["status"].to_pylist() == status


def test_an_admission_of_any_type_is_read_or_is_bad() -> None:
    ready = compile_catalogue(small.catalogue())
    given = pa.Table.from_pylist([small.line()] * 3)
    columns = [
        pa.array([2**60, None, 1_710_237_600], pa.timestamp("s")),
        pa.array([-1, None, 1_710_237_600_123_456_789], pa.timestamp("ns")),
        pa.array([2**30, None, 19_794], pa.int32()).cast(pa.date32()),
    ]
    bad = ["invalid_admission", "priced", "invalid_admission"]
    for column, first in zip(columns, bad, strict=True):
        told = price_table(given.append_column("admission", column), ready)
        assert told["status"].to_pylist() == [first, "priced", "priced"]


def test_an_admission_before_1970_is_its_own_day() -> None:
    last = pa.array([-1, -86_400, -86_401], pa.timestamp("s"))
    given = pa.Table.from_pylist([small.line()] * 3).append_column("admission", last)
    assert lines_of(given, compile_catalogue(small.catalogue())).admission.tolist() == [-1, -1, -2]


def test_lines_without_a_key_are_numbered_over_the_whole_table() -> None:
    ready = compile_catalogue(small.catalogue())
    parts = [pa.Table.from_pylist([small.line()] * count) for count in (2, 3)]
    assert price_table(pa.concat_tables(parts), ready)["line_id"].to_pylist() == [1, 2, 3, 4, 5]


def test_the_rule_is_compiled_once_whatever_the_columns_are() -> None:
    ready = compile_catalogue(small.catalogue())
    price_line(small.line(), ready)
    assert isinstance(price, Dispatcher)
    compiled = len(price.signatures)
    given = pa.Table.from_pylist([small.line()] * 2)
    for name, column in (
        ("quantity", pa.array([1, 2], pa.int32())),
        ("quantity", pa.array([1, None], pa.int8())),
        ("admission", pa.array([date(2024, 3, 12), None])),
        ("end", pa.array([datetime(2024, 3, 12, 11)] * 2, pa.timestamp("s"))),
        ("authorised", pa.array([True, False])),
    ):
        price_table(given.append_column(name, column), ready)
    assert len(price.signatures) == compiled
