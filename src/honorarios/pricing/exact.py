"""The value of section 7 in Python's whole numbers: for products that 64 bits do not hold, and for proof.

The rule has already chosen every table, factor and rounding; here only the product is made again,
without a limit of digits.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from honorarios.catalogue.schema import Composition
from honorarios.core.money import RoundingMode, RoundingPoint, divide
from honorarios.pricing.rule.constants import LARGEST_AMOUNT
from honorarios.pricing.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from honorarios.pricing.compile import Compiled
    from honorarios.pricing.interned import Results
    from honorarios.pricing.records import Array

PERCENT_ONE: Final = 100_000_000
FACTOR_ONE: Final = 1_000_000
COMPONENTS: Final = ("fee", "operating_cost", "film")
COMPOSITIONS: Final = tuple(Composition)
FACTOR_BITS: Final = {
    name: 1 << bit
    for bit, name in enumerate(
        ("accommodation", "overtime", "paediatric", "technique", "bilateral", "role", "route")
    )
}
ALL_FACTORS: Final = (1 << len(FACTOR_BITS)) - 1


@dataclass(frozen=True, slots=True)
class Method:
    """How the contract turns components and factors into centavos."""

    mode: RoundingMode
    point: RoundingPoint
    composition: Composition
    touches: Mapping[str, int]
    """Bits of the factors that touch each component."""


@dataclass(frozen=True, slots=True)
class Factor:
    """One multiplication of a component: its name and its exact multiplier."""

    name: str
    multiplier: Fraction


def method_of(compiled: Compiled, segment: int, components: int) -> Method:
    """The method of a segment for a row with so many components."""
    terms = compiled.arrays.segments[segment]
    one = components == 1
    return Method(
        mode=RoundingMode.DOWN if terms["round_down"] else RoundingMode.HALF_UP,
        point=RoundingPoint(int(terms["rounding_point"])),
        composition=COMPOSITIONS[int(terms["composition"])],
        touches={
            "fee": ALL_FACTORS,
            "operating_cost": ALL_FACTORS if one else int(terms["touches_cost"]),
            "film": ALL_FACTORS if one else int(terms["touches_film"]),
        },
    )


def factors_of(component: str, shown: Mapping[str, int], method: Method) -> Iterator[Factor]:
    """The multiplications of a component in order; ``shown`` holds the engine's figures by column.

    A factor of 1 is left out: it changes nothing, rounded or not.
    """
    bits = method.touches[component]
    yield from _unless_neutral(
        "adjustment", Fraction(shown[f"{component}_adjustment"], PERCENT_ONE)
    )
    yield from _surcharges(bits, shown, method.composition)
    if bits & FACTOR_BITS["technique"]:
        yield from _unless_neutral("technique", Fraction(shown["technique_factor"], FACTOR_ONE))
    if bits & FACTOR_BITS["bilateral"]:
        yield from _unless_neutral(
            "bilateral", 1 + Fraction(shown["bilateral_percent"], PERCENT_ONE)
        )
    if bits & FACTOR_BITS["role"]:
        yield from _unless_neutral("role", Fraction(shown["role_percent"], PERCENT_ONE))
    if bits & FACTOR_BITS["route"]:
        yield from _unless_neutral("route", Fraction(shown["route_percent"], PERCENT_ONE))


def _unless_neutral(name: str, multiplier: Fraction) -> Iterator[Factor]:
    if multiplier != 1:
        yield Factor(name, multiplier)


def _surcharges(bits: int, shown: Mapping[str, int], composition: Composition) -> Iterator[Factor]:
    accommodation = (
        Fraction(shown["accommodation_factor"], FACTOR_ONE)
        if bits & FACTOR_BITS["accommodation"]
        else 1
    )
    overtime = (
        Fraction(shown["overtime_percent"], PERCENT_ONE) if bits & FACTOR_BITS["overtime"] else 0
    )
    paediatric = (
        Fraction(shown["paediatric_percent"], PERCENT_ONE)
        if bits & FACTOR_BITS["paediatric"]
        else 0
    )
    if composition is Composition.ADD_ALL:
        yield from _unless_neutral(
            "surcharges", accommodation + overtime + paediatric + Fraction(0)
        )
        return
    yield from _unless_neutral("accommodation", Fraction(accommodation))
    if composition is Composition.ADD_PERCENTS:
        yield from _unless_neutral("surcharges", 1 + Fraction(overtime + paediatric))
        return
    yield from _unless_neutral("overtime", 1 + Fraction(overtime))
    yield from _unless_neutral("paediatric", 1 + Fraction(paediatric))


def rounded(reais: Fraction, mode: RoundingMode) -> int:
    """Exact reais as whole centavos."""
    return divide(reais.numerator * 100, reais.denominator, mode)


def component_value(component: str, shown: Mapping[str, int], method: Method) -> Fraction:
    """One component in reais: exact, or centavos after each step where the contract rounds so."""
    value = Fraction(shown[component], PERCENT_ONE)
    if value == 0:
        return value
    each = method.point is RoundingPoint.STEP
    if each:
        value = Fraction(rounded(value, method.mode), 100)
    for factor in factors_of(component, shown, method):
        value *= factor.multiplier
        if each:
            value = Fraction(rounded(value, method.mode), 100)
    if method.point is RoundingPoint.COMPONENT:
        value = Fraction(rounded(value, method.mode), 100)
    return value


def multiplier_of(quantity: int, extra: Fraction) -> Fraction:
    """What the unit value is multiplied by for a quantity, whatever its sign."""
    return 1 + (abs(quantity) - 1) * extra


def value_of(
    shown: Mapping[str, int], method: Method, quantity: int, extra: Fraction
) -> tuple[int, int]:
    """Unit and total of a line, in centavos."""
    exact = sum(
        (component_value(component, shown, method) for component in COMPONENTS), Fraction(0)
    )
    unit = rounded(exact, method.mode)
    each = exact if method.point is RoundingPoint.LINE else Fraction(unit, 100)
    total = rounded(each * multiplier_of(quantity, extra), method.mode)
    return unit, total if quantity > 0 else -total


def widen(results: Results, quantities: Array, compiled: Compiled) -> None:
    """Compute again, exactly, the lines whose product did not fit in 64 bits."""
    for i in results.wide.nonzero()[0]:
        row = compiled.arrays.rows[max(int(results.row[i]), 0)]
        method = method_of(compiled, int(results.segment[i]), int(row["components"]))
        each = compiled.arrays.numbers[row["extra"]]
        extra = Fraction(int(each["mantissa"]), 10 ** int(each["scale"]))
        standard = compiled.arrays.segments["standard"][results.segment[i]]
        if compiled.arrays.standards["iamspe"][standard]:
            extra = Fraction(1)
        shown = {name: int(getattr(results, name)[i]) for name in SHOWN}
        unit, total = value_of(shown, method, int(quantities[i]), extra)
        if unit == 0:
            results.status[i] = Status.ZERO_PRICE
        elif max(unit, abs(total)) > LARGEST_AMOUNT:
            results.status[i] = Status.AMOUNT_TOO_LARGE
        else:
            results.unit_centavos[i], results.total_centavos[i] = unit, total


SHOWN: Final = (
    *COMPONENTS,
    *(f"{component}_adjustment" for component in COMPONENTS),
    "accommodation_factor",
    "overtime_percent",
    "paediatric_percent",
    "technique_factor",
    "bilateral_percent",
    "role_percent",
    "route_percent",
)
"""The engine's columns that a value is made of."""
