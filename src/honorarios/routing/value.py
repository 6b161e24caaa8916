"""What a route is worth: the gross value on its way to the professional's pocket (``spec: routes 5.3``).

A gross value is paid in two tranches: what the payer accepts at first, and what an appeal recovers. From
each the intermediary's fee, the tax and a service are taken, and the rest is brought to today's value.

>>> from decimal import Decimal
>>> hospital = Terms(fee=Decimal("0.08"))
>>> told = value(215_000, Expectation(Decimal("0.12"), Decimal("0.5"), 75, 165), hospital, at_rate("0.1333"))
>>> told.nominal, told.expected
(161147, 156062)
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

MONTH: Final = 30
"""Days that the monthly rate is of."""
USUAL_RATE: Final = Decimal("0.012")
"""Discount of 30 days, where nobody says otherwise (A)."""
NONE: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class Expectation:
    """What is expected to become of what is presented by a route."""

    denied: Decimal
    """Glosa inicial: share of the gross value that is refused at first, from 0 to 1."""
    recovered: Decimal
    """Share of what was refused that an appeal brings back."""
    days: int
    """Days from the presentation to the first payment."""
    appeal_days: int
    """Days from the presentation to what the appeal brings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a route takes of what it pays, and its own risk."""

    fee: Decimal = NONE
    """The intermediary's share of what is paid: hospital's or cooperative's."""
    fee_of_gross: Decimal = NONE
    """The intermediary's share of what is presented, taken once, of the first payment."""
    fixed: int = 0
    """A fixed cost of using the route, in centavos."""
    service: Decimal = NONE
    """Share of what is left after the fee that a service takes: billing, card."""
    loss: Decimal = NONE
    """Probability that nothing is paid at all: a missed deadline, the hospital's or patient's default."""
    rate: Decimal = USUAL_RATE
    """Discount of 30 days."""


@dataclass(frozen=True, slots=True)
class Taxed:
    """What tax takes of a base, in centavos."""

    social: int
    """INSS; none for a legal person."""
    income: int
    """IRPF, or the burden of a legal person's regime."""

    @property
    def total(self) -> int:
        """Both together."""
        return self.social + self.income


Tax: TypeAlias = "Callable[[int], Taxed]"
"""The tax of a base in centavos."""


@dataclass(frozen=True, slots=True)
class Tranche:
    """One payment: every amount in centavos, and their sum adds up."""

    days: int
    paid: int
    fee: int
    tax: Taxed
    service: int
    present: int
    """What is received, at today's value."""

    @property
    def net(self) -> int:
        """What is received on its day."""
        return self.paid - self.fee - self.tax.total - self.service


@dataclass(frozen=True, slots=True)
class Valuation:
    """What an option is worth, with every line of the account."""

    gross: int
    denied: int
    """Refused at first."""
    recovered: int
    """Of that, brought back by the appeal."""
    tranches: tuple[Tranche, Tranche]
    fixed: int
    expected: int
    """VPLE, valor presente líquido esperado, in centavos."""

    @property
    def nominal(self) -> int:
        """What is received in all, whatever the day."""
        return sum(tranche.net for tranche in self.tranches)

    @property
    def fee(self) -> int:
        """What the intermediary keeps."""
        return sum(tranche.fee for tranche in self.tranches)

    @property
    def tax(self) -> int:
        """What tax takes."""
        return sum(tranche.tax.total for tranche in self.tranches)

    @property
    def service(self) -> int:
        """What the service takes."""
        return sum(tranche.service for tranche in self.tranches)

    @property
    def delay(self) -> int:
        """What waiting, the fixed cost and the risk take: expected less nominal."""
        return self.expected - self.nominal

    @property
    def mean_days(self) -> Decimal:
        """Days to the money, weighted by it, with two places."""
        received = self.nominal
        if not received:
            return NONE
        weighted = sum(tranche.net * tranche.days for tranche in self.tranches)
        return (Decimal(weighted) / received).quantize(Decimal("0.01"), ROUND_HALF_UP)


def value(
    gross: int, expected: Expectation, terms: Terms, tax: Tax, later: Tax | None = None
) -> Valuation:
    """The worth of a gross value in centavos by a route.

    ``later`` is the tax of what the appeal brings, where its month is taxed otherwise than the first's.
    """
    accepted = share(gross, 1 - expected.denied)
    denied = gross - accepted
    recovered = share(denied, expected.recovered)
    once = min(accepted, share(gross, terms.fee_of_gross))
    first = _tranche(accepted, expected.days, terms, tax, once)
    second = _tranche(recovered, expected.appeal_days, terms, later or tax)
    present = first.present + second.present - terms.fixed
    worth = share(present, 1 - terms.loss)
    return Valuation(gross, denied, recovered, (first, second), terms.fixed, worth)


def at_rate(rate: str | Decimal) -> Tax:
    """The tax of a legal person: one burden on whatever is left."""
    burden = Decimal(rate)
    return lambda base: Taxed(0, share(base, burden))


def share(amount: int, part: Decimal) -> int:
    """A share of centavos, rounded half up to a centavo.

    >>> share(101, Decimal("0.5")), share(-101, Decimal("0.5"))
    (51, -51)
    """
    return int((amount * part).quantize(Decimal(1), ROUND_HALF_UP))


def present_value(amount: int, days: int, rate: Decimal) -> int:
    """Centavos of a later day at today's value: ``amount / (1 + rate) ** (days / 30)``.

    >>> present_value(150_861, 75, USUAL_RATE)
    146429
    """
    return int((amount / _growth(days, rate)).quantize(Decimal(1), ROUND_HALF_UP))


@lru_cache(maxsize=4096)
def _growth(days: int, rate: Decimal) -> Decimal:
    """What one centavo becomes; a power of decimals costs more than all else here, and days repeat."""
    return (1 + rate) ** (Decimal(days) / MONTH)


def _tranche(paid: int, days: int, terms: Terms, tax: Tax, once: int = 0) -> Tranche:
    fee = min(paid, share(paid, terms.fee) + once)
    base = paid - fee
    taxed, service = tax(base), share(base, terms.service)
    net = base - taxed.total - service
    return Tranche(days, paid, fee, taxed, service, present_value(net, days, terms.rate))
