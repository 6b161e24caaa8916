"""Section 4: the contract of a line, its segment on the price date, its price rule and its plan."""

from __future__ import annotations

from honorarios.pricing.layout import BAD, NO_DAY, NO_TIME, NONE, Arrays, Line
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
    return moment // DAY


@part
def price_day(line: Line, by: int) -> int:
    if by == PRICE_BY_END and line.end != NO_TIME:
        return day_of_moment(line.end)
    if by == PRICE_BY_ADMISSION and line.admission != NO_DAY:
        return line.admission
    return day_of_moment(line.start)


@part
def segment_on(a: Arrays, contract: int, day: int) -> int:
    """The segment of the contract that holds on the day, or NONE."""
    low, high = a.contracts[contract].segment, a.contracts[contract].segment_end
    while low < high:
        middle = (low + high) // 2
        if a.segments[middle].first <= day:
            low = middle + 1
        else:
            high = middle
    found = low - 1
    if found < a.contracts[contract].segment or a.segments[found].last < day:
        return NONE
    return found


@part
def find_contract(line: Line, a: Arrays) -> tuple[int, int, int]:
    """Status, contract and segment of the heaviest contract that matches and is in force."""
    payer, unit, route = line.payer, line.billing_unit, line.route
    if payer == NONE or unit == NONE or route < 0:
        return MISSING_CONTRACT, NONE, NONE
    if payer == BAD or unit == BAD:
        return NO_CONTRACT, NONE, NONE
    group = a.contract_groups[payer, unit, route]
    if group == NONE:
        return NO_CONTRACT, NONE, NONE
    first = 0 if group == 0 else a.candidate_ends[group - 1]
    for position in range(first, a.candidate_ends[group]):
        contract = a.candidates[position]
        scope = a.contracts[contract]
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
def resolve(line: Line, a: Arrays) -> tuple[int, int, int]:
    contract = line.contract
    if contract == NONE:
        return find_contract(line, a)
    if contract == BAD:
        return UNKNOWN_CONTRACT, NONE, NONE
    segment = segment_on(a, contract, price_day(line, a.contracts[contract].price_date))
    if segment == NONE:
        return CONTRACT_NOT_IN_FORCE, NONE, NONE
    return PRICED, contract, segment


@part
def match_rule(line: Line, a: Arrays, segment: int, category: int) -> int:
    character = line.character
    if character == NONE:
        character = ELECTIVE
    for position in range(a.segments[segment].rule, a.segments[segment].rule_end):
        rule = a.rules[position]
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
def slot_of(a: Arrays, segment: int, plan: int) -> int:
    """The plan's slot, or that of lines without a plan."""
    low, high = a.segments[segment].plan, a.segments[segment].plan_end
    end = high
    while low < high:
        middle = (low + high) // 2
        if a.slots[middle].plan < plan:
            low = middle + 1
        else:
            high = middle
    if plan >= 0 and low < end and a.slots[low].plan == plan:
        return low
    return a.segments[segment].slot


@part
def bed_in_effect(line: Line, a: Arrays, segment: int, slot: int) -> int:
    """The accommodation that counts: the line's, or the plan's where the contract says so."""
    bed = line.accommodation
    if bed != NONE and a.segments[segment].by_plan == 1 and a.slots[slot].accommodation != NONE:
        return a.slots[slot].accommodation
    return bed
