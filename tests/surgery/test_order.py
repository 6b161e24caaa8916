"""Principal and secondary acts: by porte or by value, by act or by role, as stated or suggested."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from honorarios.core.vocabulary import Role
from tests.surgery.making import (
    ANAESTHETIST,
    FIRST,
    SURGEON,
    agreement,
    brl,
    cell,
    findings_of,
    porte,
    quoted,
    rules_of,
    totals,
)

ROWS = [porte("1000", "7A"), porte("2000", "8A"), porte("3000", "3A")]
PORTES = {"3A": 300, "7A": 900, "8A": 1000}
LOW, HIGH = {"code": "1000", "access_route": "same"}, {"code": "2000", "access_route": "same"}


def test_the_highest_porte_is_principal_wherever_it_is_listed() -> None:
    compiled = agreement(ROWS, portes=PORTES)
    for acts, expected in (([LOW, HIGH], [45_000, 100_000]), ([HIGH, LOW], [100_000, 45_000])):
        priced = quoted(compiled, acts, [SURGEON])
        assert list(totals(priced).values()) == expected
    assert cell(priced, "1/1", "procedure_kind") == "principal"
    assert cell(priced, "2/1", "rank") == 2
    assert rules_of(priced.suggestion, "1/1")[0] == "rank_by_porte"


def test_porte_and_value_can_disagree() -> None:
    rows = [porte("1000", "7A", fee=Decimal("0.5")), porte("2000", "3A", fee=Decimal(2))]
    acts = [LOW, HIGH]
    for by, expected in (("PORTE", [45_000, 30_000]), ("VALUE", [22_500, 60_000])):
        compiled = agreement(rows, portes=PORTES, rules={"ranking": {"by": by}})
        priced = quoted(compiled, acts, [SURGEON])
        assert list(totals(priced).values()) == expected
        assert rules_of(priced.suggestion, "1/1")[0] == f"rank_by_{by.lower()}"


def test_prices_without_porte_are_ranked_by_value() -> None:
    compiled = agreement([brl("1000", "10"), brl("2000", "20")])
    priced = quoted(compiled, [LOW, HIGH], [SURGEON])
    assert list(totals(priced).values()) == [500, 2_000]
    assert rules_of(priced.suggestion, "1/1")[0] == "rank_by_value"


def test_equal_acts_are_ranked_by_code_in_either_order() -> None:
    compiled = agreement([brl("1000", "10"), brl("2000", "10")])
    for acts in ([LOW, HIGH], [HIGH, LOW]):
        priced = quoted(compiled, acts, [SURGEON])
        places = {line.suggested.line["code"]: line.suggested.line["rank"] for line in priced.lines}
        assert places == {"1000": 1, "2000": 2}


def test_one_code_by_two_routes_is_ranked_alike_in_either_order() -> None:
    compiled = agreement(ROWS, portes=PORTES)
    same, different = HIGH, HIGH | {"access_route": "different"}
    by_route = []
    for acts in ([same, different], [different, same]):
        priced = quoted(compiled, acts, [SURGEON])
        by_route.append(
            {str(one.suggested.line["access_route"]): one.centavos for one in priced.lines}
        )
    assert by_route[0] == by_route[1]


def test_the_same_act_twice_is_two_acts() -> None:
    priced = quoted(agreement(ROWS, portes=PORTES), [HIGH, HIGH], [SURGEON])
    assert sorted(totals(priced).values(), key=str) == [100_000, 50_000]


def test_places_follow_the_cascade() -> None:
    compiled = agreement(ROWS, portes=PORTES, rules={"access_routes": {"same": [100, 50, 40]}})
    acts = [LOW, HIGH, {"code": "3000", "access_route": "same"}]
    priced = quoted(compiled, acts, [SURGEON])
    assert list(totals(priced).values()) == [45_000, 100_000, 12_000]


def test_scope_role_ranks_for_each_role_by_its_own_prices() -> None:
    rows = [
        brl("1000", "10"),
        brl("2000", "20"),
        brl("1000", "9", role=Role.FIRST_ASSISTANT),
        brl("2000", "8", role=Role.FIRST_ASSISTANT),
    ]
    for scope, expected in (("ACT", [500, 450, 2000, 800]), ("ROLE", [500, 900, 2000, 400])):
        rules = {"ranking": {"by": "VALUE", "scope": scope}}
        priced = quoted(agreement(rows, rules=rules), [LOW, HIGH], [SURGEON, FIRST])
        assert list(totals(priced).values()) == expected


def test_assistants_take_their_share_of_the_reduced_fee() -> None:
    for base, second in (("REDUCED", 27_000), ("FULL", 54_000)):
        compiled = agreement(ROWS, portes=PORTES, rules={
            "ranking": {"by": "PORTE"}, "assistant_base": base})  # fmt: skip
        priced = quoted(compiled, [LOW, HIGH], [FIRST])
        assert totals(priced) == {"1/1": second, "2/1": 60_000}
        assert f"assistant_{base.lower()}" in rules_of(priced.suggestion, "1/1")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({"procedure_kind": "principal"}, {}, [90_000, 50_000]),
        ({}, {"procedure_kind": "secondary"}, [90_000, 50_000]),
        ({"rank": 1}, {}, [90_000, 50_000]),
        ({}, {"rank": 2}, [90_000, 50_000]),
        ({"rank": 3}, {}, [45_000, 100_000]),
        # The principal act is billed elsewhere.
        ({"procedure_kind": "secondary"}, {"procedure_kind": "secondary"}, [45_000, 50_000]),
    ],
)
def test_what_the_user_states_of_an_act_wins(
    first: dict[str, Any], second: dict[str, Any], expected: list[int]
) -> None:
    priced = quoted(agreement(ROWS, portes=PORTES), [LOW | first, HIGH | second], [SURGEON])
    assert list(totals(priced).values()) == expected
    chosen = [rule for line in priced.lines for rule in line.suggested.rules if rule.chosen]
    assert {rule.code for rule in chosen} - {"route_chosen"} <= {"rank_chosen", "kind_chosen"}
    assert any(rule.code != "route_chosen" for rule in chosen)


def test_two_principal_acts_are_a_finding() -> None:
    principal = {"procedure_kind": "principal"}
    priced = quoted(agreement(ROWS, portes=PORTES), [LOW | principal, HIGH | principal], [SURGEON])
    assert totals(priced) == {"1/1": 90_000, "2/1": 100_000}
    assert findings_of(priced) == ["SUR-TWO-PRINCIPALS"]


def test_the_anaesthetist_has_an_order_of_their_own() -> None:
    rows = [
        porte("1000", "7A", anaesthetic_porte="5"),
        porte("2000", "8A", anaesthetic_porte="2"),
    ]
    compiled = agreement(rows, portes=PORTES | {"7C": 700, "3C": 310})
    acts = [LOW | {"procedure_kind": "secondary"}, HIGH]
    priced = quoted(compiled, acts, [SURGEON, ANAESTHETIST])
    assert totals(priced) == {"1/1": 45_000, "1/2": 70_000, "2/1": 100_000, "2/2": 15_500}
