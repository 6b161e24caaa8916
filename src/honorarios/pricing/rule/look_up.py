"""Section 5: the four tables in their order, a code's series, and the row in force."""

from __future__ import annotations

from honorarios.pricing.layout import NONE, Array, Catalogue, Line
from honorarios.pricing.rule import memory
from honorarios.pricing.rule.compiler import part
from honorarios.pricing.rule.constants import NO_PRICE, PRICE_NOT_IN_FORCE, PRICED, UNKNOWN_CODE
from honorarios.pricing.rule.scope import matches


@part
def place_of(keys: Array, size: int, key: int) -> int:
    """Where a key stands, or would stand, in an open-addressed table whose size is a power of two."""
    mask = size - 1
    place = ((key * 0x2545F4914F6CDD1D) >> 20) & mask
    while keys[place] != key and keys[place] != NONE:
        place = (place + 1) & mask
    return place


@part
def row_on(a: Catalogue, first: int, end: int, day: int) -> int:
    """The row that started last by the day, if it has not ended; rows rise by their first day."""
    low, high = first, end
    while low < high:
        middle = (low + high) // 2
        if memory.rows(a)[middle].valid_from <= day:
            low = middle + 1
        else:
            high = middle
    found = low - 1
    if found < first or memory.rows(a)[found].valid_to < day:
        return NONE
    return found


@part
def find_row(
    line: Line, a: Catalogue, table: int, accommodation: int, day: int
) -> tuple[int, int, bool]:
    """Row and series of the line in a table, or NONE, and whether the table has the code at all."""
    key = (table << 32) | line.code
    place = place_of(memory.table_keys(a), a.table_size, key)
    if memory.table_keys(a)[place] == NONE:
        return NONE, NONE, False
    for position in range(memory.table_series(a)[place, 0], memory.table_series(a)[place, 1]):
        series = memory.series(a)[position]
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
