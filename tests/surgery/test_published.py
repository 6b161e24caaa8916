"""The published examples that are of a whole team (``spec: pricing 7``)."""

from __future__ import annotations

from honorarios.core.vocabulary import Role
from tests.surgery.making import (
    ANAESTHETIST,
    FIRST,
    OLD_ROLES,
    SURGEON,
    agreement,
    porte,
    quoted,
    totals,
)


def test_team_of_four_by_the_scheme_of_2016() -> None:
    compiled = agreement(
        [porte("31003010", "13B", assistants=2, anaesthetic_porte="7")],
        portes={"13B": "4552.02", "10C": "3490.67"},
        rules={"roles": OLD_ROLES},
    )
    team = [SURGEON, FIRST, {"role": "second_assistant"}, ANAESTHETIST]
    priced = quoted(compiled, [{"code": "31003010"}], team)
    assert list(totals(priced).values()) == [455_202, 136_561, 91_040, 349_067]
    # The published total sums before it rounds: 1.365,606 + 910,404 are 2.276,01 either way.
    assert priced.sum().centavos == 1_031_870
    assert priced.suggestion.findings == ()


def test_four_assistants_by_the_scheme_of_2018() -> None:
    compiled = agreement([porte("30912032", "7A", assistants=4)], portes={"7A": "858.03"})
    roles = ["first_assistant", "second_assistant", "third_assistant", "fourth_assistant"]
    priced = quoted(
        compiled, [{"code": "30912032"}], [SURGEON, *({"role": role} for role in roles)]
    )
    assert list(totals(priced).values()) == [85_803, 51_482, 34_321, 25_741, 25_741]


def test_two_acts_by_the_same_route_and_by_different_routes() -> None:
    rows = [porte("30715016", "14A"), porte("30715024", "11B")]
    compiled = agreement(rows, portes={"14A": "5768.81", "11B": "2588.21"})
    for route, expected in (("same", 706_292), ("different", 758_056)):
        acts = [{"code": "30715016"}, {"code": "30715024", "access_route": route}]
        priced = quoted(compiled, acts, [SURGEON])
        # The published sum of 50 % of 2.588,21 rounds the half centavo once: 1.294,105 is 1.294,11.
        assert priced.sum().centavos == expected


def test_anaesthesia_of_two_acts_by_the_same_route() -> None:
    rows = [
        porte("31003079", "8A", anaesthetic_porte="5"),
        porte("31003087", "5A", anaesthetic_porte="2"),
    ]
    portes = {"8A": 900, "5A": 500, "7C": 700, "3C": 300}
    compiled = agreement(rows, portes=portes)
    acts = [{"code": "31003087"}, {"code": "31003079", "access_route": "same"}]
    priced = quoted(compiled, acts, [ANAESTHETIST])
    assert totals(priced) == {"1/1": 15_000, "2/1": 70_000}
    assert priced.sum().centavos == 85_000


def test_anaesthesia_with_an_assistant() -> None:
    compiled = agreement(
        [porte("30904021", "13C", anaesthetic_porte="8")], portes={"13C": 5000, "12A": 1200}
    )
    team = [ANAESTHETIST, {"role": Role.ANAESTHETIST_ASSISTANT.code_name}]
    priced = quoted(compiled, [{"code": "30904021"}], team)
    assert list(totals(priced).values()) == [120_000, 72_000]
    assert priced.suggestion.findings == ()
