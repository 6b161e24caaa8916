"""Texts and hours that people send with a request: what the columns of the record can hold of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.services import codes
from honorarios.services.outcomes import at, refuse

if TYPE_CHECKING:
    from datetime import datetime

LONGEST_REASON: Final = 500


def reason(text: str) -> str:
    """Why something is done, without outer blanks; stops with a finding where it can't be kept."""
    return within(text, "reason", title="Motivo", longest=LONGEST_REASON)


def within(text: str, field: str, *, title: str, longest: int) -> str:
    """A text without outer blanks that is not too long and has no control characters."""
    kept = text.strip()
    if len(kept) > longest:
        refuse(at(codes.TOO_LONG, field, title=title, longest=longest))
    if not all(char.isprintable() or char in "\n\t" for char in kept):
        refuse(at(codes.NOT_TEXT, field, title=title))
    return kept


def wall_time(moment: datetime, field: str) -> datetime:
    """A clinical hour as the record keeps it; stops where it has a zone or a fraction of a second."""
    if moment.tzinfo is not None or moment.microsecond:
        refuse(at(codes.NOT_WALL_TIME, field))
    return moment
