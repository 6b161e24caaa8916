"""What the style sheets and the scripts are made of."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import django_htmx

from tests.web.look.tokens import STATIC


def _sheets() -> str:
    return "\n".join(sheet.read_text() for sheet in sorted((STATIC / "css").glob("*.css")))


def declared() -> set[str]:
    """Custom properties that some sheet gives a value."""
    return set(re.findall(r"(--[\w-]+):", _sheets()))


def used() -> set[str]:
    """Custom properties that some sheet asks for."""
    return set(re.findall(r"var\((--[\w-]+)", _sheets()))


def scripts() -> list[Path]:
    """Every script that a screen may load: our own, and htmx from its package."""
    htmx = Path(django_htmx.__file__).parent / "static" / "django_htmx" / "htmx-2.min.js"
    return [htmx, *sorted((STATIC / "js").rglob("*.js"))]


def weight(scripts: list[Path]) -> int:
    """Bytes of scripts, each compressed as it is sent."""
    return sum(len(gzip.compress(script.read_bytes())) for script in scripts)
