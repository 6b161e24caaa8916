"""Exact products in 64 bits: no step can wrap in silence, what does not fit is marked as wide.

An amount is a mantissa and a scale (``mantissa / 10**scale`` reais), never negative. A mantissa of
``WIDE`` says that the exact value needs more than 64 bits; the caller then computes the line with
Python's whole numbers (:mod:`honorarios.pricing.exact`). The estimates in floating point only decide
whether a product is safe, with a margin far above their error; no centavo depends on them.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from honorarios.pricing.rule.compiler import part

WIDE: Final = -1
SAFE: Final = 9.0e18
"""Below the greatest 64-bit integer (9.22e18) by more than the error of a product of two floats."""
MOST_PLACES: Final = 18

POWERS: Final = np.array([10**power for power in range(MOST_PLACES + 1)], dtype=np.int64)


@part
def fits(first: int, second: int) -> bool:
    """Whether the product of two numbers that are not negative fits in 64 bits."""
    return float(first) * float(second) < SAFE


@part
def times(mantissa: int, scale: int, factor: int, factor_scale: int) -> tuple[int, int]:
    """Exact product of two amounts."""
    if mantissa == WIDE or not fits(mantissa, factor):
        return WIDE, 0
    return mantissa * factor, scale + factor_scale


@part
def plus(mantissa: int, scale: int, other: int, other_scale: int) -> tuple[int, int]:
    """Exact sum of two amounts."""
    if mantissa == WIDE or other == WIDE:
        return WIDE, 0
    if other == 0:
        return mantissa, scale
    if mantissa == 0:
        return other, other_scale
    if scale < other_scale:
        mantissa, scale, other, other_scale = other, other_scale, mantissa, scale
    lift = scale - other_scale
    if lift > MOST_PLACES or not fits(other, POWERS[lift]):
        return WIDE, 0
    lifted = other * POWERS[lift]
    if float(mantissa) + float(lifted) >= SAFE:
        return WIDE, 0
    return mantissa + lifted, scale


@part
def to_centavos(mantissa: int, scale: int, down: int) -> int:
    """Whole centavos, half up or (``down``) dropped; ``WIDE`` when 64 bits do not hold them."""
    if mantissa == WIDE:
        return WIDE
    places = scale - 2
    if places <= 0:
        return mantissa * POWERS[-places] if fits(mantissa, POWERS[-places]) else WIDE
    if places > MOST_PLACES:
        return WIDE
    divisor = POWERS[places]
    whole = mantissa // divisor
    rest = mantissa - whole * divisor
    if down == 0 and rest >= divisor - rest:
        whole += 1
    return whole


@part
def stripped(mantissa: int, scale: int) -> tuple[int, int]:
    """The same amount without trailing zeros after the decimal point."""
    while scale > 0 and mantissa % 10 == 0:
        mantissa //= 10
        scale -= 1
    return mantissa, scale
