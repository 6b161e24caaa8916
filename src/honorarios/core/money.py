"""Money: whole centavos outside, exact scaled integers inside, one place that rounds.

An exact amount is a *mantissa* and a *scale*: ``mantissa / 10**scale`` reais. Rounding turns it into
whole centavos (``int``) by a named mode. Negative amounts mirror positive ones, so that a reversal
(estorno) always cancels the line it reverses to the centavo.

>>> round_to_centavos(1_005, 3, RoundingMode.HALF_UP)   # R$ 1,005
101
>>> round_to_centavos(-1_005, 3, RoundingMode.HALF_UP)
-101
>>> format_brl(123_456_789)
'R$ 1.234.567,89'
>>> parse_decimal("1.234,56")
Decimal('1234.56')
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import IntEnum
from typing import Final

CENTAVO_PLACES: Final = 2
"""Decimal places of a centavo: R$ 1,00 is 100 centavos."""


class RoundingMode(IntEnum):
    """How an exact amount becomes whole centavos (``spec: launching 3.6``)."""

    HALF_UP = 0
    """Half a centavo or more counts as one: R$ 1,005 is R$ 1,01."""
    DOWN = 1
    """What is below a centavo is dropped: R$ 1,009 is R$ 1,00."""


class RoundingPoint(IntEnum):
    """Where in the calculation an amount is rounded (``spec: launching 3.6``)."""

    UNIT = 0
    """The unit value once, then multiplied by the quantity."""
    LINE = 1
    """The line's total once: nothing is rounded before the quantity."""
    STEP = 2
    """After the table value and again after each factor."""
    COMPONENT = 3
    """Each component's unit value once (fee, operating cost, film), then summed."""


def divide(numerator: int, denominator: int, mode: RoundingMode) -> int:
    """Divide exactly and round to a whole number; the sign is mirrored, never the direction.

    >>> divide(5, 2, RoundingMode.HALF_UP), divide(-5, 2, RoundingMode.HALF_UP)
    (3, -3)
    >>> divide(5, 2, RoundingMode.DOWN), divide(-5, 2, RoundingMode.DOWN)
    (2, -2)
    """
    magnitude, rest = divmod(abs(numerator), denominator)
    if mode is RoundingMode.HALF_UP and 2 * rest >= denominator:
        magnitude += 1
    return -magnitude if numerator < 0 else magnitude


def round_to_centavos(mantissa: int, scale: int, mode: RoundingMode) -> int:
    """Whole centavos of ``mantissa / 10**scale`` reais."""
    if scale <= CENTAVO_PLACES:
        return mantissa * int(10 ** (CENTAVO_PLACES - scale))
    return divide(mantissa, int(10 ** (scale - CENTAVO_PLACES)), mode)


def scaled(value: Decimal) -> tuple[int, int]:
    """Mantissa and scale of a finite decimal, without trailing zeros; the scale is never negative.

    >>> scaled(Decimal("0.500")), scaled(Decimal("1200"))
    ((5, 1), (1200, 0))
    """
    sign, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int):
        message = f"not a finite number: {value}"
        raise TypeError(message)
    mantissa = int("".join(map(str, digits)))
    scale = -exponent
    if scale < 0:
        mantissa, scale = mantissa * int(10**-scale), 0
    while scale and mantissa % 10 == 0:
        mantissa, scale = mantissa // 10, scale - 1
    return (-mantissa if sign else mantissa), scale


def format_brl(centavos: int) -> str:
    """Centavos as Brazilian money: ``R$ 1.234,56``."""
    reais, cents = divmod(abs(centavos), 100)
    sign = "-" if centavos < 0 else ""
    return f"{sign}R$ {reais:,}".replace(",", ".") + f",{cents:02d}"


def format_decimal(value: Decimal, places: int = 0) -> str:
    """A number as Brazilians write it, with at least ``places`` decimals and no trailing zeros after.

    >>> format_decimal(Decimal("1525.4500"), 2), format_decimal(Decimal("0.04"))
    ('1.525,45', '0,04')
    """
    mantissa, scale = scaled(value)
    shown = max(scale, places)
    text = f"{Decimal(mantissa).scaleb(-scale):,.{shown}f}"
    return text.translate(str.maketrans(",.", ".,"))


_BRAZILIAN = re.compile(r"[+-]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?")
_PLAIN = re.compile(r"[+-]?\d+(\.\d+)?")


def parse_decimal(text: str) -> Decimal | None:
    """A number typed either way (``1.234,56``, ``1234,56``, ``1234.56``), or None when it is neither.

    ``1.234`` is read as one thousand two hundred and thirty-four only where nothing else is possible:
    a single dot followed by three digits is ambiguous and is read as a decimal point.
    """
    text = text.strip().removeprefix("R$").strip()
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    if _BRAZILIAN.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    return None
