"""Section 5 of the law: what a unit is worth for a line, on the price date."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from tests.oracle.line import bed_type
from tests.oracle.result import NotPricedError

if TYPE_CHECKING:
    from honorarios.catalogue.schema import Catalogue, CoefficientValues, SpecialValue
    from tests.oracle.agreement import Agreement
    from tests.oracle.line import Line
    from tests.oracle.prices import Found


@dataclass(frozen=True, slots=True)
class Worth:
    """Reais per unit, and whether it is a special value for an accommodation."""

    reais: Decimal
    for_accommodation: bool = False


class Coefficients:
    """The coefficients that hold for one line on one row."""

    def __init__(self, catalogue: Catalogue, line: Line, agreed: Agreement, found: Found) -> None:
        self._line = line
        self._agreed = agreed
        self._group = found.row.group
        self._replaced = agreed.rule.values if agreed.rule is not None else {}
        name = coefficient_set(agreed, found.level)
        self._values = None
        if name is not None:
            for values in catalogue.coefficients[name].values:
                last = values.valid_to
                if values.valid_from <= agreed.day and (last is None or agreed.day <= last):
                    self._values = values

    def worth(self, unit: str) -> Worth:
        """What one unit is worth."""
        if unit == "BRL":
            return Worth(Decimal(1))
        if unit in self._replaced:
            return Worth(self._replaced[unit])
        if self._values is not None:
            special = self._heaviest(self._values, unit)
            if special is not None:
                return Worth(special.value, special.accommodation is not None)
            plain = plain_value(self._values, unit)
            if plain is not None:
                return Worth(plain)
        raise NotPricedError("no_coefficient")

    def _heaviest(self, values: CoefficientValues, unit: str) -> SpecialValue | None:
        best, most = None, -1
        for special in values.special:
            weight = self._weight(special) if special.unit == unit else None
            if weight is not None and weight > most:
                best, most = special, weight
        return best

    def _weight(self, special: SpecialValue) -> int | None:
        """Code 16, group 8, specialty 4, accommodation 2, setting 1; None when one fails."""
        weight = 0
        for stated, own, worth in (
            (special.code, self._line.code, 16),
            (special.group, self._group, 8),
            (special.specialty, self._line.specialty, 4),
            (bed_type(special.accommodation), self._agreed.accommodation, 2),
            (special.setting, self._line.setting, 1),
        ):
            if stated is None:
                continue
            if stated != own:
                return None
            weight += worth
        return weight


def coefficient_set(agreed: Agreement, level: int) -> str | None:
    """The id of the set that the line's units are looked up in."""
    rule, plan, terms = agreed.rule, agreed.plan, agreed.terms
    if rule is not None and rule.coefficients is not None:
        return rule.coefficients
    if rule is not None and rule.values:
        return terms.coefficients
    if level in (1, 2) and plan is not None and plan.coefficients is not None:
        return plan.coefficients
    return terms.coefficients


def plain_value(values: CoefficientValues, unit: str) -> Decimal | None:
    """The unit's value for every line."""
    named = {"CH": values.ch, "UCO": values.uco, "FILM": values.film}
    if unit in named:
        return named[unit]
    if unit in values.portes:
        return values.portes[unit]
    return values.units.get(unit)
