"""The colours of the style as the sheet declares them, and the contrast between two (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import honorarios.web

STATIC: Final = Path(honorarios.web.__file__).parent / "static" / "honorarios"
_PAIR: Final = re.compile(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")


def colours() -> dict[str, tuple[str, str]]:
    """Each colour by day and by night."""
    sheet = (STATIC / "css" / "tokens.css").read_text()
    return {name: (day, night) for name, day, night in _PAIR.findall(sheet)}


def contrast(one: str, other: str) -> float:
    """The ratio between two colours.

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
