"""Values as people type them: every usual way is read, and what is written is read back the same."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from honorarios.core.findings import Finding
from honorarios.web.typed import (
    Fields,
    count,
    count_text,
    day,
    day_text,
    hour,
    hour_text,
    moment,
    moment_text,
    money,
    money_text,
    quantity,
    quantity_text,
)
from honorarios.web.typed.money import LARGEST

if TYPE_CHECKING:
    from decimal import Decimal

TODAY = date(2026, 1, 5)
NOW = datetime(2026, 1, 5, 14, 7)

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
# The nearest day may lie in the year before or after, a 29 February four years away: none is read outside DAYS.
FAR_FROM_THE_ENDS = st.dates(date(1908, 1, 1), date(2190, 12, 31))
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31)).map(
    lambda one: one.replace(second=0, microsecond=0)
)


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1234,56", 123_456),
        ("1.234,56", 123_456),
        ("1234.56", 123_456),
        ("R$ 1.234,56", 123_456),
        ("1 234,56", 123_456),
        ("1234", 123_400),
        ("12,5", 1_250),
        ("12.5", 1_250),
        (",5", 50),
        ("1.234.567", 123_456_700),
        ("0", 0),
    ],
)
def test_money_in_every_usual_way(text: str, cents: int) -> None:
    assert money(text) == cents


@pytest.mark.parametrize("text", ["1.234", "1,234", "12.345"])
def test_money_that_may_be_two_values_is_asked_about(text: str) -> None:
    asked = money(text, "value")
    assert isinstance(asked, Finding)
    assert (asked.code, asked.place.field) == ("WEB-MONEY-TWO-WAYS", "value")
    # What it proposes to type is read as the first of the two.
    assert money(asked.tip.removeprefix("Escreva com vírgula e centavos: ").rstrip(".")) == int(
        text.replace(".", "").replace(",", "") + "00"
    )


@pytest.mark.parametrize(
    "text", ["abc", "-3", "1,2,3", "1.23,4", "1.234.56", "12,345678", "١٢", "1e5", "0,123"]
)
def test_what_is_no_money_is_a_finding(text: str) -> None:
    found = money(text, "value")
    assert isinstance(found, Finding)
    assert found.code == "WEB-MONEY"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("hoje", TODAY),
        ("Ontem", date(2026, 1, 4)),
        ("amanhã", date(2026, 1, 6)),
        ("-1", date(2026, 1, 4)),
        ("+30", date(2026, 2, 4)),
        ("22/11/2026", date(2026, 11, 22)),
        ("22/11/26", date(2026, 11, 22)),
        ("22/11/50", date(1950, 11, 22)),
        ("22112026", date(2026, 11, 22)),
        ("221126", date(2026, 11, 22)),
        ("2026-11-22", date(2026, 11, 22)),
        ("22.11.2026", date(2026, 11, 22)),
        # Without a year, the nearest: last November, and this very month.
        ("22/11", date(2025, 11, 22)),
        ("2211", date(2025, 11, 22)),
        ("7/1", date(2026, 1, 7)),
        ("29/2", date(2024, 2, 29)),
    ],
)
def test_days_in_every_usual_way(text: str, found: date) -> None:
    assert day(text, today=TODAY) == found


@pytest.mark.parametrize(
    "text", ["31/02", "22/13", "0/1", "x", "22/11/2", "٣/٣", "-99999", "99/99/9999", "2026-13-01"]
)
def test_what_is_no_day_is_a_finding(text: str) -> None:
    found = day(text, "day", today=TODAY)
    assert isinstance(found, Finding)
    assert (found.code, found.place.field) == ("WEB-DAY", "day")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("9", time(9)),
        ("09", time(9)),
        ("930", time(9, 30)),
        ("0930", time(9, 30)),
        ("9:30", time(9, 30)),
        ("9h30", time(9, 30)),
        ("9h", time(9)),
        ("23:59", time(23, 59)),
        ("0", time(0)),
    ],
)
def test_hours_in_every_usual_way(text: str, found: time) -> None:
    assert hour(text) == found


@pytest.mark.parametrize(
    ("text", "code"),
    [("24:00", "WEB-MIDNIGHT"), ("24", "WEB-MIDNIGHT"), ("25", "WEB-HOUR"), ("9:60", "WEB-HOUR")],
)
def test_what_is_no_hour_is_a_finding(text: str, code: str) -> None:
    found = hour(text, "start")
    assert isinstance(found, Finding)
    assert (found.code, found.place.field) == (code, "start")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("22/11/2026 9:30", datetime(2026, 11, 22, 9, 30)),
        ("ontem 14:00", datetime(2026, 1, 4, 14)),
        ("-1 930", datetime(2026, 1, 4, 9, 30)),
        ("930", datetime(2026, 1, 5, 9, 30)),
        ("agora", NOW),
        ("2026-01-05T09:30", datetime(2026, 1, 5, 9, 30)),
    ],
)
def test_days_with_their_hour(text: str, found: datetime) -> None:
    assert moment(text, now=NOW) == found


def test_a_day_with_the_hour_that_does_not_exist_says_so_at_its_field() -> None:
    found = moment("22/11 24:00", "start", now=NOW)
    assert isinstance(found, Finding)
    assert (found.code, found.place.field) == ("WEB-MIDNIGHT", "start")


@given(st.integers(0, LARGEST))
def test_money_written_is_read_the_same(cents: int) -> None:
    assert money(money_text(cents)) == cents
    assert money(money_text(cents).replace(".", "")) == cents
    assert money(f"{cents // 100}.{cents % 100:02}") == cents


@given(DAYS)
def test_a_day_written_is_read_the_same(value: date) -> None:
    assert day(day_text(value), today=TODAY) == value
    assert day(value.isoformat(), today=TODAY) == value
    assert day(day_text(value).replace("/", ""), today=TODAY) == value


@example(date(1970, 8, 1), date(1908, 1, 1))
@given(DAYS, FAR_FROM_THE_ENDS)
def test_a_day_without_a_year_is_the_nearest(value: date, today: date) -> None:
    found = day(f"{value.day}/{value.month}", today=today)
    assert isinstance(found, date)
    assert (found.day, found.month) == (value.day, value.month)
    assert abs((found - today).days) <= (183 if (value.month, value.day) != (2, 29) else 4 * 366)


@given(MOMENTS)
def test_an_hour_and_a_moment_written_are_read_the_same(value: datetime) -> None:
    assert hour(hour_text(value.time())) == value.time()
    assert moment(moment_text(value), now=NOW) == value
    assert moment(value.isoformat(timespec="minutes"), now=NOW) == value


@given(st.integers(1, 999), st.decimals(0, 10**6, places=2))
def test_numbers_written_are_read_the_same(whole: int, number: Decimal) -> None:
    assert count(count_text(whole)) == whole
    assert quantity(quantity_text(number)) == number
    assert quantity(f"{quantity_text(number)} %") == number


@given(st.text(max_size=30))
def test_whatever_is_typed_is_a_value_or_a_finding_at_the_field(text: str) -> None:
    read = [
        money(text, "f"),
        day(text, "f", today=TODAY),
        hour(text, "f"),
        moment(text, "f", now=NOW),
        count(text, "f"),
        quantity(text, "f"),
    ]
    for found in read:
        if isinstance(found, Finding):
            assert found.place.field == "f"
        elif found is None:
            assert not text.strip() or text.strip() == "%"


def test_the_fields_of_a_form_gather_what_is_wrong() -> None:
    form = Fields(
        {"value": "12,50", "quantity": "dois", "start": "ontem 9", "name": "  Ana  "}, now=NOW
    )
    assert form.money("value") == 1250
    assert form.count("quantity") is None
    assert form.moment("start") == datetime(2026, 1, 4, 9)
    assert form.text("name") == "Ana"
    assert form.day("day", required=True) is None
    assert form.hour("hour") is None
    assert [(one.code, one.place.field) for one in form.findings] == [
        ("WEB-COUNT", "quantity"),
        ("WEB-REQUIRED", "day"),
    ]
