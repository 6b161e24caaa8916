"""What a natural person pays: INSS by who pays, and the income tax of the month (``spec: routes 2.5``).

>>> from datetime import date
>>> from honorarios.routing.taxes.parameters import Payer, tax_year
>>> taxed = of_person(tax_year(date(2026, 11, 22)), Payer.OPERATOR, Month(), 1_000_000)
>>> taxed.social, taxed.income
(169511, 137511)
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from honorarios.routing.value import Taxed, share

if TYPE_CHECKING:
    from datetime import date

    from honorarios.routing.taxes.parameters import Payer, TaxYear


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """What a person's month already has, in centavos, apart from the fee that is looked at."""

    contributed: int = 0
    """Base on which INSS was already paid; the ceiling is shared with it."""
    income: int = 0
    """Other income of the month, after INSS."""
    base_month: date | None = None
    """A day of the month that :attr:`contributed` is of; None: it is so in every month."""
    marginal: Decimal | None = None
    """Rate of the income tax on one more real; None: by the month's table."""

    def of(self, day: date) -> Month:
        """What the month of a payment has, if it is paid on a day.

        >>> from datetime import date
        >>> november = Month(contributed=500_00, base_month=date(2026, 11, 1))
        >>> november.of(date(2026, 11, 30)).contributed, november.of(date(2026, 12, 1)).contributed
        (50000, 0)
        """
        base = self.base_month
        if base is None or (base.year, base.month) == (day.year, day.month):
            return self
        return replace(self, contributed=0, base_month=None)


def of_person(year: TaxYear, payer: Payer, month: Month, base: int) -> Taxed:
    """The tax of a base in centavos that a payer pays to a person."""
    social = _social(year, payer, month, base)
    left = base - social
    if month.marginal is not None:
        return Taxed(social, share(left, month.marginal))
    before = _income_tax(year, month.income, month.income)
    after = _income_tax(year, month.income + left, month.income + base)
    return Taxed(social, after - before)


def _social(year: TaxYear, payer: Payer, month: Month, base: int) -> int:
    """Up to the ceiling: of the base, and so of the contribution."""
    room = max(0, _centavos(year.social_security.ceiling) - month.contributed)
    return share(min(base, room), year.social_security.of(payer).rate)


def _income_tax(year: TaxYear, base: int, income: int) -> int:
    return _centavos(year.income_tax.of(Decimal(base) / 100, Decimal(income) / 100))


def _centavos(reais: Decimal) -> int:
    return int((reais * 100).quantize(Decimal(1), ROUND_HALF_UP))
