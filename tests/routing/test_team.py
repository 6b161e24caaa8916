"""The team as a whole, what would change the advice, and what asking is worth."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from honorarios.routing.facts import FactStatus, known
from honorarios.routing.history import Estimate
from honorarios.routing.limits import Input, limits, worth_of_asking
from honorarios.routing.option import Case, Option
from honorarios.routing.prospect import Prospect, compare, weigh
from honorarios.routing.ranking import Ranking, Weighed, rank
from honorarios.routing.reasons import Rule, Standing, asks
from honorarios.routing.routes import Route, Way
from honorarios.routing.taxes import Payer, Receiver, tax_year
from honorarios.routing.team import together
from honorarios.routing.value import Expectation, Terms
from tests.routing.test_ranking import weighed

YES, NO = known("sim", holds=True), known("não", holds=False)
CASE = Case(
    today=date(2026, 11, 23),
    surgery_on=date(2026, 12, 1),
    senha_valid_until=date(2026, 12, 30),
)
YEAR = tax_year(CASE.today)
assert YEAR is not None
REPASSE = Way(Route.REPASSE)


def s1() -> list[Prospect]:
    """Scenario S1 of ``spec: routes 5.5``, with every fact that keeps its three routes open."""
    common = {
        "authorised": True,
        "deliver_until": date(2026, 12, 31),
        "is_legal_person": True,
        "accepts_legal": YES,
    }
    options = {
        Route.ACCREDITED: {"accredited": YES, "consultation_only": NO},
        Route.REPASSE: {
            "agreement": YES,
            "fees_requested": YES,
            "repasse_requested": YES,
            "accredited": YES,
            "exclusive": NO,
            "accepts_direct": YES,
        },
        Route.COOPERATIVE: {
            "through": "coop-a",
            "member": YES,
            "contract": YES,
            "hospital_accepts": YES,
            "repasse_open": YES,
            "accepted_beside_repasse": YES,
            "serves_role": True,
        },
    }
    money = {
        Route.ACCREDITED: (180_000, "0.06", "0.4", 45, 120, "0", Payer.OPERATOR, 60),
        Route.REPASSE: (215_000, "0.12", "0.5", 75, 165, "0.08", Payer.HOSPITAL, 17),
        Route.COOPERATIVE: (200_000, "0.08", "0.6", 60, 140, "0.05", Payer.COOPERATIVE, 41),
    }
    return [
        Prospect(
            option=Option(route=route, **common, **facts),  # type: ignore[arg-type]
            gross=gross,
            expectation=Expectation(Decimal(denied), Decimal(back), days, later),
            terms=Terms(fee=Decimal(fee)),
            paid_by=payer,
            receiver=Receiver("presumed"),
            slow_days=later,
            seen=Estimate(Decimal(denied), count, "via"),
        )
        for route, facts in options.items()
        for gross, denied, back, days, later, fee, payer, count in [money[route]]
    ]


def ranked(prospects: list[Prospect]) -> Ranking:
    assert YEAR is not None
    return compare(CASE, prospects, YEAR)


def test_s1_from_its_facts() -> None:
    ranking = ranked(s1())
    assert [one.option.route for one in ranking.covered] == [
        Route.COOPERATIVE,
        Route.REPASSE,
        Route.ACCREDITED,
    ]
    assert {one.standing for one in ranking.covered} == {Standing.ELIGIBLE}
    assert [one.value.expected for one in ranking.covered] == [155_403, 156_062, 147_615]


def test_s1_says_which_hospital_fee_changes_the_advice() -> None:
    assert YEAR is not None
    told = limits(CASE, s1(), YEAR)
    fee = next(one for one in told if one.way == REPASSE)
    assert (fee.input, fee.threshold) == (Input.FEE, Decimal("0.0544"))
    assert "de 8 % para 5,44 % ou menos" in fee.sentence


def test_a_code_that_was_not_authorised_has_no_amount() -> None:
    assert YEAR is not None
    prospect = s1()[0]
    refused = replace(prospect, option=replace(prospect.option, authorised=False))
    told = weigh(CASE, refused, YEAR)
    assert (told.value.gross, told.value.expected) == (0, 0)
    assert Rule.CODE_NOT_AUTHORISED in {reason.rule for reason in told.reasons}


def two(first: dict[Route, int], second: dict[Route, int]) -> list[Ranking]:
    return [
        rank([weighed(route, gross, ("0", "0", 0, 0)) for route, gross in seat.items()])
        for seat in (first, second)
    ]


def routes(choices: tuple[Weighed | None, ...]) -> list[Route | None]:
    return [None if one is None else one.option.route for one in choices]


def test_each_member_goes_its_own_way() -> None:
    rankings = two(
        {Route.ACCREDITED: 200_000, Route.REPASSE: 100_000},
        {Route.ACCREDITED: 50_000, Route.REPASSE: 90_000},
    )
    best = together(rankings).best
    assert routes(best.choices) == [Route.ACCREDITED, Route.REPASSE]
    assert best.total == sum(one.value.expected for one in best.choices if one)


def test_a_route_for_all_wins_by_the_sum() -> None:
    rankings = two(
        {Route.ACCREDITED: 110_000, Route.REPASSE: 100_000},
        {Route.ACCREDITED: 50_000, Route.REPASSE: 90_000},
    )
    team = together(rankings, frozenset({REPASSE}))
    assert team.best.whole == REPASSE
    assert routes(team.best.choices) == [Route.REPASSE, Route.REPASSE]
    assert [routes(plan.choices) for plan in team.others] == [[Route.ACCREDITED] * 2]


def test_a_route_for_all_that_is_closed_for_one_is_for_nobody() -> None:
    rankings = two({Route.ACCREDITED: 10_000, Route.REPASSE: 900_000}, {Route.ACCREDITED: 50_000})
    team = together(rankings, frozenset({REPASSE}))
    assert (team.best.whole, routes(team.best.choices)) == (None, [Route.ACCREDITED] * 2)


def test_who_has_no_covered_route_keeps_nobody_from_theirs() -> None:
    rankings = two({Route.REPASSE: 100_000}, {Route.PRIVATE: 100_000})
    team = together(rankings, frozenset({REPASSE}))
    assert routes(team.best.choices) == [Route.REPASSE, None]


def test_asking_is_worth_something_where_the_leader_hangs_on_a_question() -> None:
    sure = weighed(Route.ACCREDITED, 150_000, ("0", "0", 0, 0))
    unknown = replace(
        weighed(Route.REPASSE, 200_000, ("0", "0", 0, 0), standing=Standing.CONDITIONAL),
        reasons=(asks(Rule.UNKNOWN_AGREEMENT, known("acordo", holds=None)),),
    )
    question = worth_of_asking(rank([sure, unknown]), CASE.today)
    assert question is not None
    assert question.asked is unknown
    # A refusal costs ten days of the sure route, half the time.
    assert question.worth == 258
    assert worth_of_asking(rank([sure]), CASE.today) is None


def test_asking_is_worth_more_where_the_sure_route_closes_meanwhile() -> None:
    closing = replace(
        weighed(Route.ACCREDITED, 150_000, ("0", "0", 0, 0)),
        option=Option(route=Route.ACCREDITED, deliver_until=date(2026, 11, 30)),
    )
    unknown = replace(
        weighed(Route.REPASSE, 160_000, ("0", "0", 0, 0), standing=Standing.CONDITIONAL),
        reasons=(asks(Rule.UNKNOWN_AGREEMENT, known("acordo", holds=None)),),
    )
    more = replace(unknown, value=replace(unknown.value, expected=200_000))
    question = worth_of_asking(rank([closing, more]), CASE.today)
    assert question is not None
    # Ask first: half of 2.000,00 and half of 1.300,05; not asking: the sure 1.300,05.
    assert question.worth == (200_000 - 130_005) // 2
    assert question.indifferent == Decimal(130_005) / 200_000


def test_a_presumed_fact_is_asked_about() -> None:
    presumed = replace(YES, status=FactStatus.PRESUMED)
    prospects = s1()
    prospects[1] = replace(prospects[1], option=replace(prospects[1].option, agreement=presumed))
    repasse = next(one for one in ranked(prospects).covered if one.option.way == REPASSE)
    assert repasse.standing is Standing.CONDITIONAL
