"""Ranking: scenario S1 of ``spec: routes 5.5`` and what must hold of any ranking."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from honorarios.routing.breakeven import greatest_share
from honorarios.routing.option import Option
from honorarios.routing.ranking import TIE_CENTAVOS, TIE_SHARE, Lens, Weighed, rank
from honorarios.routing.reasons import Standing
from honorarios.routing.routes import Route
from honorarios.routing.value import Expectation, Terms, at_rate, share, value

PRESUMED = at_rate("0.1333")


def weighed(
    route: Route,
    gross: int,
    expected: tuple[str, str, int, int],
    fee: str = "0",
    standing: Standing = Standing.ELIGIBLE,
) -> Weighed:
    denied, recovered, days, appeal = expected
    expectation = Expectation(Decimal(denied), Decimal(recovered), days, appeal)
    return Weighed(
        option=Option(route=route),
        reasons=(),
        standing=standing,
        value=value(gross, expectation, Terms(fee=Decimal(fee)), PRESUMED),
        expectation=expectation,
        median_days=days,
        slow_days=appeal,
    )


def s1(hospital_fee: str = "0.08") -> list[Weighed]:
    return [
        weighed(Route.ACCREDITED, 180_000, ("0.06", "0.4", 45, 120)),
        weighed(Route.REPASSE, 215_000, ("0.12", "0.5", 75, 165), hospital_fee),
        weighed(Route.COOPERATIVE, 200_000, ("0.08", "0.6", 60, 140), "0.05"),
    ]


def test_s1_a_tie_by_value_is_won_by_less_glosa_and_fewer_days() -> None:
    ranked = rank(s1())
    best = ranked.best
    assert best is not None
    assert best.option.route is Route.COOPERATIVE
    assert {one.option.route for one in ranked.tied} == {Route.COOPERATIVE, Route.REPASSE}
    leader = max(one.value.expected for one in ranked.covered)
    assert leader - best.value.expected == 659


def test_s1_the_lenses() -> None:
    ranked = rank(s1())
    found = {lens: ranked.by(lens) for lens in Lens}
    assert {lens: one.option.route for lens, one in found.items() if one} == {
        Lens.MOST: Route.REPASSE,
        Lens.SOONEST: Route.ACCREDITED,
        Lens.SAFEST: Route.COOPERATIVE,
    }


def test_s1_the_hospital_fee_that_changes_the_advice() -> None:
    def repasse_wins(fee: Decimal) -> bool:
        best = rank(s1(str(fee))).best
        return best is not None and best.option.route is Route.REPASSE

    assert greatest_share(repasse_wins) == Decimal("0.0544")


def test_s1_the_hospital_fee_of_equality() -> None:
    cooperative = s1()[2].value.expected
    found = greatest_share(lambda fee: s1(str(fee))[1].value.expected >= cooperative)
    assert found is not None
    assert found.quantize(Decimal("0.01")) == Decimal("0.08")
    assert Decimal("0.0838") <= found <= Decimal("0.0839")


def test_what_the_patient_pays_is_never_recommended_over_coverage() -> None:
    private = weighed(Route.PRIVATE, 900_000, ("0", "0", 0, 0))
    ranked = rank([*s1(), private])
    assert ranked.best is not None
    assert ranked.best.option.route is Route.COOPERATIVE
    assert ranked.patient == (private,)
    assert rank([private]).best is None


def test_a_closed_route_is_told_apart() -> None:
    closed = weighed(Route.REPASSE, 999_999, ("0", "0", 1, 1), standing=Standing.INELIGIBLE)
    ranked = rank([s1()[0], closed])
    assert (ranked.closed, len(ranked.covered)) == ((closed,), 1)


def test_the_order_in_which_options_come_decides_nothing() -> None:
    orders = {
        tuple(one.option.route for one in rank(order).covered) for order in permutations(s1())
    }
    assert len(orders) == 1


options = st.builds(
    lambda gross, denied, days, route: weighed(route, gross, (str(denied), "0.5", days, days + 60)),
    st.integers(1_000, 1_000_000),
    st.decimals(0, 1, places=2),
    st.integers(0, 300),
    st.sampled_from([Route.ACCREDITED, Route.REPASSE, Route.COOPERATIVE]),
)


@given(st.lists(options, min_size=1, max_size=5), st.integers(1, 500_000))
def test_more_value_never_lowers_a_rank(found: list[Weighed], more: int) -> None:
    places = rank(found).covered
    chosen = found[0]
    richer = replace(chosen, value=replace(chosen.value, expected=chosen.value.expected + more))
    after = rank([richer, *found[1:]]).covered
    assert after.index(richer) <= places.index(chosen)


@given(st.lists(options, min_size=1, max_size=5))
def test_an_option_that_is_worse_on_every_count_never_changes_the_others(
    found: list[Weighed],
) -> None:
    before = rank(found).covered
    leader = before[0]
    margin = max(share(abs(leader.value.expected), TIE_SHARE), TIE_CENTAVOS) + 1
    worse = replace(
        leader,
        value=replace(
            leader.value,
            expected=min(one.value.expected for one in found) - margin,
            denied=leader.value.gross,
            recovered=0,
        ),
        slow_days=10_000,
    )
    after = rank([*found, worse]).covered
    assert [one for one in after if one is not worse] == list(before)
