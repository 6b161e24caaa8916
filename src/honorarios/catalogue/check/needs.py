"""Units that prices need and coefficient sets lack, contract by contract and day by day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

import numpy as np

from honorarios.catalogue import codes
from honorarios.catalogue.check.arrays import day_of
from honorarios.catalogue.check.periods import common, in_force, shown
from honorarios.catalogue.check.tables import ANAESTHESIA, Chosen, Need, Tables
from honorarios.catalogue.check.units import BRL, plain_values
from honorarios.catalogue.schema import AnaesthesiaBase, Scope, StandardKind
from honorarios.core.validity import Period

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from numpy.typing import NDArray

    from honorarios.catalogue.check.subject import Subject
    from honorarios.catalogue.check.terms import Path
    from honorarios.catalogue.schema import (
        CoefficientValues,
        Contract,
        PriceRule,
        SpecialValue,
        TableReference,
        Terms,
    )
    from honorarios.core.findings import Finding, Place


LETTERS: Final = "ABCDEFGHIJKLMNOP"
"""Anaesthetic portes by letter, as some cooperatives name them."""


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


Rows: TypeAlias = "NDArray[np.int64]"
UNITS_TOLD: Final = 5
"""Units that one finding names."""
Units: TypeAlias = Mapping[str, Sequence[Need]]
"""What asks for each unit."""


@dataclass
class _Checker:
    subject: Subject
    tables: Tables
    told: dict[tuple[str, date], set[str]] = field(default_factory=dict)
    """Units lacking in each period of each set: told once, whatever contracts use the set."""
    chosen: dict[tuple[object, ...], Chosen] = field(default_factory=dict)
    """The rows of each table under each scope: contracts share most of them."""

    def terms(self, contract: Contract, index: int, terms: Terms) -> Iterator[Finding]:
        anaesthesia = self._anaesthesia(terms)
        for use in _uses(terms):
            place = self.subject.place("contracts", contract.id, "terms", index, *use.path)
            for edition, days in self._editions(use.table, terms):
                for values, period in self._values(use.coefficients, days):
                    chosen = self._chosen(use, edition, period)
                    if chosen is None:
                        continue
                    units = _units(chosen.needs, anaesthesia)
                    if values is None:
                        yield from _without_set(use, chosen, units, place)
                    else:
                        yield from self._without_value(use, chosen, values, period, units)

    def _editions(self, table: TableReference, terms: Terms) -> Iterator[tuple[str, Period]]:
        schedule = self.subject.catalogue.schedules.get(table.schedule)
        if schedule is None:
            return
        if table.edition != "current":
            yield table.edition, Period(terms.valid_from, terms.valid_to)
            return
        for edition, days in in_force(schedule.editions):
            if shared := common(days, terms):
                yield edition.id, shared

    def _values(
        self, name: str | None, days: Period
    ) -> Iterator[tuple[CoefficientValues | None, Period]]:
        """Each period of the set; days without any are told with the validities."""
        if name is None:
            yield None, days
            return
        one = self.subject.catalogue.coefficients.get(name)
        for values, period in in_force(one.values) if one else ():
            if shared := common(period, days):
                yield values, shared

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
            for letter in LETTERS:
                units.setdefault(letter, set()).add(f"AN_{letter}")
        return units

    def _chosen(self, use: Use, edition: str, days: Period) -> Chosen | None:
        table = self.tables.table(use.table.schedule, edition)
        if table is None:
            return None
        key = (use.table.schedule, edition, use.scope, use.taken, days if table.dated else None)
        if key not in self.chosen:
            names = [category.id for category in self.subject.catalogue.manifest.categories]
            rows = table.scoped(use.scope, names)
            for scope in use.taken:
                rows &= ~table.scoped(scope, names)
            rows &= table.in_force(day_of(days.valid_from), day_of(days.valid_to))
            self.chosen[key] = Chosen(table, rows)
        return self.chosen[key]

    def _without_value(
        self, use: Use, chosen: Chosen, values: CoefficientValues, days: Period, units: Units
    ) -> Iterator[Finding]:
        name = str(use.coefficients)
        told = self.told.setdefault((name, values.valid_from), set())
        untold = {unit: asked for unit, asked in units.items() if unit not in told}
        for unit, rows in _lacking(use, chosen, values, untold):
            told.add(unit)
            periods = self.subject.catalogue.coefficients[name].values
            place = self.subject.place("coefficients", name, "values", periods.index(values))
            details = _told(use, chosen, rows)
            yield codes.MISSING_COEFFICIENT.at(
                place, unit=unit, days=shown(days), set=name, **details
            )


def _without_set(use: Use, chosen: Chosen, units: Units, place: Place) -> Iterator[Finding]:
    lacking = dict(_lacking(use, chosen, None, units))
    if not lacking:
        return
    rows = np.unique(np.concatenate([*lacking.values()]))
    named = [*lacking][:UNITS_TOLD]
    more = f" e mais {len(lacking) - UNITS_TOLD}" if len(lacking) > UNITS_TOLD else ""
    told = _told(use, chosen, rows)
    yield codes.NO_COEFFICIENTS.at(place, units=", ".join(named) + more, **told)


def _told(use: Use, chosen: Chosen, rows: Rows) -> dict[str, object]:
    """How findings tell of rows: how many, in which table, the first code."""
    code = str(chosen.table.codes[rows[0]])
    return {"rows": len(rows), "table": use.table.schedule, "code": code}


def _lacking(
    use: Use, chosen: Chosen, values: CoefficientValues | None, units: Units
) -> Iterator[tuple[str, Rows]]:
    """The units that neither the values nor the price rule give, each with the rows that ask."""
    plain = {BRL, *use.agreed, *(plain_values(values) if values else ())}
    special = values.special if values else ()
    for unit, asked in units.items():
        if unit in plain:
            continue
        rows = _without(chosen, asked, [one for one in special if one.unit == unit])
        if len(rows):
            yield unit, rows


def _units(needs: Sequence[Need], anaesthesia: Mapping[str, set[str]]) -> Units:
    """The units that needs come to, those of anaesthetic portes through the standard."""
    units: dict[str, list[Need]] = {}
    for need in needs:
        if need.unit.startswith(ANAESTHESIA):
            for unit in anaesthesia.get(need.unit.removeprefix(ANAESTHESIA), ()):
                units.setdefault(unit, []).append(need)
        else:
            units.setdefault(need.unit, []).append(need)
    return units


def _without(chosen: Chosen, asked: Sequence[Need], special: Sequence[SpecialValue]) -> Rows:
    """The rows that ask for a unit and have none of its special values.

    One whose specialty, accommodation or setting depends on the line counts as a value: it is there
    for the lines that were meant.
    """
    found: list[Rows] = []
    for need in asked:
        fitting = [one for one in special if one.group in {None, need.group}]
        if any(one.code is None for one in fitting):
            continue
        rows = chosen.asking(need)
        of_codes = [str(one.code) for one in fitting]
        found.append(rows[~np.isin(chosen.table.codes[rows], of_codes)] if fitting else rows)
    return np.unique(np.concatenate(found)) if found else np.empty(0, np.int64)
