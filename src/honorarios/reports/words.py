"""How reports write amounts, days and codes: as Brazilians read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime


def amount(centavos: int) -> str:
    r"""An amount in a column of amounts, without its currency; a typographic minus for a reversal.

    >>> amount(123456), amount(-5)
    ('1.234,56', '\u22120,05')
    """
    reais, cents = divmod(abs(centavos), 100)
    sign = "\u2212" if centavos < 0 else ""
    return sign + f"{reais:,}".replace(",", ".") + f",{cents:02d}"


def brl(centavos: int) -> str:
    r"""An amount that stands alone; the currency never parts from its number.

    >>> brl(123456)
    'R$\xa01.234,56'
    """
    return f"R$\u00a0{amount(centavos)}"


def day(value: date | None) -> str:
    """``22/11/2026``; nothing where there is no day."""
    return "" if value is None else f"{value:%d/%m/%Y}"


def moment(value: datetime | None) -> str:
    """``22/11/2026 10:30``; nothing where there is none."""
    return "" if value is None else f"{value:%d/%m/%Y %H:%M}"


def whole(number: int) -> str:
    """A count with its thousands apart: ``12.345``."""
    return f"{number:,}".replace(",", ".").replace("-", "\u2212")


def counted(number: int, one: str, many: str) -> str:
    """A count with its noun.

    >>> counted(1, "lançamento", "lançamentos"), counted(2000, "lançamento", "lançamentos")
    ('1 lançamento', '2.000 lançamentos')
    """
    return f"{whole(number)} {one if number == 1 else many}"
