"""Contracts as segments: runs of days on which neither terms, standard nor coefficients change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from honorarios.catalogue.check.periods import in_force
from honorarios.catalogue.schema import (
    AccommodationSource,
    Composition,
    FactorName,
    FactorScope,
    PriceDate,
    StandardKind,
    TouchedComponent,
)
from honorarios.core.calendar import day_number
from honorarios.core.money import RoundingMode, scaled
from honorarios.core.validity import ONE_DAY, Dated, Period, as_of
from honorarios.core.vocabulary import BillingRoute
from honorarios.pricing.compile.names import Names
from honorarios.pricing.compile.standards import mask
from honorarios.pricing.records import (
    ANNEX,
    CONTRACT,
    KEYS,
    LAST_DAY,
    NEVER,
    NONE,
    PIECE_KEYS,
    RULE,
    SEGMENT,
    SLOT,
)
from honorarios.pricing.rule.constants import EXCLUSIVE, UNCHANGED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from honorarios.catalogue.schema import (
        Catalogue,
        CoefficientValues,
        Contract,
        PlanTerms,
        PriceRule,
        Terms,
    )
    from honorarios.pricing.compile.coefficients import Periods
    from honorarios.pricing.compile.numbers import Numbers
    from honorarios.pricing.compile.scopes import Scopes
    from honorarios.pricing.compile.standards import Standards
    from honorarios.pricing.compile.tables import Tables

COMPOSITIONS = tuple(Composition)
PRICE_DATES = tuple(PriceDate)
FACTORS = tuple(FactorName)
ALL_FACTORS = (1 << len(FACTORS)) - 1
PROVIDER_WEIGHT, PLAN_WEIGHT, SPECIALTY_WEIGHT = 4, 2, 1


@dataclass(frozen=True)
class Shared:
    """What contracts refer to: the compiled parts they share, and the names of a line's columns."""

    catalogue: Catalogue
    numbers: Numbers
    scopes: Scopes
    periods: Periods
    tables: Tables
    standards: Standards
    calendars: Names
    categories: Names
    accommodations: Names
    payers: Names
    billing_units: Names
    plans: Names
    providers: Names
    specialties: Names


def touched(terms: Terms, component: TouchedComponent) -> int:
    """The factors that touch a component besides the fee, as bits."""
    bits = ALL_FACTORS if terms.factor_scope is FactorScope.TABLE_VALUE else 0
    for exception in terms.touches:
        bit = 1 << FACTORS.index(exception.factor)
        bits = bits | bit if component in exception.components else bits & ~bit
    return bits


def weight(contract: Contract) -> int:
    """How specific a contract's own scope is."""
    return (
        PROVIDER_WEIGHT * (contract.provider is not None)
        + PLAN_WEIGHT * (contract.plan is not None)
        + SPECIALTY_WEIGHT * (contract.specialty is not None)
    )


def cuts(period: Period, parts: Iterable[Dated]) -> list[tuple[date, date | None]]:
    """A period cut wherever one of the parts begins or ends."""
    edges = {period.valid_from}
    for part in parts:
        edges.add(part.valid_from)
        if part.valid_to is not None and part.valid_to < date.max:
            edges.add(part.valid_to + ONE_DAY)
    inside = sorted(edge for edge in edges if edge in period)
    ends = [following - ONE_DAY for _, following in pairwise(inside)]
    return list(zip(inside, [*ends, period.valid_to], strict=True))


