"""The holidays of a place, by what the register of hospitals calls it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from honorarios.planning.days import Feast, Place, is_working
from honorarios.planning.places import NATIONAL, STATES, place_of
from tests.planning import by_hand


@pytest.mark.parametrize("name", ["RS", " rs ", "SP", "DF"])
def test_a_state_has_its_own(name: str) -> None:
    assert place_of(name) == Place(state=name.strip().upper())


def test_a_town_that_nobody_listed_has_those_of_its_state() -> None:
    assert place_of("4305108") == Place(state="RS")


@pytest.mark.parametrize("name", ["", "XX", "Porto Alegre", "99", "9999999", "431490", "43149020"])
def test_what_is_no_place_has_none(name: str) -> None:
    assert place_of(name) is None


def test_every_state_is_listed_once() -> None:
    assert len(set(STATES.values())) == len(STATES) == 27


@pytest.mark.parametrize("town", by_hand.TOWNS.values(), ids=by_hand.TOWNS)
def test_every_day_of_eleven_years_agrees_with_the_laws(town: str) -> None:
    place = place_of(town)
    assert place is not None
    day = date(2025, 1, 1)
    while day.year < 2036:
        assert is_working(day, place) != by_hand.rests(day, town), day
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("feast", "day"),
    [
        (Feast.CARNIVAL_MONDAY, date(2026, 2, 16)),
        (Feast.CARNIVAL_TUESDAY, date(2026, 2, 17)),
        (Feast.ASH_WEDNESDAY, date(2026, 2, 18)),
        (Feast.CORPUS_CHRISTI, date(2027, 5, 27)),
    ],
)
def test_a_feast_counts_only_where_it_is_kept(feast: Feast, day: date) -> None:
    assert feast.day(day.year) == day
    assert is_working(day, NATIONAL)
    assert not is_working(day, Place(feasts=(feast,)))
