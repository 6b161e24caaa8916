"""A block of lines through the steps: while one line waits for memory the others go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.pricing.rule.ahead import fetch_all_series, fetch_coefficients
from honorarios.pricing.rule.compiler import part
from honorarios.pricing.rule.constants import PRICED
from honorarios.pricing.rule.line import find_price, find_terms, find_value

if TYPE_CHECKING:
    from honorarios.pricing.layout import Array, Catalogue


@part
def find_all_terms(block: Array, a: Catalogue, found: Array, count: int) -> None:
    """Contract, standard, price rule and plan of each line."""
    for j in range(count):
        found[j].status = find_terms(block[j], a, found[j])


@part
def find_all_prices(block: Array, a: Catalogue, found: Array, count: int) -> None:
    """The price row of each line that has terms."""
    for j in range(count):
        if found[j].status == PRICED:
            fetch_all_series(block[j], a, found[j])
    for j in range(count):
        if found[j].status == PRICED:
            found[j].status = find_price(block[j], a, found[j])


@part
def find_all_values(block: Array, a: Catalogue, found: Array, count: int) -> None:
    """Components, factors and value of each line that has a price row."""
    for j in range(count):
        if found[j].status == PRICED:
            fetch_coefficients(a, found[j])
    for j in range(count):
        if found[j].status == PRICED:
            found[j].status = find_value(block[j], a, found[j])