class Contracts:
    """Every contract of the catalogue, numbered by id."""

    def __init__(self, shared: Shared) -> None:
        """Compile all contracts; ``names`` are their ids by number."""
        self.names = sorted(shared.catalogue.contracts)
        self.rule_names = Names()
        self._shared = shared
        self._contracts: list[tuple[int, ...]] = []
        self._segments: list[tuple[int, ...]] = []
        self._slots: list[tuple[Any, ...]] = []
        self._rules: list[tuple[int, ...]] = []
        self._annex: list[tuple[int, ...]] = []
        self._keys: list[tuple[int, ...]] = []
        for name in self.names:
            self._add(shared.catalogue.contracts[name])

    def _add(self, contract: Contract) -> None:
        shared, first = self._shared, len(self._segments)
        for terms, period in in_force(contract.terms):
            standard = shared.catalogue.standards[terms.standard]
            sets = [
                shared.catalogue.coefficients[name].values for name in sorted(self._sets(terms))
            ]
            parts = [*standard.rules, *(value for values in sets for value in values)]
            for start, end in cuts(period, parts):
                self._add_segment(contract, terms, start, end)
        shared.payers.add(contract.payer)
        shared.billing_units.add(contract.billing_unit)
        self._contracts.append(
            (
                first,
                self._add_keys([segment[0] for segment in self._segments[first:]]),
                shared.plans.number(contract.plan),
                shared.providers.number(contract.provider),
                shared.specialties.number(contract.specialty),
                PRICE_DATES.index(contract.price_date),
            )
        )

    def _add_keys(self, keys: Sequence[int]) -> int:
        """The first piece of a list of rising numbers; the last piece always has room left."""
        first, pieces = len(self._keys), len(keys) // PIECE_KEYS + 1
        filled = [*keys, *[NEVER] * (pieces * PIECE_KEYS - len(keys))]
        self._keys += [
            tuple(filled[place : place + PIECE_KEYS]) for place in range(0, len(filled), PIECE_KEYS)
        ]
        return first

    @staticmethod
    def _sets(terms: Terms) -> set[str]:
        named = [
            terms.coefficients,
            *(plan.coefficients for plan in terms.plans),
            *(rule.coefficients for rule in terms.price_rules),
        ]
        return {name for name in named if name is not None}

    def _add_segment(self, contract: Contract, terms: Terms, start: date, end: date | None) -> None:
        shared = self._shared
        standard = shared.catalogue.standards[terms.standard]
        in_force = as_of(standard.rules, start)
        iamspe = standard.kind is StandardKind.IAMSPE
        slot = self._add_slots(terms, start)
        rule, annex = len(self._rules), len(self._annex)
        for price_rule in terms.price_rules:
            self._add_rule(price_rule, terms, start)
        for entry in terms.accommodation:
            kind = shared.accommodations.add(entry.type)
            categories = mask(shared.categories.add(name) for name in entry.categories)
            self._annex.append(
                (categories, kind, mask(entry.roles), shared.numbers.factor(entry.factor))
            )
        self._segments.append(
            (
                day_number(start),
                LAST_DAY if end is None else day_number(end),
                day_number(terms.valid_from),
                NONE
                if in_force is None
                else shared.standards.add(standard, standard.rules.index(in_force)),
                slot,
                self._add_keys([own[0] for own in self._slots[slot + 1 :]]),
                rule,
                len(self._rules),
                annex,
                len(self._annex),
                shared.calendars.add(contract.calendar or ""),
                ALL_FACTORS if iamspe else touched(terms, TouchedComponent.OPERATING_COST),
                ALL_FACTORS if iamspe else touched(terms, TouchedComponent.FILM),
                terms.rounding.as_mode is RoundingMode.DOWN,
                terms.rounding.as_point,
                COMPOSITIONS.index(terms.composition),
                terms.accommodation_source is AccommodationSource.PLAN,
            )
        )

    def _values(self, set_id: str | None, day: date) -> CoefficientValues | None:
        if set_id is None:
            return None
        return as_of(self._shared.catalogue.coefficients[set_id].values, day)

    def _add_slots(self, terms: Terms, day: date) -> int:
        """The slot of lines without a plan; one per plan follows it, in rising order of plan."""
        shared, first = self._shared, len(self._slots)
        period = shared.periods.add(self._values(terms.coefficients, day))
        level_3, level_4 = (
            shared.tables.add(terms.special_table),
            shared.tables.add(terms.procedure_table),
        )
        self._slots.append((NONE, (NONE, NONE, level_3, level_4), period, period, NONE))
        plans = [(shared.plans.add(plan.plan), plan) for plan in terms.plans]
        for number, plan in sorted(plans, key=lambda pair: pair[0]):
            own_3, own_4 = (NONE, EXCLUSIVE) if excludes(terms, plan) else (level_3, level_4)
            self._slots.append(
                (
                    number,
                    (
                        shared.tables.add(plan.special_table),
                        shared.tables.add(plan.procedure_table),
                        own_3,
                        own_4,
                    ),
                    shared.periods.add(self._values(plan.coefficients or terms.coefficients, day)),
                    period,
                    shared.accommodations.number(plan.accommodation),
                )
            )
        return first

    def _add_rule(self, rule: PriceRule, terms: Terms, day: date) -> None:
        shared, scope, adjust = self._shared, rule.scope, rule.adjust
        if rule.coefficients is not None or rule.values:
            values = self._values(rule.coefficients or terms.coefficients, day)
            period = shared.periods.add(values, rule.values)
        else:
            period = UNCHANGED
        mantissa, scale = (NONE, 0) if rule.fixed is None else scaled(rule.fixed)
        anaesthesia = (
            NONE if adjust.anaesthesia is None else shared.numbers.adjustment(adjust.anaesthesia)
        )
        self._rules.append(
            (
                mask(shared.categories.add(name) for name in scope.categories),
                mantissa,
                shared.scopes.add(scope.codes),
                mask(scope.roles),
                shared.tables.add(rule.table),
                period,
                self.rule_names.add(rule.name),
                shared.numbers.adjustment(adjust.fee),
                shared.numbers.adjustment(adjust.operating_cost),
                shared.numbers.adjustment(adjust.film),
                anaesthesia,
                scale,
                mask(scope.settings),
                mask(scope.characters),
                rule.excluded,
            )
        )

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """The arrays of the contracts, by their name in :class:`~honorarios.pricing.records.Arrays`."""
        groups, ends, candidates = self._candidates()
        return {
            "contracts": np.array(self._contracts, dtype=CONTRACT),
            "contract_groups": groups,
            "candidate_ends": ends,
            "candidates": candidates,
            "segments": np.array(self._segments, dtype=SEGMENT),
            "keys": np.array(self._keys, dtype=np.int32).reshape(-1).view(KEYS),
            "slots": np.array(self._slots, dtype=SLOT),
            "rules": np.array(self._rules, dtype=RULE),
            "annex": np.array(self._annex, dtype=ANNEX),
        }

    def _candidates(self) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]:
        """Contracts by payer, billing unit and route, the most specific first."""
        shared = self._shared
        members: dict[tuple[int, int, int], list[int]] = {}
        heaviest = sorted(
            range(len(self.names)), key=lambda number: -weight(self._contract(number))
        )
        for number in heaviest:
            contract = self._contract(number)
            key = (
                shared.payers.add(contract.payer),
                shared.billing_units.add(contract.billing_unit),
                int(contract.route),
            )
            members.setdefault(key, []).append(number)
        groups = np.full(
            (len(shared.payers), len(shared.billing_units), len(BillingRoute)), NONE, dtype=np.int32
        )
        for group, key in enumerate(members):
            groups[key] = group
        ends = np.cumsum([len(group) for group in members.values()], dtype=np.int32)
        return (
            groups,
            ends,
            np.array([one for group in members.values() for one in group], dtype=np.int32),
        )

    def _contract(self, number: int) -> Contract:
        return self._shared.catalogue.contracts[self.names[number]]


def excludes(terms: Terms, plan: PlanTerms) -> bool:
    """Whether a plan's lines never fall through to the contract's tables."""
    return terms.plan_tables_exclusive and bool(plan.special_table or plan.procedure_table)
