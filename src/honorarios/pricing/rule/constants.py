"""The plain numbers that the rule's compiler freezes: limits, bits, members of closed lists, statuses."""

from __future__ import annotations

from typing import Final

from honorarios.core.money import RoundingPoint
from honorarios.core.vocabulary import (
    AccessRoute,
    Character,
    Laterality,
    ProcedureKind,
    Role,
    Technique,
)
from honorarios.pricing.status import Status

# The compiler freezes these as plain numbers.
DAY: Final = 86_400
LONGEST_ACT: Final = 366 * DAY
MOST_RANK: Final = 99
MOST_MONTHS: Final = 2_400
MOST_GRAMS: Final = 999_999
MOST_QUANTITY: Final = 999
LARGEST_AMOUNT: Final = 10**12
"""In centavos; a larger one is a mistake in the terms, not a fee."""
EPOCH_WEEKDAY: Final = 3
"""1970-01-01 was a Thursday, counting from Monday."""
HOLIDAY_BIT: Final = 7
PERCENT_ONE: Final = 100_000_000
"""1 as a percentage with 6 decimals: 100,000000."""

ACCOMMODATION, OVERTIME, PAEDIATRIC, TECHNIQUE, BILATERAL, ROLE, ROUTE = (
    1 << bit for bit in range(7)
)
"""Bits of the factors in a component's mask."""
SURCHARGES: Final = ACCOMMODATION | OVERTIME | PAEDIATRIC
ALL_FACTORS: Final = 2 * ROUTE - 1

MULTIPLY, ADD_PERCENTS, ADD_ALL = range(3)
BY_START, BY_MAJORITY, BY_ANY = range(3)
PRICE_BY_START, PRICE_BY_END, PRICE_BY_ADMISSION = range(3)

UNKNOWN_CODE_BASE: Final = -100
"""Codes that the catalogue does not have are ``BASE - (digits filled up to ten * 16 + how many)``."""

SURGEON = int(Role.SURGEON)
FIRST_ASSISTANT = int(Role.FIRST_ASSISTANT)
FOURTH_ASSISTANT = int(Role.FOURTH_ASSISTANT)
SCRUB_ASSISTANT = int(Role.SCRUB_ASSISTANT)
ANAESTHETIST = int(Role.ANAESTHETIST)
ANAESTHETIST_ASSISTANT = int(Role.ANAESTHETIST_ASSISTANT)
ROUTE_SINGLE = int(AccessRoute.SINGLE)
ROUTE_DIFFERENT = int(AccessRoute.DIFFERENT)
SECONDARY = int(ProcedureKind.SECONDARY)
URGENT = int(Character.URGENT)
ELECTIVE = int(Character.ELECTIVE)
VIDEO = int(Technique.VIDEO)
ROBOTIC = int(Technique.ROBOTIC)
BOTH = int(Laterality.BOTH)
POINT_LINE = int(RoundingPoint.LINE)
POINT_STEP = int(RoundingPoint.STEP)
POINT_COMPONENT = int(RoundingPoint.COMPONENT)

PRICED = int(Status.PRICED)
(
    MISSING_CODE,
    INVALID_CODE,
    MISSING_START,
    INVALID_START,
    INVALID_END,
    START_AFTER_END,
    ACT_TOO_LONG,
    MISSING_ROLE,
    INVALID_ROLE,
    INVALID_ACCESS_ROUTE,
    INVALID_PROCEDURE_KIND,
    INVALID_RANK,
    INVALID_CHARACTER,
    INVALID_SETTING,
    INVALID_TECHNIQUE,
    INVALID_LATERALITY,
    INVALID_ADMISSION,
    INVALID_AGE,
    INVALID_WEIGHT,
    INVALID_QUANTITY,
    NOT_AUTHORISED,
    UNKNOWN_CONTRACT,
    MISSING_CONTRACT,
    NO_CONTRACT,
    CONTRACT_NOT_IN_FORCE,
    NO_STANDARD,
    EXCLUDED,
    UNKNOWN_CODE,
    NO_PRICE,
    PRICE_NOT_IN_FORCE,
    NO_ANAESTHETIC_PORTE,
    NO_ANAESTHETIST,
    NO_COEFFICIENT,
    NO_ACCOMMODATION_FACTOR,
    NO_ROLE_PERCENT,
    ZERO_PRICE,
    AMOUNT_TOO_LARGE,
) = range(1, len(Status))

BRL, FILM = range(2)
"""The units that every catalogue has (:mod:`honorarios.pricing.compile.coefficients`)."""
EXCLUSIVE: Final = -2
"""``level_4`` of a plan whose own tables are exclusive: not even a price rule's table is tried."""
UNCHANGED: Final = -2
"""``set`` of a price rule that leaves the coefficients as they are; NONE is a set without values."""

FACTOR_OF_ONE, WHOLE, NO_SURCHARGE = range(3)
"""Positions in ``numbers`` of what changes nothing (:class:`honorarios.pricing.compile.numbers.Numbers`)."""
UNADJUSTED: Final = WHOLE
"""A multiplier of 1 with 8 decimals and a share of 100 % with 6 are one and the same figure."""
