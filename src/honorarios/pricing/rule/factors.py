"""Section 6: every factor of a line, chosen and written."""

from __future__ import annotations

from honorarios.pricing.interned import NO_NUMBER, Line, Result
from honorarios.pricing.records import (
    ANAESTHESIA_DIFFERENT,
    ANAESTHESIA_SAME,
    DIFFERENT,
    NONE,
    SAME,
    SINGLE,
    Catalogue,
)
from honorarios.pricing.rule import memory
from honorarios.pricing.rule.compiler import part
from honorarios.pricing.rule.components import is_anaesthesia
from honorarios.pricing.rule.constants import (
    BOTH,
    FACTOR_OF_ONE,
    FIRST_ASSISTANT,
    NO_ACCOMMODATION_FACTOR,
    NO_ROLE_PERCENT,
    NO_SURCHARGE,
    PRICED,
    ROBOTIC,
    ROUTE_DIFFERENT,
    ROUTE_SINGLE,
    SCRUB_ASSISTANT,
    SECONDARY,
    UNADJUSTED,
    URGENT,
    VIDEO,
    WHOLE,
)
from honorarios.pricing.rule.overtime import overtime_number
from honorarios.pricing.rule.scope import in_mask, in_scope


@part
def accommodation_number(
    a: Catalogue, segment: int, accommodation: int, role: int, category: int
) -> int:
    """The annex's factor for the accommodation, or NONE."""
    terms, found = memory.segments(a, segment), NONE
    for position in range(terms.annex_end - 1, terms.annex - 1, -1):  # no branch to guess wrong
        entry = memory.annex(a, position)
        holds = (
            (entry.type == accommodation)
            & in_mask(entry.roles, role)
            & in_mask(entry.categories, category)
        )
        found = entry.factor if holds else found
    return found


@part
def paediatric_number(line: Line, a: Catalogue, standard: int) -> int:
    """The surcharge by age or weight: its position in the numbers."""
    rules = memory.standards(a, standard)
    age, weight = line.age_months, line.weight_grams
    best, best_percent = NO_SURCHARGE, -1
    if age == NO_NUMBER:
        return NO_SURCHARGE
    for position in range(rules.paediatric, rules.paediatric_end):
        rule = memory.paediatric(a, position)
        if not (
            rule.from_months <= age < rule.below_months
            and (rule.below_grams == NONE or (weight != NO_NUMBER and weight < rule.below_grams))
            and in_scope(a, rule.scope, line.code)
        ):
            continue
        percent = memory.numbers(a, rule.percent).shown
        if percent > best_percent:
            best, best_percent = rule.percent, percent
        if rules.first_paediatric == 1:
            break
    return best


@part
def bilateral_number(line: Line, a: Catalogue, standard: int) -> int:
    """The surcharge of the second side."""
    rules = memory.standards(a, standard)
    if is_anaesthesia(line.role):
        return rules.bilateral_anaesthesia
    if line.access_route == ROUTE_DIFFERENT:
        return rules.bilateral_different
    return rules.bilateral_same


@part
def route_number(line: Line, a: Catalogue, standard: int) -> int:
    """The access route's percentage: its position in the numbers."""
    role, access_route = line.role, line.access_route
    if line.procedure_kind != SECONDARY or access_route == NONE:
        return WHOLE
    if memory.standards(a, standard).full_base == 1 and FIRST_ASSISTANT <= role <= SCRUB_ASSISTANT:
        return WHOLE
    if access_route == ROUTE_SINGLE:
        cascade = SINGLE
    elif access_route == ROUTE_DIFFERENT:
        cascade = ANAESTHESIA_DIFFERENT if is_anaesthesia(role) else DIFFERENT
    else:
        cascade = ANAESTHESIA_SAME if is_anaesthesia(role) else SAME
    rank = 2 if line.rank == NO_NUMBER else line.rank
    first, end = memory.cascades(a, standard, cascade, 0), memory.cascades(a, standard, cascade, 1)
    return memory.cascade_numbers(a, min(first + rank, end) - 1)


@part
def neutral_factors(r: Result) -> None:
    """Start with factors that change nothing."""
    r.fee_adjustment = UNADJUSTED
    r.operating_cost_adjustment = UNADJUSTED
    r.film_adjustment = UNADJUSTED
    r.accommodation_factor = FACTOR_OF_ONE
    r.overtime_percent = NO_SURCHARGE
    r.paediatric_percent = NO_SURCHARGE
    r.technique_factor = FACTOR_OF_ONE
    r.bilateral_percent = NO_SURCHARGE
    r.role_percent = WHOLE
    r.route_percent = WHOLE


@part
def adjustments(line: Line, a: Catalogue, r: Result, rule: int) -> None:
    """The contract's deflators by component."""
    adjusted = memory.rules(a, rule)
    fee = adjusted.fee
    if is_anaesthesia(line.role) and adjusted.anaesthesia != NONE:
        fee = adjusted.anaesthesia
    r.fee_adjustment = fee
    r.operating_cost_adjustment = adjusted.operating_cost
    r.film_adjustment = adjusted.film


@part
def technique_number(line: Line, a: Catalogue, r: Result) -> int:
    """The factor of the technique; neutral on a code that is itself the video act."""
    if memory.rows(a, r.row).own_video == 1:
        return FACTOR_OF_ONE
    if line.technique == VIDEO:
        return memory.standards(a, r.standard).video
    if line.technique == ROBOTIC:
        return memory.standards(a, r.standard).robotic
    return FACTOR_OF_ONE


@part
def write_surcharges(line: Line, a: Catalogue, r: Result) -> int:
    """Accommodation, overtime and paediatric surcharges; the status."""
    price, rules = memory.rows(a, r.row), memory.standards(a, r.standard)
    if r.bed != NONE and r.of_bed == 0 and price.admits_accommodation == 1:
        r.accommodation_factor = accommodation_number(a, r.segment, r.bed, line.role, r.category)
        if r.accommodation_factor == NONE:
            return NO_ACCOMMODATION_FACTOR
    if price.admits_urgency == 1 and (rules.needs_urgency == 0 or line.character == URGENT):
        r.overtime_percent = overtime_number(
            line, a, r.standard, memory.segments(a, r.segment).calendar
        )
    r.paediatric_percent = paediatric_number(line, a, r.standard)
    return PRICED


@part
def write_factors(line: Line, a: Catalogue, r: Result) -> int:
    """Write every factor of section 6; the status."""
    iamspe = memory.standards(a, r.standard).iamspe == 1
    if not iamspe:
        if r.rule != NONE:
            adjustments(line, a, r, r.rule)
        status = write_surcharges(line, a, r)
        if status != PRICED:
            return status
        r.technique_factor = technique_number(line, a, r)
        if line.laterality == BOTH and memory.rows(a, r.row).own_bilateral == 0:
            r.bilateral_percent = bilateral_number(line, a, r.standard)
        r.route_percent = route_number(line, a, r.standard)
    if iamspe or r.of_role == 0:
        r.role_percent = memory.roles(a, r.standard, line.role)
        if r.role_percent == NONE:
            return NO_ROLE_PERCENT
    return PRICED
