"""What is asked of a change of many lines, and what it answers. Amounts are whole centavos."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime  # noqa: TC003 - pydantic reads the annotations
from uuid import UUID  # noqa: TC003 - as above

from honorarios.core.findings import Finding  # noqa: TC001 - as above
from honorarios.services.fees import LineFilter, LineView, Sums


@dataclass(frozen=True, slots=True)
class Choice:
    """Which lines: all that a filter finds, or of those only some."""

    only: LineFilter = field(default_factory=LineFilter)
    uids: tuple[str, ...] = ()
    """Identifiers of lines; empty: all of the filter."""


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """A line as it is and as it would be."""

    before: LineView
    after: LineView
    account_id: int

    @property
    def moves(self) -> int:
        """What is charged more, or less, afterwards."""
        return self.after.charged - self.before.charged


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line that stays as it is, and why."""

    line: LineView
    account_id: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class BulkPreview:
    """What a change would do."""

    lines: tuple[ChangedLine, ...]
    left_out: tuple[LeftOut, ...]
    unchanged: int
    """Lines that are as the change would have them."""
    before: Sums
    after: Sums
    expected: str
    """Seal of this preview: the change is made only if it would still do the same."""


@dataclass(frozen=True, slots=True)
class BulkAnswer:
    """A change that was made."""

    uid: UUID
    lines: int
    left_out: int
    moved: int
    """What is charged more, or less, in all."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A line that an undoing leaves as it is, and why."""

    uid: UUID
    code: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undoing put back."""

    uid: UUID
    lines: int
    kept: tuple[Kept, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchView:
    """A change of many lines that was made."""

    uid: UUID
    changes: dict[str, object]
    """Field and new value, as they were asked for."""
    author: str
    """Name of the user that made it."""
    made_at: datetime
    undone_at: datetime | None
    lines: int
    undoable: int
    """Lines that can still be put back."""
