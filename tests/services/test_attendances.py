"""Attendances, their accounts and parts, and the beds of a patient over time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from honorarios.core.vocabulary import Setting, UpgradeReason
from honorarios.records.models import (
    AccommodationType,
    Account,
    AccountPart,
    Attendance,
    AuditEvent,
    Bed,
    BedClass,
    BillingUnit,
    Payer,
    Plan,
    Stay,
    Workstation,
)
from honorarios.services import attendances, parts
from honorarios.services.attendances import NewAttendance, NewPart, NewStay
from honorarios.services.outcomes import Refusal, Result
from tests.services.cast import Cast, bring, launch, make_part, stock

pytestmark = pytest.mark.database

ARRIVAL, NEXT_DAY = datetime(2025, 11, 1, 8), datetime(2025, 11, 2, 9, 30)


def codes(result: Result[Any]) -> list[str]:
    return [finding.code for finding in result.findings]


@pytest.fixture
def beds(cast: Cast) -> list[Bed]:
    """Two beds of the hospital, and one of the other."""
    office, hospital = cast.world.office, cast.world.hospital
    kind = AccommodationType.objects.create(office=office, code="ward", name="Enfermaria", rank=1)
    bed_class = BedClass.objects.create(office=office, code="a", name="A", accommodation_type=kind)
    return [
        Bed.objects.create(office=office, hospital=where, code=code, bed_class=bed_class)
        for where, code in ((hospital, "1"), (hospital, "2"), (cast.other_unit.hospital, "3"))
    ]


def new(cast: Cast) -> NewAttendance:
    return NewAttendance(
        hospital_id=cast.world.hospital.pk,
        patient_id=cast.world.patient.pk,
        number="2025-7",
        setting=Setting.INPATIENT,
        started_at=ARRIVAL,
    )


def test_an_attendance_is_opened_with_its_account_and_part(cast: Cast) -> None:
    opened = attendances.open_attendance(actor=cast.clerk, new=new(cast), key="a").require()
    account = attendances.open_account(
        actor=cast.clerk, attendance_id=opened.attendance_id, billing_unit_id=cast.world.unit.pk
    ).require()
    plan = Plan.objects.create(
        office=cast.world.office, payer=cast.world.payer, code="p", name="Plano"
    )
    wanted = NewPart(
        account_id=account.account_id,
        payer_id=cast.world.payer.pk,
        plan_id=plan.pk,
        billing_unit_id=cast.world.unit.pk,
        period_start=date(2025, 11, 1),
        period_end=date(2025, 11, 30),
        contract="ch",
    )
    first = attendances.open_part(actor=cast.clerk, new=wanted).require()
    second = attendances.open_part(actor=cast.clerk, new=wanted).require()
    assert (account.number, first.seq, second.seq) == (1, 1, 2)
    stock(cast)
    part = AccountPart.objects.get(pk=first.part_id)
    assert launch(cast, part).total == 41_000
    assert attendances.open_attendance(actor=cast.clerk, new=new(cast), key="a").replayed
    assert AuditEvent.objects.filter(action="attendances.write").count() == 1


def test_a_part_takes_the_only_route_of_what_was_agreed(cast: Cast) -> None:
    stock(cast)
    # The small catalogue has one contract of this payer with this unit.
    Payer.objects.filter(pk=cast.world.payer.pk).update(code="convenio-ch")
    BillingUnit.objects.filter(pk=cast.world.unit.pk).update(code="unidade")
    opened = attendances.open_attendance(actor=cast.clerk, new=new(cast)).require()
    account = attendances.open_account(
        actor=cast.clerk, attendance_id=opened.attendance_id, billing_unit_id=cast.world.unit.pk
    ).require()
    asked = NewPart(
        account_id=account.account_id,
        billing_unit_id=cast.world.unit.pk,
        payer_id=cast.world.payer.pk,
        period_start=ARRIVAL.date(),
    )
    agreed = attendances.open_part(actor=cast.clerk, new=asked).require()
    earlier = attendances.open_part(
        actor=cast.clerk, new=replace(asked, period_start=date(1990, 1, 1))
    ).require()
    routes = dict(AccountPart.objects.values_list("pk", "route"))
    assert (routes[agreed.part_id], routes[earlier.part_id]) == ("hospital_repasse", "")


def test_what_does_not_hold_together_is_a_finding(cast: Cast) -> None:
    good = new(cast)
    attendances.open_attendance(actor=cast.clerk, new=good).require()
    workstation = Workstation.objects.create(
        office=cast.world.office, hospital=cast.other_unit.hospital, code="w", name="W"
    )
    for wrong, code in (
        (good, "EST-NUMBER-TAKEN"),
        (replace(good, number=" "), "EST-NUMBER"),
        (replace(good, number="x" * 41), "EST-TOO-LONG"),
        (replace(good, started_at=ARRIVAL.replace(tzinfo=UTC)), "EST-WALL-TIME"),
        (replace(good, started_at=ARRIVAL.replace(microsecond=1)), "EST-WALL-TIME"),
        (replace(good, hospital_id=cast.other_unit.hospital.pk), "PER-NOT-FOUND"),
        (replace(good, number="8", workstation_id=workstation.pk), "PER-NOT-FOUND"),
    ):
        assert codes(attendances.open_attendance(actor=cast.clerk, new=wrong)) == [code]
    assert Attendance.objects.filter(number="2025-7").count() == 1
    reversed_period = NewPart(
        account_id=cast.world.account.pk,
        payer_id=cast.world.payer.pk,
        billing_unit_id=cast.world.unit.pk,
        period_start=date(2025, 11, 2),
        period_end=date(2025, 11, 1),
    )
    assert codes(attendances.open_part(actor=cast.clerk, new=reversed_period)) == [
        "EST-ENDS-BEFORE"
    ]


def test_a_patient_changes_bed_and_the_first_stay_ends(cast: Cast, beds: list[Bed]) -> None:
    first = NewStay(attendance_id=cast.world.attendance.pk, bed_id=beds[0].pk, start=ARRIVAL)
    second = replace(first, bed_id=beds[1].pk, start=NEXT_DAY, reason=UpgradeReason.PATIENT_OPTION)
    attendances.occupy(actor=cast.clerk, new=first).require()
    moved = attendances.occupy(actor=cast.clerk, new=second, version=2).require()
    assert moved.attendance_version == 3
    stays = Stay.objects.order_by("start").values_list("bed_id", "start", "end", "reason")
    assert list(stays) == [
        (beds[0].pk, ARRIVAL, NEXT_DAY, ""),
        (beds[1].pk, NEXT_DAY, None, "patient_option"),
    ]
    given: dict[str, Any] = {
        "attendance_id": cast.world.attendance.pk,
        "stay_id": moved.stay_id,
        "note": "Termo 12.",
    }
    attendances.consent(actor=cast.clerk, **given).require()
    assert Stay.objects.get(pk=moved.stay_id).consent_by_id == cast.clerk.user_id
    assert codes(attendances.consent(actor=cast.clerk, **given)) == ["EST-CONSENTED"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"start": datetime(2025, 10, 31)}, "EST-STAY-EARLY"),
        ({"start": ARRIVAL, "end": datetime(2025, 11, 1, 7)}, "EST-ENDS-BEFORE"),
        ({"start": datetime(2025, 11, 5)}, "EST-STAYS-OVERLAP"),
        ({"start": datetime(2025, 11, 4)}, "EST-STAYS-OVERLAP"),
        ({"start": datetime(2025, 11, 3), "end": datetime(2025, 11, 5)}, "EST-STAYS-OVERLAP"),
    ],
)
def test_a_patient_is_in_one_bed_at_a_time_within_the_attendance(
    cast: Cast, beds: list[Bed], changes: dict[str, Any], code: str
) -> None:
    there = NewStay(
        attendance_id=cast.world.attendance.pk,
        bed_id=beds[0].pk,
        start=datetime(2025, 11, 4),
        end=datetime(2025, 11, 6),
    )
    attendances.occupy(actor=cast.clerk, new=there).require()
    wrong = replace(there, bed_id=beds[1].pk, **{"end": None, **changes})
    assert codes(attendances.occupy(actor=cast.clerk, new=wrong)) == [code]
    beside = replace(there, start=datetime(2025, 11, 3), end=there.start)
    assert attendances.occupy(actor=cast.clerk, new=beside).ok


def test_a_bed_of_another_hospital_is_not_found(cast: Cast, beds: list[Bed]) -> None:
    stay = NewStay(attendance_id=cast.world.attendance.pk, bed_id=beds[2].pk, start=ARRIVAL)
    assert attendances.occupy(actor=cast.clerk, new=stay).refusal is Refusal.NOT_FOUND


def test_a_discharge_is_after_the_arrival(cast: Cast) -> None:
    given: dict[str, Any] = {"actor": cast.clerk, "attendance_id": cast.world.attendance.pk}
    early = attendances.discharge(**given, ended_at=datetime(2025, 10, 1))
    assert codes(early) == ["EST-ENDS-BEFORE"]
    left = attendances.discharge(**given, ended_at=NEXT_DAY, version=1).require()
    assert (left.status, left.version) == ("discharged", 2)
    late = attendances.discharge(**given, ended_at=NEXT_DAY, version=1)
    assert late.refusal is Refusal.STALE


def test_cancelling_freezes_everything_for_good(cast: Cast, beds: list[Bed]) -> None:
    given: dict[str, Any] = {"actor": cast.clerk, "attendance_id": cast.world.attendance.pk}
    assert codes(attendances.cancel(**given, reason="")) == ["EST-REASON"]
    cancelled = attendances.cancel(**given, reason="Aberto por engano.").require()
    assert cancelled.status == "cancelled"
    stay = NewStay(attendance_id=cast.world.attendance.pk, bed_id=beds[0].pk, start=ARRIVAL)
    part = NewPart(
        account_id=cast.world.account.pk,
        payer_id=cast.world.payer.pk,
        billing_unit_id=cast.world.unit.pk,
        period_start=date(2025, 11, 1),
    )
    for answer in (
        attendances.cancel(**given, reason="De novo."),
        attendances.discharge(**given, ended_at=NEXT_DAY),
        attendances.occupy(actor=cast.clerk, new=stay),
        attendances.open_account(**given, billing_unit_id=cast.world.unit.pk),
        attendances.open_part(actor=cast.clerk, new=part),
        parts.close(actor=cast.clerk, part_id=cast.part.pk),
    ):
        assert codes(answer)[0] == "LAN-V01"
        assert answer.refusal is Refusal.STATE
    assert Account.objects.filter(attendance=cast.world.attendance).count() == 1


def test_an_attendance_with_a_billed_part_is_not_cancelled(cast: Cast) -> None:
    bring(cast, make_part(cast.world), "released")
    parts.bill(
        actor=cast.clerk, payer_id=cast.world.payer.pk, billing_unit_id=cast.world.unit.pk
    ).require()
    answer = attendances.cancel(
        actor=cast.clerk, attendance_id=cast.world.attendance.pk, reason="Engano."
    )
    assert codes(answer) == ["EST-BILLED-PART"]
