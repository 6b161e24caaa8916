"""Small fictitious records for tests: an office with one account part, and fee lines for it."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from honorarios.records.models import (
    Account,
    AccountPart,
    Attendance,
    BillingUnit,
    CatalogueVersion,
    FeeLine,
    Hospital,
    Office,
    Patient,
    Payer,
    Provider,
    Remittance,
    User,
)

if TYPE_CHECKING:
    from honorarios.records.models import LineFacts

numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class World:
    """One of each thing that a fee line needs."""

    office: Office
    user: User
    hospital: Hospital
    unit: BillingUnit
    provider: Provider
    payer: Payer
    patient: Patient
    attendance: Attendance
    account: Account
    part: AccountPart
    catalogue: CatalogueVersion


def make_world(name: str = "aurora") -> World:
    """An office named ``name`` with an inpatient's open account part."""
    office = Office.objects.create(name=name.title(), slug=name)
    user = User.objects.create(username=f"{name}-clerk")
    hospital = Hospital.objects.create(office=office, code="h1", name="Hospital Aurora")
    unit = BillingUnit.objects.create(office=office, hospital=hospital, code="u1", name="Unidade")
    provider = Provider.objects.create(office=office, code="p1", name="Dra. Íris Fictícia")
    payer = Payer.objects.create(office=office, code="serra", name="Serra Azul", group="insurer")
    patient = Patient.objects.create(office=office, code="100", name="Paciente Fictício", sex="f")
    attendance = Attendance.objects.create(
        office=office,
        hospital=hospital,
        patient=patient,
        number="1",
        setting="inpatient",
        started_at=datetime(2025, 11, 1, 8),
    )
    account = Account.objects.create(office=office, attendance=attendance, billing_unit=unit)
    catalogue = CatalogueVersion.objects.create(
        office=office, number=1, hash=f"sha256:{'0' * 64}", author=user
    )
    part = AccountPart.objects.create(
        office=office,
        account=account,
        seq=1,
        payer=payer,
        billing_unit=unit,
        period_start=date(2025, 11, 1),
    )
    return World(
        *(office, user, hospital, unit, provider, payer),
        *(patient, attendance, account, part, catalogue),
    )


def line_of(world: World, **changes: object) -> FeeLine:
    """A fee line of R$ 410,00 in the world's part, unsaved, with some facts changed."""
    facts: dict[str, Any] = {
        "office": world.office,
        "part": world.part,
        "number": next(numbers),
        "billing_unit": world.unit,
        "code": "10101012",
        "start": datetime(2025, 11, 22, 10),
        "provider": world.provider,
        "role": "surgeon",
        "unit_value": 41_000,
        "total": 41_000,
        "charged": 41_000,
        "catalogue": world.catalogue,
        "created_by": world.user,
    }
    return FeeLine(**{**facts, **changes})


def make_line(world: World, **changes: object) -> FeeLine:
    """As :func:`line_of`, saved."""
    line = line_of(world, **changes)
    line.save()
    return line


def mirror(line: LineFacts) -> dict[str, Any]:
    """The amounts of the reversal of a line."""
    return {
        "quantity": -line.quantity,
        "unit_value": line.unit_value,
        "total": -line.total,
        "charged": -line.charged,
    }


def make_remittance(world: World) -> Remittance:
    """A remittance of the world's payer and unit, still without parts."""
    return Remittance.objects.create(
        office=world.office,
        number=next(numbers),
        payer=world.payer,
        billing_unit=world.unit,
        total=0,
        created_by=world.user,
    )
