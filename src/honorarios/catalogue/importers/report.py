"""What an import would add to a catalogue, and what became of every line of the list."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from honorarios.core.findings import Finding, has_errors

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    import pyarrow as pa

    from honorarios.catalogue.schema import FeeSchedule
    from honorarios.tabular import RefusedRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The schedule and edition that a list becomes."""

    schedule: str
    """Id of the schedule."""
    edition: str
    """Id of the edition."""
    valid_from: date
    valid_to: date | None = None
    source: str
    """Where the list comes from."""
    name: str = ""
    """Name shown to people; the id when empty."""
    inherits: str | None = None
    """Edition of the schedule whose rows hold for every code that the list lacks."""
    owner: str = ""
    licence_note: str = ""
    tiss_code: str = "22"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """The outcome of reading a list; nothing has been written yet."""

    file: str
    schedule: FeeSchedule | None = None
    """The head, with the one edition that was imported; None when it cannot be made."""
    prices: pa.Table | None = None
    """The canonical price table of the edition."""
    rows_read: int = 0
    """Lines below the header that are not blank."""
    refused: tuple[RefusedRow, ...] = ()
    """Lines that are wrong."""
    skipped: tuple[RefusedRow, ...] = ()
    """Lines that are right and give no price: titles, repeated lines, acts without a fee."""
    findings: tuple[Finding, ...] = ()
    """What concerns the list as a whole."""
    headers: tuple[str, ...] = ()
    mapping: Mapping[str, str] = field(default_factory=dict)
    """Header that each column was read from."""
    unused: tuple[str, ...] = ()
    """Headers that were not read."""

    @property
    def accepted(self) -> int:
        """Lines that gave prices."""
        return self.rows_read - len(self.refused) - len(self.skipped)

    @property
    def ready(self) -> bool:
        """Whether there is something to write; refused lines alone do not forbid it."""
        return self.schedule is not None and not has_errors(self.findings)

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """The findings of the list and of each of its lines."""
        rows = (reason for row in (*self.refused, *self.skipped) for reason in row.reasons)
        return (*self.findings, *rows)

    def as_dict(self) -> dict[str, object]:
        """The report for ``--json`` and APIs."""
        return {
            "file": self.file,
            "schedule": self.schedule.id if self.schedule else None,
            "edition": self.schedule.editions[0].id if self.schedule else None,
            "rows_read": self.rows_read,
            "accepted": self.accepted,
            "skipped": len(self.skipped),
            "refused": len(self.refused),
            "prices": self.prices.num_rows if self.prices is not None else 0,
            "mapping": dict(self.mapping),
            "unused": list(self.unused),
            "findings": [finding.as_dict() for finding in self.all_findings],
        }
