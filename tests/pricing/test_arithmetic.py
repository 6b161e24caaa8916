"""The 64-bit products against Python's whole numbers: equal, or said to be wide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

from hypothesis import given
from hypothesis import strategies as st
from numba import njit

from honorarios.core.money import RoundingMode, round_to_centavos
from honorarios.pricing.rule import arithmetic

if TYPE_CHECKING:
    from collections.abc import Callable

SAFE = int(arithmetic.SAFE)
mantissas = st.one_of(st.integers(0, SAFE - 1), st.integers(0, 10**6))
scales = st.integers(0, 18)


Function = TypeVar("Function", bound="Callable[..., Any]")


def exposed(function: Function) -> Function:
    """A door for Python to a part of the rule, which has none of its own."""
    return cast("Function", njit(function))


@exposed
def times(mantissa: int, scale: int, factor: int, factor_scale: int) -> tuple[int, int]:
    return arithmetic.times(mantissa, scale, factor, factor_scale)


@exposed
def plus(mantissa: int, scale: int, other: int, other_scale: int) -> tuple[int, int]:
    return arithmetic.plus(mantissa, scale, other, other_scale)


@exposed
def to_centavos(mantissa: int, scale: int, down: int) -> int:
    return arithmetic.to_centavos(mantissa, scale, down)


@exposed
def stripped(mantissa: int, scale: int) -> tuple[int, int]:
    return arithmetic.stripped(mantissa, scale)


@given(mantissas, scales, mantissas, scales)
def test_a_product_is_exact_or_wide(first: int, scale: int, second: int, second_scale: int) -> None:
    mantissa, places = times(first, scale, second, second_scale)
    if mantissa == arithmetic.WIDE:
        assert first * second > SAFE * 0.999
    else:
        assert (mantissa, places) == (first * second, scale + second_scale)


@given(mantissas, scales, mantissas, scales)
def test_a_sum_is_exact_or_wide(first: int, scale: int, second: int, second_scale: int) -> None:
    mantissa, places = plus(first, scale, second, second_scale)
    common = max(scale, second_scale)
    exact = first * 10 ** (common - scale) + second * 10 ** (common - second_scale)
    if mantissa == arithmetic.WIDE:
        assert exact > SAFE * 0.999
    else:
        assert mantissa * 10 ** (common - places) == exact


@given(mantissas, scales, st.sampled_from(RoundingMode))
def test_centavos_are_those_of_the_one_rounding(
    mantissa: int, scale: int, mode: RoundingMode
) -> None:
    centavos = to_centavos(mantissa, scale, int(mode))
    exact = round_to_centavos(mantissa, scale, mode)
    assert centavos == exact or (centavos == arithmetic.WIDE and exact > SAFE * 0.999)


@given(st.integers(1, SAFE - 1), st.integers(0, 18))
def test_stripping_keeps_the_amount(mantissa: int, scale: int) -> None:
    short, places = stripped(mantissa, scale)
    assert short * 10 ** (scale - places) == mantissa
    assert places == 0 or short % 10
