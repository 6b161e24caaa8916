"""The payer's clocks, against the examples of ``spec: routes 2.1`` and a count of day by day."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from honorarios.planning.clocks import ANSWERS_SINCE, Request, clocks, ombudsman
from honorarios.planning.days import Place, after

NATIONAL = Place()
PLACES = {
    "Porto Alegre": Place(state="RS", local=("02-02",)),
    "São Paulo": Place(state="SP", local=("01-25",)),
    "Rio de Janeiro": Place(state="RJ", local=("01-20", "03-01")),
}


@pytest.mark.parametrize(
    ("asked_on", "days", "due"),
    [
        (date(2026, 11, 23), 5, date(2026, 11, 30)),
        (date(2026, 11, 23), 10, date(2026, 12, 7)),
        (date(2026, 11, 23), 21, date(2026, 12, 22)),
        (date(2026, 12, 14), 10, date(2026, 12, 29)),
        (date(2026, 12, 14), 21, date(2027, 1, 14)),
    ],
)
def test_the_example_clock(asked_on: date, days: int, due: date) -> None:
    assert after(asked_on, days, NATIONAL) == due


@pytest.mark.parametrize(
    ("request_kind", "answer", "performance"),
    [
        (Request.ELECTIVE_ADMISSION, date(2026, 12, 7), date(2026, 12, 22)),
        (Request.DAY_HOSPITAL, date(2026, 11, 30), date(2026, 12, 7)),
        # What is to be performed in three days was answered before.
        (Request.LABORATORY, date(2026, 11, 26), date(2026, 11, 26)),
        (Request.URGENT, date(2026, 11, 23), date(2026, 11, 23)),
    ],
)
def test_two_clocks_run_apart(request_kind: Request, answer: date, performance: date) -> None:
    told = clocks(request_kind, date(2026, 11, 23), NATIONAL)
    assert (told.answer, told.performance) == (answer, performance)


def test_before_the_norm_there_is_only_the_performance() -> None:
    told = clocks(Request.ELECTIVE_ADMISSION, ANSWERS_SINCE - timedelta(days=1), NATIONAL)
    assert told.answer is None
    assert told.performance == date(2025, 7, 29)


def test_the_ombudsman_looks_again_within_seven_working_days() -> None:
    assert ombudsman(date(2026, 11, 23), NATIONAL) == date(2026, 12, 2)


def counted_by_hand(start: date, count: int, place: Place) -> date:
    """Another count: every day of two years listed, those that work picked out."""
    official = holidays.country_holidays("BR", subdiv=place.state, categories=("public",))
    listed = [start + timedelta(days=number) for number in range(1, 90)]
    working = [
        day
        for day in listed
        if day.isoweekday() <= 5 and day not in official and f"{day:%m-%d}" not in place.local
    ]
    return working[count - 1] if count else start


@given(
    st.dates(ANSWERS_SINCE, date(2035, 12, 31)),
    st.sampled_from(sorted(PLACES)),
    st.sampled_from(Request),
)
def test_generated_requests_agree_with_a_count_of_day_by_day(
    asked_on: date, town: str, request_kind: Request
) -> None:
    place = PLACES[town]
    told = clocks(request_kind, asked_on, place)
    assert told.performance == counted_by_hand(asked_on, request_kind.performance_days, place)
    assert told.answer_by_norm == counted_by_hand(asked_on, request_kind.answer_days, place)
