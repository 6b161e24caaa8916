"""Section 5: the four tables in their order, a code's series, and the row in force."""

from __future__ import annotations

from honorarios.pricing.layout import NONE, Catalogue, Line
from honorarios.pricing.rule import memory
from honorarios.pricing.rule.compiler import part
from honorarios.pricing.rule.constants import NO_PRICE, PRICE_NOT_IN_FORCE, PRICED, UNKNOWN_CODE
from honorarios.pricing.rule.scope import matches


@part
def row_on(a: Catalogue, first: int, end: int, day: int) -> int:
    """The row that started last by the day, if it has not ended; rows rise by their first day."""
    found = first - 1
    for position in range(first, end):  # no branch to guess wrong, whatever the day
        found += memory.row_days(a)[position, 0] <= day
    if found < first or memory.row_days(a)[found, 1] < day:
        return NONE
    return found


@part
def find_row(
    line: Line, a: Catalogue, table: int, accommodation: int, day: int
) -> tuple[int, int, bool]:
    """Row and series of the line in a table, or NONE, and whether the table has the code at all."""
    position = memory.first_series(a)[table, line.code]
    if position == NONE:
        return NONE, NONE, False
    while True:
        series = memory.series(a)[position]
        if (
            matches(series.role, line.role)
            and matches(series.accommodation, accommodation)
            and matches(series.setting, line.setting)
        ):
            row = row_on(a, series.first, series.end, day)
            if row != NONE:
                return row, position, True
        if series.last == 1:
            return NONE, NONE, True
        position += 1


@part
def look_up(
    line: Line, a: Catalogue, slot: int, table_4: int, accommodation: int, day: int
) -> tuple[int, int, int, int]:
    """Status, level, row and series: the first of the four tables with a row that holds."""
    if line.code < 0 or memory.in_table(a)[line.code] == 0:
        return UNKNOWN_CODE, NONE, NONE, NONE
    status = NO_PRICE
    tables = memory.slots(a)[slot]
    for level in range(1, 5):
        if level == 1:
            table = tables.level_1
        elif level == 2:
            table = tables.level_2
        elif level == 3:
            table = tables.level_3
        else:
            table = table_4
        if table == NONE:
            continue
        row, series, listed = find_row(line, a, table, accommodation, day)
        if row != NONE:
            return PRICED, level, row, series
        if listed:
            status = PRICE_NOT_IN_FORCE
    return status, NONE, NONE, NONE
