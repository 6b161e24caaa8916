"""One line from check to value: the order in which the sections are applied."""

from __future__ import annotations

from numba import njit

from honorarios.pricing.layout import NONE, Arrays, Lines, Results
from honorarios.pricing.rule.arithmetic import WIDE
from honorarios.pricing.rule.check import check
from honorarios.pricing.rule.components import base_value, write_components
from honorarios.pricing.rule.constants import (
    AMOUNT_TOO_LARGE,
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


@njit
def price_line(lines: Lines, i: int, a: Arrays, r: Results) -> int:
    """Price one line and write its results; the status."""
    status = check(lines, i)
    if status != PRICED:
        return status
    status, contract, segment = resolve(lines, i, a)
    if status != PRICED:
        return status
    r.contract[i], r.segment[i] = contract, segment
    standard = a.segments[segment].standard
    if standard == NONE:
        return NO_STANDARD
    category = category_of(a, lines.code[i])
    rule = match_rule(lines, i, a, segment, category)
    r.rule[i] = rule
    if rule != NONE and a.rules[rule].excluded == 1:
        return EXCLUDED
    slot = slot_of(a, segment, lines.plan[i])
    bed = bed_in_effect(lines, i, a, segment, slot)
    day = price_day(lines, i, a.contracts[contract].price_date)
    row, role_row, bed_row = 0, False, False
    if rule != NONE and a.rules[rule].fixed != NONE:
        r.level[i], r.basis[i], r.fee_unit[i] = 0, 0, 0
        r.row[i], r.price_row[i], r.schedule[i] = NONE, NONE, NONE
        r.fee[i] = base_value(a.rules[rule].fixed, a.rules[rule].fixed_scale, 1, 0)
        r.operating_cost[i], r.film[i] = 0, 0
    else:
        table_4 = a.slots[slot].level_4
        if rule != NONE and a.rules[rule].table != NONE and table_4 != EXCLUSIVE:
            table_4 = a.rules[rule].table
        status, level, row, series = look_up(lines, i, a, slot, max(table_4, NONE), bed, day)
        if status != PRICED:
            return status
        write_row(a, r, i, level, row)
        role_row = a.series[series].role != NONE
        period = a.slots[slot].plan_set if level <= 2 else a.slots[slot].set
        if rule != NONE and a.rules[rule].set != UNCHANGED:
            period = a.rules[rule].set
        status, of_bed = write_components(lines, i, a, r, row, role_row, period, bed, standard)
        if status != PRICED:
            return status
        bed_row = of_bed or a.series[series].accommodation != NONE
    neutral_factors(r, i)
    status = write_factors(
        lines, i, a, r, segment, row, NONE if bed_row else bed, category, role_row
    )
    if status != PRICED:
        return status
    return write_value(lines, i, a, r, segment, row)


@njit
def write_row(a: Arrays, r: Results, i: int, level: int, row: int) -> None:
    price = a.rows[row]
    r.level[i], r.row[i], r.basis[i] = level, row, price.basis
    r.valid_from[i], r.valid_to[i] = price.valid_from, price.valid_to
    r.schedule[i], r.price_row[i] = price.schedule, price.number


@njit
def write_value(lines: Lines, i: int, a: Arrays, r: Results, segment: int, row: int) -> int:
    price = a.rows[row]
    unit, total = line_value(
        r, i, a, segment, price.components, lines.quantity[i], price.extra, price.extra_scale
    )
    if unit == 0:
        return ZERO_PRICE
    if max(unit, abs(total)) > LARGEST_AMOUNT:
        return AMOUNT_TOO_LARGE
    r.unit_centavos[i], r.total_centavos[i] = unit, total
    r.wide[i] = unit == WIDE
    return PRICED
