"""Fictitious cases put on record in bulk: patients, attendances, beds, accounts, parts."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from honorarios.records.models import (
    Account,
    AccountPart,
    Attendance,
    OpenPackage,
    Patient,
    Stay,
)
from honorarios.services.demonstration.cases import Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from honorarios.records.models import User
    from honorarios.services.demonstration.cases import Case
    from honorarios.services.demonstration.registers import Registers

PACKAGED = 5
"""One in so many surgeries of a payer with packages is under one."""


def admit(registers: Registers, author: User, told: Sequence[Case]) -> list[AccountPart]:
    """The account part of each case, in their order."""
    office = registers.office
    patients = Patient.objects.bulk_create(
        Patient(
            office=office,
            code=f"P{case.number:06d}",
            name=case.patient.name,
            sex=case.patient.sex,
            birth_date=case.patient.birth_date,
            cpf=case.patient.cpf,
        )
        for case in told
    )
    attendances = Attendance.objects.bulk_create(
        _attendance(case, patient) for case, patient in zip(told, patients, strict=True)
    )
    Stay.objects.bulk_create(
        _stay(case, attendance, author)
        for case, attendance in zip(told, attendances, strict=True)
        if case.bed is not None
    )
    accounts = Account.objects.bulk_create(
        Account(office=office, attendance=attendance, billing_unit=case.places.unit)
        for case, attendance in zip(told, attendances, strict=True)
    )
    _open_packages(registers, told, accounts)
    return AccountPart.objects.bulk_create(
        AccountPart(
            office=office,
            account=account,
            seq=1,
            payer=case.payer,
            plan=case.plan,
            billing_unit=case.places.unit,
            route=_route(case),
            period_start=case.start.date(),
            period_end=case.end.date(),
        )
        for case, account in zip(told, accounts, strict=True)
    )


def _attendance(case: Case, patient: Patient) -> Attendance:
    return Attendance(
        office_id=patient.office_id,
        hospital=case.places.hospital,
        patient=patient,
        number=f"{case.number:06d}",
        status="discharged",
        setting="inpatient" if case.inpatient else "outpatient",
        character="urgent" if case.urgent else "elective",
        is_emergency=case.urgent,
        started_at=case.start,
        ended_at=case.end,
        workstation=None if case.inpatient else case.places.workstation,
    )


def _stay(case: Case, attendance: Attendance, author: User) -> Stay:
    beds = case.places.beds[case.bed or ""]
    consent = (case.start + timedelta(minutes=30)).replace(tzinfo=UTC) if case.upgraded else None
    return Stay(
        office_id=attendance.office_id,
        attendance=attendance,
        bed=beds[case.number % len(beds)],
        start=case.start,
        end=case.end,
        reason="patient_option" if case.upgraded else "",
        consent_at=consent,
        consent_by=author if case.upgraded else None,
        consent_note="Termo de opção assinado (fictício)." if case.upgraded else "",
    )


def _open_packages(registers: Registers, told: Sequence[Case], accounts: Sequence[Account]) -> None:
    """One surgery in some, of the payers that have packages, is under one."""
    OpenPackage.objects.bulk_create(
        OpenPackage(
            office=registers.office,
            account=account,
            template=registers.templates[case.payer.code],
            opened_at=case.start,
        )
        for case, account in zip(told, accounts, strict=True)
        if case.payer.code in registers.templates
        and case.reason is Reason.SURGERY
        and case.number % PACKAGED == 0
    )


def _route(case: Case) -> str:
    """How the payer's contract in the demonstration's catalogue is billed."""
    routes = {
        "convenio-aurora": "accredited",
        "plano-bemtevi": "accredited",
        "cooperativa-ipe": "cooperative",
        "particular": "private",
    }
    return routes.get(case.payer.code, "hospital_repasse")
