"""Section 7 of the law: from components and factors to whole centavos."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from honorarios.catalogue.schema import Composition, FactorName, FactorScope, TouchedComponent
from tests.oracle.components import ONE, stated_components
from tests.oracle.factors import HUNDREDTH
from tests.oracle.result import NotPricedError

if TYPE_CHECKING:
    from honorarios.catalogue.schema import Terms
    from tests.oracle.components import Components
    from tests.oracle.factors import Factors
    from tests.oracle.prices import PriceRow

MODES: Final = {"HALF_UP": ROUND_HALF_UP, "DOWN": ROUND_DOWN}
ROUNDING: Final = Context(prec=200)
CENTAVO: Final = Decimal("0.01")
HALF_A_CENTAVO: Final = Decimal("0.005")
LARGEST: Final = Decimal(10) ** 10
"""Reais: 10^12 centavos."""


class Amounts(NamedTuple):
    """Whole centavos of the unit and of the line."""

    unit: int
    total: int


class Rounder:
    """Rounds reais to centavos in a contract's mode; counts the exact ties it met."""

    def __init__(self, mode: str) -> None:
        self._mode = MODES[mode]
        self.ties = 0

    def __call__(self, reais: Decimal) -> Decimal:
        """The reais in whole centavos."""
        if reais % CENTAVO == HALF_A_CENTAVO:
            self.ties += 1
        return reais.quantize(CENTAVO, rounding=self._mode, context=ROUNDING)


class Multiplied(NamedTuple):
    """A component: its base and everything that multiplies it, in the law's order."""

    base: Decimal
    by: list[Decimal]

    def exact(self) -> Decimal:
        """The product, unrounded."""
        product = self.base
        for factor in self.by:
            product *= factor
        return product

    def step_by_step(self, rounded: Rounder) -> Decimal:
        """The base rounded, then rounded again after each factor."""
        product = rounded(self.base)
        for factor in self.by:
            product = rounded(product * factor)
        return product


def amounts(
    terms: Terms,
    row: PriceRow,
    parts: Components,
    applied: Factors,
    quantity: int,
    rounded: Rounder,
) -> Amounts:
    """The unit's and the line's centavos."""
    multiplied = multiplied_components(terms, row, parts, applied)
    exact = sum((component.exact() for component in multiplied), Decimal(0))
    point = terms.rounding.point
    if point == "COMPONENT":
        unit = sum((rounded(component.exact()) for component in multiplied), Decimal(0))
    elif point == "STEP":
        unit = sum((component.step_by_step(rounded) for component in multiplied), Decimal(0))
    else:
        unit = rounded(exact)
    if unit == 0:
        raise NotPricedError("zero_price")
    units = times(row, quantity)
    total = rounded((exact if point == "LINE" else unit) * units)
    if max(unit, total) > LARGEST:
        raise NotPricedError("amount_too_large")
    sign = -1 if quantity < 0 else 1
    return Amounts(unit=centavos(unit), total=sign * centavos(total))


def centavos(reais: Decimal) -> int:
    """Rounded reais as whole centavos."""
    return int(reais / CENTAVO)


def times(row: PriceRow, quantity: int) -> Decimal:
    """What multiplies the unit value: the quantity, or its units at their percentage."""
    units = abs(quantity)
    if row.extra_quantity_percent is None:
        return Decimal(units)
    return ONE + (units - 1) * row.extra_quantity_percent * HUNDREDTH


def multiplied_components(
    terms: Terms, row: PriceRow, parts: Components, applied: Factors
) -> list[Multiplied]:
    """Each component with only the factors that touch it."""
    every = frozenset(FactorName)
    alone = stated_components(row) == 1
    on_cost = every if alone else touching(terms, TouchedComponent.OPERATING_COST)
    on_film = every if alone else touching(terms, TouchedComponent.FILM)
    return [
        Multiplied(parts.fee, [applied.fee_adjustment, *chain(terms, applied, every)]),
        Multiplied(
            parts.operating_cost,
            [applied.operating_cost_adjustment, *chain(terms, applied, on_cost)],
        ),
        Multiplied(parts.film, [applied.film_adjustment, *chain(terms, applied, on_film)]),
    ]


def touching(terms: Terms, component: TouchedComponent) -> frozenset[FactorName]:
    """The factors that touch a component besides the fee, in a row of several."""
    stated = {touches.factor: component in touches.components for touches in terms.touches}
    by_default = terms.factor_scope is FactorScope.TABLE_VALUE
    return frozenset(factor for factor in FactorName if stated.get(factor, by_default))


def chain(terms: Terms, applied: Factors, touching: frozenset[FactorName]) -> list[Decimal]:
    """The factors after the adjustment, in the law's order; those that do not touch are neutral."""

    def percent(factor: FactorName, value: Decimal) -> Decimal:
        return value * HUNDREDTH if factor in touching else Decimal(0)

    def share(factor: FactorName, value: Decimal) -> Decimal:
        return value * HUNDREDTH if factor in touching else ONE

    accommodation = applied.accommodation_factor if FactorName.ACCOMMODATION in touching else ONE
    overtime = percent(FactorName.OVERTIME, applied.overtime_percent)
    paediatric = percent(FactorName.PAEDIATRIC, applied.paediatric_percent)
    surcharges = {
        Composition.MULTIPLY: [accommodation, ONE + overtime, ONE + paediatric],
        Composition.ADD_PERCENTS: [accommodation, ONE + overtime + paediatric],
        Composition.ADD_ALL: [accommodation + overtime + paediatric],
    }[terms.composition]
    return [
        *surcharges,
        applied.technique_factor if FactorName.TECHNIQUE in touching else ONE,
        ONE + percent(FactorName.BILATERAL, applied.bilateral_percent),
        share(FactorName.ROLE, applied.role_percent),
        share(FactorName.ROUTE, applied.route_percent),
    ]
