"""Section 3: what a line must say before it can be priced, in the order of the statuses."""

from __future__ import annotations

from numba import njit

from honorarios.pricing.layout import BAD, BAD_DAY, BAD_TIME, NO_NUMBER, NO_TIME, NONE, Lines
from honorarios.pricing.rule.constants import (
    ACT_TOO_LONG,
    INVALID_ACCESS_ROUTE,
    INVALID_ADMISSION,
    INVALID_AGE,
    INVALID_CHARACTER,
    INVALID_CODE,
    INVALID_END,
    INVALID_LATERALITY,
    INVALID_PROCEDURE_KIND,
    INVALID_QUANTITY,
    INVALID_RANK,
    INVALID_ROLE,
    INVALID_SETTING,
    INVALID_START,
    INVALID_TECHNIQUE,
    INVALID_WEIGHT,
    LONGEST_ACT,
    MISSING_CODE,
    MISSING_ROLE,
    MISSING_START,
    MOST_GRAMS,
    MOST_MONTHS,
    MOST_QUANTITY,
    MOST_RANK,
    NOT_AUTHORISED,
    PRICED,
    START_AFTER_END,
)


@njit
def check_times(lines: Lines, i: int) -> int:
    start, end = lines.start[i], lines.end[i]
    if start == NO_TIME:
        return MISSING_START
    if start == BAD_TIME:
        return INVALID_START
    if end == BAD_TIME:
        return INVALID_END
    if end != NO_TIME:
        if end < start:
            return START_AFTER_END
        if end - start > LONGEST_ACT:
            return ACT_TOO_LONG
    return PRICED


@njit
def check_terms(lines: Lines, i: int) -> int:
    if lines.role[i] == NONE:
        return MISSING_ROLE
    if lines.role[i] == BAD:
        return INVALID_ROLE
    if lines.access_route[i] == BAD:
        return INVALID_ACCESS_ROUTE
    if lines.procedure_kind[i] == BAD:
        return INVALID_PROCEDURE_KIND
    rank = lines.rank[i]
    if rank != NO_NUMBER and not 1 <= rank <= MOST_RANK:
        return INVALID_RANK
    if lines.character[i] == BAD:
        return INVALID_CHARACTER
    if lines.setting[i] == BAD:
        return INVALID_SETTING
    if lines.technique[i] == BAD:
        return INVALID_TECHNIQUE
    if lines.laterality[i] == BAD:
        return INVALID_LATERALITY
    return PRICED


@njit
def check_numbers(lines: Lines, i: int) -> int:
    if lines.admission[i] == BAD_DAY:
        return INVALID_ADMISSION
    age, weight, quantity = lines.age_months[i], lines.weight_grams[i], lines.quantity[i]
    if age != NO_NUMBER and not 0 <= age <= MOST_MONTHS:
        return INVALID_AGE
    if weight != NO_NUMBER and not 1 <= weight <= MOST_GRAMS:
        return INVALID_WEIGHT
    if quantity == 0 or quantity < -MOST_QUANTITY or quantity > MOST_QUANTITY:
        return INVALID_QUANTITY
    return PRICED


@njit
def check(lines: Lines, i: int) -> int:
    if lines.code[i] == NONE:
        return MISSING_CODE
    if lines.code[i] == BAD:
        return INVALID_CODE
    status = check_times(lines, i)
    if status == PRICED:
        status = check_terms(lines, i)
    if status == PRICED:
        status = check_numbers(lines, i)
    if status == PRICED and lines.authorised[i] == 0:
        status = NOT_AUTHORISED
    return status
