"""The components of a line, retold: each quantity, its unit, and what the unit was worth.

*How a value comes to be*, section 5.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from honorarios.catalogue.schema import (
    AnaesthesiaBase,
    AssistantComponents,
    Basis,
    CoefficientValues,
    SpecialValue,
)
from honorarios.core.validity import as_of
from honorarios.core.vocabulary import ANAESTHESIA_ROLES, PARAMETERISED_ROLES
from honorarios.pricing.compile.coefficients import BRL, FILM, plain_values, special_weight
from honorarios.pricing.trace.model import Coefficient, ComponentName, ComponentUsed, Source
from honorarios.pricing.trace.value import EXACT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.catalogue.schema import Catalogue, StandardRules
    from honorarios.pricing.agreed import Agreed
    from honorarios.pricing.book import PriceRow
    from honorarios.pricing.facts import Facts

ONE: Final = Decimal(1)
OF_THE_PLAN: Final = 2
"""The last level whose tables are the plan's."""
Counted = tuple[ComponentName, Decimal, str]
"""A component's name, its quantity, and the unit that it counts."""


def fixed_component(reais: Decimal) -> ComponentUsed:
    """The one component of a price that a price rule fixes."""
    return ComponentUsed("fee", reais, Coefficient(BRL, ONE), reais)


def components_of(
    agreed: Agreed,
    rules: StandardRules,
    facts: Facts,
    row: PriceRow,
    level: int,
    catalogue: Catalogue,
) -> tuple[ComponentUsed, ...]:
    """Each component of the line that is not 0, before adjustments and factors."""
    coefficients = _Coefficients(agreed, facts, row, level, catalogue)
    told = []
    for name, quantity, unit in quantities(rules, facts, row):
        coefficient = coefficients.of(unit)
        base = None if coefficient.value is None else EXACT.multiply(quantity, coefficient.value)
        told.append(ComponentUsed(name, quantity, coefficient, base))
    return tuple(told)


def quantities(rules: StandardRules, facts: Facts, row: PriceRow) -> Iterator[Counted]:
    """What the line counts: the row's quantities, or its anaesthetic porte."""
    by_porte = rules.anaesthesia.base is AnaesthesiaBase.ANAESTHETIC_PORTE
    if facts.role in ANAESTHESIA_ROLES and by_porte and row.cells["role"] is None:
        porte = str(row.cells["anaesthetic_porte"])
        unit = rules.anaesthesia.portes.get(porte) if porte.isdigit() else f"AN_{porte}"
        yield "fee", ONE, unit or f"AN{porte}"
        return
    of_the_role = row.cells["role"] is not None
    fee_only = rules.assistant_components is AssistantComponents.FEE and not of_the_role
    for name, quantity, unit in stated_quantities(row):
        if name == "fee" or not (fee_only and facts.role in PARAMETERISED_ROLES):
            yield name, quantity, unit


def stated_quantities(row: PriceRow) -> Iterator[Counted]:
    """The quantities that a row states, without those of 0."""
    cells = row.cells
    basis = Basis(cells["basis"])
    fee = cells["fee"]
    if basis is Basis.PORTE and fee is None:
        fee = ONE
    units = {
        Basis.BRL: (BRL, BRL),
        Basis.CH: ("CH", "CH"),
        Basis.PORTE: (cells["porte"], "UCO"),
        Basis.UNIT: (cells["unit"], cells["unit"]),
    }
    fee_unit, cost_unit = units[basis]
    if fee:
        yield "fee", fee, fee_unit
    if cells["operating_cost"]:
        yield "operating_cost", cells["operating_cost"], cells["cost_unit"] or cost_unit
    if cells["film"]:
        yield "film", cells["film"], FILM


class _Coefficients:
    """What each unit is worth for one line."""

    def __init__(
        self, agreed: Agreed, facts: Facts, row: PriceRow, level: int, catalogue: Catalogue
    ) -> None:
        self._agreed = agreed
        self._facts = facts
        self._group = row.cells["group"]
        self._values, self._source = self._in_force(level, catalogue)

    def of(self, unit: str) -> Coefficient:
        """The coefficient of a unit: the contract's own value, a special one, or the plain one."""
        rule = self._agreed.rule
        if unit == BRL:
            return Coefficient(unit, ONE)
        if rule is not None and unit in rule.values:
            return Coefficient(unit, rule.values[unit], by_price_rule=True)
        if self._values is None:
            return Coefficient(unit, None)
        special = [value for value in self._values.special if self._holds(value, unit)]
        if special:
            heaviest = max(special, key=special_weight)
            return Coefficient(unit, heaviest.value, self._source, conditions=stated(heaviest))
        return Coefficient(unit, plain_values(self._values).get(unit), self._source)

    def _in_force(
        self, level: int, catalogue: Catalogue
    ) -> tuple[CoefficientValues | None, Source | None]:
        """The values in force of the line's set, and where they come from."""
        name = self._set_name(level)
        if name is None:
            return None, None
        found = catalogue.coefficients[name]
        values = as_of(found.values, self._agreed.day)
        if values is None:
            return None, None
        source = Source(name, found.name, values.valid_from, values.valid_to, values.source)
        return values, source

    def _set_name(self, level: int) -> str | None:
        """The set: the price rule's, the plan's on the plan's levels, else the contract's."""
        rule, plan, terms = self._agreed.rule, self._agreed.plan, self._agreed.terms
        if rule is not None and (rule.coefficients or rule.values):
            return rule.coefficients or terms.coefficients
        if level <= OF_THE_PLAN and plan is not None:
            return plan.coefficients or terms.coefficients
        return terms.coefficients

    def _holds(self, value: SpecialValue, unit: str) -> bool:
        facts = self._facts
        return (
            value.unit == unit
            and value.code in (None, facts.code)
            and value.group in (None, self._group)
            and value.specialty in (None, facts.specialty)
            and self._agreed.in_bed(value.accommodation)
            and value.setting in (None, facts.setting)
        )


def stated(value: SpecialValue) -> dict[str, str]:
    """The conditions of a special value, as text."""
    told = {name: getattr(value, name) for name in ("code", "group", "specialty", "accommodation")}
    if value.setting is not None:
        told["setting"] = value.setting.code_name
    return {name: condition for name, condition in told.items() if condition is not None}
