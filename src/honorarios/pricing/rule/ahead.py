"""Asking for memory ahead: what the next step of a line will read, while other lines are worked on.

Price tables are far larger than the processor's caches. Nothing here changes a result.
"""

from __future__ import annotations

from typing import Final

from honorarios.pricing.layout import COEFFICIENT, ROW, SERIES, Catalogue, Line, Result
from honorarios.pricing.rule import memory
from honorarios.pricing.rule.compiler import part

COEFFICIENT_BYTES: Final = COEFFICIENT.itemsize
ROW_BYTES: Final = ROW.itemsize
SERIES_BYTES: Final = SERIES.itemsize
POSITION_BYTES: Final = 4
"""Of a number in ``first_series``."""


@part
def fetch_position(a: Catalogue, table: int, code: int) -> None:
    """Where a code's series begin in a table."""
    if table >= 0:
        memory.fetch_ahead(a.first_series + (table * a.codes + code) * POSITION_BYTES)


@part
def fetch_series(a: Catalogue, table: int, code: int) -> None:
    """A code's series in a table, once their position is at hand."""
    if table >= 0:
        position = max(memory.first_series(a)[table, code], 0)
        memory.fetch_ahead(a.series + position * SERIES_BYTES)


@part
def fetch_positions(line: Line, a: Catalogue, r: Result) -> None:
    """For the look-up: where the code's series begin in the four tables."""
    if line.code >= 0:
        tables = memory.slots(a)[r.slot]
        fetch_position(a, tables.level_1, line.code)
        fetch_position(a, tables.level_2, line.code)
        fetch_position(a, tables.level_3, line.code)
        fetch_position(a, tables.level_4, line.code)


@part
def fetch_all_series(line: Line, a: Catalogue, r: Result) -> None:
    """For the look-up: the code's series in the four tables."""
    if line.code >= 0:
        tables = memory.slots(a)[r.slot]
        fetch_series(a, tables.level_1, line.code)
        fetch_series(a, tables.level_2, line.code)
        fetch_series(a, tables.level_3, line.code)
        fetch_series(a, tables.level_4, line.code)


@part
def fetch_row(a: Catalogue, row: int) -> None:
    """For the components: the price row."""
    memory.fetch_ahead(a.rows + row * ROW_BYTES)
    memory.fetch_ahead(a.rows + (row + 1) * ROW_BYTES - 1)


@part
def fetch_coefficients(a: Catalogue, r: Result) -> None:
    """For the components: the coefficients of the row's fee and operating cost."""
    period = memory.slots(a)[r.slot].set
    if period >= 0:
        row, values = memory.rows(a)[r.row], period * a.units
        memory.fetch_ahead(a.coefficients + (values + row.fee_unit) * COEFFICIENT_BYTES)
        memory.fetch_ahead(a.coefficients + (values + row.operating_cost_unit) * COEFFICIENT_BYTES)
