"""What a price's components are worth apart, or under another factor, by the engine's own calculation.

The engine keeps its base amounts and its factors; the memória de cálculo multiplies and rounds them
again, and the two agree. Here that calculation is asked for one component alone (division by value),
or with another accommodation or without overtime (fee difference).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from honorarios.core.money import CENTAVO_PLACES, RoundingMode, RoundingPoint
from honorarios.pricing.agreed import EVERY_COMPONENT
from honorarios.pricing.exact import rounded
from honorarios.pricing.trace.kept import COMPONENTS, kept_decimal, kept_figures
from honorarios.pricing.trace.method import EVERY_FACTOR, method_of, multipliers_of
from honorarios.pricing.trace.value import Part, work_out

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from honorarios.launching.agreements import Agreement
    from honorarios.launching.prices import Price
    from honorarios.pricing.trace.model import ComponentName, Method

ONE: Final = Decimal(1)
CENTAVOS: Final = 10**CENTAVO_PLACES
FEE: Final[ComponentName] = "fee"
OPERATING_COST: Final[ComponentName] = "operating_cost"
FILM: Final[ComponentName] = "film"
ALL: Final = (FEE, OPERATING_COST, FILM)


class Worth(NamedTuple):
    """Unit value and total, in centavos."""

    unit: int
    total: int


def base(price: Price, component: str) -> Decimal:
    """A component of a price in reais, exact, before adjustments and factors."""
    return kept_decimal(price.kept, component)


@dataclass(frozen=True)
class Components:
    """The components of a price, the factors that multiply them, and the contract's rounding."""

    price: Price
    figures: Mapping[str, Decimal]
    """Every adjustment and factor, by the engine's column."""
    method: Method

    @classmethod
    def of(cls, price: Price, agreement: Agreement) -> Components:
        """The components of a line that has a price."""
        terms = agreement.terms
        if agreement.iamspe:
            terms = terms.model_copy(update=EVERY_COMPONENT)
        single = sum(1 for name in COMPONENTS if base(price, name)) == 1
        return cls(price, kept_figures(price.kept), method_of(terms, single=single))

    def worth(self, *components: ComponentName) -> Worth:
        """What some components are worth together, with the factors that touch them."""
        each = self._each(components)
        return Worth(
            rounded(each, self._mode),
            rounded(each * self._multiplier, self._mode),
        )

    def with_figures(self, **figures: Decimal) -> Components:
        """The same components under other factors: the multiplier stays that of the quantity."""
        return _Amended(self.price, {**self.figures, **figures}, self.method, self._multiplier)

    def touched(self, component: ComponentName, factors: Collection[str]) -> Components:
        """The same components, with one of them touched by these factors only."""
        touches = {
            **self.method.touches,
            component: tuple(name for name in EVERY_FACTOR if name in factors),
        }
        method = replace(self.method, touches=touches)
        return _Amended(self.price, self.figures, method, self._multiplier)

    @cached_property
    def _mode(self) -> RoundingMode:
        return RoundingMode[self.method.rounding_mode]

    @property
    def _multiplier(self) -> Fraction:
        """What the engine multiplied the unit value by: the quantity, or less for further units."""
        each, quantity = self._each(ALL), self.price.kept["quantity"]
        if isinstance(quantity, int) and rounded(each * quantity, self._mode) == self.price.total:
            return Fraction(quantity)
        return Fraction(self.price.total, CENTAVOS) / each

    def _each(self, components: Sequence[ComponentName]) -> Fraction:
        """One unit in reais: whole centavos, or exact where the contract rounds the line only."""
        worked = work_out(
            [self._part(name) for name in components],
            self.method.rounding_mode,
            self.method.rounding_point,
            ONE,
            reversal=False,
        )
        if self.method.rounding_point == RoundingPoint.LINE.name:
            return sum((Fraction(part.value) for part in worked.parts), Fraction(0))
        return Fraction(worked.unit_centavos, CENTAVOS)

    def _part(self, name: ComponentName) -> Part:
        factors = multipliers_of(name, self.figures, self.method)
        return Part(name, base(self.price, name), [multiplier for _, multiplier in factors])


@dataclass(frozen=True)
class _Amended(Components):
    """Components under other factors than the engine's; the engine's multiplier holds for them."""

    multiplier: Fraction

    @property
    def _multiplier(self) -> Fraction:
        return self.multiplier
