"""The clerk's work list: filters, pages, sums, initials, and what the closing checks say."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from honorarios.core.vocabulary import PartStatus
from honorarios.records.models import AccountPart, Attendance, AuditEvent, Patient
from honorarios.services import patients, worklist
from honorarios.services.actor import ActorRole
from honorarios.services.outcomes import Refusal
from honorarios.services.worklist import WorkFilter, WorkPage
from tests.launching import making
from tests.services import cast as casting
from tests.services import hospital
from tests.services.doing import launched
from tests.services.hospital import House, make_house

if TYPE_CHECKING:
    from tests.services.cast import Cast

pytestmark = pytest.mark.database


@pytest.fixture
def house() -> House:
    return make_house()


def listed(house: House, **only: Any) -> WorkPage:  # noqa: ANN401 - any field
    return worklist.listed(actor=house.clerk, only=WorkFilter(**only)).require()


def keys(page: WorkPage) -> list[int]:
    return [row.part_id for row in page.rows]


def test_pages_go_through_every_part_once_the_last_opened_first(house: House) -> None:
    parts = [house.part, *(hospital.under(house, "ch") for _ in range(4))]
    seen: list[int] = []
    page = worklist.listed(actor=house.clerk, size=2).require()
    while True:
        seen += keys(page)
        if page.after is None:
            break
        page = worklist.listed(actor=house.clerk, after=page.after, size=2).require()
    assert seen == [part.pk for part in reversed(parts)]


def test_each_filter_keeps_what_it_names(house: House) -> None:
    later = hospital.under(house, "ch", period_start=date(2026, 1, 1), period_end=date(2026, 1, 31))
    launched(house, making.entry(provider="indireto"))
    for asked, expected in (
        ({"payer": "convenio-ch"}, [later.pk, house.part.pk]),
        ({"payer": "nenhum"}, []),
        ({"billing_unit": "unidade"}, [later.pk, house.part.pk]),
        ({"billing_unit": "outra"}, []),
        ({"status": PartStatus.CLOSED}, []),
        ({"first_day": date(2025, 12, 1)}, [later.pk]),
        ({"last_day": date(2025, 12, 1)}, [house.part.pk]),
        ({"provider": "indireto"}, [house.part.pk]),
        ({"provider": "medico"}, []),
        ({"provider": "indireto", "first_day": date(2025, 12, 1)}, []),
        ({"patient": "100"}, [later.pk, house.part.pk]),
        ({"patient": "paciente f"}, [later.pk, house.part.pk]),
        ({"patient": "Outra"}, []),
        ({"number": "1"}, [later.pk, house.part.pk]),
        ({"number": "1/1"}, [later.pk, house.part.pk]),
        ({"number": "1/2"}, []),
        ({"number": "2"}, []),
    ):
        assert keys(listed(house, **asked)) == expected, asked


def test_a_providers_parts_come_once_by_their_latest_act(house: House) -> None:
    other = hospital.under(house, "ch")
    day = making.SATURDAY
    launched(
        house, *[making.entry(provider="indireto", start=day - timedelta(hours=n)) for n in (1, 5)]
    )
    launched(house, making.entry(provider="indireto", start=day - timedelta(hours=3)), part=other)
    only = WorkFilter(provider="indireto")
    first = worklist.listed(actor=house.clerk, only=only, size=1).require()
    second = worklist.listed(actor=house.clerk, only=only, after=first.after, size=1).require()
    assert (keys(first), keys(second), second.after) == ([house.part.pk], [other.pk], None)


def test_sums_are_of_what_is_shown(house: House) -> None:
    lines = launched(house, making.entry(), making.entry(start=making.WEDNESDAY))
    page = listed(house)
    assert page.sums.charged == sum(line.charged for line in lines)
    assert page.rows[0].sums.lines == len(lines)
    assert page.rows[0].last_act == max(line.start for line in lines)


def test_a_mark_that_nobody_gave_is_refused(house: House) -> None:
    for mark in ("", "x", "-1", "99999999999999999999"):
        result = worklist.listed(actor=house.clerk, after=mark)
        assert result.refusal is Refusal.INVALID, mark


def test_blocked_parts_are_those_that_closing_would_refuse(house: House) -> None:
    fine = hospital.under(house, "ch")
    launched(house, making.entry(), part=fine)
    launched(house, making.entry(start=making.WEDNESDAY))
    # The period was shortened since: the act is outside of it now.
    shorter = {"period_end": date(2025, 11, 2), "version": house.part.version + 1}
    AccountPart.objects.filter(pk=house.part.pk).update(**shorter)
    page = listed(house, blocked=True)
    assert keys(page) == [house.part.pk]
    assert page.rows[0].findings
    assert page.examined == 2
    told = worklist.pending(actor=house.clerk, part_ids=[fine.pk, house.part.pk]).require()
    assert [(one.part_id, one.blocked) for one in told] == [
        (fine.pk, False),
        (house.part.pk, True),
    ]
    (line,) = house.lines(part=house.part)
    assert {uid for _, uid in told[1].findings} == {line.uid}


def test_the_queries_of_a_page_do_not_grow_with_its_rows(house: House) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as context:
            listed(house)
        return len(context)

    launched(house, making.entry())
    few = asked()
    for number in range(3):
        part = hospital.under(house, "ch")
        launched(house, making.entry(start=making.SATURDAY + timedelta(hours=number)), part=part)
    assert asked() == few


def test_nobody_sees_beyond_their_reach(cast: Cast) -> None:
    casting.stock(cast)
    part = casting.make_part(cast.world)
    casting.launch(cast, part)
    other = cast.other_unit.part
    for role, expected in (
        (ActorRole.CLERK, [part.pk, cast.part.pk]),
        (ActorRole.AUDITOR, [part.pk, cast.part.pk]),
        (ActorRole.PHYSICIAN, [part.pk]),
        (ActorRole.HOSPITAL_FINANCE, [part.pk, cast.part.pk]),
    ):
        page = worklist.listed(actor=cast.by_role[role]).require()
        assert keys(page) == expected, role
        assert other.pk not in keys(page)
    administrator = cast.by_role[ActorRole.ADMINISTRATOR]
    assert worklist.listed(actor=administrator).refusal is Refusal.FORBIDDEN
    pending = worklist.pending(actor=cast.clerk, part_ids=[cast.part.pk, other.pk]).require()
    assert [one.part_id for one in pending] == [cast.part.pk]


def test_a_physician_asking_for_a_colleague_gets_nothing(cast: Cast) -> None:
    casting.stock(cast)
    part = casting.make_part(cast.world)
    casting.launch(cast, part)
    physician = cast.by_role[ActorRole.PHYSICIAN]
    only = WorkFilter(provider=cast.colleague.code)
    assert worklist.listed(actor=physician, only=only).require().rows == ()


def test_lists_show_initials_and_the_name_is_recorded(cast: Cast) -> None:
    page = worklist.listed(actor=cast.clerk).require()
    assert page.rows[0].initials == "Z. C."
    assert casting.CANARY not in repr(page)
    attendance = cast.world.attendance
    before = AuditEvent.objects.count()
    told = patients.of_attendance(actor=cast.clerk, attendance_id=attendance.pk).require()
    assert told.name == casting.CANARY
    assert AuditEvent.objects.count() == before + 1
    other = Attendance.objects.get(pk=cast.other_unit.attendance.pk)
    hidden = patients.of_attendance(actor=cast.clerk, attendance_id=other.pk)
    assert hidden.refusal is Refusal.NOT_FOUND
    assert AuditEvent.objects.count() == before + 1


def test_initials_leave_particles_and_marks_out(house: House) -> None:
    Patient.objects.update(name="Ana de Souza dos Anjos (fictícia)")
    assert listed(house).rows[0].initials == "A. S. A."
    assert listed(house).rows[0].period_start == date(2025, 11, 1)
