"""Counts and quantities as people type them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from honorarios.core.findings import Place
from honorarios.web.typed import codes
from honorarios.web.typed.numerals import Numeral, TwoWays, read, squeezed

if TYPE_CHECKING:
    from honorarios.core.findings import Finding

SHOWN: Final = 40


def count(text: str, field: str = "", *, least: int = 1, most: int = 999) -> int | Finding | None:
    """A whole number from ``least`` to ``most``; None for an empty field."""
    typed = squeezed(text)
    if not typed:
        return None
    found = read(typed)
    if isinstance(found, Numeral) and not found.decimals and least <= int(found.whole) <= most:
        return int(found.whole)
    place = Place(field=field)
    return codes.COUNT.at(place, given=text.strip()[:SHOWN], least=least, most=most)


def count_text(number: int) -> str:
    """A whole number as a field shows it."""
    return str(number)


def quantity(text: str, field: str = "") -> Decimal | Finding | None:
    """A number that may have decimals, as of a percentage (``33,3 %``); None for an empty field."""
    typed = squeezed(text).removesuffix("%")
    if not typed:
        return None
    place, given = Place(field=field), text.strip()[:SHOWN]
    match read(typed):
        case Numeral(whole, decimals):
            return Decimal(f"{whole}.{decimals or 0}") if decimals else Decimal(whole)
        case TwoWays(thousands, decimal):
            one, other = thousands.whole, f"{decimal.whole},{decimal.decimals}"
            return codes.NUMBER_TWO_WAYS.at(place, given=given, one=one, other=other)
    return codes.NUMBER.at(place, given=given)


def quantity_text(number: Decimal) -> str:
    """A number as a field shows it: ``33,3``."""
    return f"{number:f}".replace(".", ",")
