"""Account parts of new inpatients, many at once, for a benchmark to launch upon."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from honorarios.records.models import Account, AccountPart, Attendance, Bed, Patient, Stay

if TYPE_CHECKING:
    from tests.services.hospital import House

NOVEMBER: Final = date(2025, 11, 1), date(2025, 11, 30)
ADMISSION: Final = datetime(2025, 11, 1, 8)


def open_parts(house: House, numbers: list[str]) -> list[AccountPart]:
    """New inpatients of these numbers, each with an account and a part of November."""
    office, unit = house.office, house.unit
    bed = Bed.objects.get(hospital=house.hospital, code="101")
    patients = Patient.objects.bulk_create(
        Patient(office=office, code=number, name=f"Paciente {number}", sex="f")
        for number in numbers
    )
    attendances = Attendance.objects.bulk_create(
        Attendance(
            office=office,
            hospital=house.hospital,
            patient=patient,
            number=number,
            setting="inpatient",
            started_at=ADMISSION,
        )
        for patient, number in zip(patients, numbers, strict=True)
    )
    Stay.objects.bulk_create(
        Stay(office=office, attendance=attendance, bed=bed, start=ADMISSION)
        for attendance in attendances
    )
    accounts = Account.objects.bulk_create(
        Account(office=office, attendance=attendance, billing_unit=unit)
        for attendance in attendances
    )
    return AccountPart.objects.bulk_create(
        AccountPart(
            office=office,
            account=account,
            seq=1,
            payer=house.payer,
            plan=house.plan,
            billing_unit=unit,
            contract="ch",
            period_start=NOVEMBER[0],
            period_end=NOVEMBER[1],
        )
        for account in accounts
    )
