"""A cell as it comes from a file: text, or an exact number where the file itself says it is one."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from typing import Final

Cell = str | Decimal
"""Numbers of spreadsheets and Parquet are ``Decimal``; the rest, dates in ISO form, is text."""

DASHES: Final = frozenset("-–—\u2212\u2012")
"""What people write in a cell of numbers for "not applicable", which is not a zero."""
SHOWN: Final = 40
"""Characters of a cell that a message shows."""


def cell_text(cell: Cell) -> str:
    """The cell as text, numbers without exponent or trailing zeros.

    >>> cell_text(Decimal("31003079.0")), cell_text(Decimal("0.50")), cell_text(" x ")
    ('31003079', '0.5', 'x')
    """
    if isinstance(cell, str):
        return cell.strip()
    if not -30 < cell.adjusted() < 30:
        return str(cell)
    text = f"{cell:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def shown(cell: Cell) -> str:
    """The cell as a message shows it: one line, cut if long."""
    text = plain_text(cell_text(cell))
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


def plain_text(text: str) -> str:
    r"""Text in Unicode NFC, on one line, without control characters or doubled blanks.

    >>> plain_text("Apendi\u0002cectomia \n por  vídeo")
    'Apendicectomia por vídeo'
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    one_line = " ".join(unicodedata.normalize("NFC", text).split())
    return "".join(
        char for char in one_line if unicodedata.category(char) not in {"Cc", "Cs", "Co"}
    )


def is_blank(cell: Cell) -> bool:
    """Whether nothing is written in the cell."""
    return isinstance(cell, str) and not cell.strip()


def is_dash(cell: Cell) -> bool:
    """Whether the cell says "not applicable"."""
    return isinstance(cell, str) and cell.strip() in DASHES
