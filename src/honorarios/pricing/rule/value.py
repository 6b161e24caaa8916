"""Section 7: components times factors, exact, and the one rounding."""

from __future__ import annotations

from honorarios.pricing.layout import COMPONENT_PLACES, OVERTIME, PAEDIATRIC, Catalogue, Result
from honorarios.pricing.rule import memory
from honorarios.pricing.rule.arithmetic import WIDE, plus, stripped, times, to_centavos
from honorarios.pricing.rule.compiler import part
from honorarios.pricing.rule.constants import (
    ACCOMMODATION,
    ADD_ALL,
    ADD_PERCENTS,
    BILATERAL,
    FACTOR_ONE,
    OVERTIME,
    PAEDIATRIC,
    PERCENT_ONE,
    POINT_COMPONENT,
    POINT_LINE,
    POINT_STEP,
    ROLE,
    ROUTE,
    TECHNIQUE,
)


@part
def percent_factor(percent: int) -> tuple[int, int]:
    return stripped(percent, 8)


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
def surcharged(
    r: Result,
    mantissa: int,
    scale: int,
    mask: int,
    composition: int,
    each: bool,
    down: int,
) -> tuple[int, int]:
    """Accommodation, overtime and paediatric surcharges as the contract composes them."""
    accommodation = r.accommodation_factor if mask & ACCOMMODATION else FACTOR_ONE
    overtime = r.overtime_percent if mask & OVERTIME else 0
    paediatric = r.paediatric_percent if mask & PAEDIATRIC else 0
    if composition == ADD_ALL:
        # Accommodation has 6 decimals, a percentage as a fraction has 8.
        factor, factor_scale = stripped(accommodation * 100 + overtime + paediatric, 8)
        return one_factor(mantissa, scale, factor, factor_scale, each, down)
    if accommodation != FACTOR_ONE:
        factor, factor_scale = stripped(accommodation, 6)
        mantissa, scale = one_factor(mantissa, scale, factor, factor_scale, each, down)
    if composition == ADD_PERCENTS:
        overtime, paediatric = overtime + paediatric, 0
    if overtime != 0:
        factor, factor_scale = percent_factor(PERCENT_ONE + overtime)
        mantissa, scale = one_factor(mantissa, scale, factor, factor_scale, each, down)
    if paediatric != 0:
        factor, factor_scale = percent_factor(PERCENT_ONE + paediatric)
        mantissa, scale = one_factor(mantissa, scale, factor, factor_scale, each, down)
    return mantissa, scale


@part
def component_value(
    r: Result,
    base: int,
    adjustment: int,
    mask: int,
    composition: int,
    each: bool,
    down: int,
) -> tuple[int, int]:
    """One component times the factors that touch it."""
    if base == 0:
        return 0, 0
    mantissa, scale = stripped(base, COMPONENT_PLACES)
    if each:
        mantissa, scale = to_centavos(mantissa, scale, down), 2
    if adjustment != PERCENT_ONE:
        factor, factor_scale = stripped(adjustment, 8)
        mantissa, scale = one_factor(mantissa, scale, factor, factor_scale, each, down)
    if mask & (ACCOMMODATION | OVERTIME | PAEDIATRIC):
        mantissa, scale = surcharged(r, mantissa, scale, mask, composition, each, down)
    if mask & TECHNIQUE and r.technique_factor != FACTOR_ONE:
        factor, factor_scale = stripped(r.technique_factor, 6)
        mantissa, scale = one_factor(mantissa, scale, factor, factor_scale, each, down)
    if mask & BILATERAL and r.bilateral_percent != 0:
        factor, factor_scale = percent_factor(PERCENT_ONE + r.bilateral_percent)
        mantissa, scale = one_factor(mantissa, scale, factor, factor_scale, each, down)
    if mask & ROLE and r.role_percent != PERCENT_ONE:
        factor, factor_scale = percent_factor(r.role_percent)
        mantissa, scale = one_factor(mantissa, scale, factor, factor_scale, each, down)
    if mask & ROUTE and r.route_percent != PERCENT_ONE:
        factor, factor_scale = percent_factor(r.route_percent)
        mantissa, scale = one_factor(mantissa, scale, factor, factor_scale, each, down)
    return mantissa, scale


@part
def multiplier(quantity: int, extra: int, extra_scale: int) -> tuple[int, int]:
    """What the unit value is multiplied by: the units, each after the first at ``extra`` of it."""
    count = abs(quantity)
    if extra == 1 and extra_scale == 0:
        return count, 0
    return plus(1, 0, (count - 1) * extra, extra_scale)


@part
def line_value(
    r: Result,
    a: Catalogue,
    segment: int,
    components: int,
    quantity: int,
    extra: int,
    extra_scale: int,
) -> tuple[int, int]:
    """Unit and total in centavos; WIDE when 64 bits do not hold the exact product."""
    terms = memory.segments(a)[segment]
    down, point = terms.round_down, terms.rounding_point
    each = point == POINT_STEP
    whole = ROUTE * 2 - 1
    cost_mask = whole if components == 1 else terms.touches_cost
    film_mask = whole if components == 1 else terms.touches_film
    composition = terms.composition
    fee, fee_scale = component_value(r, r.fee, r.fee_adjustment, whole, composition, each, down)
    cost, cost_scale = component_value(
        r,
        r.operating_cost,
        r.operating_cost_adjustment,
        cost_mask,
        composition,
        each,
        down,
    )
    film, film_scale = component_value(
        r, r.film, r.film_adjustment, film_mask, composition, each, down
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
    count, count_scale = multiplier(quantity, extra, extra_scale)
    mantissa, scale = times(mantissa, scale, count, count_scale)
    total = to_centavos(mantissa, scale, down)
    if unit == WIDE or total == WIDE:
        return WIDE, WIDE
    return unit, total if quantity > 0 else -total
