"""Section 4 of the law: patterns of codes, and the category of a code."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from honorarios.catalogue.schema import Category


def matches(pattern: str, code: str) -> bool:
    """Whether the code begins with the pattern's number, or is in its range of as many digits.

    >>> matches("3100", "31003079"), matches("31003079", "31003079"), matches("310", "31")
    (True, True, False)
    >>> matches("10101012-10101039", "10101020"), matches("10-20", "15000000")
    (True, False)
    """
    first, dash, last = pattern.partition("-")
    if not dash:
        return code.startswith(first)
    return len(code) == len(first) and first <= code <= last


@lru_cache(maxsize=100_000)
def matches_any(patterns: tuple[str, ...], code: str) -> bool:
    """Whether the code is in one of the patterns."""
    return any(matches(pattern, code) for pattern in patterns)


def category_of(categories: Iterable[Category], code: str) -> str | None:
    """The category whose matching pattern has most digits; the first of those that tie."""
    best, most_digits = None, 0
    for category in categories:
        for pattern in category.codes:
            digits = len(pattern.partition("-")[0])
            if digits > most_digits and matches(pattern, code):
                best, most_digits = category.id, digits
    return best
