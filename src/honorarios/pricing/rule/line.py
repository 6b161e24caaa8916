"""One line from check to value: the order in which the sections are applied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.pricing.records import NONE, Catalogue
from honorarios.pricing.rule import memory
from honorarios.pricing.rule.ahead import fetch_positions, fetch_row
from honorarios.pricing.rule.arithmetic import WIDE
from honorarios.pricing.rule.check import check
from honorarios.pricing.rule.compiler import part
from honorarios.pricing.rule.components import write_components
from honorarios.pricing.rule.constants import (
    AMOUNT_TOO_LARGE,
    BRL,
    EXCLUDED,
    LARGEST_AMOUNT,
    NO_STANDARD,
    PRICED,
    UNCHANGED,
    WHOLE,
    ZERO_PRICE,
)
from honorarios.pricing.rule.contract import bed_in_effect, match_rule, price_day, resolve, slot_of
from honorarios.pricing.rule.factors import neutral_factors, write_factors
from honorarios.pricing.rule.look_up import look_up
from honorarios.pricing.rule.scope import category_of
from honorarios.pricing.rule.value import line_value

if TYPE_CHECKING:
    from honorarios.pricing.interned import Line, Result


@part
def find_terms(line: Line, a: Catalogue, r: Result) -> int:
    """Sections 3 and 4: check, contract, standard, price rule, plan; the status."""
    r.wide, r.row, r.rule = 0, NONE, NONE
    status = check(line)
    if status != PRICED:
        return status
    status, contract, segment = resolve(line, a)
    if status != PRICED:
        return status
    r.contract, r.segment = contract, segment
    r.standard = memory.segments(a, segment).standard
    if r.standard == NONE:
        return NO_STANDARD
    r.category = category_of(a, line.code)
    r.rule = match_rule(line, a, segment, r.category)
    if r.rule != NONE and memory.rules(a, r.rule).excluded == 1:
        return EXCLUDED
    slot = slot_of(a, segment, line.plan)
    r.slot = slot
    r.bed = bed_in_effect(line, a, segment, slot)
    fetch_positions(line, a, r)
    return PRICED


@part
def find_price(line: Line, a: Catalogue, r: Result) -> int:
    """Section 5, look-up: the price row; the status."""
    r.of_role, r.of_bed = 0, 0
    if r.rule != NONE and memory.rules(a, r.rule).fixed != NONE:
        r.level, r.row = 0, 0
        return PRICED
    day = price_day(line, memory.contracts(a, r.contract).price_date)
    status, level, row, series = look_up(line, a, r, day)
    if status != PRICED:
        return status
    fetch_row(a, row)
    r.level, r.row = level, row
    r.of_role = memory.series(a, series).role != NONE
    r.of_bed = memory.series(a, series).accommodation != NONE
    return PRICED


@part
def find_value(line: Line, a: Catalogue, r: Result) -> int:
    """Sections 5 to 7: components, factors, value; the status."""
    if r.level == 0:
        write_fixed(a, r, r.rule)
    else:
        period = memory.slots(a, r.slot).plan_set if r.level <= 2 else memory.slots(a, r.slot).set
        if r.rule != NONE and memory.rules(a, r.rule).set != UNCHANGED:
            period = memory.rules(a, r.rule).set
        status = write_components(line, a, r, period)
        if status != PRICED:
            return status
    neutral_factors(r)
    status = write_factors(line, a, r)
    if status != PRICED:
        return status
    return write_value(line, a, r)


@part
def write_fixed(a: Catalogue, r: Result, rule: int) -> None:
    """A price rule's fixed price, on row 0."""
    fixed = memory.rules(a, rule)
    r.fee_unit = BRL
    r.fee_mantissa, r.fee_scale = fixed.fixed, fixed.fixed_scale
    r.operating_cost_mantissa, r.film_mantissa = 0, 0


@part
def write_value(line: Line, a: Catalogue, r: Result) -> int:
    """Section 7; the status."""
    price = memory.rows(a, r.row)
    extra = WHOLE if memory.standards(a, r.standard).iamspe == 1 else price.extra
    unit, total = line_value(r, a, price.components, line.quantity, extra)
    if unit == 0:
        return ZERO_PRICE
    if max(unit, abs(total)) > LARGEST_AMOUNT:
        return AMOUNT_TOO_LARGE
    r.unit_centavos, r.total_centavos = unit, total
    r.wide = unit == WIDE
    return PRICED
