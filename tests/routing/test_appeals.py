"""Which refused items an appeal should carry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honorarios.routing.appeals import Appeal, Refused, triage
from honorarios.routing.value import Terms, at_rate

TODAY = date(2026, 11, 23)
TAX = at_rate("0.1333")
APPEAL = Appeal(Terms(fee=Decimal("0.08")), 165, 0, date(2026, 12, 20))
SURGERY = Refused("cirurgia", 258_00, Decimal("0.5"), TAX)
ITEMS = st.lists(
    st.builds(
        Refused,
        st.text("abç", max_size=3),
        st.integers(0, 1_000_000),
        st.decimals(0, 1, places=2),
        st.just(TAX),
    ),
    max_size=6,
)


def test_the_second_tranche_of_s1_is_what_its_appeal_brings() -> None:
    # 129,00 recovered, fee 10,32, tax 15,82: 102,86, which is 96,33 of today's in 165 days.
    told = triage([SURGERY], APPEAL, TODAY)
    (item,) = told.carried
    assert (item.recovered, item.worth, told.worth) == (129_00, 96_33, 96_33)


@pytest.mark.parametrize(("cost", "filed"), [(96_32, True), (96_33, False), (96_34, False)])
def test_an_appeal_is_made_where_it_brings_more_than_it_costs(cost: int, *, filed: bool) -> None:
    assert triage([SURGERY], replace(APPEAL, cost=cost), TODAY).worth_filing is filed


def test_small_items_ride_on_an_appeal_that_is_made() -> None:
    small = Refused("material", 10_00, Decimal("0.5"), TAX)
    alone = replace(APPEAL, cost=50_00)
    assert not triage([small], alone, TODAY).worth_filing
    both = triage([small, SURGERY], alone, TODAY)
    assert both.worth_filing
    assert [item.refused.key for item in both.carried] == ["cirurgia", "material"]
    made = triage([small], replace(alone, is_made=True), TODAY)
    assert made.worth_filing
    assert made.cost == 0


def test_an_item_that_adds_more_cost_than_it_brings_is_left() -> None:
    small = Refused("material", 10_00, Decimal("0.5"), TAX)
    told = triage([small, SURGERY], replace(APPEAL, riding=5_00), TODAY)
    assert [item.refused.key for item in told.left] == ["material"]
    assert told.worth == 91_33


def test_what_never_comes_back_is_not_appealed() -> None:
    told = triage([replace(SURGERY, recovery=Decimal(0))], APPEAL, TODAY)
    assert (told.carried, told.worth_filing) == ((), False)


@pytest.mark.parametrize(
    ("until", "closed"),
    [(date(2026, 11, 22), True), (TODAY, False), (None, False)],
)
def test_past_its_last_day_nothing_is_filed(until: date | None, *, closed: bool) -> None:
    told = triage([SURGERY], replace(APPEAL, file_until=until), TODAY)
    assert (told.closed, told.worth_filing, told.file_until) == (closed, not closed, until)


@given(ITEMS, st.integers(0, 100_000), st.integers(0, 1_000))
def test_no_item_is_lost_and_none_carried_lowers_the_worth(
    items: list[Refused], cost: int, riding: int
) -> None:
    appeal = replace(APPEAL, cost=cost, riding=riding)
    told = triage(items, appeal, TODAY)
    assert len(told.carried) + len(told.left) == len(items)
    for item in told.carried:
        others = [one.refused for one in told.carried if one is not item]
        assert triage(others, appeal, TODAY).worth < told.worth
