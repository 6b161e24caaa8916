"""Estimates from an office's own history."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from honorarios.routing.history import (
    MEDIAN,
    PRIOR_GLOSA,
    SLOW,
    Counted,
    Level,
    Wait,
    days_until,
    glosa,
)


def test_the_example_of_ten_lines_of_equal_value() -> None:
    told = glosa([Level("código", Counted(10_000, 3_000, 10))])
    assert (told.share, told.count, told.level) == (Decimal("0.1800"), 10, "código")


def test_nothing_seen_is_the_prior() -> None:
    told = glosa([Level("via", Counted())])
    assert (told.share, told.count, told.level) == (PRIOR_GLOSA, 0, "")


def test_a_narrow_level_is_drawn_to_the_wider_one() -> None:
    route = Level("via", Counted(100_000_000, 5_000_000, 1_000))
    few = Level("código", Counted(200_000, 200_000, 2))
    alone, together = glosa([few]).share, glosa([route, few]).share
    assert glosa([route]).share < together < alone < 1
    # (2.000.000 × 0,051373 + 200.000) ÷ 2.200.000: twenty lines of the route against two of the code.
    assert together == Decimal("0.1376")


def test_open_lines_make_the_wait_longer_and_not_shorter() -> None:
    paid = [Wait(day) for day in range(10, 110, 10)]
    waiting = [Wait(45, paid=False)] * 5
    without, among = days_until(paid, MEDIAN), days_until([*paid, *waiting], MEDIAN)
    assert without == 50
    assert among is not None
    assert among > without
    assert days_until(paid, SLOW) == 80


@given(
    st.lists(
        st.builds(
            lambda presented, part: Level("n", Counted(presented, presented * part // 100, 5)),
            st.integers(1, 10**9),
            st.integers(0, 100),
        ),
        max_size=4,
    )
)
def test_an_estimate_is_a_share(levels: list[Level]) -> None:
    assert 0 <= glosa(levels).share <= 1


@given(st.lists(st.builds(Wait, st.integers(0, 400), st.booleans()), max_size=30))
def test_four_of_five_wait_at_least_as_long_as_half(waits: list[Wait]) -> None:
    half, most = days_until(waits, MEDIAN), days_until(waits, SLOW)
    assert most is None or (half is not None and half <= most)
