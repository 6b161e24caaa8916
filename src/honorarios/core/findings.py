"""Findings (achados): what is wrong with somebody's data, said so that they can mend it.

Bad data is a finding, a bad program is an exception. A finding has a stable code, a severity, a place
(file, line, column or field), a message in Portuguese and a tip that says how to fix it. Findings are
collected, never stopped at the first. Every code is declared once, in :mod:`honorarios.core.codes`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from typing import TYPE_CHECKING

from honorarios.core.validity import shown_day

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(IntEnum):
    """How much a finding weighs."""

    INFO = 0
    WARNING = 1
    ERROR = 2

    @property
    def label(self) -> str:
        """The Portuguese word on the screen."""
        return ("informação", "aviso", "erro")[self]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding is: a file, a line (from 1) and a field, each only if it is known."""

    file: str = ""
    line: int | None = None
    field: str = ""

    def __str__(self) -> str:
        """``contracts/a.yaml:12 (terms.0.standard)``; without a file ``linha 12 (start)``."""
        spot = self.file
        if self.line is not None:
            spot = f"{self.file}:{self.line}" if self.file else f"linha {self.line}"
        if not self.field:
            return spot
        return f"{spot} ({self.field})" if spot else self.field


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding: its stable name, severity, and the texts with ``{names}`` to fill in."""

    name: str
    severity: Severity
    message: str
    tip: str

    def at(self, place: Place, **values: object) -> Finding:
        """The finding of this kind at a place, with its texts filled in; dates as people write them."""
        words = {
            name: shown_day(value) if isinstance(value, date) else value
            for name, value in values.items()
        }
        return Finding(
            code=self.name,
            severity=self.severity,
            place=place,
            message=self.message.format(**words),
            tip=self.tip.format(**words),
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, ready to be shown."""

    code: str
    severity: Severity
    place: Place
    message: str
    tip: str = ""
    related: tuple[Place, ...] = field(default=())

    def as_dict(self) -> dict[str, object]:
        """The finding for ``--json`` and APIs."""
        return {
            "code": self.code,
            "severity": self.severity.name.lower(),
            "file": self.place.file,
            "line": self.place.line,
            "field": self.place.field,
            "message": self.message,
            "tip": self.tip,
        }

    def __str__(self) -> str:
        """One line of text: severity, code, place, message, tip."""
        where = f" {self.place}:" if str(self.place) else ""
        tip = f" {self.tip}" if self.tip else ""
        return f"{self.severity.label} {self.code}{where} {self.message}{tip}"


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any finding forbids going on."""
    return any(finding.severity is Severity.ERROR for finding in findings)
