"""Numbers of rows as addresses and forms carry them."""

from __future__ import annotations

from typing import Final

MOST_DIGITS: Final = 18
"""Every such number is one that each database can compare with its own."""


def key(text: str) -> int | None:
    """The number of a row; None where the text is none.

    >>> key("12"), key("-1"), key("²"), key("9" * 30)
    (12, None, None, None)
    """
    fits = text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS
    return int(text) if fits else None


def keys(texts: list[str]) -> list[int]:
    """The numbers among some texts, in their order."""
    return [number for text in texts if (number := key(text)) is not None]
