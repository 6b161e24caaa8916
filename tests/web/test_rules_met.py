"""No rule of launching is without a scene at the desk, and no finding of it is unseen."""

from __future__ import annotations

from collections import Counter

import pytest

from honorarios.core.findings import Code
from honorarios.launching import codes
from tests.docs.test_traceability import CHECKS, GENERAL, SECTIONS
from tests.web.browser.rules.table import ELSEWHERE, RULES, SCENES

MET = {rule for scene in SCENES for rule in scene.rules}


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_a_scene(rule: str) -> None:
    assert rule in MET


@pytest.mark.parametrize("number", [*CHECKS, *sorted(set(SECTIONS) - GENERAL)])
def test_every_check_and_section_is_in_the_table(number: str) -> None:
    assert any(rule == number or rule.startswith(f"{number} ") for rule in RULES)


def test_a_scene_names_rules_of_the_table() -> None:
    assert MET - set(RULES) == set()
    assert max(Counter(scene.name for scene in SCENES).values()) == 1


def test_every_finding_of_launching_is_seen_or_told_where_it_is_met() -> None:
    declared = {code.name for code in vars(codes).values() if isinstance(code, Code)}
    seen = {code for scene in SCENES for code in scene.meets}
    assert declared - seen - ELSEWHERE.keys() == set()
    assert seen & ELSEWHERE.keys() == set()
    assert ELSEWHERE.keys() <= declared
