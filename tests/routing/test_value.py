"""What routes are worth: the worked scenarios of ``spec: routes 5.5``, to the centavo."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honorarios.routing.value import Expectation, Terms, at_rate, value

PRESUMED = at_rate("0.1333")
"""Lucro presumido in Porto Alegre."""


def expects(denied: str, recovered: str, days: int, appeal_days: int) -> Expectation:
    return Expectation(Decimal(denied), Decimal(recovered), days, appeal_days)


@pytest.mark.parametrize(
    ("gross", "expected", "fee", "nets", "nominal", "worth", "days"),
    [
        (180_000, ("0.06", "0.4", 45, 120), "0", (146_646, 3_744), 150_390, 147_615, "46.87"),
        (215_000, ("0.12", "0.5", 75, 165), "0.08", (150_861, 10_286), 161_147, 156_062, "80.74"),
        (200_000, ("0.08", "0.6", 60, 140), "0.05", (151_499, 7_904), 159_403, 155_403, "63.97"),
    ],
)
def test_s1_three_covered_routes(
    gross: int,
    expected: tuple[str, str, int, int],
    fee: str,
    nets: tuple[int, int],
    nominal: int,
    worth: int,
    days: str,
) -> None:
    told = value(gross, expects(*expected), Terms(fee=Decimal(fee)), PRESUMED)
    assert tuple(tranche.net for tranche in told.tranches) == nets
    assert (told.nominal, told.expected, told.mean_days) == (nominal, worth, Decimal(days))


def test_s1_the_repasse_step_by_step() -> None:
    told = value(215_000, expects("0.12", "0.5", 75, 165), Terms(fee=Decimal("0.08")), PRESUMED)
    first, second = told.tranches
    assert (first.paid, first.fee, first.tax.total, first.net) == (189_200, 15_136, 23_203, 150_861)
    assert first.present == 146_429
    assert (told.denied, told.recovered) == (25_800, 12_900)
    assert (second.fee, second.tax.total, second.net, second.present) == (
        1_032,
        1_582,
        10_286,
        9_633,
    )


def test_s6_class_difference_is_added_to_what_the_payer_pays() -> None:
    ward = value(150_000, expects("0.06", "0.4", 45, 120), Terms(), PRESUMED)
    complement = value(150_000, expects("0", "0", 0, 0), Terms(loss=Decimal("0.03")), PRESUMED)
    assert complement.nominal == 130_005
    assert (ward.expected, complement.expected) == (123_013, 126_105)


@given(
    gross=st.integers(0, 10**9),
    denied=st.decimals(0, 1, places=4),
    recovered=st.decimals(0, 1, places=4),
    fee=st.decimals(0, 1, places=4),
    burden=st.decimals(0, 1, places=4),
)
def test_the_account_adds_up(
    gross: int, denied: Decimal, recovered: Decimal, fee: Decimal, burden: Decimal
) -> None:
    told = value(gross, Expectation(denied, recovered, 30, 90), Terms(fee=fee), at_rate(burden))
    lines = gross - told.denied + told.recovered - told.fee - told.tax - told.service
    assert lines == told.nominal
    assert told.nominal + told.delay == told.expected
