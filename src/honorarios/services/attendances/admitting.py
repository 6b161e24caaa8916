"""Admitting a patient in one go: patient, attendance, bed, account and part, all of it or nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from honorarios.services.attendances import opening, stays
from honorarios.services.attendances.requests import NewAttendance, NewPart, NewStay
from honorarios.services.operations import Operation
from honorarios.services.registers import REGISTERS
from honorarios.services.registers.writing import enter
from honorarios.services.work import perform

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from honorarios.core.vocabulary import BillingRoute, Character, Setting
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission:
    """What is asked to admit a patient; clinical hours are wall time of the place."""

    patient_id: int | None
    """Somebody who is registered; None: ``patient`` is registered with it."""
    patient: Mapping[str, object] = field(default_factory=dict)
    """Values of a new patient, by the fields of their register."""
    hospital_id: int
    number: str
    setting: Setting
    character: Character
    is_emergency: bool
    started_at: datetime
    workstation_id: int | None = None
    bed_id: int | None = None
    """The bed that an inpatient begins in."""
    billing_unit_id: int
    payer_id: int
    plan_id: int | None = None
    period_start: date
    contract: str = ""
    route: BillingRoute | None = None


@dataclass(frozen=True, slots=True)
class Admitted:
    """What was opened."""

    attendance_id: int
    account_id: int
    part_id: int


def admit(*, actor: Actor, new: Admission, key: str | None = None) -> Result[Admitted]:
    """Open all that a patient's stay needs before the first fee is launched."""
    return perform(
        actor=actor,
        operation=Operation.ATTENDANCES_WRITE,
        answer=Admitted,
        do=lambda work: _admit(work, new),
        key=key,
        request=new,
    )


def _admit(work: Work, new: Admission) -> Admitted:
    patient = new.patient_id
    if patient is None:
        patient = enter(work, REGISTERS["patients"], new.patient).id
    attendance = opening.attendance(work, _attendance(new, patient))
    if new.bed_id is not None:
        stay = NewStay(
            attendance_id=attendance.attendance_id, bed_id=new.bed_id, start=new.started_at
        )
        stays.occupation(work, stay, None)
    account = opening.account(work, attendance.attendance_id, new.billing_unit_id)
    part = opening.part(work, _part(new, account.account_id))
    return Admitted(attendance.attendance_id, account.account_id, part.part_id)


def _attendance(new: Admission, patient_id: int) -> NewAttendance:
    return NewAttendance(
        hospital_id=new.hospital_id,
        patient_id=patient_id,
        number=new.number,
        setting=new.setting,
        started_at=new.started_at,
        character=new.character,
        is_emergency=new.is_emergency,
        workstation_id=new.workstation_id,
    )


def _part(new: Admission, account_id: int) -> NewPart:
    return NewPart(
        account_id=account_id,
        payer_id=new.payer_id,
        billing_unit_id=new.billing_unit_id,
        period_start=new.period_start,
        plan_id=new.plan_id,
        contract=new.contract,
        route=new.route,
    )
