"""Scopes: which codes a rule is for, as patterns and as a table of every code the catalogue knows."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from honorarios.pricing.records import NONE, PATTERN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from honorarios.catalogue.schema import Category

CODE_DIGITS = 10
"""Digits of the longest code (SIGTAP)."""


def filled(digits: str) -> int:
    """A code's digits filled up with zeros on the right, so that beginnings become ranges.

    >>> filled("3100"), filled("31003079")
    (3100000000, 3100307900)
    """
    return int(digits.ljust(CODE_DIGITS, "0"))


def pattern_row(pattern: str, owner: int) -> tuple[int, int, int, int, int]:
    """A code pattern as a row of :data:`~honorarios.pricing.records.PATTERN`."""
    low, dash, high = pattern.partition("-")
    if dash:
        return filled(low), filled(high), len(low), 1, owner
    return filled(low), int(low.ljust(CODE_DIGITS, "9")), len(low), 0, owner


def holding(patterns: NDArray[np.void], codes: Sequence[str]) -> NDArray[np.bool_]:
    """For each code, whether any of the patterns holds it."""
    numbers = np.array([filled(code) for code in codes], dtype=np.int64)
    lengths = np.array([len(code) for code in codes], dtype=np.int64)
    found = np.zeros(len(codes), dtype=np.bool_)
    for pattern in patterns:
        right_length = (
            lengths == pattern["digits"] if pattern["exact"] else lengths >= pattern["digits"]
        )
        found |= right_length & (numbers >= pattern["low"]) & (numbers <= pattern["high"])
    return found


class Scopes:
    """The distinct lists of code patterns of a catalogue, numbered."""

    def __init__(self) -> None:
        """Start empty."""
        self._scopes: dict[tuple[str, ...], int] = {}

    def add(self, patterns: Sequence[str]) -> int:
        """The number of a list of patterns; NONE for an empty one, which holds every code."""
        if not patterns:
            return NONE
        return self._scopes.setdefault(tuple(sorted(set(patterns))), len(self._scopes))

    def patterns(self) -> tuple[NDArray[np.void], NDArray[np.int64]]:
        """All patterns, scope by scope, and where each scope ends."""
        rows = [
            pattern_row(text, number) for texts, number in self._scopes.items() for text in texts
        ]
        ends = np.cumsum([len(texts) for texts in self._scopes], dtype=np.int64)
        return np.array(rows, dtype=PATTERN), ends

    def table(self, codes: Sequence[str]) -> NDArray[np.int8]:
        """``[scope, code]``: 1 where the code is in the scope."""
        patterns, ends = self.patterns()
        bounds = [0, *ends.tolist()]
        rows = [holding(patterns[first:end], codes) for first, end in pairwise(bounds)]
        return np.array(rows, dtype=np.int8).reshape(len(self._scopes), len(codes))


def category_patterns(categories: Sequence[Category]) -> NDArray[np.void]:
    """The categories' patterns, those of most digits first, the manifest's order among equals."""
    rows = [
        pattern_row(text, number) for number, entry in enumerate(categories) for text in entry.codes
    ]
    rows.sort(key=lambda row: -row[2])
    return np.array(rows, dtype=PATTERN)


def categories_of(patterns: NDArray[np.void], codes: Sequence[str]) -> NDArray[np.int32]:
    """The category of each code, or NONE."""
    found = np.full(len(codes), NONE, dtype=np.int32)
    for position in range(len(patterns) - 1, -1, -1):
        found[holding(patterns[position : position + 1], codes)] = patterns[position]["owner"]
    return found
