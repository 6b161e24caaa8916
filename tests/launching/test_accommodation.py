"""The bed at the start of the act and its factor: spec 3.6."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from honorarios.core.vocabulary import Setting
from honorarios.launching.accommodation import stay_at
from honorarios.launching.model import StayFacts
from tests.launching.making import (
    APARTMENT,
    WARD,
    WEDNESDAY,
    attendance,
    context,
    entry,
    found,
    launched,
    part,
    the_line,
)


def test_a36_factor_of_the_type_of_the_beds_class() -> None:
    assert the_line(launched(entry(), context(stays=(WARD,)))).total == 41000
    assert the_line(launched(entry(), context(stays=(APARTMENT,)))).total == 82000


def test_a36_patient_in_no_bed_has_factor_1() -> None:
    line = the_line(launched(entry(), context(stays=())))
    assert line.total == 41000
    assert "accommodation" not in line.kept


def test_a36_outpatient_in_no_bed_has_factor_1() -> None:
    where = context(attendance=attendance(setting=Setting.OUTPATIENT), stays=())
    assert the_line(launched(entry(), where)).total == 41000


def test_a36_bed_at_the_start_of_the_act() -> None:
    moved = (replace(WARD, end=WEDNESDAY), replace(APARTMENT, start=WEDNESDAY))
    where = context(stays=moved)
    before = entry(start=WEDNESDAY - timedelta(seconds=1), end=WEDNESDAY + timedelta(hours=2))
    assert the_line(launched(before, where)).total == 41000
    assert the_line(launched(entry(), where)).total == 82000


def test_a36_stay_that_ended_is_no_bed() -> None:
    assert stay_at((replace(WARD, end=WEDNESDAY),), WEDNESDAY) is None
    assert stay_at((replace(WARD, start=WEDNESDAY),), WEDNESDAY - timedelta(seconds=1)) is None


def test_a36_of_stays_that_overlap_the_later_counts() -> None:
    later = replace(APARTMENT, start=datetime(2025, 11, 10))
    assert stay_at((WARD, later), WEDNESDAY) is later
    assert stay_at((later, WARD), WEDNESDAY) is later


def test_a36_bed_class_without_a_type_is_an_error_and_not_factor_1() -> None:
    bare = replace(WARD, accommodation=None)
    outcome = launched(entry(), context(stays=(bare,)))
    assert found(outcome) == ["LAN-NO-ACCOMMODATION"]
    assert outcome.blocked


def test_a36_iamspe_looks_at_no_bed() -> None:
    bare = replace(WARD, accommodation=None)
    where = context(stays=(bare,), part=part(contract="iamspe"))
    assert the_line(launched(entry(), where)).total == 50000


def test_a36_type_missing_in_the_annex_is_an_error() -> None:
    suite = replace(WARD, accommodation="suite")
    outcome = launched(entry(), context(stays=(suite,)))
    assert found(outcome) == ["LAN-NO-PRICE"]
    assert "Acomodação sem fator no contrato." in outcome.findings[0].message


@given(st.lists(st.integers(0, 200), min_size=1, max_size=8, unique=True), st.integers(0, 210))
def test_a36_stays_over_time_leave_no_moment_twice(hours: list[int], hour: int) -> None:
    """A patient who moves from bed to bed is at every moment in exactly one of them."""
    first = datetime(2025, 11, 1)
    moves = sorted(hours)
    ends = [first + timedelta(hours=move) for move in moves[1:]]
    stays = [
        StayFacts(bed=str(number), start=first + timedelta(hours=move), end=end)
        for number, (move, end) in enumerate(zip(moves, [*ends, None], strict=True))
    ]
    found_ = stay_at(stays, first + timedelta(hours=hour))
    last = max((move for move in moves if move <= hour), default=None)
    assert (found_.bed if found_ else None) == (None if last is None else str(moves.index(last)))
