"""Cells that a spreadsheet would run as formulas, written so that they stay text."""

from __future__ import annotations

import re
from typing import Final

from honorarios.core.money import parse_decimal

_FORMULA: Final = re.compile(
    r"'*[\s\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]"
)
"""What a spreadsheet may take for a formula, also after blanks and in full width."""
_MARKED: Final = re.compile("'" + _FORMULA.pattern)


def inert(text: str) -> str:
    """The text with an apostrophe in front if a spreadsheet could run it; numbers stay numbers.

    >>> inert("=1+1"), inert("-5,00"), inert("Consulta")
    ("'=1+1", '-5,00', 'Consulta')
    """
    return f"'{text}" if _FORMULA.match(text) and not _is_number(text) else text


def restored(text: str) -> str:
    """What :func:`inert` was given.

    >>> restored("'=1+1"), restored("'tis")
    ('=1+1', "'tis")
    """
    if text.startswith("'") and _MARKED.match(text) and not _is_number(text[1:]):
        return text[1:]
    return text


def _is_number(text: str) -> bool:
    return text.isascii() and text.strip() == text and parse_decimal(text) is not None
