"""What is asked of the work list and what it answers. Amounts are whole centavos."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from honorarios.core.findings import Finding
    from honorarios.core.vocabulary import PartStatus
    from honorarios.services.fees import Sums


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkFilter:
    """Which account parts to list; what is None or empty is not asked about."""

    billing_unit: str = ""
    """Codes of the registers, here and below."""
    payer: str = ""
    provider: str = ""
    """Who acted in the part: it has a line of theirs."""
    status: PartStatus | None = None
    first_day: date | None = None
    """Days that the part's period reaches, or on which the provider acted; both included."""
    last_day: date | None = None
    patient: str = ""
    """Record number or CPF, or the beginning of the name."""
    number: str = ""
    """Number of the attendance; ``1234/2`` is its second account."""
    with_findings: bool = False
    """Only open and closed parts about which the closing checks find something."""
    blocked: bool = False
    """Only those that the closing checks forbid to close."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkRow:
    """An account part; the patient by no more than the initials."""

    part_id: int
    account_id: int
    attendance_id: int
    attendance: str
    """Number of the attendance."""
    account_number: int
    seq: int
    status: str
    attendance_status: str
    payer: str
    payer_name: str
    plan: str
    billing_unit: str
    period_start: date
    period_end: date | None
    initials: str
    tax_invoice: str
    last_act: datetime | None
    """When its latest act began."""
    sums: Sums
    findings: tuple[Finding, ...] | None = None
    """What the closing checks say; None where they weren't asked."""


@dataclass(frozen=True, slots=True)
class WorkPage:
    """Some parts of the list."""

    rows: tuple[WorkRow, ...]
    after: str | None
    """What to ask the next page with; None on the last one."""
    sums: Sums
    """Of the rows of this page."""
    examined: int = 0
    """Parts that the closing checks looked at to find these."""
