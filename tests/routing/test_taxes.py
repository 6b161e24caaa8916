"""Taxes by payer and receiver: the illustration of ``spec: routes 2.5`` and scenario S8, to the centavo."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honorarios.routing.taxes import Month, Payer, Receiver, of_person, tax_of, tax_year
from honorarios.routing.value import Expectation, Terms, value

YEAR = tax_year(date(2026, 11, 22))
assert YEAR is not None
PERSON = Receiver()
COMPANY = Receiver("presumed")
AT_MARGIN = Decimal("0.275")
USED = Receiver(None, Month(contributed=847_555, marginal=AT_MARGIN))
"""The first part of the month already reached the ceiling of INSS."""
BELOW = Receiver(None, Month(marginal=AT_MARGIN))


def net(gross: int, fee: str, receiver: Receiver, payer: Payer, days: int = 0) -> tuple[int, int]:
    """What is received of a gross value that nobody refuses, and its expected value."""
    assert YEAR is not None
    expected = Expectation(Decimal(0), Decimal(0), days, days)
    told = value(gross, expected, Terms(fee=Decimal(fee)), tax_of(YEAR, receiver, payer))
    return told.nominal, told.expected


@pytest.mark.parametrize(
    ("payer", "receiver", "fee", "received"),
    [
        (Payer.OPERATOR, PERSON, "0", 692_978),
        (Payer.PATIENT, PERSON, "0", 692_978),
        (Payer.HOSPITAL, PERSON, "0.08", 690_281),
        (Payer.HOSPITAL, PERSON, "0", 748_281),
        (Payer.COOPERATIVE, PERSON, "0.05", 656_728),
        (Payer.OPERATOR, COMPANY, "0", 866_700),
        (Payer.HOSPITAL, COMPANY, "0.08", 797_364),
        (Payer.COOPERATIVE, COMPANY, "0.05", 823_365),
    ],
)
def test_ten_thousand_reais_in_a_month(
    payer: Payer, receiver: Receiver, fee: str, received: int
) -> None:
    assert net(1_000_000, fee, receiver, payer)[0] == received


def test_s8_tax_turns_the_order_round() -> None:
    cooperative = net(240_000, "0.04", USED, Payer.COOPERATIVE, 60)
    repasse = net(225_000, "0.10", COMPANY, Payer.HOSPITAL, 60)
    assert (cooperative, repasse) == ((167_040, 163_102), (175_507, 171_369))
    accepting = net(240_000, "0.04", COMPANY, Payer.COOPERATIVE, 60)
    assert accepting[1] == 194_980


def test_s8_both_natural_persons_below_the_ceiling() -> None:
    cooperative = net(240_000, "0.04", BELOW, Payer.COOPERATIVE, 60)
    hospital = net(225_000, "0.10", BELOW, Payer.HOSPITAL, 60)
    assert (cooperative, hospital) == ((133_632, 130_482), (130_663, 127_583))


def test_a_charity_withholds_at_the_higher_rate() -> None:
    assert YEAR is not None
    assert of_person(YEAR, Payer.EXEMPT_CHARITY, Month(), 100_000).social == 20_000
    assert of_person(YEAR, Payer.HOSPITAL, Month(), 100_000).social == 11_000


@given(st.integers(0, 3_000_000), st.integers(0, 3_000_000), st.sampled_from(Payer))
def test_more_pay_never_leaves_less(first: int, more: int, payer: Payer) -> None:
    """But for the few centavos by which the rounded table is not quite continuous."""
    assert YEAR is not None
    lesser = first - of_person(YEAR, payer, Month(), first).total
    greater = first + more - of_person(YEAR, payer, Month(), first + more).total
    assert greater >= lesser - 2
