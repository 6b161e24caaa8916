"""What is asked to open an attendance, an account part, or a stay. Clinical hours are wall time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from honorarios.core.vocabulary import Character

if TYPE_CHECKING:
    from datetime import date, datetime

    from honorarios.core.vocabulary import BillingRoute, Setting, UpgradeReason


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAttendance:
    """An attendance to open; its number is unique in the hospital."""

    hospital_id: int
    patient_id: int
    number: str
    setting: Setting
    started_at: datetime
    character: Character = Character.ELECTIVE
    is_emergency: bool = False
    workstation_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPart:
    """A part to open in an account; its period includes both days."""

    account_id: int
    payer_id: int
    billing_unit_id: int
    period_start: date
    period_end: date | None = None
    plan_id: int | None = None
    contract: str = ""
    """Contract of the catalogue; empty: found by payer, unit and route."""
    route: BillingRoute | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStay:
    """A bed that a patient lies in from ``start`` on."""

    attendance_id: int
    bed_id: int
    start: datetime
    end: datetime | None = None
    reason: UpgradeReason | None = None
    """Why the bed is above the plan's accommodation; only the patient's option is charged to them."""
