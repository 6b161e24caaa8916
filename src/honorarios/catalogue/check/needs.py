"""Units that prices need and coefficient sets lack, contract by contract and day by day."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from honorarios.catalogue import codes
from honorarios.catalogue.check.arrays import day_of
from honorarios.catalogue.check.periods import common, in_force, shown
from honorarios.catalogue.check.tables import ANAESTHESIA, Need, Table, Tables
from honorarios.catalogue.check.units import BRL, plain_values
from honorarios.catalogue.schema import AnaesthesiaBase, Scope, StandardKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from honorarios.catalogue.check.subject import Subject
    from honorarios.catalogue.check.terms import Path
    from honorarios.catalogue.schema import (
        CoefficientValues,
        Contract,
        PriceRule,
        TableReference,
        Terms,
    )
    from honorarios.core.findings import Finding, Place
    from honorarios.core.validity import Period


class Use(NamedTuple):
    """Some rows of a table, valued by a set: one look-up level under one price rule."""

    table: TableReference
    coefficients: str | None
    agreed: frozenset[str]
    """Units that the price rule itself gives a value."""
    scope: Scope
    """Rows that may reach this use…"""
    taken: tuple[Scope, ...]
    """…and rows that an earlier price rule has surely taken."""
    path: Path


def needs(subject: Subject) -> Iterator[Finding]:
    """Every unit that some row of a contract's tables needs and its coefficients lack."""
    checker = _Checker(subject, Tables(subject.catalogue))
    for contract, index, terms in subject.terms():
        yield from checker.terms(contract, index, terms)


def _uses(terms: Terms) -> Iterator[Use]:
    """Every way in which the terms price rows: each table, under each price rule and under none."""
    rules = terms.price_rules
    for field_name in ("special_table", "procedure_table"):
        for number, plan in enumerate(terms.plans):
            table = getattr(plan, field_name)
            if table:
                path: Path = ("plans", number, field_name)
                coefficients = plan.coefficients or terms.coefficients
                yield from _under_rules(table, coefficients, rules, path, replaced=False)
        table = getattr(terms, field_name)
        if table:
            replaced = field_name == "procedure_table"
            path = (field_name,)
            yield from _under_rules(table, terms.coefficients, rules, path, replaced=replaced)
    for number, rule in enumerate(rules):
        if rule.table and rule.fixed is None:
            path = ("price_rules", number, "table")
            yield _under(rule.table, terms.coefficients, rules, number, path)


def _under_rules(
    table: TableReference,
    coefficients: str | None,
    rules: Sequence[PriceRule],
    path: Path,
    *,
    replaced: bool,
) -> Iterator[Use]:
    for number, rule in enumerate(rules):
        if rule.excluded or rule.fixed is not None or (replaced and rule.table):
            continue
        yield _under(table, coefficients, rules, number, path)
    taken = tuple(rule.scope for rule in rules if _is_certain(rule.scope))
    yield Use(table, coefficients, frozenset(), Scope(), taken, path)


def _under(
    table: TableReference,
    coefficients: str | None,
    rules: Sequence[PriceRule],
    number: int,
    path: Path,
) -> Use:
    rule = rules[number]
    taken = tuple(earlier.scope for earlier in rules[:number] if _is_certain(earlier.scope))
    chosen = rule.coefficients or coefficients
    return Use(table, chosen, frozenset(rule.values), rule.scope, taken, path)


def _is_certain(scope: Scope) -> bool:
    """Whether the code alone decides; other conditions depend on the line."""
    return not (scope.roles or scope.settings or scope.characters)


