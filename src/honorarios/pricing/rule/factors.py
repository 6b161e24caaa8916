"""Section 6: every factor of a line, chosen and written."""

from __future__ import annotations

from numba import njit

from honorarios.pricing.layout import (
    ANAESTHESIA_DIFFERENT,
    ANAESTHESIA_SAME,
    DIFFERENT,
    NO_NUMBER,
    NONE,
    SAME,
    SINGLE,
    Arrays,
    Lines,
    Results,
)
from honorarios.pricing.rule.components import is_anaesthesia
from honorarios.pricing.rule.constants import (
    BOTH,
    FACTOR_ONE,
    FIRST_ASSISTANT,
    NO_ACCOMMODATION_FACTOR,
    NO_ROLE_PERCENT,
    PERCENT_ONE,
    PRICED,
    ROBOTIC,
    ROUTE_DIFFERENT,
    ROUTE_SINGLE,
    SCRUB_ASSISTANT,
    SECONDARY,
    URGENT,
    VIDEO,
)
from honorarios.pricing.rule.overtime import overtime_number
from honorarios.pricing.rule.scope import in_mask, in_scope


@njit
def accommodation_number(
    a: Arrays, segment: int, accommodation: int, role: int, category: int
) -> int:
    for position in range(a.segments[segment].annex, a.segments[segment].annex_end):
        entry = a.annex[position]
        if (
            entry.type == accommodation
            and in_mask(entry.roles, role)
            and in_mask(entry.categories, category)
        ):
            return entry.factor
    return NONE


@njit
def paediatric_number(lines: Lines, i: int, a: Arrays, standard: int) -> int:
    rules = a.standards[standard]
    age, weight = lines.age_months[i], lines.weight_grams[i]
    best, best_percent = NONE, -1
    if age == NO_NUMBER:
        return NONE
    for position in range(rules.paediatric, rules.paediatric_end):
        rule = a.paediatric[position]
        if not (
            rule.from_months <= age < rule.below_months
            and (rule.below_grams == NONE or (weight != NO_NUMBER and weight < rule.below_grams))
            and in_scope(a, rule.scope, lines.code[i])
        ):
            continue
        percent = a.numbers[rule.percent].shown
        if percent > best_percent:
            best, best_percent = rule.percent, percent
        if rules.first_paediatric == 1:
            break
    return best


@njit
def bilateral_number(lines: Lines, i: int, a: Arrays, standard: int) -> int:
    rules = a.standards[standard]
    if is_anaesthesia(lines.role[i]):
        return rules.bilateral_anaesthesia
    if lines.access_route[i] == ROUTE_DIFFERENT:
        return rules.bilateral_different
    return rules.bilateral_same


@njit
def route_number(lines: Lines, i: int, a: Arrays, standard: int) -> int:
    """The access route's percentage: position in numbers, NONE for 100 %."""
    role, access_route = lines.role[i], lines.access_route[i]
    if lines.procedure_kind[i] != SECONDARY or access_route == NONE:
        return NONE
    if a.standards[standard].full_base == 1 and FIRST_ASSISTANT <= role <= SCRUB_ASSISTANT:
        return NONE
    if access_route == ROUTE_SINGLE:
        cascade = SINGLE
    elif access_route == ROUTE_DIFFERENT:
        cascade = ANAESTHESIA_DIFFERENT if is_anaesthesia(role) else DIFFERENT
    else:
        cascade = ANAESTHESIA_SAME if is_anaesthesia(role) else SAME
    rank = 2 if lines.rank[i] == NO_NUMBER else lines.rank[i]
    first, end = a.cascades[standard, cascade, 0], a.cascades[standard, cascade, 1]
    return a.cascade_numbers[min(first + rank, end) - 1]


@njit
def neutral_factors(r: Results, i: int) -> None:
    r.fee_adjustment[i] = PERCENT_ONE
    r.operating_cost_adjustment[i] = PERCENT_ONE
    r.film_adjustment[i] = PERCENT_ONE
    r.accommodation_factor[i] = FACTOR_ONE
    r.overtime_percent[i] = 0
    r.paediatric_percent[i] = 0
    r.technique_factor[i] = FACTOR_ONE
    r.bilateral_percent[i] = 0
    r.role_percent[i] = PERCENT_ONE
    r.route_percent[i] = PERCENT_ONE


@njit
def adjustments(lines: Lines, i: int, a: Arrays, r: Results, rule: int) -> None:
    adjusted = a.rules[rule]
    fee = adjusted.fee
    if is_anaesthesia(lines.role[i]) and adjusted.anaesthesia != NONE:
        fee = adjusted.anaesthesia
    r.fee_adjustment[i] = a.numbers[fee].shown
    r.operating_cost_adjustment[i] = a.numbers[adjusted.operating_cost].shown
    r.film_adjustment[i] = a.numbers[adjusted.film].shown


@njit
def write_factors(
    lines: Lines,
    i: int,
    a: Arrays,
    r: Results,
    segment: int,
    row: int,
    bed: int,
    category: int,
    role_row: bool,
) -> int:
    """Write every factor of section 6; status. ``bed`` is NONE where accommodation does not count."""
    standard = a.segments[segment].standard
    rules, price, role = a.standards[standard], a.rows[row], lines.role[i]
    if rules.iamspe == 1:
        number = a.roles[standard, role]
        if number == NONE:
            return NO_ROLE_PERCENT
        r.role_percent[i] = a.numbers[number].shown
        return PRICED
    if r.rule[i] != NONE:
        adjustments(lines, i, a, r, r.rule[i])
    if bed != NONE and price.admits_accommodation == 1:
        number = accommodation_number(a, segment, bed, role, category)
        if number == NONE:
            return NO_ACCOMMODATION_FACTOR
        r.accommodation_factor[i] = a.numbers[number].shown
    if price.admits_urgency == 1 and (rules.needs_urgency == 0 or lines.character[i] == URGENT):
        number = overtime_number(lines, i, a, standard, a.segments[segment].calendar)
        if number != NONE:
            r.overtime_percent[i] = a.numbers[number].shown
    number = paediatric_number(lines, i, a, standard)
    if number != NONE:
        r.paediatric_percent[i] = a.numbers[number].shown
    if price.own_video == 0:
        if lines.technique[i] == VIDEO:
            r.technique_factor[i] = a.numbers[rules.video].shown
        elif lines.technique[i] == ROBOTIC:
            r.technique_factor[i] = a.numbers[rules.robotic].shown
    if lines.laterality[i] == BOTH and price.own_bilateral == 0:
        r.bilateral_percent[i] = a.numbers[bilateral_number(lines, i, a, standard)].shown
    if not role_row:
        number = a.roles[standard, role]
        if number == NONE:
            return NO_ROLE_PERCENT
        r.role_percent[i] = a.numbers[number].shown
    number = route_number(lines, i, a, standard)
    if number != NONE:
        r.route_percent[i] = a.numbers[number].shown
    return PRICED
