"""A document that was made: its bytes, its name, and the two forms that every report has."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from honorarios.records.models import User
from honorarios.reports.model import Printing
from honorarios.services import days

if TYPE_CHECKING:
    from honorarios.services.work import Work


class Form(StrEnum):
    """On paper, or as a spreadsheet."""

    PDF = "pdf"
    XLSX = "xlsx"


MEDIA: Final = {
    Form.PDF: "application/pdf",
    Form.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True)
class Document:
    """A report, ready to be saved."""

    content: bytes
    name: str
    media: str


def document(content: bytes, name: str, form: Form) -> Document:
    """A report under a name that every file system takes; it names no patient."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return Document(content, f"{re.sub('[^a-z0-9]+', '-', plain).strip('-')}.{form}", MEDIA[form])


def printing(work: Work) -> Printing:
    """When, by the office's clock, and for whom a document is made."""
    user = User.objects.get(pk=work.actor.user_id)
    return Printing(
        at=days.wall_time(work.actor.office_id, work.now),
        by=user.get_full_name() or user.get_username(),
    )
