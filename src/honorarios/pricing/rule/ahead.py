"""Asking for memory ahead: what the next step of a line will read, while other lines are worked on.

Price tables are far larger than the processor's caches. Nothing here changes a result.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.pricing.records import COEFFICIENT, LEVELS, ROW, SERIES, Catalogue
from honorarios.pricing.rule import memory
from honorarios.pricing.rule.compiler import part
from honorarios.pricing.rule.look_up import first_level, table_of

if TYPE_CHECKING:
    from honorarios.pricing.interned import Line, Result

COEFFICIENT_BYTES: Final = COEFFICIENT.itemsize
ROW_BYTES: Final = ROW.itemsize
SERIES_BYTES: Final = SERIES.itemsize
POSITION_BYTES: Final = 4
"""Of a number in ``first_series``."""


@part
def fetch_positions(line: Line, a: Catalogue, r: Result) -> None:
    """For the look-up: where the code's series begin in the tables of each level."""
    if line.code >= 0:
        for level in range(1, LEVELS + 1):
            table = max(table_of(a, r, level), 0)
            memory.fetch_ahead(a.first_series + (table * a.codes + line.code) * POSITION_BYTES)


@part
def fetch_series(line: Line, a: Catalogue, r: Result) -> None:
    """For the look-up: the code's series in the first table that lists it."""
    if r.listed > 0:
        piece = memory.first_series(a, table_of(a, r, first_level(r.listed)), line.code)
        memory.fetch_ahead(a.series + piece * SERIES_BYTES)


@part
def fetch_row(a: Catalogue, row: int) -> None:
    """For the components: the price row."""
    memory.fetch_ahead(a.rows + row * ROW_BYTES)


@part
def fetch_coefficients(a: Catalogue, r: Result) -> None:
    """For the components: the coefficients of the row's fee and operating cost."""
    period = memory.slots(a, r.slot).set
    if period >= 0:
        row, values = memory.rows(a, r.row), period * a.units
        memory.fetch_ahead(a.coefficients + (values + row.fee_unit) * COEFFICIENT_BYTES)
        memory.fetch_ahead(a.coefficients + (values + row.operating_cost_unit) * COEFFICIENT_BYTES)
