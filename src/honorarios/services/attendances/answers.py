"""What the verbs of attendances answer; the patient is named by no more than a number."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AttendanceAnswer:
    """An attendance as a verb left it."""

    attendance_id: int
    status: str
    version: int


@dataclass(frozen=True, slots=True)
class AccountAnswer:
    """An account that was opened."""

    account_id: int
    number: int


@dataclass(frozen=True, slots=True)
class OpenedPart:
    """An account part that was opened."""

    part_id: int
    seq: int
    version: int = 1


@dataclass(frozen=True, slots=True)
class StayAnswer:
    """A stay as a verb left it."""

    stay_id: int
    attendance_version: int
