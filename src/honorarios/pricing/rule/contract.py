"""Section 4: the contract of a line, its segment on the price date, its price rule and its plan."""

from __future__ import annotations

import numpy as np

from honorarios.pricing.interned import BAD, NO_DAY, NO_TIME, Line
from honorarios.pricing.records import NONE, PIECE_KEYS, Catalogue
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
def count_up_to(a: Catalogue, piece: int, key: int) -> int:
    """How many numbers of a rising list are not above the key; ``piece`` is its first."""
    count = 0
    while True:
        found = 0
        for n in range(PIECE_KEYS):  # no branch to guess wrong, whatever the key
            found += memory.keys(a, piece).keys[n] <= np.int32(key)
        count += found
        if found < PIECE_KEYS:
            return count
        piece += 1


@part
def segment_on(a: Catalogue, contract: int, day: int) -> int:
    """The segment of the contract that holds on the day, or NONE."""
    scope = memory.contracts(a, contract)
    count = count_up_to(a, scope.segment_keys, day)
    if count == 0 or memory.segments(a, scope.segment + count - 1).last < day:
        return NONE
    return scope.segment + count - 1


@part
def find_contract(line: Line, a: Catalogue) -> tuple[int, int, int]:
    """Status, contract and segment of the heaviest contract that matches and is in force."""
    payer, unit, route = line.payer, line.billing_unit, line.route
    if payer == NONE or unit == NONE or route < 0:
        return MISSING_CONTRACT, NONE, NONE
    if payer == BAD or unit == BAD:
        return NO_CONTRACT, NONE, NONE
    group = memory.contract_groups(a, payer, unit, route)
    if group == NONE:
        return NO_CONTRACT, NONE, NONE
    first = 0 if group == 0 else memory.candidate_ends(a, group - 1)
    for position in range(first, memory.candidate_ends(a, group)):
        contract = memory.candidates(a, position)
        scope = memory.contracts(a, contract)
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
    segment = segment_on(a, contract, price_day(line, memory.contracts(a, contract).price_date))
    if segment == NONE:
        return CONTRACT_NOT_IN_FORCE, NONE, NONE
    return PRICED, contract, segment


@part
def match_rule(line: Line, a: Catalogue, segment: int, category: int) -> int:
    """The first of the segment's price rules whose scope holds, or NONE."""
    character = line.character
    if character == NONE:
        character = ELECTIVE
    for position in range(memory.segments(a, segment).rule, memory.segments(a, segment).rule_end):
        rule = memory.rules(a, position)
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
    terms = memory.segments(a, segment)
    own = terms.slot + count_up_to(a, terms.plan_keys, plan)
    return own if memory.slots(a, own).plan == plan else terms.slot


@part
def bed_in_effect(line: Line, a: Catalogue, segment: int, slot: int) -> int:
    """The accommodation that counts: the line's, or the plan's where the contract says so."""
    bed = line.accommodation
    if (
        bed != NONE
        and memory.segments(a, segment).by_plan == 1
        and memory.slots(a, slot).accommodation != NONE
    ):
        return memory.slots(a, slot).accommodation
    return bed
