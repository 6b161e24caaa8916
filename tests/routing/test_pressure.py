"""Pressure of deadlines: what is lost near them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honorarios.routing.pressure import USUAL, Pressure, Row, pressed
from honorarios.routing.value import Terms

GUIA = "fee_guide"
REPORT = "surgical_description"


@pytest.mark.parametrize(
    ("days_left", "loss"),
    [(0, "0.70"), (1, "0.35"), (2, "0.35"), (3, "0.15"), (5, "0.15"), (20, "0.01"), (21, "0")],
)
def test_the_closer_the_last_day_the_more_is_lost(days_left: int, loss: str) -> None:
    assert USUAL.loss([REPORT], days_left) == Decimal(loss)


def test_nothing_missing_loses_nothing() -> None:
    assert USUAL.loss([], 0) == 0


def test_either_of_two_documents_may_come_too_late() -> None:
    assert USUAL.loss([REPORT, GUIA], 2) == Decimal("0.5775")


def test_a_document_with_rows_of_its_own_goes_by_them() -> None:
    table = Pressure((*USUAL.rows, Row(5, Decimal("0.9"), REPORT)))
    assert table.loss([REPORT], 5) == Decimal("0.9")
    assert table.loss([REPORT], 6) == 0
    assert table.loss([GUIA], 5) == Decimal("0.15")


@given(st.lists(st.sampled_from([GUIA, REPORT, "senha"]), unique=True), st.integers(0, 40))
def test_a_day_less_or_a_document_more_never_loses_less(missing: list[str], days: int) -> None:
    assert 0 <= USUAL.loss(missing, days + 1) <= USUAL.loss(missing, days) <= 1
    assert USUAL.loss([*missing, "other"], days) >= USUAL.loss(missing, days)


def test_the_pressure_comes_on_top_of_the_routes_own_risk() -> None:
    terms = Terms(loss=Decimal("0.1"))
    assert pressed(terms, [REPORT], 2, USUAL).loss == Decimal("0.415")
    assert pressed(terms, [REPORT], -3, USUAL).loss == Decimal("0.73")


@pytest.mark.parametrize(("missing", "days_left"), [([], 0), ([REPORT], None)])
def test_nothing_missing_or_no_known_day_presses_nothing(
    missing: list[str], days_left: int | None
) -> None:
    terms = Terms(loss=Decimal("0.1"))
    assert pressed(terms, missing, days_left, USUAL) == terms
