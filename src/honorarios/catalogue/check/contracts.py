"""Contracts: two for the same lines, plans and factors listed twice, rules that never count."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

from honorarios.catalogue import codes
from honorarios.catalogue.check.periods import common, shown
from honorarios.catalogue.check.terms import table_references
from honorarios.catalogue.check.twice import twice
from honorarios.catalogue.schema import ScheduleKind, Scope
from honorarios.core.money import format_decimal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from honorarios.catalogue.check.subject import Subject
    from honorarios.catalogue.schema import Adjustments, Contract, PriceRule, Terms
    from honorarios.core.findings import Finding, Place

BAND: Final = 20
"""Portes and UCO may be negotiated this many % up or down (CBHPM 1.3)."""


def contracts(subject: Subject) -> Iterator[Finding]:
    """Every contract and its terms."""
    yield from _overlaps(subject)
    for contract, index, terms in subject.terms():
        yield from _Terms(subject, contract, index, terms).findings()


def _overlaps(subject: Subject) -> Iterator[Finding]:
    """Contracts of one weight for the same lines: equal payer, unit, route and scope."""
    alike: dict[tuple[object, ...], list[Contract]] = defaultdict(list)
    for contract in subject.catalogue.contracts.values():
        scope = (contract.plan, contract.provider, contract.specialty)
        alike[contract.payer, contract.billing_unit, contract.route, *scope].append(contract)
    for group in alike.values():
        for first, second in combinations(group, 2):
            shared = [
                days
                for one in first.terms
                for other in second.terms
                if (days := common(one, other))
            ]
            if shared:
                place = subject.place("contracts", second.id)
                told = ", ".join(map(shown, sorted(shared, key=lambda days: days.valid_from)))
                yield codes.CONTRACT_OVERLAP.at(place, other=first.id, days=told)


@dataclass(frozen=True)
class _Terms:
    """One contract's terms under examination."""

    subject: Subject
    contract: Contract
    index: int
    terms: Terms

    def findings(self) -> Iterator[Finding]:
        yield from self._listed_twice()
        yield from self._unreachable_rules()
        yield from self._band()

    def _place(self, *path: str | int) -> Place:
        return self.subject.place("contracts", self.contract.id, "terms", self.index, *path)

    def _listed_twice(self) -> Iterator[Finding]:
        for number in twice(plan.plan for plan in self.terms.plans):
            place = self._place("plans", number, "plan")
            name = self.terms.plans[number].plan
            yield codes.LISTED_TWICE.at(place, kind="O plano", name=name)
        for number in twice(exception.factor for exception in self.terms.touches):
            place = self._place("touches", number, "factor")
            name = self.terms.touches[number].factor
            yield codes.LISTED_TWICE.at(place, kind="O fator", name=name)

    def _unreachable_rules(self) -> Iterator[Finding]:
        always: PriceRule | None = None
        for number, rule in enumerate(self.terms.price_rules):
            if always is not None:
                place = self._place("price_rules", number)
                yield codes.UNREACHABLE_RULE.at(place, name=rule.name, earlier=always.name)
            elif rule.scope == Scope():
                always = rule

    def _band(self) -> Iterator[Finding]:
        """Adjustments of CBHPM tables beyond the band; -100 % is an exclusion, not a discount."""
        schedules = self.subject.catalogue.schedules
        kinds = {
            schedules[table.schedule].kind
            for _, table in table_references(self.terms)
            if table.schedule in schedules
        }
        if ScheduleKind.CBHPM not in kinds:
            return
        for number, rule in enumerate(self.terms.price_rules):
            for name, change in _changes(rule.adjust):
                if abs(change) > BAND and change != -100:
                    place = self._place("price_rules", number, "adjust", name)
                    yield codes.ADJUSTMENT_BAND.at(place, change=format_decimal(change))


def _changes(adjust: Adjustments) -> Iterator[tuple[str, Decimal]]:
    yield "fee", adjust.fee
    yield "operating_cost", adjust.operating_cost
    if adjust.anaesthesia is not None:
        yield "anaesthesia", adjust.anaesthesia
