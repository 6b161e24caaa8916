"""The most pressing deadlines: the same as of the whole list, without counting every surgery's."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from honorarios.planning.deadlines import State
from honorarios.services import deadlines
from honorarios.services.deadlines import DeadlinesAsked, counting, pressing
from tests.services.deadlines import planned

if TYPE_CHECKING:
    from tests.services.cast import Cast

pytestmark = pytest.mark.database
MONTH = timedelta(days=31)


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many surgeries were counted, each time that some were; two are looked at at once."""
    seen: list[int] = []
    count = counting.of_cases

    def counted(office_id: int, cases: object, today: date) -> object:
        seen.append(cases.count())  # type: ignore[attr-defined]
        return count(office_id, cases, today)  # type: ignore[arg-type]

    monkeypatch.setattr(counting, "of_cases", counted)
    monkeypatch.setattr("honorarios.services.deadlines.foremost.AT_ONCE", 2)
    return seen


def plan_late(cast: Cast, count: int) -> None:
    """Surgeries a month apart, each a week after it was indicated, none of them done."""
    for number in range(count):
        indicated = date(2026, 1, 5) + timedelta(days=30 * number)
        planned.plan(
            cast.world,
            f"L{number}",
            indicated_on=indicated,
            planned_at=datetime.combine(indicated, datetime.min.time()) + timedelta(days=7),
        )


def all_pressing(cast: Cast) -> list[str]:
    asked = DeadlinesAsked(until=planned.TODAY + MONTH, states=frozenset({State.LATE, State.SOON}))
    return [one.uid for one in deadlines.listed(actor=cast.clerk, asked=asked).require().deadlines]


def test_it_stops_where_no_later_surgery_can_have_an_earlier_deadline(
    cast: Cast, looked: list[int]
) -> None:
    plan_late(cast, 10)
    whole = all_pressing(cast)
    assert len(whole) == 10
    looked.clear()
    told = pressing(actor=cast.clerk, ahead=MONTH, size=3).require()
    assert [one.uid for one in told.deadlines] == whole[:3]
    assert (sum(looked), told.looked) == (4, None)


def test_with_few_deadlines_it_looks_at_every_surgery(cast: Cast, looked: list[int]) -> None:
    plan_late(cast, 3)
    for number in range(2):
        planned.plan(cast.world, f"S{number}", planned_at=datetime(2027, 3, 1, 8))
    whole = all_pressing(cast)
    looked.clear()
    told = pressing(actor=cast.clerk, ahead=MONTH, size=6).require()
    assert [one.uid for one in told.deadlines] == whole
    assert (sum(looked), told.looked) == (5, None)


def test_where_it_cannot_look_at_all_it_says_at_how_many_it_did(
    cast: Cast, looked: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("honorarios.services.deadlines.foremost.MOST_LOOKED", 3)
    plan_late(cast, 6)
    told = pressing(actor=cast.clerk, ahead=MONTH, size=6).require()
    assert (len(told.deadlines), sum(looked), told.looked) == (3, 3, 3)
