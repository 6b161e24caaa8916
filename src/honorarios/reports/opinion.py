"""The opinion on a surgery's routes, on one page of A4: figures, the account of each member, short lists."""

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
class Figure:
    """A figure that matters, at the head of the page."""

    name: str
    value: str
    note: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A short list under its heading; one without items is left out."""

    title: str
    items: tuple[str, ...]
    doing: bool = False
    """Whether it tells what to do, and not why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionPage:
    """What the page says, in the order in which it stands there."""

    office: str
    title: str
    subject: str
    on: date
    to: str
    figures: tuple[Figure, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """The team, a member each."""
    total: tuple[str, ...]
    """What their amounts add up to; empty of a single member."""
    sections: tuple[Section, ...]
    note: str
    """Small print."""


def opinion_pdf(page: OpinionPage, printing: Printing) -> bytes:
    """The opinion on A4, in the largest type in which it fits on one page; long lists are cut, and say so."""
    data = asdict(page) | {
        "on": "",
        "aside": day(page.on),
        "printed_at": moment(printing.at),
        "printed_by": printing.by,
        "digest": digest(page),
        "closing_note": "",
        "sections": [asdict(one) for one in page.sections if one.items],
    }
    return pdf("opinion", data, at=printing.at)
