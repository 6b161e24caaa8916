"""Reais as people type them: ``1234,56``, ``1.234,56``, ``1234.56``, ``R$ 10``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.core.findings import Place
from honorarios.web.typed import codes
from honorarios.web.typed.numerals import Numeral, TwoWays, read, squeezed

if TYPE_CHECKING:
    from honorarios.core.findings import Finding

LARGEST: Final = 10**13
"""In centavos: a hundred billion reais."""
SHOWN: Final = 40


def money(text: str, field: str = "") -> int | Finding | None:
    """Centavos; None for an empty field.

    A number with one dot before three digits is asked about: it may be thousands, or not.
    """
    typed = squeezed(text)
    if not typed:
        return None
    place, given = Place(field=field), text.strip()[:SHOWN]
    match read(_amount(typed)):
        case Numeral() as number if len(number.decimals) <= 2:
            cents = _cents(number)
            return cents if cents <= LARGEST else codes.MONEY_TOO_LARGE.at(place)
        case Numeral(whole, decimals) if len(decimals) == 3 and whole.strip("0"):
            # 1,234: a comma where an English keyboard puts thousands.
            return _two_ways(place, given, Numeral(whole + decimals, ""), Numeral(whole, decimals))
        case TwoWays(thousands, decimal):
            return _two_ways(place, given, thousands, decimal)
    return codes.MONEY.at(place, given=given)


def money_text(cents: int) -> str:
    """Centavos as a field shows them: ``1.234,56``."""
    whole, part = divmod(abs(cents), 100)
    sign = "-" if cents < 0 else ""
    return f"{sign}{whole:,}".replace(",", ".") + f",{part:02}"


def _amount(typed: str) -> str:
    """What was typed without the sign of the currency."""
    return typed[2:] if typed[:2].upper() == "R$" else typed


def _cents(number: Numeral) -> int:
    return int(number.whole) * 100 + int(number.decimals.ljust(2, "0"))


def _two_ways(place: Place, given: str, thousands: Numeral, decimal: Numeral) -> Finding:
    whole = _cents(thousands)
    other = _cents(Numeral(decimal.whole, decimal.decimals[:2]))
    return codes.MONEY_TWO_WAYS.at(
        place,
        given=given,
        one=money_text(whole),
        other=money_text(other),
        typed=money_text(whole).replace(".", ""),
    )
