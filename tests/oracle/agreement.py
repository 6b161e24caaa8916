"""Section 4 of the law: the contract, date, terms, standard and price rule of a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from honorarios.catalogue.schema import (
    AccommodationSource,
    BillingStandard,
    Catalogue,
    Contract,
    PlanTerms,
    PriceDate,
    PriceRule,
    Scope,
    StandardKind,
    StandardRules,
    Terms,
)
from tests.oracle.codes import category_of, matches_any
from tests.oracle.line import bed_type
from tests.oracle.result import NotPricedError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tests.oracle.line import Line

AnyPeriod = TypeVar("AnyPeriod", Terms, StandardRules)


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was agreed for one line on its price date."""

    contract: Contract
    day: date
    """The price date D."""
    terms: Terms
    standard: BillingStandard
    rules: StandardRules
    plan: PlanTerms | None
    category: str | None
    rule: PriceRule | None
    accommodation: str | None
    """The accommodation in effect; None in no bed."""

    @property
    def iamspe(self) -> bool:
        """Whether the standard has IAMSPE's own calculation."""
        return self.standard.kind is StandardKind.IAMSPE


class Agreements:
    """Finds what was agreed."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._categories: dict[str, str | None] = {}

    def contract(self, line: Line) -> tuple[Contract, date, Terms]:
        """The contract given or found, the price date, and the terms in force on it."""
        if line.contract is not None:
            return self._given(line, line.contract)
        if line.payer is None or line.billing_unit is None or line.route is None:
            raise NotPricedError("missing_contract")
        return self._found(line)

    def _given(self, line: Line, name: str) -> tuple[Contract, date, Terms]:
        contract = self._catalogue.contracts.get(name)
        if contract is None:
            raise NotPricedError("unknown_contract")
        day = price_date(contract, line)
        terms = in_force(contract.terms, day)
        if terms is None:
            raise NotPricedError("contract_not_in_force")
        return contract, day, terms

    def _found(self, line: Line) -> tuple[Contract, date, Terms]:
        wanted = (line.payer, line.billing_unit, line.route)
        best, most = None, -1
        for contract in self._catalogue.contracts.values():
            if (contract.payer, contract.billing_unit, contract.route) != wanted:
                continue
            weight = scope_weight(contract, line)
            if weight is None or weight <= most:
                continue
            day = price_date(contract, line)
            terms = in_force(contract.terms, day)
            if terms is not None:
                best, most = (contract, day, terms), weight
        if best is None:
            raise NotPricedError("no_contract")
        return best

    def agreed(self, line: Line, contract: Contract, day: date, terms: Terms) -> Agreement:
        """All that was agreed for the line under those terms."""
        standard = self._catalogue.standards[terms.standard]
        rules = in_force(standard.rules, day)
        if rules is None:
            raise NotPricedError("no_standard")
        plan = next((plan for plan in terms.plans if plan.plan == line.plan), None)
        category = self._category(line.code)
        return Agreement(
            contract=contract,
            day=day,
            terms=terms,
            standard=standard,
            rules=rules,
            plan=plan,
            category=category,
            rule=first_rule(terms, line, category),
            accommodation=accommodation_in_effect(terms, plan, line),
        )

    def _category(self, code: str) -> str | None:
        if code not in self._categories:
            self._categories[code] = category_of(self._catalogue.manifest.categories, code)
        return self._categories[code]


def price_date(contract: Contract, line: Line) -> date:
    """D: the date of start, or of end or admission where the contract says so and it is known."""
    if contract.price_date is PriceDate.END and line.end is not None:
        return line.end.date()
    if contract.price_date is PriceDate.ADMISSION and line.admission is not None:
        return line.admission
    return line.start.date()


def in_force(periods: Iterable[AnyPeriod], day: date) -> AnyPeriod | None:
    """The period that the day is in; both ends are included."""
    for period in periods:
        if period.valid_from <= day and (period.valid_to is None or day <= period.valid_to):
            return period
    return None


def scope_weight(contract: Contract, line: Line) -> int | None:
    """Provider 4, plan 2, specialty 1; None when something stated is not the line's."""
    weight = 0
    for stated, own, worth in (
        (contract.provider, line.provider, 4),
        (contract.plan, line.plan, 2),
        (contract.specialty, line.specialty, 1),
    ):
        if stated is None:
            continue
        if stated != own:
            return None
        weight += worth
    return weight


def first_rule(terms: Terms, line: Line, category: str | None) -> PriceRule | None:
    """The first price rule whose scope holds."""
    return next((rule for rule in terms.price_rules if holds(rule.scope, line, category)), None)


def holds(scope: Scope, line: Line, category: str | None) -> bool:
    """Whether every stated condition holds."""
    return (
        (not scope.codes or matches_any(scope.codes, line.code))
        and (not scope.categories or category in scope.categories)
        and (not scope.roles or line.role in scope.roles)
        and (not scope.settings or line.setting in scope.settings)
        and (not scope.characters or line.character in scope.characters)
    )


def accommodation_in_effect(terms: Terms, plan: PlanTerms | None, line: Line) -> str | None:
    """The line's, or with PLAN the plan's contracted one, where the line has one at all."""
    if line.accommodation is None:
        return None
    by_plan = terms.accommodation_source is AccommodationSource.PLAN
    if by_plan and plan is not None and plan.accommodation is not None:
        return bed_type(plan.accommodation)
    return line.accommodation
