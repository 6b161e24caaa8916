"""The documents behind a line: contract, terms, standard and price rule in force on its price date.

The engine chooses them by number from compiled arrays; here they are found again in the catalogue's
own documents, for everything that is told about a line (*How a value comes to be*, section 4).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from honorarios.catalogue.schema import (
    AccommodationSource,
    AnaesthesiaBase,
    AssistantComponents,
    FactorScope,
    PriceDate,
    StandardKind,
)
from honorarios.core.calendar import day_of
from honorarios.core.validity import as_of
from honorarios.core.vocabulary import accommodation_type

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from honorarios.catalogue.schema import (
        BillingStandard,
        Catalogue,
        Category,
        Contract,
        PlanTerms,
        PriceRule,
        Scope,
        StandardRules,
        Terms,
    )
    from honorarios.catalogue.schema.base import Dated
    from honorarios.pricing.facts import Facts

    InForce = TypeVar("InForce", bound=Dated)

DAY_SECONDS: Final = 86_400
EVERY_COMPONENT: Final = {"factor_scope": FactorScope.TABLE_VALUE, "touches": ()}
"""IAMSPE's own calculation: its role percentage touches the whole value, whatever the terms say."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was agreed for one line on its price date."""

    contract: Contract
    day: date
    """The price date."""
    terms: Terms
    standard: BillingStandard
    rules: StandardRules | None
    """The standard's rules in force; None when there are none on the date."""
    plan: PlanTerms | None
    """What the terms say of the line's plan, if anything."""
    rule: PriceRule | None
    """The price rule that holds for the line."""
    accommodation: str | None
    """The type of accommodation in effect; None in no bed."""

    def in_bed(self, word: str | None) -> bool:
        """Whether what is for an accommodation, or for all, is for the line's."""
        return word is None or accommodation_type(word) == self.accommodation

    def beds(self, facts: Facts, categories: Sequence[Category]) -> tuple[str, ...]:
        """The accommodations that the annex Acomodação has for the line's role and category."""
        category = category_of(categories, facts.code)
        fit = (
            row.type
            for row in self.terms.accommodation
            if (not row.roles or facts.role in row.roles)
            and (not row.categories or category in row.categories)
        )
        return tuple(dict.fromkeys(fit))

    @property
    def iamspe(self) -> bool:
        """Whether only the role counts (IAMSPE's own calculation)."""
        return self.standard.kind is StandardKind.IAMSPE


def agreed_for(facts: Facts, contract_id: str, catalogue: Catalogue) -> Agreed:
    """What was agreed for a line under a contract.

    Raises:
        LookupError: if the catalogue has no such contract, or no terms of it on the date.
    """
    contract = catalogue.contracts[contract_id]
    day = price_date(contract, facts)
    terms = as_of(contract.terms, day)
    if terms is None:
        raise LookupError(contract_id)
    standard = catalogue.standards[terms.standard]
    rules = as_of(standard.rules, day)
    if standard.kind is StandardKind.IAMSPE:
        terms = terms.model_copy(update=EVERY_COMPONENT)
        rules = rules and rules.model_copy(
            update={
                "assistant_components": AssistantComponents.ALL,
                "anaesthesia": rules.anaesthesia.model_copy(update={"base": AnaesthesiaBase.TABLE}),
            }
        )
    plan = next((plan for plan in terms.plans if plan.plan == facts.plan), None)
    categories = catalogue.manifest.categories
    return Agreed(
        contract=contract,
        day=day,
        terms=terms,
        standard=standard,
        rules=rules,
        plan=plan,
        rule=next((one for one in terms.price_rules if holds(one.scope, facts, categories)), None),
        accommodation=accommodation_in_effect(terms, plan, facts),
    )


def price_date(contract: Contract, facts: Facts) -> date:
    """The date that chooses terms, prices and coefficients."""
    if contract.price_date is PriceDate.ADMISSION and facts.admission is not None:
        return day_of(facts.admission)
    moment = facts.start
    if contract.price_date is PriceDate.END and facts.end is not None:
        moment = facts.end
    return day_of(moment // DAY_SECONDS)


def accommodation_in_effect(terms: Terms, plan: PlanTerms | None, facts: Facts) -> str | None:
    """The line's accommodation, or the plan's where the contract says so; None in no bed."""
    by_plan = terms.accommodation_source is AccommodationSource.PLAN
    if facts.accommodation is None or not by_plan or plan is None:
        return facts.accommodation
    return accommodation_type(plan.accommodation) if plan.accommodation else facts.accommodation


def holds(scope: Scope, facts: Facts, categories: Sequence[Category]) -> bool:
    """Whether every stated condition of a price rule holds for the line."""
    return (
        (not scope.roles or facts.role in scope.roles)
        and (not scope.settings or facts.setting in scope.settings)
        and (not scope.characters or facts.character in scope.characters)
        and (not scope.categories or category_of(categories, facts.code) in scope.categories)
        and in_codes(scope.codes, facts.code)
    )


def in_codes(patterns: Sequence[str], code: str) -> bool:
    """Whether a code is in one of the patterns; no pattern is the scope of every code."""
    return not patterns or any(matches(pattern, code) for pattern in patterns)


def matches(pattern: str, code: str) -> bool:
    """Whether a code is in a pattern: its beginning, or a range of codes of as many digits.

    >>> matches("3100", "31003079"), matches("40101-40103", "40102"), matches("40-41", "4010")
    (True, True, False)
    """
    low, dash, high = pattern.partition("-")
    if dash:
        return len(code) == len(low) and low <= code <= high
    return code.startswith(low)


def category_of(categories: Sequence[Category], code: str) -> str | None:
    """The category of a code: the pattern with most digits wins, then the manifest's order."""
    best, most = None, 0
    for category in categories:
        for pattern in category.codes:
            digits = len(pattern.partition("-")[0])
            if digits > most and matches(pattern, code):
                best, most = category.id, digits
    return best
