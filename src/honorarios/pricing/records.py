"""The records of a compiled catalogue, as the rule reads them.

Days are days since 1970-01-01. Amounts are ``mantissa / 10**scale`` reais; percentages are shown with
6 decimals, adjustments and components with 8. Identifiers are positions in the compiled catalogue's
lists; ``NONE`` stands for an empty cell.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

NONE: Final = -1
FIRST_DAY: Final = -(2**30)
"""A validity without a beginning."""
LAST_DAY: Final = 2**30
"""A validity without an end."""

HOLIDAYS_FROM: Final = 7_305
"""1990-01-01: holidays are known from this day on."""
HOLIDAYS_DAYS: Final = 40_177
"""Up to 2099-12-31."""

COMPONENT_PLACES: Final = 8
PERCENT_PLACES: Final = 6
FACTOR_PLACES: Final = 6
ADJUSTMENT_PLACES: Final = 8

Array: TypeAlias = NDArray[Any]

CACHE_LINE: Final = 64
"""Bytes that a processor fetches together; what is read at random is made to fit in one."""
PIECE_ROWS: Final = 6
PIECE_KEYS: Final = 8
NEVER: Final = 2**31 - 1
"""Fills up a piece: after every day, above every number."""

KEYS: Final = np.dtype([("keys", "i4", (PIECE_KEYS,))])
"""A piece of a list of rising numbers; the last piece of a list is never full."""

SERIES: Final = np.dtype(
    [
        ("valid_from", "i4", (PIECE_ROWS,)),
        ("valid_to", "i4", (PIECE_ROWS,)),
        ("first", "i8"),
        ("accommodation", "i4"),
        ("role", "i1"),
        ("setting", "i1"),
        ("last", "i1"),
        ("earlier", "i1"),
    ],
    align=True,
)
"""Rows of one code in one table with the same role, accommodation and setting cells, rising by first day.

A series of more rows than fit is in pieces, the latest first; ``earlier`` says that another follows. The
days of the rows stand here so that a look-up reads one cache line before it reads the row ``first`` + n.
A code's series follow one another, heaviest first; ``last`` marks the last piece of the last."""

ROW: Final = np.dtype(
    [
        ("fee", "i8"),
        ("operating_cost", "i8"),
        ("film", "i8"),
        ("valid_from", "i4"),
        ("valid_to", "i4"),
        ("extra", "i4"),
        ("group", "i4"),
        ("schedule", "i4"),
        ("number", "i4"),
        ("fee_unit", "i2"),
        ("operating_cost_unit", "i2"),
        ("anaesthetic_unit", "i2"),
        ("fee_scale", "i1"),
        ("operating_cost_scale", "i1"),
        ("film_scale", "i1"),
        ("anaesthetic_porte", "i1"),
        ("basis", "i1"),
        ("admits_urgency", "i1"),
        ("admits_accommodation", "i1"),
        ("own_video", "i1"),
        ("own_bilateral", "i1"),
        ("components", "i1"),
    ],
    align=True,
)
"""A price row as a table sees it, in one cache line.

``extra`` is what each unit after the first is worth of the first: a position in ``numbers``."""

LETTER: Final = 9
"""``anaesthetic_porte`` of a row with a letter: its value is the coefficient ``anaesthetic_unit``."""

SPECIAL: Final = np.dtype(
    [
        ("code", "i8"),
        ("group", "i4"),
        ("specialty", "i4"),
        ("accommodation", "i4"),
        ("setting", "i4"),
        ("scale", "i4"),
        ("mantissa", "i8"),
    ],
    align=True,
)
"""A coefficient for some lines only; heaviest first."""

COEFFICIENT: Final = np.dtype(
    [("mantissa", "i8"), ("scale", "i4"), ("special", "i4"), ("special_end", "i4")], align=True
)
"""Value of one unit in one period of a set; mantissa ``NONE`` when there is no plain value."""

SEGMENT: Final = np.dtype(
    [
        ("first", "i4"),
        ("last", "i4"),
        ("terms_from", "i4"),
        ("standard", "i4"),
        ("slot", "i4"),
        ("plan_keys", "i4"),
        ("rule", "i4"),
        ("rule_end", "i4"),
        ("annex", "i4"),
        ("annex_end", "i4"),
        ("calendar", "i4"),
        ("touches_cost", "i4"),
        ("touches_film", "i4"),
        ("round_down", "i1"),
        ("rounding_point", "i1"),
        ("composition", "i1"),
        ("by_plan", "i1"),
    ],
    align=True,
)
"""Days of a contract on which nothing of it changes: terms, standard and coefficients."""

LEVELS: Final = 4
SLOT: Final = np.dtype(
    [
        ("plan", "i4"),
        ("levels", "i4", (LEVELS,)),
        ("plan_set", "i4"),
        ("set", "i4"),
        ("accommodation", "i4"),
    ]
)
"""The four tables and the coefficients of one plan in one segment.

A segment's first slot is that of lines without a plan; those of its plans follow, rising."""

