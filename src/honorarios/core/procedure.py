"""Codes of procedures as files have them."""

from __future__ import annotations

import re
from typing import Final

FROM_A_NUMBER: Final = r"^([0-9]{8}|[0-9]{10})\.0+$"
"""A code that was once a number: a column with empty cells comes out of a spreadsheet as decimals.

A TUSS code has 8 digits and a SIGTAP code 10. With any other number of digits, what is after the dot may
be a check digit of 0.
"""
_FROM_A_NUMBER: Final = re.compile(FROM_A_NUMBER)


def without_decimals(text: str) -> str:
    """The text of a code without the decimals that a spreadsheet gave it.

    >>> without_decimals("31003079.0"), without_decimals("3100307.0"), without_decimals("3.10.03.07-9")
    ('31003079', '3100307.0', '3.10.03.07-9')
    """
    number = _FROM_A_NUMBER.fullmatch(text)
    return number[1] if number else text
