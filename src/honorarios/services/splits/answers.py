"""What is asked of a reprocessing of divisions, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - pydantic reads the annotations
from decimal import Decimal  # noqa: TC003 - as above
from uuid import UUID  # noqa: TC003 - as above

from honorarios.core.findings import Finding  # noqa: TC001 - as above


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitFilter:
    """Which parts to reprocess; what is None or empty is not asked about."""

    part_ids: tuple[int, ...] = ()
    billing_unit: str = ""
    """Codes of the registers, here and below."""
    payer: str = ""
    first_day: date | None = None
    """Parts whose period reaches these days, both included."""
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class Received:
    """What somebody gets of an act, in centavos and in %."""

    provider: str | None
    total: int
    percent: Decimal | None


@dataclass(frozen=True, slots=True)
class Redivided:
    """An act that today's rules divide otherwise."""

    part_id: int
    uid: UUID
    """The first line of the act as it was."""
    code: str
    before: tuple[Received, ...]
    after: tuple[Received, ...]


@dataclass(frozen=True, slots=True)
class NotRedivided:
    """An act that today's rules divide otherwise and that stays as it is, and why."""

    part_id: int
    uid: UUID
    code: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class SplitReport:
    """What a reprocessing did, or would do."""

    redivided: tuple[Redivided, ...] = ()
    exceptions: tuple[NotRedivided, ...] = ()
    unchanged: int = 0
    """Acts that are divided as today's rules say, or by none."""

    def __add__(self, other: SplitReport) -> SplitReport:
        """Both reports as one."""
        return SplitReport(
            self.redivided + other.redivided,
            self.exceptions + other.exceptions,
            self.unchanged + other.unchanged,
        )
