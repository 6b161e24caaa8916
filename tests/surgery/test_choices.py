"""The user's own choice wins, line by line, and is said as such."""

from __future__ import annotations

from typing import Any

import pytest

from tests.surgery.making import (
    ANAESTHETIST,
    FIRST,
    SURGEON,
    Row,
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
]
PORTES = {"7A": 900, "8A": 1000, "4C": 400, "7C": 700}
ACTS = [{"code": "1000", "access_route": "same"}, {"code": "2000"}]
TEAM = [SURGEON, FIRST, ANAESTHETIST]


@pytest.mark.parametrize(
    ("choice", "changed"),
    [
        ({"act": 1, "role": "anaesthetist", "access_route": "different"}, {"1/3": 28_000}),
        ({"act": 1, "procedure_kind": "principal"}, {"1/1": 90_000, "1/2": 54_000, "1/3": 40_000}),
        ({"role": "first_assistant", "quantity": 2}, {"1/2": 54_000, "2/2": 120_000}),
        ({"act": 1, "role": "surgeon", "laterality": "both"}, {"1/1": 67_500}),
    ],
)
def test_a_choice_changes_the_lines_that_it_means(
    choice: dict[str, Any], changed: dict[str, int]
) -> None:
    compiled = agreement(ROWS, portes=PORTES)
    before = totals(quoted(compiled, ACTS, TEAM))
    priced = quoted(compiled, ACTS, TEAM, choices=[choice])
    assert totals(priced) == before | changed
    for line in priced.lines:
        chosen = [rule for rule in line.suggested.rules if rule.code == "field_chosen"]
        assert bool(chosen) is (line.suggested.line["line_id"] in changed)
        assert all(rule.chosen and rule.source == "escolha do usuário" for rule in chosen)


def test_a_line_can_be_left_out_and_brought_back() -> None:
    compiled = agreement(ROWS, portes=PORTES)
    without = quoted(
        compiled, ACTS, TEAM, choices=[{"act": 2, "role": "anaesthetist", "billed": False}]
    )
    assert "2/3" not in totals(without)
    assert rules_of(without.suggestion, "2/3")[-1] == "not_billed"
    step: list[Row] = [{"code": "1000", "billed": False}, {"code": "2000"}]
    back = quoted(compiled, step, TEAM, choices=[{"act": 1, "role": "surgeon", "billed": True}])
    assert totals(back)["1/1"] == 90_000
    assert "1/2" not in totals(back)


def test_choices_by_provider_hours_and_contract() -> None:
    team = [SURGEON | {"provider": "Ana", "specialty": "cirurgia"}, FIRST | {"provider": "Bia"}]
    choice = {
        "provider": "Bia",
        "start": "2025-03-12 11:00",
        "end": "2025-03-12 12:30",
        "contract": "outro",
    }
    priced = quoted(agreement(ROWS, portes=PORTES), ACTS, team, choices=[choice])
    assert cell(priced, "1/1", "provider") == "Ana"
    assert cell(priced, "1/1", "specialty") == "cirurgia"
    assert str(cell(priced, "1/2", "start")) == "2025-03-12 11:00:00"
    assert totals(priced)["2/2"] is None
    assert [status.code_name for status in priced.sum(member=2).unpriced] == ["unknown_contract"]


def test_a_choice_that_means_no_line_is_a_finding() -> None:
    priced = quoted(agreement(ROWS, portes=PORTES), ACTS, TEAM, choices=[{"act": 3, "rank": 2}])
    assert findings_of(priced) == ["SUR-UNUSED-CHOICE"]
    assert priced.suggestion.findings[0].place.field == "choices.0"
