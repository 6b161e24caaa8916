"""Laying out: data in, PDF out, with templates of our own, the fonts of the typesetter, and no network."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import typst

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

TEMPLATES: Final = Path(__file__).parent / "templates"
STANDARD: Final = "ua-1"
"""PDF/UA: tagged, so that a screen reader reads tables as tables."""


def pdf(template: str, data: Mapping[str, Any], *, at: datetime) -> bytes:
    """A document of a template, tagged for accessibility.

    Nothing touches the disk: the data goes in by memory, and no font of the machine is used, so that the
    same data and hour are the same bytes everywhere.

    Args:
        template: Name of a file of :data:`TEMPLATES`, without its ending.
        data: What it shows, ready for JSON.
        at: The document's own date.
    """
    made = typst.compile(
        str(TEMPLATES / f"{template}.typ"),
        root=str(TEMPLATES),
        format="pdf",
        ignore_system_fonts=True,
        font_paths=[],
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=STANDARD,
        timestamp=int(at.timestamp()),
    )
    if not isinstance(made, bytes):
        raise TypeError("the typesetter made more than one document")
    return made
