"""The shapes of a compiled catalogue and of the lines that the rule reads and writes.

Days are days since 1970-01-01, times are seconds since then, both as local wall time. Amounts are
``mantissa / 10**scale`` reais; percentages are shown with 6 decimals, adjustments and components with 8.
Identifiers are positions in the compiled catalogue's lists; ``NONE`` stands for an empty cell and
``BAD`` for one that cannot be read.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

NONE: Final = -1
BAD: Final = -2
NO_TIME: Final = -(2**62)
BAD_TIME: Final = NO_TIME + 1
NO_DAY: Final = -(2**31)
BAD_DAY: Final = NO_DAY + 1
NO_NUMBER: Final = NO_DAY
BAD_NUMBER: Final = BAD_DAY
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

SERIES: Final = np.dtype(
    [
        ("accommodation", "i4"),
        ("first", "i4"),
        ("end", "i4"),
        ("role", "i1"),
        ("setting", "i1"),
        ("last", "i1"),
    ],
    align=True,
)
"""Rows of one code in one table with the same role, accommodation and setting cells.

A code's series follow one another, heaviest first; ``last`` marks the end of them."""

ROW: Final = np.dtype(
    [
        ("valid_from", "i4"),
        ("valid_to", "i4"),
        ("fee", "i8"),
        ("operating_cost", "i8"),
        ("film", "i8"),
        ("extra", "i8"),
        ("fee_scale", "i1"),
        ("operating_cost_scale", "i1"),
        ("film_scale", "i1"),
        ("extra_scale", "i1"),
        ("fee_unit", "i2"),
        ("operating_cost_unit", "i2"),
        ("anaesthetic_unit", "i2"),
        ("anaesthetic_porte", "i1"),
        ("basis", "i1"),
        ("admits_urgency", "i1"),
        ("admits_accommodation", "i1"),
        ("own_video", "i1"),
        ("own_bilateral", "i1"),
        ("components", "i1"),
        ("group", "i4"),
        ("schedule", "i4"),
        ("number", "i4"),
    ],
    align=True,
)
"""A price row as a table sees it. ``extra`` is what each unit after the first is worth of the first."""

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
        ("plan", "i4"),
        ("plan_end", "i4"),
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

SLOT: Final = np.dtype(
    [
        ("plan", "i4"),
        ("level_1", "i4"),
        ("level_2", "i4"),
        ("level_3", "i4"),
        ("level_4", "i4"),
        ("plan_set", "i4"),
        ("set", "i4"),
        ("accommodation", "i4"),
    ]
)
"""The four tables and the coefficients of one plan (or of no plan) in one segment."""

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
        ("segment_end", "i4"),
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


LINE: Final = np.dtype(
    [
        ("code", "i8"),
        ("start", "i8"),
        ("end", "i8"),
        ("admission", "i4"),
        ("contract", "i4"),
        ("payer", "i4"),
        ("billing_unit", "i4"),
        ("plan", "i4"),
        ("provider", "i4"),
        ("specialty", "i4"),
        ("rank", "i4"),
        ("accommodation", "i4"),
        ("quantity", "i4"),
        ("age_months", "i4"),
        ("weight_grams", "i4"),
        ("route", "i1"),
        ("role", "i1"),
        ("access_route", "i1"),
        ("procedure_kind", "i1"),
        ("character", "i1"),
        ("setting", "i1"),
        ("technique", "i1"),
        ("laterality", "i1"),
        ("authorised", "i1"),
    ],
    align=True,
)
"""One line, interned."""

