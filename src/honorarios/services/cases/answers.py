"""What the verbs of surgeries answer; the patient is named by no more than a number."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CaseAnswer:
    """A surgery as a verb left it."""

    case_id: int
    number: str
    status: str
    version: int
    row_id: int | None = None
    """What the verb made or changed in it: an act, a request, a task."""
