"""The cases of ``tests/cases``: the engine and the oracle, each alone, price every one of them."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest

from honorarios.pricing.compile import compile_catalogue
from honorarios.pricing.line import price_line
from tests.oracle.oracle import Oracle
from tests.pricing.cases import FILES, Case, case_catalogue, read_cases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from honorarios.pricing.compile import Compiled
    from tests.pricing.cases import Line

ALL = [case for path in FILES for case in read_cases(path)]


@cache
def compiled(name: str) -> Compiled:
    return compile_catalogue(case_catalogue(name))


@cache
def oracle(name: str) -> Oracle:
    return Oracle(case_catalogue(name))


def by_the_engine(case: Case) -> list[Line]:
    return [price_line(line.given, compiled(case.catalogue)) for line in case.lines]


def by_the_oracle(case: Case) -> list[Line]:
    return [oracle(case.catalogue).price(line.given) for line in case.lines]


def told(case: Case, results: Sequence[Line]) -> str:
    """The case with what differs, empty when nothing does."""
    differences = list(case.differences(results))
    return "\n  ".join([f"{case} [{case.source}]", *differences]) if differences else ""


def expect_nothing(differences: str) -> None:
    """Fail with the case and what differs, and nothing else."""
    if differences:
        pytest.fail(differences, pytrace=False)


@pytest.mark.parametrize("case", ALL, ids=str)
def test_the_engine_prices_the_case(case: Case) -> None:
    expect_nothing(told(case, by_the_engine(case)))


@pytest.mark.parametrize("case", ALL, ids=str)
def test_the_oracle_prices_the_case(case: Case) -> None:
    expect_nothing(told(case, by_the_oracle(case)))


def test_a_wrong_figure_is_told_by_case_line_and_column() -> None:
    case = next(case for case in ALL if case.name.startswith("T2."))
    wrong = [{**result, "total_centavos": 1} for result in by_the_engine(case)]
    assert "T2." in told(case, wrong)
    assert "linha 1: total_centavos: esperado 1066.00, calculado R$ 0,01" in told(case, wrong)


def test_every_case_has_a_name_of_its_own_and_expects_something() -> None:
    assert max(Counter(map(str, ALL)).values()) == 1
    lines = [line for case in ALL for line in case.lines]
    assert all(line.expected != {"status": "priced"} for line in lines)
