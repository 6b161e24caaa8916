"""Section 5: the four tables in their order, a code's series, and the row in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from honorarios.pricing.records import LEVELS, NONE, PIECE_ROWS, Catalogue
from honorarios.pricing.rule import memory
from honorarios.pricing.rule.compiler import part
from honorarios.pricing.rule.constants import (
    EXCLUSIVE,
    NO_PRICE,
    PRICE_NOT_IN_FORCE,
    PRICED,
    UNKNOWN_CODE,
)
from honorarios.pricing.rule.scope import matches

if TYPE_CHECKING:
    from honorarios.pricing.interned import Line, Result


@part
def row_on(a: Catalogue, piece: int, day: int) -> int:
    """The row of a series that started last by the day, or NONE if it has ended or none has started.

    ``piece`` is the latest of the series; an earlier one counts only when the later starts after the day.
    """
    while memory.series(a, piece).valid_from[0] > day and memory.series(a, piece).earlier == 1:
        piece += 1
    series = memory.series(a, piece)
    started = 0
    for n in range(PIECE_ROWS):  # no branch to guess wrong, whatever the day
        started += series.valid_from[n] <= np.int32(day)
    if started == 0 or series.valid_to[started - 1] < day:
        return NONE
    return series.first + started - 1


@part
def find_row(line: Line, a: Catalogue, piece: int, accommodation: int, day: int) -> tuple[int, int]:
    """Row and series of the line among a code's series, or NONE."""
    while True:
        series = memory.series(a, piece)
        if (
            matches(series.role, line.role)
            and matches(series.accommodation, accommodation)
            and matches(series.setting, line.setting)
        ):
            row = row_on(a, piece, day)
            if row != NONE:
                return row, piece
        while memory.series(a, piece).earlier == 1:
            piece += 1
        if memory.series(a, piece).last == 1:
            return NONE, NONE
        piece += 1


@part
def table_of(a: Catalogue, r: Result, level: int) -> int:
    """The table of a level; below 0 without one."""
    table = memory.slots(a, r.slot).levels[level - 1]
    if level == LEVELS and r.rule != NONE and table != EXCLUSIVE:
        own = memory.rules(a, r.rule).table
        return table if own == NONE else own
    return table


@part
def listed_levels(line: Line, a: Catalogue, r: Result) -> int:
    """The levels whose table lists the code, as bits; NONE when no table of the catalogue does."""
    if line.code < 0 or memory.in_table(a, line.code) == 0:
        return NONE
    levels = 0
    for level in range(1, LEVELS + 1):
        table = table_of(a, r, level)
        listed = memory.first_series(a, max(table, 0), line.code) != NONE
        levels |= int((table >= 0) & listed) << level
    return levels


@part
def first_level(levels: int) -> int:
    """The lowest of some levels, counted without a branch."""
    return (levels & 2 != 2) + (levels & 6 == 0) + (levels & 14 == 0) + 1


@part
def look_up(line: Line, a: Catalogue, r: Result, day: int) -> tuple[int, int, int, int]:
    """Status, level, row and series: the first of the four tables with a row that holds."""
    levels = r.listed
    if levels == NONE:
        return UNKNOWN_CODE, NONE, NONE, NONE
    if levels == 0:
        return NO_PRICE, NONE, NONE, NONE
    while levels != 0:
        level = first_level(levels)
        piece = memory.first_series(a, table_of(a, r, level), line.code)
        row, series = find_row(line, a, piece, r.bed, day)
        if row != NONE:
            return PRICED, level, row, series
        levels -= 1 << level
    return PRICE_NOT_IN_FORCE, NONE, NONE, NONE
