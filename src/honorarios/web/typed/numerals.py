"""Numbers as people write them: comma for decimals, dot for thousands, or the other way about."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

MOST_DIGITS: Final = 18
_PLAIN: Final = re.compile(r"(\d+)()")
_COMMA: Final = re.compile(r"(\d*),(\d+)")
_POINT: Final = re.compile(r"(\d*)\.(\d+)")
_GROUPS: Final = re.compile(r"(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?")
_SPACES: Final = re.compile(r"[\s\u00a0\u202f]+")


class Numeral(NamedTuple):
    """A number that was read, by its digits."""

    whole: str
    decimals: str


class TwoWays(NamedTuple):
    """A number that can be read in two ways: ``1.234`` is one thousand and some, or one and some."""

    thousands: Numeral
    decimal: Numeral


def squeezed(text: str) -> str:
    """A text without any space, those that don't break included."""
    return _SPACES.sub("", text)


def read(text: str) -> Numeral | TwoWays | None:
    """The digits of a number without sign or spaces; None where it is none."""
    if not text.isascii() or sum(map(str.isdigit, text)) > MOST_DIGITS:
        return None
    if found := _PLAIN.fullmatch(text) or _COMMA.fullmatch(text):
        return Numeral(found[1] or "0", found[2] or "")
    if (found := _GROUPS.fullmatch(text)) and (found[2] or found[1].count(".") > 1):
        return Numeral(found[1].replace(".", ""), found[2] or "")
    found = _POINT.fullmatch(text)
    return None if found is None else _pointed(text, found[1] or "0", found[2])


def _pointed(text: str, whole: str, decimals: str) -> Numeral | TwoWays:
    """A number with one dot: decimals, or thousands where just three digits follow it."""
    decimal = Numeral(whole, decimals)
    if _GROUPS.fullmatch(text) and not whole.startswith("0"):
        return TwoWays(Numeral(whole + decimals, ""), decimal)
    return decimal
