"""A letter on A4: to the payer, for the patient to sign, for the patient to know."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date  # noqa: TC003 - the digest of the content reads the annotations
from typing import TYPE_CHECKING

from honorarios.reports.digest import digest
from honorarios.reports.typeset import pdf
from honorarios.reports.words import day, moment

if TYPE_CHECKING:
    from honorarios.reports.model import Printing


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPage:
    """What a letter says, in the order in which it stands on the page."""

    office: str
    title: str
    subject: str
    on: date
    to: str
    paragraphs: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """A table, after the first paragraph."""
    points: tuple[str, ...]
    """A list, after the text."""
    closing: str
    signatures: tuple[str, ...]
    note: str
    """Small print."""


def letter_pdf(letter: LetterPage, printing: Printing) -> bytes:
    """The letter on A4."""
    data = asdict(letter) | {
        "on": "",
        "aside": day(letter.on),
        "printed_at": moment(printing.at),
        "printed_by": printing.by,
        "digest": digest(letter),
        "closing_note": "",
    }
    return pdf("letter", data, at=printing.at)
