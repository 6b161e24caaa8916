"""A letter: title, to whom, paragraphs, the acts it speaks of, and who signs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime  # noqa: TC003 - the digest of the content reads the annotations
from enum import Enum
from typing import Self


class LetterKind(Enum):
    """Which letter it is; the value is the stable code."""

    label: str
    about: str

    def __new__(cls, code: str, label: str, about: str) -> Self:
        """Make the kind from its code, its Portuguese name, and what it is for."""
        member = object.__new__(cls)
        member._value_ = code
        member.label = label
        member.about = about
        return member

    ANSWER = (
        "answer",
        "Carta ao convênio",
        "O que o convênio tem de responder, e até quando, com a norma.",
    )
    CONSENT = (
        "consent",
        "Termo da diferença de classe",
        "Para o paciente ler e assinar antes da internação.",
    )
    REFUND = (
        "refund",
        "Livre escolha: papéis do reembolso",
        "O que o paciente junta, pede e confere no convênio.",
    )
    STATUS = (
        "status",
        "Situação para o paciente",
        "Em que pé está a cirurgia, em palavras simples.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Who and where, as the letters name them; everything else is the case's."""

    number: str
    office: str
    patient: str
    hospital: str
    payer: str
    plan: str = ""
    surgeon: str = ""
    council: str = ""
    contracted: str = ""
    """Accommodation of the plan, as people say it."""
    occupied: str = ""
    planned_at: datetime | None = None

    @property
    def when(self) -> str:
        """The surgery's day and hour, or that there is none."""
        return (
            "sem data marcada"
            if self.planned_at is None
            else f"{self.planned_at:%d/%m/%Y às %H:%M}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of a letter's table."""

    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a letter says."""

    kind: LetterKind
    office: str
    title: str
    subject: str
    on: date
    to: str = ""
    paragraphs: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    """The table, after the first paragraph."""
    points: tuple[str, ...] = ()
    """A list of things to do or to know, after the paragraphs."""
    closing: str = ""
    signatures: tuple[str, ...] = ()
    """Who signs, each on a line of their own."""
    note: str = ""
    """Small print: norms, and that it is no advice."""

    @property
    def text(self) -> str:
        """The letter as plain text, ready to be copied into a message."""
        blocks = [self.to, *self.paragraphs[:1]]
        blocks.append("\n".join(" · ".join(filter(None, row.cells)) for row in self.rows))
        blocks += self.paragraphs[1:]
        blocks.append("\n".join(f"- {point}" for point in self.points))
        blocks += [self.closing, *self.signatures]
        return "\n\n".join(block for block in blocks if block)
