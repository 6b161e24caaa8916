"""Section 5: the four tables in their order, a code's series, and the row in force."""

from __future__ import annotations

from honorarios.pricing.layout import NONE, Arrays, Line
from honorarios.pricing.rule.compiler import part
from honorarios.pricing.rule.constants import NO_PRICE, PRICE_NOT_IN_FORCE, PRICED, UNKNOWN_CODE
from honorarios.pricing.rule.scope import matches


@part
def place_of(keys: object, key: int) -> int:
    """Where a key stands, or would stand, in an open-addressed table whose size is a power of two."""
    mask = len(keys) - 1
    place = ((key * 0x2545F4914F6CDD1D) >> 20) & mask
    while keys[place] != key and keys[place] != NONE:
        place = (place + 1) & mask
    return place


@part
def row_on(a: Arrays, first: int, end: int, day: int) -> int:
    """The row that started last by the day, if it has not ended; rows rise by their first day."""
    low, high = first, end
    while low < high:
        middle = (low + high) // 2
        if a.rows[middle].valid_from <= day:
            low = middle + 1
        else:
            high = middle
    found = low - 1
    if found < first or a.rows[found].valid_to < day:
        return NONE
    return found


@part
def find_row(
    line: Line, a: Arrays, table: int, accommodation: int, day: int
) -> tuple[int, int, bool]:
    """Row and series of the line in a table, or NONE, and whether the table has the code at all."""
    key = (table << 32) | line.code
    place = place_of(a.table_keys, key)
    if a.table_keys[place] == NONE:
        return NONE, NONE, False
    for position in range(a.table_series[place, 0], a.table_series[place, 1]):
        series = a.series[position]
        if (
            matches(series.role, line.role)
            and matches(series.accommodation, accommodation)
            and matches(series.setting, line.setting)
        ):
            row = row_on(a, series.first, series.end, day)
            if row != NONE:
                return row, position, True
    return NONE, NONE, True


@part
def look_up(
    line: Line, a: Arrays, slot: int, table_4: int, accommodation: int, day: int
) -> tuple[int, int, int, int]:
    """Status, level, row and series: the first of the four tables with a row that holds."""
    if line.code < 0 or a.in_table[line.code] == 0:
        return UNKNOWN_CODE, NONE, NONE, NONE
    status = NO_PRICE
    tables = a.slots[slot]
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
