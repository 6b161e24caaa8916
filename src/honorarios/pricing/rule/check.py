"""Section 3: what a line must say before it can be priced, in the order of the statuses."""

from __future__ import annotations

from honorarios.pricing.interned import BAD, BAD_DAY, BAD_TIME, NO_NUMBER, NO_TIME, Line
from honorarios.pricing.records import NONE
from honorarios.pricing.rule.compiler import part
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


@part
def check_times(line: Line) -> int:
    """Start and end; the status."""
    start, end = line.start, line.end
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


@part
def check_terms(line: Line) -> int:
    """The closed lists; the status."""
    if line.role == NONE:
        return MISSING_ROLE
    if line.role == BAD:
        return INVALID_ROLE
    if line.access_route == BAD:
        return INVALID_ACCESS_ROUTE
    if line.procedure_kind == BAD:
        return INVALID_PROCEDURE_KIND
    rank = line.rank
    if rank != NO_NUMBER and not 1 <= rank <= MOST_RANK:
        return INVALID_RANK
    if line.character == BAD:
        return INVALID_CHARACTER
    if line.setting == BAD:
        return INVALID_SETTING
    if line.technique == BAD:
        return INVALID_TECHNIQUE
    if line.laterality == BAD:
        return INVALID_LATERALITY
    return PRICED


@part
def check_numbers(line: Line) -> int:
    """Admission, age, weight and quantity; the status."""
    if line.admission == BAD_DAY:
        return INVALID_ADMISSION
    age, weight, quantity = line.age_months, line.weight_grams, line.quantity
    if age != NO_NUMBER and not 0 <= age <= MOST_MONTHS:
        return INVALID_AGE
    if weight != NO_NUMBER and not 1 <= weight <= MOST_GRAMS:
        return INVALID_WEIGHT
    if quantity == 0 or quantity < -MOST_QUANTITY or quantity > MOST_QUANTITY:
        return INVALID_QUANTITY
    return PRICED


@part
def check(line: Line) -> int:
    """Everything a line must say; the status."""
    if line.code == NONE:
        return MISSING_CODE
    if line.code == BAD:
        return INVALID_CODE
    status = check_times(line)
    if status == PRICED:
        status = check_terms(line)
    if status == PRICED:
        status = check_numbers(line)
    if status == PRICED and line.authorised == 0:
        status = NOT_AUTHORISED
    return status
