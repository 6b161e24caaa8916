"""What decides that a part is frozen can't be changed under it."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

import pytest
from django.db import connection

from honorarios.records.models import Account, AccountPart, Attendance, Payer, Stay
from honorarios.records.models.places import AccommodationType, Bed, BedClass
from tests.records.making import make_world
from tests.records.moving import make_attendance, make_case, make_part
from tests.records.ways import copied, done, everything, refused, run

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.records.making import World
    from tests.records.moving import Case

pytestmark = pytest.mark.database


def reopen(case: Case) -> None:
    run(
        "UPDATE records_attendance SET status = 'open', version = version + 1 WHERE id = %s",
        case.world.attendance.pk,
    )


def save(case: Case) -> None:
    attendance = Attendance.objects.get(pk=case.world.attendance.pk)
    attendance.is_emergency = True
    attendance.version += 1
    attendance.save()


def delete(case: Case) -> None:
    run("DELETE FROM records_attendance WHERE id = %s", case.world.attendance.pk)


def open_another_account(case: Case) -> None:
    Account.objects.create(
        office=case.world.office,
        attendance=case.world.attendance,
        billing_unit=case.world.unit,
        number=2,
    )


def open_another_part(case: Case) -> None:
    make_part(case.world)


def bring_an_account_in(case: Case) -> None:
    run(
        "UPDATE records_account SET attendance_id = %s, number = 2 WHERE id = %s",
        case.world.attendance.pk,
        case.open_part.account_id,
    )


ATTENDANCE_WAYS = [reopen, save, delete, open_another_account, open_another_part]


@pytest.mark.parametrize("way", [*ATTENDANCE_WAYS, bring_an_account_in])
def test_a_cancelled_attendance_stays_cancelled_and_takes_nothing(
    world: World, way: Callable[[Case], None]
) -> None:
    case = make_case(world, "of a cancelled attendance")
    before = everything()
    assert refused(lambda: way(case)) in {"EST-FROZEN", "EST-MOVED"}
    assert everything() == before


@pytest.mark.parametrize("way", [save, open_another_account, open_another_part])
def test_an_attendance_that_is_not_cancelled_goes_on(
    world: World, way: Callable[[Case], None]
) -> None:
    case = make_case(world, "billed")
    done(lambda: way(case))


def test_a_cancelled_attendance_is_not_replaced(world: World) -> None:
    if connection.vendor == "sqlite":
        case = make_case(world, "of a cancelled attendance")
        pk = case.world.attendance.pk
        act = lambda: copied("records_attendance", pk, "REPLACE", status="'open'")  # noqa: E731
        run("PRAGMA recursive_triggers = OFF")
        others = refused(act)
        run("PRAGMA recursive_triggers = ON")
        assert (others, refused(act)) == ("EST-APPEND-ONLY", "EST-FROZEN")


def stay(case: Case) -> Stay:
    office = case.world.office
    kind = AccommodationType.objects.create(office=office, code="ward", name="Enf.", rank=1)
    of = BedClass.objects.create(office=office, code="c", name="C", accommodation_type=kind)
    bed = Bed.objects.create(office=office, hospital=case.world.hospital, code="1", bed_class=of)
    return Stay(
        office=office, attendance=case.world.attendance, bed=bed, start=datetime(2025, 11, 1, 8)
    )


def test_the_stays_of_a_cancelled_attendance_stay(world: World) -> None:
    case = make_case(world, "open")
    kept = stay(case)
    kept.save()
    elsewhere = Stay.objects.create(
        office=world.office,
        attendance=make_attendance(world),
        bed=kept.bed,
        start=datetime(2025, 11, 2, 8),
    )
    world.attendance.status, world.attendance.version = "cancelled", 2
    world.attendance.save()

    connection.check_constraints()
    kept.reason = "no_bed"
    assert refused(kept.save) == "EST-FROZEN"
    assert refused(lambda: Stay.objects.filter(pk=kept.pk).delete()) == "EST-FROZEN"
    kept.pk, kept.start = None, datetime(2025, 11, 3, 8)
    assert refused(kept.save) == "EST-FROZEN"
    moved = {"attendance": world.attendance}
    moving = Stay.objects.filter(pk=elsewhere.pk)
    assert refused(lambda: moving.update(**moved)) == "EST-FROZEN"
    done(lambda: moving.update(reason="no_bed"))
    done(moving.delete)


def test_the_group_of_a_payer_with_an_invoice_stays(world: World) -> None:
    case = make_case(world, "invoiced")
    payer = Payer.objects.filter(pk=case.part.payer_id)
    assert refused(lambda: payer.update(group="insurer")) == "EST-FROZEN"
    assert refused(lambda: run("DELETE FROM records_payer WHERE id = %s", case.part.payer_id)) == (
        "EST-FROZEN"
    )
    done(lambda: payer.update(name="Outro nome"))


def test_the_group_of_a_payer_without_invoices_is_corrected(world: World) -> None:
    make_case(world, "billed")
    done(lambda: Payer.objects.filter(pk=world.payer.pk).update(group="state"))


@pytest.mark.parametrize("born", [{"status": "closed"}, {"version": 2}])
def test_a_part_is_born_open(world: World, born: dict[str, object]) -> None:
    part = AccountPart(
        office=world.office,
        account=world.account,
        seq=77,
        payer=world.payer,
        billing_unit=world.unit,
        period_start=world.part.period_start,
    )
    for name, value in born.items():
        setattr(part, name, value)
    assert refused(part.save) == "EST-BORN"


def test_what_hangs_together_is_of_one_office(world: World) -> None:
    other = make_world("outra")
    account = Account(office=other.office, attendance=world.attendance, billing_unit=world.unit)
    account.number = 2
    assert refused(account.save) == "EST-PLACE"
    part = world.part
    part.pk, part.seq, part.office = None, 2, other.office
    part._state.adding = True
    assert refused(part.save) == "EST-PLACE"


def test_the_unit_of_a_part_is_changed_only_before_its_first_line(world: World) -> None:
    empty, other = make_part(world), make_world("outra").unit
    change = {"billing_unit": other, "version": 2}
    done(lambda: AccountPart.objects.filter(pk=empty.pk).update(**change))
    used = make_case(world, "open").part
    assert refused(lambda: AccountPart.objects.filter(pk=used.pk).update(**change)) == "EST-MOVED"


def test_an_account_without_parts_is_held_by_its_attendance_too(world: World) -> None:
    attendance = make_attendance(world)
    facts = {"office": world.office, "attendance": attendance, "billing_unit": world.unit}
    empty = Account.objects.create(**facts)
    done(lambda: Account.objects.filter(pk=empty.pk).update(number=2))
    Attendance.objects.filter(pk=attendance.pk).update(status="cancelled", version=2)
    assert refused(lambda: Account.objects.filter(pk=empty.pk).update(number=3)) == "EST-FROZEN"


def test_an_attendance_and_a_payer_stay_what_they_are(world: World) -> None:
    there = make_world("outra").office
    moved = {"office": there, "version": 2}
    attendances = Attendance.objects.filter(pk=world.attendance.pk)
    assert refused(lambda: attendances.update(**moved)) == "EST-MOVED"
    for table, more in (("records_attendance", ", version = 2"), ("records_payer", "")):
        renumbered = f"UPDATE {table} SET id = -1{more} WHERE id = %s"  # noqa: S608
        pk = world.payer.pk if table == "records_payer" else world.attendance.pk
        assert refused(partial(run, renumbered, pk)) == "EST-MOVED"


@pytest.mark.parametrize("version", [1, 3])
def test_the_version_of_an_attendance_grows_by_one(world: World, version: int) -> None:
    rows = Attendance.objects.filter(pk=world.attendance.pk)
    assert refused(lambda: rows.update(version=version)) == "EST-VERSION"