RULE: Final = np.dtype(
    [
        ("categories", "i8"),
        ("fixed", "i8"),
        ("scope", "i4"),
        ("roles", "i4"),
        ("table", "i4"),
        ("set", "i4"),
        ("name", "i4"),
        ("fee", "i4"),
        ("operating_cost", "i4"),
        ("film", "i4"),
        ("anaesthesia", "i4"),
        ("fixed_scale", "i1"),
        ("settings", "i1"),
        ("characters", "i1"),
        ("excluded", "i1"),
    ],
    align=True,
)
"""A price rule in one segment; masks of 0 hold for all; adjustments are positions in ``numbers``."""

ANNEX: Final = np.dtype(
    [("categories", "i8"), ("type", "i4"), ("roles", "i4"), ("factor", "i4")], align=True
)

STANDARD: Final = np.dtype(
    [
        ("iamspe", "i1"),
        ("fee_only", "i1"),
        ("full_base", "i1"),
        ("anaesthetic_base", "i1"),
        ("needs_urgency", "i1"),
        ("interval", "i1"),
        ("first_paediatric", "i1"),
        ("overtime", "i4"),
        ("overtime_end", "i4"),
        ("paediatric", "i4"),
        ("paediatric_end", "i4"),
        ("video", "i4"),
        ("robotic", "i4"),
        ("bilateral_same", "i4"),
        ("bilateral_different", "i4"),
        ("bilateral_anaesthesia", "i4"),
    ],
    align=True,
)

CASCADES: Final = 5
SINGLE, SAME, DIFFERENT, ANAESTHESIA_SAME, ANAESTHESIA_DIFFERENT = range(CASCADES)

OVERTIME: Final = np.dtype(
    [
        ("valid_from", "i4"),
        ("valid_to", "i4"),
        ("start", "i4"),
        ("end", "i4"),
        ("percent", "i4"),
        ("scope", "i4"),
        ("roles", "i4"),
        ("days", "i4"),
    ],
    align=True,
)
"""A window of special hours; an end not after the start crosses midnight; bit 7 of days is a holiday."""

PAEDIATRIC: Final = np.dtype(
    [
        ("from_months", "i4"),
        ("below_months", "i4"),
        ("below_grams", "i4"),
        ("percent", "i4"),
        ("scope", "i4"),
    ]
)

CONTRACT: Final = np.dtype(
    [
        ("segment", "i4"),
        ("segment_keys", "i4"),
        ("plan", "i4"),
        ("provider", "i4"),
        ("specialty", "i4"),
        ("price_date", "i4"),
    ]
)

NUMBER: Final = np.dtype([("mantissa", "i8"), ("shown", "i8"), ("scale", "i4")], align=True)
"""A multiplier as ``mantissa / 10**scale``, and the figure that people see for it."""

PATTERN: Final = np.dtype(
    [("low", "i8"), ("high", "i8"), ("digits", "i4"), ("exact", "i4"), ("owner", "i4")], align=True
)
"""Codes by their digits filled up with zeros on the right to ten; ``exact``: of just so many digits."""


class Arrays(NamedTuple):
    """A compiled catalogue as the rule reads it."""

    contracts: Array
    contract_groups: Array
    """``[payer, billing unit, route]`` to a position in ``candidates``, or ``NONE``."""
    candidate_ends: Array
    candidates: Array
    segments: Array
    keys: Array
    """First days of each contract's segments, and plans of each segment's slots, close together to search."""
    slots: Array
    rules: Array
    annex: Array
    standards: Array
    roles: Array
    """``[standard, role]`` to a number, or ``NONE``."""
    cascades: Array
    """``[standard, cascade, 0 first | 1 end]`` in ``cascade_numbers``."""
    cascade_numbers: Array
    anaesthetic_units: Array
    """``[standard, anaesthetic porte]`` to a unit, or ``NONE``."""
    overtime: Array
    paediatric: Array
    numbers: Array
    first_series: Array
    """``[table, code]`` to the first of its series, or ``NONE``."""
    series: Array
    rows: Array
    coefficients: Array
    """``[period of a set, unit]``."""
    specials: Array
    holidays: Array
    """``[calendar, day since HOLIDAYS_FROM]``."""
    scopes: Array
    """``[scope, code]``: 1 where the code is in the scope."""
    scope_patterns: Array
    scope_ends: Array
    categories: Array
    """Category of each code, or ``NONE``."""
    category_patterns: Array
    in_table: Array
    """1 for codes that some table has."""


CATALOGUE: Final = np.dtype(
    [
        *((name, "i8") for name in Arrays._fields),
        ("billing_units", "i8"),
        ("units", "i8"),
        ("codes", "i8"),
        ("category_count", "i8"),
    ]
)
"""Where the arrays of a compiled catalogue are, as one record (:mod:`honorarios.pricing.rule.memory`)."""

Catalogue: TypeAlias = Any
"""A record of :data:`CATALOGUE`."""
