"""Tax parameters as dated data, each with its source and how sure it is (``spec: routes 2.5``)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib import resources

import yaml
from pydantic import BaseModel, ConfigDict


class Confidence(StrEnum):
    """How sure a fact is."""

    READ = "read"
    """Read in its source."""
    SURE = "sure"
    """General knowledge."""
    LIKELY = "likely"
    """To be checked by an accountant or a lawyer."""
    UNVERIFIED = "unverified"


class Payer(StrEnum):
    """Who pays a professional, as social security tells them apart."""

    OPERATOR = "operator"
    PATIENT = "patient"
    HOSPITAL = "hospital"
    EXEMPT_CHARITY = "exempt_charity"
    """A hospital with CEBAS, which collects no share of its own."""
    COOPERATIVE = "cooperative"


class Sourced(BaseModel):
    """A fact with its source."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: str
    confidence: Confidence


class SocialRate(Sourced):
    """What social security takes of what a payer pays to a natural person."""

    payer: Payer
    rate: Decimal
    collected_by: str
    """``payer``, at source, or ``professional``."""


class SocialSecurity(Sourced):
    """INSS of the self-employed (contribuinte individual), in reais a month."""

    ceiling: Decimal
    minimum: Decimal
    rates: tuple[SocialRate, ...]

    def of(self, payer: Payer) -> SocialRate:
        """The rate of who pays."""
        return next(rate for rate in self.rates if rate.payer is payer)


class Bracket(BaseModel):
    """A bracket of the monthly income tax, in reais."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    above: Decimal
    rate: Decimal
    deduction: Decimal


class Reducer(Sourced):
    """What is taken off the tax of small incomes, fading as they grow, in reais."""

    full_up_to: Decimal
    most: Decimal
    ends_at: Decimal
    constant: Decimal
    slope: Decimal

    def of(self, income: Decimal) -> Decimal:
        """The reduction of a month's income."""
        if income <= self.full_up_to:
            return self.most
        return max(Decimal(0), self.constant - self.slope * income) * (income <= self.ends_at)


class IncomeTax(Sourced):
    """Monthly table of the income tax of natural persons."""

    brackets: tuple[Bracket, ...]
    reducer: Reducer | None = None

    def of(self, base: Decimal, income: Decimal) -> Decimal:
        """The tax in reais of a month's base; the reducer looks at the income before deductions."""
        bracket = max(
            (one for one in self.brackets if one.above < base or not one.above),
            key=lambda one: one.above,
        )
        tax = max(Decimal(0), base * bracket.rate - bracket.deduction)
        reduction = Decimal(0) if self.reducer is None else self.reducer.of(income)
        return max(Decimal(0), tax - reduction)


class Regime(Sourced):
    """The burden of a legal person's regime, at its margin."""

    code: str
    label: str
    rate: Decimal
    withheld: bool = True
    """Whether payers keep advances of it at source: not of Simples."""


class Withheld(Sourced):
    """What is kept at source as an advance."""

    rate: Decimal
    not_under: Decimal = Decimal(0)
    """Nothing is kept where it would be less, in reais."""


class Withholding(BaseModel):
    """Advances that a payer keeps of what it pays to a legal person."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    income_tax: Withheld
    contributions: Withheld


class TaxYear(BaseModel):
    """The parameters from a day on."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    valid_from: date
    social_security: SocialSecurity
    income_tax: IncomeTax
    regimes: tuple[Regime, ...]
    withholding: Withholding

    def regime(self, code: str) -> Regime:
        """A legal person's regime by its code; KeyError where there is none."""
        for regime in self.regimes:
            if regime.code == code:
                return regime
        raise KeyError(code)


@cache
def tax_years() -> tuple[TaxYear, ...]:
    """Every set of parameters, by the day from which it holds."""
    text = resources.files("honorarios.routing").joinpath("data", "taxes.yaml").read_text("utf-8")
    years = (TaxYear.model_validate(one) for one in yaml.safe_load(text))
    return tuple(sorted(years, key=lambda year: year.valid_from))


def tax_year(day: date) -> TaxYear | None:
    """The parameters in force on a day; None before the first.

    >>> tax_year(date(2026, 11, 22)).social_security.ceiling, tax_year(date(1999, 1, 1))
    (Decimal('8475.55'), None)
    """
    held = [year for year in tax_years() if year.valid_from <= day]
    return held[-1] if held else None
