"""A block of lines through the steps: while one line waits for memory the others go on.

Each step has the line and its result in records of its own, which the compiler keeps in registers; what
the next step needs is copied to the block's records. Places are unsigned, or else the compiler would
look for one below 0, counted from the end, at every cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from honorarios.pricing.interned import LINE, RESULT
from honorarios.pricing.rule import memory
from honorarios.pricing.rule.ahead import fetch_coefficients, fetch_series
from honorarios.pricing.rule.compiler import merged
from honorarios.pricing.rule.constants import PRICED
from honorarios.pricing.rule.exchange import load, store
from honorarios.pricing.rule.line import find_price, find_terms, find_value
from honorarios.pricing.rule.look_up import listed_levels

if TYPE_CHECKING:
    from honorarios.pricing.interned import Lines, Results
    from honorarios.pricing.records import Array, Catalogue


@merged
def find_all_terms(lines: Lines, first: int, count: int, a: Catalogue, found: Array) -> None:
    """Contract, standard, price rule and plan of each line."""
    line, r = memory.blank(LINE), memory.blank(RESULT)
    for j in range(count):
        load(lines, np.uint64(first + j), line)
        memory.copy(r, found[j])
        r.status = find_terms(line, a, r)
        memory.copy(found[j], r)


@merged
def find_all_prices(lines: Lines, first: int, count: int, a: Catalogue, found: Array) -> None:
    """The price row of each line that has terms."""
    line, r = memory.blank(LINE), memory.blank(RESULT)
    for j in range(count):
        if found[j].status == PRICED:
            load(lines, np.uint64(first + j), line)
            found[j].listed = listed_levels(line, a, found[j])
            fetch_series(line, a, found[j])
    for j in range(count):
        if found[j].status == PRICED:
            load(lines, np.uint64(first + j), line)
            memory.copy(r, found[j])
            r.status = find_price(line, a, r)
            memory.copy(found[j], r)


@merged
def find_all_values(
    lines: Lines, first: int, count: int, a: Catalogue, found: Array, results: Results
) -> None:
    """Components, factors and value of each line that has a price row."""
    line, r = memory.blank(LINE), memory.blank(RESULT)
    for j in range(count):
        if found[j].status == PRICED:
            fetch_coefficients(a, found[j])
    for j in range(count):
        memory.copy(r, found[j])
        if r.status == PRICED:
            load(lines, np.uint64(first + j), line)
            r.status = find_value(line, a, r)
        store(a, r, results, np.uint64(first + j))