RESULT: Final = np.dtype(
    [
        ("fee_mantissa", "i8"),
        ("operating_cost_mantissa", "i8"),
        ("film_mantissa", "i8"),
        ("unit_centavos", "i8"),
        ("total_centavos", "i8"),
        ("fee_scale", "i4"),
        ("operating_cost_scale", "i4"),
        ("film_scale", "i4"),
        ("contract", "i4"),
        ("segment", "i4"),
        ("rule", "i4"),
        ("row", "i4"),
        ("level", "i4"),
        ("status", "i4"),
        ("standard", "i4"),
        ("category", "i4"),
        ("slot", "i4"),
        ("bed", "i4"),
        ("of_role", "i4"),
        ("of_bed", "i4"),
        ("fee_unit", "i4"),
        ("fee_adjustment", "i4"),
        ("operating_cost_adjustment", "i4"),
        ("film_adjustment", "i4"),
        ("accommodation_factor", "i4"),
        ("overtime_percent", "i4"),
        ("paediatric_percent", "i4"),
        ("technique_factor", "i4"),
        ("bilateral_percent", "i4"),
        ("role_percent", "i4"),
        ("route_percent", "i4"),
        ("wide", "i4"),
    ],
    align=True,
)
"""What the rule knows of one line while it prices it; factors are positions in ``numbers``."""

RESULT_COLUMNS: Final = {
    "fee": "i8",
    "operating_cost": "i8",
    "film": "i8",
    "fee_adjustment": "i8",
    "operating_cost_adjustment": "i8",
    "film_adjustment": "i8",
    "accommodation_factor": "i8",
    "overtime_percent": "i8",
    "paediatric_percent": "i8",
    "technique_factor": "i8",
    "bilateral_percent": "i8",
    "role_percent": "i8",
    "route_percent": "i8",
    "unit_centavos": "i8",
    "total_centavos": "i8",
    "contract_used": "i4",
    "terms_from": "i4",
    "segment": "i4",
    "price_rule": "i4",
    "row": "i4",
    "price_row": "i4",
    "valid_from": "i4",
    "valid_to": "i4",
    "schedule": "i4",
    "fee_unit": "i4",
    "status": "i1",
    "level": "i1",
    "basis": "i1",
    "wide": "i1",
}
"""What is kept of each line, with its NumPy type; factors and components as people see them."""

Line: TypeAlias = Any
"""A record of :data:`LINE`; the compiler knows its fields, the type checker does not."""
Result: TypeAlias = Any
"""A record of :data:`RESULT`."""


class Lines(NamedTuple):
    """The lines to price: one array per field of :data:`LINE`."""

    code: Array
    start: Array
    end: Array
    admission: Array
    contract: Array
    payer: Array
    billing_unit: Array
    plan: Array
    provider: Array
    specialty: Array
    rank: Array
    accommodation: Array
    quantity: Array
    age_months: Array
    weight_grams: Array
    route: Array
    role: Array
    access_route: Array
    procedure_kind: Array
    character: Array
    setting: Array
    technique: Array
    laterality: Array
    authorised: Array


class Results(NamedTuple):
    """The results of lines: one array per name of :data:`RESULT_COLUMNS`."""

    fee: Array
    operating_cost: Array
    film: Array
    fee_adjustment: Array
    operating_cost_adjustment: Array
    film_adjustment: Array
    accommodation_factor: Array
    overtime_percent: Array
    paediatric_percent: Array
    technique_factor: Array
    bilateral_percent: Array
    role_percent: Array
    route_percent: Array
    unit_centavos: Array
    total_centavos: Array
    contract_used: Array
    terms_from: Array
    segment: Array
    price_rule: Array
    row: Array
    price_row: Array
    valid_from: Array
    valid_to: Array
    schedule: Array
    fee_unit: Array
    status: Array
    level: Array
    basis: Array
    wide: Array


class Arrays(NamedTuple):
    """A compiled catalogue as the rule reads it."""

    contracts: Array
    contract_groups: Array
    """``[payer, billing unit, route]`` to a position in ``candidates``, or ``NONE``."""
    candidate_ends: Array
    candidates: Array
    segments: Array
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
    row_days: Array
    """First and last day of each row, apart from the rows so that a search touches little memory."""
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


def new_lines(count: int) -> Lines:
    """Uninitialised arrays for that many lines."""
    return Lines(*(np.empty(count, LINE[name]) for name in Lines._fields))


def new_results(count: int) -> Results:
    """Uninitialised arrays for that many results."""
    return Results(*(np.empty(count, kind) for kind in RESULT_COLUMNS.values()))
