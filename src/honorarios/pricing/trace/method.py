"""How a contract turns components and factors into centavos, retold: what touches what.

*How a value comes to be*, section 7.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from honorarios.catalogue.schema import Composition, FactorScope, TouchedComponent
from honorarios.pricing.trace.factors import COLUMNS
from honorarios.pricing.trace.model import FactorName, Method, Quantity
from honorarios.pricing.trace.value import EXACT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from honorarios.catalogue.schema import Terms
    from honorarios.pricing.trace.model import ComponentName

ONE: Final = Decimal(1)
HUNDRED: Final = Decimal(100)
CENT: Final = Decimal("0.01")
EVERY_FACTOR: Final[tuple[FactorName, ...]] = tuple(COLUMNS)


def method_of(terms: Terms, *, single: bool) -> Method:
    """The contract's method for a row with a single component, or with several."""
    touches: dict[str, tuple[FactorName, ...]] = {"fee": EVERY_FACTOR}
    for component in TouchedComponent:
        touches[component.value] = EVERY_FACTOR if single else _touching(terms, component)
    return Method(
        terms.rounding.mode,
        terms.rounding.point,
        terms.composition.value,
        terms.factor_scope.value,
        touches,
    )


def _touching(terms: Terms, component: TouchedComponent) -> tuple[FactorName, ...]:
    all_of_them = terms.factor_scope is FactorScope.TABLE_VALUE
    touching = dict.fromkeys(EVERY_FACTOR, all_of_them)
    for exception in terms.touches:
        touching[exception.factor.value] = component in exception.components
    return tuple(name for name, touches in touching.items() if touches)


def quantity_of(quantity: int, extra_percent: Decimal | None) -> Quantity:
    """How a quantity multiplies the unit value."""
    extra = HUNDRED if extra_percent is None else extra_percent
    more = EXACT.multiply(EXACT.multiply(Decimal(abs(quantity) - 1), extra), CENT)
    return Quantity(quantity, extra, EXACT.add(ONE, more))


def multipliers_of(
    component: ComponentName, figures: Mapping[str, Decimal], method: Method
) -> Iterator[tuple[FactorName, Decimal]]:
    """What a component is multiplied by, in order; a factor of 1 is left out."""
    touched = method.touches[component]
    shown = {name: figures[COLUMNS[name]] for name in touched}
    told: list[tuple[FactorName, Decimal]] = [("adjustment", figures[f"{component}_adjustment"])]
    told += _surcharges(shown, method)
    told.append(("technique", shown.get("technique", ONE)))
    told.append(("bilateral", raised(shown.get("bilateral", Decimal(0)))))
    told.append(("role", EXACT.multiply(shown.get("role", HUNDRED), CENT)))
    told.append(("route", EXACT.multiply(shown.get("route", HUNDRED), CENT)))
    return ((name, multiplier) for name, multiplier in told if multiplier != 1)


def _surcharges(
    shown: Mapping[FactorName, Decimal], method: Method
) -> list[tuple[FactorName, Decimal]]:
    """Accommodation, overtime and paediatric surcharges as the contract composes them."""
    accommodation = shown.get("accommodation", ONE)
    overtime = shown.get("overtime", Decimal(0))
    paediatric = shown.get("paediatric", Decimal(0))
    if method.composition == Composition.MULTIPLY:
        return [
            ("accommodation", accommodation),
            ("overtime", raised(overtime)),
            ("paediatric", raised(paediatric)),
        ]
    percents = EXACT.add(overtime, paediatric)
    if method.composition == Composition.ADD_PERCENTS:
        return [("accommodation", accommodation), ("surcharges", raised(percents))]
    return [("surcharges", EXACT.add(accommodation, EXACT.multiply(percents, CENT)))]


def raised(percent: Decimal) -> Decimal:
    """What a surcharge in % multiplies by.

    >>> raised(Decimal(30))
    Decimal('1.30')
    """
    return EXACT.add(ONE, EXACT.multiply(percent, CENT))
