"""What the services of imports are asked and what they answer; ready for JSON, money in centavos."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime  # noqa: TC003 - pydantic reads the annotations
from enum import StrEnum

from honorarios.core.findings import Finding  # noqa: TC001 - as above


class Identical(StrEnum):
    """What to do with a row whose line is already on the account (V13)."""

    HOLD = "hold"
    """Keep it waiting for an answer: most often it is the same act in a second file."""
    LAUNCH = "launch"
    """Launch it all the same, with the warning, as a form does."""


class Decision(StrEnum):
    """The answer to the questions of an import's pending rows."""

    CONFIRM = "confirm"
    """Yes to the package, as its question says; and what is identical to another line is launched."""
    DECLINE = "decline"
    """No to the package, as its question says; and what is identical to another line is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far an import has come."""

    done: int
    """Rows of the file that are dealt with."""
    total: int
    imported: int = 0
    refused: int = 0
    pending: int = 0


OnProgress = Callable[[Progress], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnView:
    """A column that an import may have, and where the file has it."""

    name: str
    title: str
    required: bool
    header: str | None
    """As it stands in the file; None where the file doesn't have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A file as an import would read it; nothing is written."""

    kind: str
    file_name: str
    digest: str
    """SHA-256 of its bytes, in hexadecimal."""
    columns: tuple[ColumnView, ...]
    headers: tuple[str, ...]
    unused: tuple[str, ...]
    """Headers that are read into no column."""
    total_rows: int
    unreadable: int
    """Rows that can't even be read; the reasons are in a dry run."""
    sample: tuple[tuple[str, ...], ...]
    """The first rows, cell by cell, under ``headers``."""
    imported_as: int | None = None
    """The import that has taken the same file in already, or has begun to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """What became of a row of the file, and why."""

    number: int
    """As the person sees it: a spreadsheet's row, a line of a CSV."""
    state: str
    """``imported``, ``refused``, ``pending`` or ``undone``."""
    findings: tuple[Finding, ...] = ()
    """Also the question of a pending row."""
    cells: tuple[str, ...] = ()
    """The row as it came; of refused and pending ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPage:
    """Some rows of an import, in their order."""

    headers: tuple[str, ...]
    rows: tuple[RowView, ...]
    next: int | None = None
    """The number to ask the next page with; None at the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Something that was found in several rows, once."""

    code: str
    severity: str
    message: str
    """Of the first row it was found in."""
    tip: str
    count: int
    rows: tuple[int, ...]
    """The first of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportAnswer:
    """What an import has done so far, or a dry run would do."""

    batch_id: int | None
    """None of a dry run."""
    kind: str
    file_name: str
    state: str
    """``running``, ``done`` or ``undone``; empty of a dry run."""
    dry_run: bool = False
    total_rows: int = 0
    done_rows: int = 0
    imported: int = 0
    refused: int = 0
    pending: int = 0
    undone: int = 0
    lines: int = 0
    """Fee lines that the imported rows made: shares, differences and facility fees included."""
    total: int = 0
    """What these lines add up to."""
    charged: int = 0
    reasons: tuple[Reason, ...] = ()
    """Everything that was found in rows, the most frequent first."""
    rows: tuple[RowView, ...] = ()
    """Of a dry run, every row that has a finding or a question; of a real one, ask ``rows``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchView:
    """An import in a list."""

    id: int
    kind: str
    title: str
    file_name: str
    state: str
    total_rows: int
    done_rows: int
    created_at: datetime
    user_id: int
    finished_at: datetime | None
    undone_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedFile:
    """The refused rows of an import, written to a file."""

    batch_id: int
    path: str
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """An import that was undone, all of it."""

    batch_id: int
    rows: int
    """Rows that were imported or pending and no longer are."""
    lines: int
    """Reversals that were written."""
    total: int
    """What they took back, in centavos, as a positive number."""
