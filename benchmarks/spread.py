"""Medians, ratios pair by pair, percentiles."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Spread:
    """The middle of some rounds, and how far they lie apart."""

    median: float
    least: float
    greatest: float
    values: tuple[float, ...]


def spread(values: Sequence[float]) -> Spread:
    """The spread of some rounds.

    >>> spread([3.0, 1.0, 2.0])
    Spread(median=2.0, least=1.0, greatest=3.0, values=(3.0, 1.0, 2.0))
    """
    return Spread(median(values), min(values), max(values), tuple(values))


def ratios(first: Sequence[float], second: Sequence[float]) -> Spread:
    """First by second, round by round: what slows a round down slows both.

    >>> ratios([2.0, 9.0], [1.0, 3.0]).values
    (2.0, 3.0)
    """
    return spread([one / other for one, other in zip(first, second, strict=True)])


def percentiles(seconds: Sequence[float]) -> dict[str, float]:
    """Median and 99th percentile."""
    half, late = np.percentile(seconds, (50, 99))
    return {"p50": float(half), "p99": float(late), "greatest": max(seconds), "calls": len(seconds)}