@dataclass
class _Checker:
    subject: Subject
    tables: Tables
    told: set[tuple[object, ...]] = field(default_factory=set)
    """What was found once is not found again for the next contract that uses the set."""
    rows: dict[tuple[object, ...], NDArray[np.bool_]] = field(default_factory=dict)
    """The rows of each table under each scope."""

    def terms(self, contract: Contract, index: int, terms: Terms) -> Iterator[Finding]:
        anaesthesia = self._anaesthesia(terms)
        for use in _uses(terms):
            for edition, days in self._editions(use.table, terms):
                table = self.tables.table(use.table.schedule, edition)
                if table is None:
                    continue
                rows = self._rows(use, edition, table)
                place = self.subject.place("contracts", contract.id, "terms", index, *use.path)
                found = _Found(use, table, rows, anaesthesia, place)
                yield from self._values(found, days)

    def _editions(self, table: TableReference, terms: Terms) -> Iterator[tuple[str, Period]]:
        schedule = self.subject.catalogue.schedules.get(table.schedule)
        if schedule is None:
            return
        if table.edition != "current":
            if days := common(terms, terms):
                yield table.edition, days
            return
        for edition, days in in_force(schedule.editions):
            if shared := common(days, terms):
                yield edition.id, shared

    def _anaesthesia(self, terms: Terms) -> dict[str, set[str]]:
        """The units of each anaesthetic porte under the standard; none where the fee is paid."""
        standard = self.subject.catalogue.standards.get(terms.standard)
        units: dict[str, set[str]] = {}
        if standard is None or standard.kind is StandardKind.IAMSPE:
            return units
        for rules in standard.rules:
            if rules.anaesthesia.base is AnaesthesiaBase.TABLE or not common(rules, terms):
                continue
            for porte, unit in rules.anaesthesia.portes.items():
                units.setdefault(porte, set()).add(unit)
            for letter in "ABCDEFGHIJKLMNOP":
                units.setdefault(letter, set()).add(f"AN_{letter}")
        return units

    def _rows(self, use: Use, edition: str, table: Table) -> NDArray[np.bool_]:
        key = (use.table.schedule, edition, use.scope, use.taken)
        if key not in self.rows:
            names = [category.id for category in self.subject.catalogue.manifest.categories]
            rows = table.scoped(use.scope, names)
            for scope in use.taken:
                rows &= ~table.scoped(scope, names)
            self.rows[key] = rows
        return self.rows[key]

    def _values(self, found: _Found, days: Period) -> Iterator[Finding]:
        """Compare with each period of the set; days without any are told with the validities."""
        name = found.use.coefficients
        if name is None:
            for unit, rows in found.lacking(None, days).items():
                yield codes.NO_COEFFICIENTS.at(found.place, unit=unit, **found.told(rows))
            return
        one = self.subject.catalogue.coefficients.get(name)
        for values, period in in_force(one.values) if one else ():
            shared = common(period, days)
            if shared is None:
                continue
            for unit, rows in found.lacking(values, shared).items():
                key = (name, values.valid_from, unit)
                if key in self.told:
                    continue
                self.told.add(key)
                index = one.values.index(values) if one else 0
                place = self.subject.place("coefficients", name, "values", index)
                details = {"unit": unit, "days": shown(shared), "set": name, **found.told(rows)}
                yield codes.MISSING_COEFFICIENT.at(place, **details)


@dataclass
class _Found:
    """The rows of one use, and what they lack."""

    use: Use
    table: Table
    rows: NDArray[np.bool_]
    anaesthesia: dict[str, set[str]]
    place: Place

    def told(self, rows: NDArray[np.int64]) -> dict[str, object]:
        """How findings tell of rows: how many, in which table, the first code."""
        return {
            "rows": len(rows),
            "table": self.use.table.schedule,
            "code": str(self.table.codes[rows[0]]),
        }

    def lacking(
        self, values: CoefficientValues | None, days: Period
    ) -> dict[str, NDArray[np.int64]]:
        """The rows that need each unit that no value covers in a period."""
        active = self.rows & self.table.in_force(day_of(days.valid_from), day_of(days.valid_to))
        covered = _Covered(values, self.use.agreed)
        found: dict[str, list[NDArray[np.int64]]] = {}
        for needed in self.table.needed:
            chosen = needed[active]
            for number in np.flatnonzero(np.bincount(chosen[chosen >= 0])):
                need = self.table.needs[number]
                for unit in self._units(need):
                    if covered.always(unit, need.group):
                        continue
                    rows = np.flatnonzero(active & (needed == number))
                    lacking = covered.without(unit, need.group, rows, self.table.codes)
                    if len(lacking):
                        found.setdefault(unit, []).append(lacking)
        return {unit: np.unique(np.concatenate(rows)) for unit, rows in found.items()}

    def _units(self, need: Need) -> Sequence[str]:
        if need.unit.startswith(ANAESTHESIA):
            return sorted(self.anaesthesia.get(need.unit.removeprefix(ANAESTHESIA), ()))
        return () if need.unit == BRL else (need.unit,)


class _Covered:
    """What a period's values and a rule's agreed units cover.

    A special value whose specialty, accommodation or setting depends on the line counts as one: it
    is there for the lines that were meant.
    """

    def __init__(self, values: CoefficientValues | None, agreed: frozenset[str]) -> None:
        self._plain = {*agreed, *(plain_values(values) if values else ())}
        self._special = values.special if values else ()

    def always(self, unit: str, group: str | None) -> bool:
        """Whether every row of the group has a value of the unit."""
        return unit in self._plain or any(
            value.unit == unit and value.code is None and value.group in {None, group}
            for value in self._special
        )

    def without(
        self,
        unit: str,
        group: str | None,
        rows: NDArray[np.int64],
        row_codes: NDArray[np.str_],
    ) -> NDArray[np.int64]:
        """The rows of a group for whose code there is no value either."""
        known = [
            value.code
            for value in self._special
            if value.unit == unit and value.code and value.group in {None, group}
        ]
        return rows[~np.isin(row_codes[rows], known)] if known else rows
