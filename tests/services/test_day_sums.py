"""The sums of the dashboard are the plain ones, whatever was written since somebody last looked."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connection

from honorarios.records import selectors
from honorarios.records.selectors import Scope
from honorarios.services import attendances, fees, parts
from honorarios.services.actor import ActorRole
from honorarios.services.dashboard.cell import Asked
from honorarios.services.dashboard.cells import cells
from honorarios.services.situations import Situation, expression
from tests.launching import making
from tests.services.doing import launched, row
from tests.services.hospital import House, make_house

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.database
FIRST, LAST = (
    making.WEDNESDAY.date() - timedelta(days=9),
    making.WEDNESDAY.date() + timedelta(days=9),
)
ASKED = Asked(first_day=FIRST, last_day=LAST)
FAR = date(2100, 1, 1)
"""A day on which every period is over."""

Sums = Counter[tuple[object, ...]]


def kept(house: House, today: date, asked: Asked = ASKED) -> Sums:
    """What the dashboard is made of, by all that it tells apart."""
    found: Sums = Counter()
    for cell in cells(Scope(house.office.pk), asked, today):
        key = (cell.situation, cell.payer_id, cell.unit_id, cell.provider_id, cell.day)
        found.update({(*key, "lines"): cell.lines, (*key, "charged"): cell.charged})
        found[*key, "outside"] += cell.outside
    return +found


def plain(house: House, today: date, asked: Asked = ASKED) -> Sums:
    """The same, line by line, by the rule that lists of lines go by."""
    lines = selectors.lines(Scope(house.office.pk)).filter(
        status="active",
        start__gte=datetime.combine(asked.first_day, time()),
        start__lt=datetime.combine(asked.last_day + timedelta(days=1), time()),
    )
    found: Sums = Counter()
    for line in lines.select_related("part").annotate(situation=expression(today)):
        key = (
            Situation.named(line.situation),
            line.part.payer_id,
            line.billing_unit_id,
            line.provider_id or 0,
            line.start.date(),
        )
        found.update({(*key, "lines"): 1, (*key, "charged"): line.charged})
        found[*key, "outside"] += line.charged if line.outside_stored else 0
    return +found


def looked_at(house: House) -> Sums:
    """The sums, which have to be the plain ones both before and after periods are over."""
    for today in (FIRST, FAR):
        assert kept(house, today) == plain(house, today)
    return kept(house, FIRST)


def test_the_sums_are_the_plain_ones_after_each_deed() -> None:
    house = make_house()
    line, other = launched(house, making.entry(), making.entry(code=making.EXAM))
    part, attendance = row(line).part_id, row(line).part.account.attendance_id
    uid, clerk, auditor = str(line.uid), house.clerk, replace(house.clerk, role=ActorRole.AUDITOR)
    later = making.WEDNESDAY + timedelta(days=2)
    deeds: list[Callable[[], object]] = [
        lambda: fees.edit(actor=clerk, uid=uid, version=1, changes={"quantity": "3"}).require(),
        lambda: fees.edit(actor=clerk, uid=uid, version=2, changes={"start": later}).require(),
        lambda: fees.reverse(actor=clerk, uid=str(other.uid), reason="teste").require(),
        lambda: launched(house, making.entry(code=making.VISIT)),
        lambda: parts.close(actor=clerk, part_id=part).require(),
        lambda: parts.release(actor=auditor, part_id=part).require(),
        lambda: parts.unrelease(actor=auditor, part_id=part, reason="teste").require(),
        lambda: parts.reopen(actor=auditor, part_id=part, reason="teste").require(),
        lambda: attendances.discharge(
            actor=clerk, attendance_id=attendance, ended_at=later + timedelta(days=1)
        ).require(),
        lambda: attendances.cancel(actor=clerk, attendance_id=attendance, reason="teste").require(),
    ]
    before = looked_at(house)
    assert before
    for number, deed in enumerate(deeds):
        deed()
        after = looked_at(house)
        assert after != before, number
        before = after


def test_a_part_that_gets_another_end_is_overdue_on_another_day() -> None:
    house = make_house()
    (line,) = launched(house, making.entry())
    part = row(line).part
    today = LAST + timedelta(days=1)
    assert {key[0] for key in kept(house, today)} == {Situation.UNDER_WAY}
    part.period_end, part.version = LAST, part.version + 1
    part.save(update_fields=["period_end", "version"])
    assert {key[0] for key in kept(house, today)} == {Situation.OVERDUE}
    assert kept(house, today) == plain(house, today)


def test_a_unit_or_payer_alone_adds_up_its_own_lines() -> None:
    house = make_house()
    (line,) = launched(house, making.entry())
    payer = row(line).part.payer_id
    for key, there in ((payer, True), (payer + 10**6, False)):
        asked = Asked(first_day=FIRST, last_day=LAST, payer_id=key)
        assert bool(kept(house, FIRST, asked)) is there
    nowhere = Scope(house.office.pk, unit_ids=frozenset())
    assert not cells(nowhere, ASKED, FIRST)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite keeps sums")
def test_a_day_is_added_up_once_and_again_only_where_it_changed() -> None:
    house = make_house()
    (line,) = launched(house, making.entry())
    kept(house, FIRST)

    def marked() -> set[str]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT day FROM held_day WHERE office_id = %s", (house.office.pk,))
            return {day for (day,) in cursor.fetchall()}

    every = {f"{FIRST + timedelta(days=number)}" for number in range((LAST - FIRST).days + 1)}
    assert marked() == every
    fees.edit(actor=house.clerk, uid=str(line.uid), version=1, changes={"quantity": "2"}).require()
    assert marked() == every - {f"{making.WEDNESDAY:%Y-%m-%d}"}
