"""Section 7: components times factors, exact, and the one rounding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.pricing.rule import memory
from honorarios.pricing.rule.arithmetic import WIDE, plus, stripped, times, to_centavos
from honorarios.pricing.rule.compiler import part
from honorarios.pricing.rule.constants import (
    ACCOMMODATION,
    ADD_ALL,
    ADD_PERCENTS,
    ALL_FACTORS,
    BILATERAL,
    FACTOR_OF_ONE,
    NO_SURCHARGE,
    OVERTIME,
    PAEDIATRIC,
    PERCENT_ONE,
    POINT_COMPONENT,
    POINT_LINE,
    POINT_STEP,
    ROLE,
    ROUTE,
    SURCHARGES,
    TECHNIQUE,
    WHOLE,
)

if TYPE_CHECKING:
    from honorarios.pricing.interned import Result
    from honorarios.pricing.records import Catalogue


@part
def one_factor(
    mantissa: int, scale: int, factor: int, factor_scale: int, each: bool, down: int
) -> tuple[int, int]:
    """One factor; with rounding at each step, back to centavos."""
    mantissa, scale = times(mantissa, scale, factor, factor_scale)
    if each and mantissa != WIDE:
        return to_centavos(mantissa, scale, down), 2
    return mantissa, scale


@part
def numbered(
    a: Catalogue, number: int, mantissa: int, scale: int, each: bool, down: int
) -> tuple[int, int]:
    """One factor by its position in the catalogue's numbers."""
    factor = memory.numbers(a, number)
    return one_factor(mantissa, scale, factor.mantissa, factor.scale, each, down)


@part
def surcharged(
    a: Catalogue,
    r: Result,
    mantissa: int,
    scale: int,
    mask: int,
    composition: int,
    each: bool,
    down: int,
) -> tuple[int, int]:
    """Accommodation, overtime and paediatric surcharges as the contract composes them."""
    accommodation = r.accommodation_factor if mask & ACCOMMODATION else FACTOR_OF_ONE
    overtime = r.overtime_percent if mask & OVERTIME else NO_SURCHARGE
    paediatric = r.paediatric_percent if mask & PAEDIATRIC else NO_SURCHARGE
    percents = memory.numbers(a, overtime).shown + memory.numbers(a, paediatric).shown
    if composition == ADD_ALL:
        # Accommodation has 6 decimals, a percentage as a fraction has 8.
        factor, factor_scale = stripped(memory.numbers(a, accommodation).shown * 100 + percents, 8)
        return one_factor(mantissa, scale, factor, factor_scale, each, down)
    mantissa, scale = numbered(a, accommodation, mantissa, scale, each, down)
    if composition == ADD_PERCENTS:
        factor, factor_scale = stripped(PERCENT_ONE + percents, 8)
        return one_factor(mantissa, scale, factor, factor_scale, each, down)
    mantissa, scale = numbered(a, overtime, mantissa, scale, each, down)
    return numbered(a, paediatric, mantissa, scale, each, down)


@part
def component_value(
    a: Catalogue,
    r: Result,
    mantissa: int,
    scale: int,
    adjustment: int,
    mask: int,
    composition: int,
    each: bool,
    down: int,
) -> tuple[int, int]:
    """One component times the factors that touch it."""
    if mantissa == 0:
        return 0, 0
    if each:
        mantissa, scale = to_centavos(mantissa, scale, down), 2
    mantissa, scale = numbered(a, adjustment, mantissa, scale, each, down)
    if mask & SURCHARGES:
        mantissa, scale = surcharged(a, r, mantissa, scale, mask, composition, each, down)
    if mask & TECHNIQUE:
        mantissa, scale = numbered(a, r.technique_factor, mantissa, scale, each, down)
    if mask & BILATERAL:
        mantissa, scale = numbered(a, r.bilateral_percent, mantissa, scale, each, down)
    if mask & ROLE:
        mantissa, scale = numbered(a, r.role_percent, mantissa, scale, each, down)
    if mask & ROUTE:
        mantissa, scale = numbered(a, r.route_percent, mantissa, scale, each, down)
    return mantissa, scale


@part
def multiplier(a: Catalogue, quantity: int, extra: int) -> tuple[int, int]:
    """What the unit value is multiplied by: the units, each after the first at ``extra`` of it."""
    count = abs(quantity)
    if extra == WHOLE:
        return count, 0
    each = memory.numbers(a, extra)
    return plus(1, 0, (count - 1) * each.mantissa, each.scale)


@part
def line_value(
    r: Result,
    a: Catalogue,
    components: int,
    quantity: int,
    extra: int,
) -> tuple[int, int]:
    """Unit and total in centavos; WIDE when 64 bits do not hold the exact product."""
    terms = memory.segments(a, r.segment)
    down, point = terms.round_down, terms.rounding_point
    each = point == POINT_STEP
    whole = ALL_FACTORS
    cost_mask = whole if components == 1 else terms.touches_cost
    film_mask = whole if components == 1 else terms.touches_film
    composition = terms.composition
    fee, fee_scale = component_value(
        a, r, r.fee_mantissa, r.fee_scale, r.fee_adjustment, whole, composition, each, down
    )
    cost, cost_scale = component_value(
        a,
        r,
        r.operating_cost_mantissa,
        r.operating_cost_scale,
        r.operating_cost_adjustment,
        cost_mask,
        composition,
        each,
        down,
    )
    film, film_scale = component_value(
        a, r, r.film_mantissa, r.film_scale, r.film_adjustment, film_mask, composition, each, down
    )
    if point == POINT_COMPONENT:
        fee, fee_scale = to_centavos(fee, fee_scale, down), 2
        cost, cost_scale = to_centavos(cost, cost_scale, down), 2
        film, film_scale = to_centavos(film, film_scale, down), 2
    mantissa, scale = plus(fee, fee_scale, cost, cost_scale)
    mantissa, scale = plus(mantissa, scale, film, film_scale)
    unit = to_centavos(mantissa, scale, down)
    if point != POINT_LINE:
        mantissa, scale = unit, 2
    count, count_scale = multiplier(a, quantity, extra)
    mantissa, scale = times(mantissa, scale, count, count_scale)
    total = to_centavos(mantissa, scale, down)
    if unit == WIDE or total == WIDE:
        return WIDE, WIDE
    return unit, total if quantity > 0 else -total
