"""No read shows what is beyond its scope: another office, another unit, a colleague's production."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from honorarios.records import selectors
from honorarios.records.models import (
    Attendance,
    BillingUnit,
    Hospital,
    Patient,
    Provider,
)
from honorarios.records.selectors import Scope
from tests.records.making import World, make_line, make_remittance, make_world

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import Model, QuerySet

pytestmark = pytest.mark.database


@dataclass(frozen=True)
class Two:
    """Two offices; the first has two hospitals, each with its unit, part and lines of two providers."""

    here: World
    there: World
    other_unit: BillingUnit
    colleague: Provider
    newcomer: Patient


@pytest.fixture
def two(world: World) -> Two:
    there = make_world("outra")
    make_line(there)
    make_remittance(there)
    office = world.office
    hospital = Hospital.objects.create(office=office, code="h2", name="Hospital Bonança")
    unit = BillingUnit.objects.create(office=office, hospital=hospital, code="u2", name="Bonança")
    patient = Patient.objects.create(office=office, code="200", name="Outro Fictício")
    attendance = Attendance.objects.create(
        office=office,
        hospital=hospital,
        patient=patient,
        number="2",
        setting="outpatient",
        started_at=world.attendance.started_at,
    )
    account = attendance.accounts.create(office=office, billing_unit=unit)
    part = account.parts.create(
        office=office,
        seq=1,
        payer=world.payer,
        billing_unit=unit,
        period_start=world.part.period_start,
    )
    colleague = Provider.objects.create(office=office, code="p2", name="Dr. Colega")
    make_line(world)
    make_line(world, provider=colleague)
    make_line(world, provider=colleague, part=part, billing_unit=unit)
    make_remittance(world)
    newcomer = Patient.objects.create(office=office, code="300", name="Sem Atendimento")
    return Two(world, there, unit, colleague, newcomer)


READS: list[Callable[[Scope], QuerySet[Model]]] = [
    selectors.billing_units,
    selectors.lines,
    selectors.parts,
    selectors.accounts,
    selectors.attendances,
    selectors.patients,
    selectors.remittances,
]


def counts(scope: Scope) -> list[int]:
    """How many units, lines, parts, accounts, attendances, patients and remittances are seen."""
    return [read(scope).count() for read in READS]


def test_an_office_sees_all_of_its_own_and_nothing_else(two: Two) -> None:
    assert counts(Scope(two.here.office.pk)) == [2, 3, 2, 2, 2, 3, 1]
    assert counts(Scope(two.there.office.pk)) == [1, 1, 1, 1, 1, 1, 1]


def test_a_unit_sees_its_own_and_the_patients_without_attendance(two: Two) -> None:
    here = Scope(two.here.office.pk, frozenset({two.here.unit.pk}))
    assert counts(here) == [1, 2, 1, 1, 1, 2, 1]
    there = Scope(two.here.office.pk, frozenset({two.other_unit.pk}))
    assert counts(there) == [1, 1, 1, 1, 1, 2, 0]
    assert two.newcomer in selectors.patients(there)


def test_no_unit_is_nothing(two: Two) -> None:
    assert counts(Scope(two.here.office.pk, frozenset())) == [0, 0, 0, 0, 0, 1, 0]


def test_the_unit_of_another_office_opens_nothing(two: Two) -> None:
    stolen = Scope(two.here.office.pk, frozenset({two.there.unit.pk}))
    assert counts(stolen) == [0, 0, 0, 0, 0, 1, 0]


def test_a_physician_sees_only_what_they_produced(two: Two) -> None:
    office = two.here.office.pk
    assert counts(Scope(office, provider_id=two.here.provider.pk)) == [2, 1, 1, 1, 1, 1, 0]
    assert counts(Scope(office, provider_id=two.colleague.pk)) == [2, 2, 2, 2, 2, 2, 0]
    assert counts(Scope(office, provider_id=two.there.provider.pk)) == [2, 0, 0, 0, 0, 0, 0]


def test_the_unit_of_any_part_sees_the_account(two: Two) -> None:
    two.here.account.parts.create(
        office=two.here.office,
        seq=2,
        payer=two.here.payer,
        billing_unit=two.other_unit,
        period_start=two.here.part.period_start,
    )
    there = Scope(two.here.office.pk, frozenset({two.other_unit.pk}))
    assert selectors.accounts(there).count() == 2
