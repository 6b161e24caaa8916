"""Lines as the rule reads them, and results as it writes them: a number in every cell.

Days are days since 1970-01-01, times are seconds since then, both as local wall time. Identifiers are
positions in the compiled catalogue's lists; ``NONE`` (or ``NO_…``) stands for an empty cell, ``BAD`` (or
``BAD_…``) for one that cannot be read.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

import numpy as np
import pyarrow as pa

from honorarios.pricing.records import CACHE_LINE, Array

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BAD: Final = -2
NO_TIME: Final = -(2**62)
BAD_TIME: Final = NO_TIME + 1
NO_DAY: Final = -(2**31)
BAD_DAY: Final = NO_DAY + 1
NO_NUMBER: Final = NO_DAY
BAD_NUMBER: Final = BAD_DAY

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
        ("listed", "i4"),
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

APART: Final = 5 * CACHE_LINE
"""Bytes between the columns of a block."""

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


def new_lines(count: int) -> Lines:
    """Uninitialised arrays for that many lines."""
    return Lines(*_new_columns(count, [LINE[name] for name in Lines._fields]))


def new_results(count: int) -> Results:
    """Uninitialised arrays for that many results."""
    return Results(*_new_columns(count, [np.dtype(kind) for kind in RESULT_COLUMNS.values()]))


def _new_columns(count: int, kinds: Sequence[np.dtype[Any]]) -> Iterator[Array]:
    """Columns in one block of Arrow's memory, which goes from batch to batch without new pages.

    Each begins some cache lines further than a power of two after the one before, or else all of them
    would compete for the same lines of the processor's cache.
    """
    sizes = [-(-count * kind.itemsize // CACHE_LINE) * CACHE_LINE + APART for kind in kinds]
    block = np.frombuffer(pa.allocate_buffer(sum(sizes)), np.uint8)
    for kind, begin in zip(kinds, accumulate(sizes, initial=0), strict=False):
        yield block[begin : begin + count * kind.itemsize].view(kind)
