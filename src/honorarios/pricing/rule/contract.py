"""Section 4: the contract of a line, its segment on the price date, its price rule and its plan."""

from __future__ import annotations

from honorarios.pricing.layout import BAD, NO_DAY, NO_TIME, NONE, Catalogue, Line
from honorarios.pricing.rule import memory
from honorarios.pricing.rule.compiler import part
from honorarios.pricing.rule.constants import (
    CONTRACT_NOT_IN_FORCE,
    DAY,
    ELECTIVE,
    MISSING_CONTRACT,
    NO_CONTRACT,
    PRICE_BY_ADMISSION,
    PRICE_BY_END,
    PRICED,
    UNKNOWN_CONTRACT,
)
from honorarios.pricing.rule.scope import in_mask, in_scope, matches


@part
def day_of_moment(moment: int) -> int:
    """The day of a moment."""
    return moment // DAY


@part
def price_day(line: Line, by: int) -> int:
    """The day that chooses terms, prices and coefficients."""
    if by == PRICE_BY_END and line.end != NO_TIME:
        return day_of_moment(line.end)
    if by == PRICE_BY_ADMISSION and line.admission != NO_DAY:
        return line.admission
    return day_of_moment(line.start)


@part
def segment_on(a: Catalogue, contract: int, day: int) -> int:
    """The segment of the contract that holds on the day, or NONE."""
    low, high = memory.contracts(a)[contract].segment, memory.contracts(a)[contract].segment_end
    while low < high:
        middle = (low + high) // 2
        if memory.segments(a)[middle].first <= day:
            low = middle + 1
        else:
            high = middle
    found = low - 1
    if found < memory.contracts(a)[contract].segment or memory.segments(a)[found].last < day:
        return NONE
    return found


@part
def find_contract(line: Line, a: Catalogue) -> tuple[int, int, int]:
    """Status, contract and segment of the heaviest contract that matches and is in force."""
    payer, unit, route = line.payer, line.billing_unit, line.route
    if payer == NONE or unit == NONE or route < 0:
        return MISSING_CONTRACT, NONE, NONE
    if payer == BAD or unit == BAD:
        return NO_CONTRACT, NONE, NONE
    group = memory.contract_groups(a)[payer, unit, route]
    if group == NONE:
        return NO_CONTRACT, NONE, NONE
    first = 0 if group == 0 else memory.candidate_ends(a)[group - 1]
    for position in range(first, memory.candidate_ends(a)[group]):
        contract = memory.candidates(a)[position]
        scope = memory.contracts(a)[contract]
        if not matches(scope.plan, line.plan):
            continue
        if not matches(scope.provider, line.provider):
            continue
        if not matches(scope.specialty, line.specialty):
            continue
        segment = segment_on(a, contract, price_day(line, scope.price_date))
        if segment != NONE:
            return PRICED, contract, segment
    return NO_CONTRACT, NONE, NONE


@part
def resolve(line: Line, a: Catalogue) -> tuple[int, int, int]:
    """Status, contract and segment of the line."""
    contract = line.contract
    if contract == NONE:
        return find_contract(line, a)
    if contract == BAD:
        return UNKNOWN_CONTRACT, NONE, NONE
    segment = segment_on(a, contract, price_day(line, memory.contracts(a)[contract].price_date))
    if segment == NONE:
        return CONTRACT_NOT_IN_FORCE, NONE, NONE
    return PRICED, contract, segment


@part
def match_rule(line: Line, a: Catalogue, segment: int, category: int) -> int:
    """The first of the segment's price rules whose scope holds, or NONE."""
    character = line.character
    if character == NONE:
        character = ELECTIVE
    for position in range(memory.segments(a)[segment].rule, memory.segments(a)[segment].rule_end):
        rule = memory.rules(a)[position]
        if (
            in_mask(rule.roles, line.role)
            and in_mask(rule.settings, line.setting)
            and in_mask(rule.characters, character)
            and in_mask(rule.categories, category)
            and in_scope(a, rule.scope, line.code)
        ):
            return position
    return NONE


@part
def slot_of(a: Catalogue, segment: int, plan: int) -> int:
    """The plan's slot, or that of lines without a plan."""
    low, high = memory.segments(a)[segment].plan, memory.segments(a)[segment].plan_end
    end = high
    while low < high:
        middle = (low + high) // 2
        if memory.slots(a)[middle].plan < plan:
            low = middle + 1
        else:
            high = middle
    if plan >= 0 and low < end and memory.slots(a)[low].plan == plan:
        return low
    return memory.segments(a)[segment].slot


@part
def bed_in_effect(line: Line, a: Catalogue, segment: int, slot: int) -> int:
    """The accommodation that counts: the line's, or the plan's where the contract says so."""
    bed = line.accommodation
    if (
        bed != NONE
        and memory.segments(a)[segment].by_plan == 1
        and memory.slots(a)[slot].accommodation != NONE
    ):
        return memory.slots(a)[slot].accommodation
    return bed
