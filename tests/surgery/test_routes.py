"""Access routes: stated, suggested, of the anaesthetist, of two teams; acts on both sides."""

from __future__ import annotations

from typing import Any

import pytest

from tests.surgery.making import (
    ANAESTHETIST,
    SURGEON,
    agreement,
    cell,
    findings_of,
    porte,
    quoted,
    rules_of,
    totals,
)

ROWS = [
    porte("1000", "7A", anaesthetic_porte="3"),
    porte("2000", "8A", anaesthetic_porte="5"),
    porte("3000", "7A", own_bilateral=True),
]
PORTES = {"7A": 900, "8A": 1000, "4C": 400, "7C": 700}
LOW, HIGH = {"code": "1000"}, {"code": "2000"}


@pytest.mark.parametrize(
    ("low", "high", "surgeon", "rule"),
    [
        ({"access_route": "different"}, {}, 63_000, "route_chosen"),
        ({"access_route": "same"}, {}, 45_000, "route_chosen"),
        ({"access_route": "single"}, {}, 90_000, "route_chosen"),
        # Stated for the principal act, it says how the two lie to each other.
        ({}, {"access_route": "different"}, 63_000, "route_of_principal"),
        ({}, {}, 45_000, "route_suggested"),
    ],
)
def test_route_of_the_second_act(
    low: dict[str, Any], high: dict[str, Any], surgeon: int, rule: str
) -> None:
    priced = quoted(agreement(ROWS, portes=PORTES), [LOW | low, HIGH | high], [SURGEON])
    assert totals(priced) == {"1/1": surgeon, "2/1": 100_000}
    assert rule in rules_of(priced.suggestion, "1/1")
    assert findings_of(priced) == (["SUR-NO-ROUTE"] if rule == "route_suggested" else [])


@pytest.mark.parametrize(
    ("low", "high", "expected", "rule"),
    [
        ({"access_route": "same"}, {}, 20_000, "anaesthesia_same"),
        ({"access_route": "different"}, {}, 28_000, "anaesthesia_different"),
        # Two incisions into one cavity: 70 % for the surgeon, 50 % for the anaesthetist (item 5).
        ({"access_route": "different", "anaesthesia_route": "same"}, {}, 20_000, "route_chosen"),
        (
            {"access_route": "same"},
            {"anaesthesia_route": "different"},
            28_000,
            "route_of_principal",
        ),
    ],
)
def test_route_of_the_anaesthetist(
    low: dict[str, Any], high: dict[str, Any], expected: int, rule: str
) -> None:
    priced = quoted(agreement(ROWS, portes=PORTES), [LOW | low, HIGH | high], [ANAESTHETIST])
    assert totals(priced) == {"1/1": expected, "2/1": 70_000}
    assert rule in rules_of(priced.suggestion, "1/1")


def test_two_teams_each_have_a_principal_act_and_one_anaesthetist() -> None:
    acts = [LOW | {"team": "ortopedia"}, HIGH | {"team": "plástica"}]
    team = [SURGEON | {"team": "ortopedia"}, SURGEON | {"team": "plástica"}, ANAESTHETIST]
    priced = quoted(agreement(ROWS, portes=PORTES), acts, team)
    assert totals(priced) == {"1/1": 90_000, "1/3": 28_000, "2/2": 100_000, "2/3": 70_000}
    assert "two_teams" in rules_of(priced.suggestion, "1/1")
    told = rules_of(priced.suggestion, "1/3")
    assert "anaesthesia_other_team" in told
    assert "anaesthesia_all_teams" in told
    assert priced.suggestion.findings == ()


def test_an_anaesthetist_of_one_team_bills_its_acts_only() -> None:
    acts = [LOW | {"team": "a"}, HIGH | {"team": "b"}]
    team = [SURGEON | {"team": "a"}, SURGEON | {"team": "b"}, ANAESTHETIST | {"team": "a"}]
    priced = quoted(agreement(ROWS, portes=PORTES), acts, team)
    assert totals(priced)["1/3"] == 40_000
    assert "2/3" not in totals(priced)


def test_an_anaesthetist_of_a_team_without_acts_is_a_finding() -> None:
    priced = quoted(agreement(ROWS, portes=PORTES), [LOW], [SURGEON, ANAESTHETIST | {"team": "b"}])
    assert totals(priced) == {"1/1": 90_000}
    assert findings_of(priced) == ["SUR-MEMBER-WITHOUT-ACTS"]


def test_acts_and_members_without_each_other_are_findings() -> None:
    acts = [LOW | {"team": "a"}, HIGH | {"team": "b"}]
    team = [SURGEON | {"team": "a"}, {"role": "first_assistant", "team": "c"}, ANAESTHETIST]
    priced = quoted(agreement(ROWS, portes=PORTES), acts, [*team, SURGEON | {"team": "a"}])
    assert findings_of(priced) == [
        "SUR-SAME-ROLE-TWICE",
        "SUR-ACT-WITHOUT-TEAM",
        "SUR-MEMBER-WITHOUT-ACTS",
    ]


@pytest.mark.parametrize(("route", "expected"), [("same", 135_000), ("different", 153_000)])
def test_both_sides(route: str, expected: int) -> None:
    act = {"code": "1000", "laterality": "both", "access_route": route}
    priced = quoted(agreement(ROWS, portes=PORTES), [act], [SURGEON, ANAESTHETIST])
    assert totals(priced) == {"1/1": expected, "1/2": 68_000}
    assert cell(priced, "1/1", "laterality") == "both"
    assert "bilateral" in rules_of(priced.suggestion, "1/1")


def test_a_code_that_is_itself_bilateral() -> None:
    act = {"code": "3000", "laterality": "bilateral"}
    priced = quoted(agreement(ROWS, portes=PORTES), [act], [SURGEON])
    assert totals(priced) == {"1/1": 90_000}
    assert "own_bilateral" in rules_of(priced.suggestion, "1/1")
