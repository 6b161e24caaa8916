"""One line from check to value: the order in which the sections are applied."""

from __future__ import annotations

from honorarios.pricing.layout import NONE, Catalogue, Line, Result
from honorarios.pricing.rule import memory
from honorarios.pricing.rule.arithmetic import WIDE
from honorarios.pricing.rule.check import check
from honorarios.pricing.rule.compiler import part
from honorarios.pricing.rule.components import write_components
from honorarios.pricing.rule.constants import (
    AMOUNT_TOO_LARGE,
    BRL,
    EXCLUDED,
    EXCLUSIVE,
    LARGEST_AMOUNT,
    NO_STANDARD,
    PRICED,
    UNCHANGED,
    ZERO_PRICE,
)
from honorarios.pricing.rule.contract import bed_in_effect, match_rule, price_day, resolve, slot_of
from honorarios.pricing.rule.factors import neutral_factors, write_factors
from honorarios.pricing.rule.look_up import look_up
from honorarios.pricing.rule.scope import category_of
from honorarios.pricing.rule.value import line_value


@part
def price_line(line: Line, a: Catalogue, r: Result) -> int:
    """Price one line and write its results; the status."""
    status = check(line)
    if status != PRICED:
        return status
    status, contract, segment = resolve(line, a)
    if status != PRICED:
        return status
    r.contract, r.segment = contract, segment
    standard = memory.segments(a)[segment].standard
    if standard == NONE:
        return NO_STANDARD
    category = category_of(a, line.code)
    rule = match_rule(line, a, segment, category)
    r.rule = rule
    if rule != NONE and memory.rules(a)[rule].excluded == 1:
        return EXCLUDED
    slot = slot_of(a, segment, line.plan)
    bed = bed_in_effect(line, a, segment, slot)
    day = price_day(line, memory.contracts(a)[contract].price_date)
    row, role_row, bed_row = 0, False, False
    if rule != NONE and memory.rules(a)[rule].fixed != NONE:
        write_fixed(a, r, rule)
    else:
        table_4 = memory.slots(a)[slot].level_4
        if rule != NONE and memory.rules(a)[rule].table != NONE and table_4 != EXCLUSIVE:
            table_4 = memory.rules(a)[rule].table
        status, level, row, series = look_up(line, a, slot, max(table_4, NONE), bed, day)
        if status != PRICED:
            return status
        r.level, r.row = level, row
        role_row = memory.series(a)[series].role != NONE
        period = memory.slots(a)[slot].plan_set if level <= 2 else memory.slots(a)[slot].set
        if rule != NONE and memory.rules(a)[rule].set != UNCHANGED:
            period = memory.rules(a)[rule].set
        status, of_bed = write_components(line, a, r, row, role_row, period, bed, standard)
        if status != PRICED:
            return status
        bed_row = of_bed or memory.series(a)[series].accommodation != NONE
    neutral_factors(r)
    status = write_factors(line, a, r, segment, row, NONE if bed_row else bed, category, role_row)
    if status != PRICED:
        return status
    return write_value(line, a, r, segment, row)


@part
def write_fixed(a: Catalogue, r: Result, rule: int) -> None:
    """A price rule's fixed price, on row 0."""
    fixed = memory.rules(a)[rule]
    r.level, r.row, r.fee_unit = 0, 0, BRL
    r.fee_mantissa, r.fee_scale = fixed.fixed, fixed.fixed_scale
    r.operating_cost_mantissa, r.film_mantissa = 0, 0


@part
def write_value(line: Line, a: Catalogue, r: Result, segment: int, row: int) -> int:
    price = memory.rows(a)[row]
    unit, total = line_value(
        r, a, segment, price.components, line.quantity, price.extra, price.extra_scale
    )
    if unit == 0:
        return ZERO_PRICE
    if max(unit, abs(total)) > LARGEST_AMOUNT:
        return AMOUNT_TOO_LARGE
    r.unit_centavos, r.total_centavos = unit, total
    r.wide = unit == WIDE
    return PRICED
