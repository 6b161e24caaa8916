"""The map of rules has no hole and names nothing that isn't there."""

from __future__ import annotations

import doctest
from collections import Counter
from typing import Final

import pytest

from honorarios.launching.parameters import GeneralParameters
from honorarios.routing.reasons import Rule
from tests.docs import traceability
from tests.docs.reader import ROOT
from tests.docs.traceability import (
    Row,
    is_there,
    named_in,
    names_its_rule,
    on_both_databases,
    sentences,
    tables,
)

SEEDS: Final = ROOT.parent / "shared" / "seeds"
CHECKS: Final = (
    "V1", "V2", "V3", "V4a", "V4b", "V4c", "V5", "V6", "V7", "V8a", "V8b", "V8c",
    "V9", "V10", "V10b", "V11", "V12", "V13", "V14", "V15", "V16",
)  # fmt: skip
SECTIONS: Final = (
    "3.1", "3.2", "3.3", "3.4", "3.4b", "3.5", "3.6", "3.7", "3.8", "3.9",
    "3.10", "3.11", "3.12", "3.13",
)  # fmt: skip
VECTORS: Final = ("T1", "T2", "T3", "T5", "T7", "T8", "T9", "T10", "T12", "T14")
GENERAL: Final = {"3.1"}
"""What is proven everywhere, under other names."""
ELIGIBILITY: Final = (*(f"E{number}" for number in range(1, 21)), "E3b", "E8b")
SHAPES: Final = tuple(f"3{shape}" for shape in "abcdefg")
SCENARIOS: Final = ("S1", "S6", "S8")
OF_ROUTES: Final = (
    "1", "2.1", "2.2", "2.3", "2.4", "2.5", "5.1", "5.2", "5.3", "5.4", "5.4b", "5.6", "5.7",
)  # fmt: skip
FAILS: Final = "tests/routing/test_eligibility.py::test_a_rule_that_fails_says_so_by_its_code"
PASSES: Final = (
    "tests/routing/test_eligibility_at_the_edge.py::test_a_rule_that_just_holds_says_nothing"
)

SAID, DECIDED, SAID_OF_ROUTES, DECIDED_OF_ROUTES = tables()
LAUNCHING: Final = [*SAID, *DECIDED]
ROUTES: Final = [*SAID_OF_ROUTES, *DECIDED_OF_ROUTES]
ROWS: Final = [*LAUNCHING, *ROUTES]
BUILT: Final = [row for row in ROWS if row.reason is None]


def rows_of(rule: str) -> list[Row]:
    return [row for row in LAUNCHING if row.reason is None and row.rule == rule]


@pytest.mark.parametrize(
    ("seed", "said"),
    [
        pytest.param("001_a0f8aa47809006c2.txt", SAID, id="launching"),
        pytest.param("000_8d9e62f69a6804f4.txt", SAID_OF_ROUTES, id="routes"),
    ],
)
def test_every_sentence_is_mapped_once_and_in_order(seed: str, said: list[Row]) -> None:
    text = SEEDS / seed
    if not text.exists():
        pytest.skip("o texto que o mapa acompanha não está ao lado do projeto (../shared/seeds)")
    assert [row.what for row in said] == list(sentences(text.read_text(encoding="utf-8")))


@pytest.mark.parametrize("row", ROWS, ids=[row.what[:60] for row in ROWS])
def test_a_row_has_code_and_tests_or_a_reason(row: Row) -> None:
    if row.reason is None:
        assert row.code
        assert row.tests
    else:
        assert len(row.reason) > 3
        assert not row.code
        assert not row.tests


def test_a_row_names_a_rule_that_there_is() -> None:
    launching = {row.rule for row in LAUNCHING if row.reason is None}
    routes = {row.rule for row in ROUTES if row.reason is None}
    assert launching - {*CHECKS, *SECTIONS, *VECTORS} == set()
    assert routes - {*ELIGIBILITY, *SHAPES, *SCENARIOS, *OF_ROUTES} == set()


@pytest.mark.parametrize("reference", sorted({code for row in BUILT for code in row.code}))
def test_the_code_is_there(reference: str) -> None:
    assert is_there(reference)


@pytest.mark.parametrize(
    "file", sorted({test.partition("::")[0] for r in BUILT for test in r.tests})
)
def test_the_tests_are_there(file: str) -> None:
    named = {
        test.partition("::")[2] for row in BUILT for test in row.tests if test.startswith(file)
    }
    assert named - named_in(file).keys() == set()


@pytest.mark.parametrize("rule", [*CHECKS, *SECTIONS, *VECTORS])
def test_every_rule_has_a_row_and_a_test_by_its_number_on_both_databases(rule: str) -> None:
    named = [test for row in rows_of(rule) for test in row.tests if on_both_databases(test)]
    assert named
    numbers = {rule, "3.14"} if rule in VECTORS else {rule}
    by_number = any(names_its_rule(test, number) for test in named for number in numbers)
    assert by_number or rule in GENERAL


@pytest.mark.parametrize("rule", [*ELIGIBILITY, *SHAPES, *SCENARIOS, *OF_ROUTES])
def test_every_rule_of_routes_has_a_row_and_tests(rule: str) -> None:
    named = {test for row in ROUTES if row.rule == rule for test in row.tests}
    assert named
    if rule in ELIGIBILITY:
        assert {FAILS, PASSES} <= named
    if rule in SCENARIOS:
        assert any(names_its_rule(test, rule) for test in named)


def test_every_rule_of_the_code_is_in_the_map() -> None:
    # A missing fact may be any rule's: it is no rule of its own.
    assert {one.rule for one in Rule if one is not Rule.MISSING_DATA} == set(ELIGIBILITY)


def test_every_general_parameter_is_in_the_map() -> None:
    named = {code.rpartition(".")[2] for row in BUILT for code in row.code}
    assert set(GeneralParameters.model_fields) - named == set()


def test_nothing_is_decided_twice() -> None:
    assert max(Counter(row.what for row in [*DECIDED, *DECIDED_OF_ROUTES]).values()) == 1


def test_the_splitter_does_what_its_examples_say() -> None:
    assert doctest.testmod(traceability).failed == 0


def test_what_is_not_there_is_seen() -> None:
    assert not is_there("honorarios.launching.checks:nothing")
    assert not is_there("honorarios.launching.parameters:GeneralParameters.nothing")
    assert not on_both_databases("tests/launching/test_checks.py::test_v01_cancelled_attendance")
    assert not on_both_databases("tests/services/rules/test_checks.py::test_nothing")
    assert on_both_databases("tests/services/rules/test_checks.py::test_v01_cancelled_attendance")
