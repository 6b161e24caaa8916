"""Reprocessing of divisions on record (spec: launching 3.10)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from honorarios.records.models import SplitShare
from honorarios.services import parts, splits
from honorarios.services.splits import SplitFilter
from tests.launching import making
from tests.services import hospital
from tests.services.doing import codes, launched
from tests.services.hospital import House, make_house

if TYPE_CHECKING:
    from honorarios.services.outcomes import Result
    from honorarios.services.splits import SplitReport

pytestmark = pytest.mark.database


@pytest.fixture
def house() -> House:
    return make_house()


def reprocess(house: House, *, dry_run: bool = False, **only: Any) -> Result[SplitReport]:  # noqa: ANN401 - any field
    return splits.reprocess(
        actor=house.clerk, only=SplitFilter(**only), reason="Regra nova.", dry_run=dry_run
    )


def test_310_what_a_changed_rule_divides_otherwise_is_done_again(house: House) -> None:
    rule = hospital.divide(house, "medico", ("medico", "70"))
    launched(house, making.entry(), making.entry(provider="indireto"))
    assert reprocess(house).require().redivided == ()
    SplitShare.objects.filter(rule=rule).update(percent="60")

    dry = reprocess(house, dry_run=True).require()
    assert len(house.lines()) == 3
    report = reprocess(house).require()
    assert dry == report
    (one,) = report.redivided
    assert [(share.provider, share.total) for share in one.before] == [
        ("hospital", 12_300),
        ("medico", 28_700),
    ]
    assert [(share.provider, share.total) for share in one.after] == [
        ("hospital", 16_400),
        ("medico", 24_600),
    ]
    assert report.unchanged == 1
    active = house.lines(status="active")
    assert [line.total for line in active] == [41_000, 24_600, 16_400]
    assert sum(line.total for line in house.lines()) == 82_000
    assert reprocess(house).require().redivided == ()


def test_310_a_new_rule_divides_what_was_whole(house: House) -> None:
    launched(house, making.entry())
    hospital.divide(house, "medico", ("medico", "100"))
    report = reprocess(house).require()
    assert [len(one.after) for one in report.redivided] == [1]
    (line,) = house.lines(status="active")
    assert (line.split_form, line.outside_stored) == ("percent", True)


def test_310_exceptions_are_told_and_stay_as_they_are(house: House) -> None:
    launched(house, making.entry(), making.entry(code=making.EXAM))
    hospital.divide(house, "medico", ("medico", "60"), ("indireto", "50"), codes=making.EXAM)
    hospital.divide(house, "medico", ("medico", "60"), codes=making.SURGERY)
    report = reprocess(house).require()
    assert [one.code for one in report.redivided] == [making.SURGERY]
    (exception,) = report.exceptions
    assert exception.code == making.EXAM
    assert exception.findings
    assert [line.status for line in house.lines(code=making.EXAM)] == ["active"]


def test_310_only_open_and_closed_parts_of_the_filter(house: House) -> None:
    other, released = hospital.under(house, "ch"), hospital.under(house, "ch")
    for part in (house.part, other, released):
        launched(house, making.entry(), part=part)
    parts.close(actor=house.clerk, part_id=other.pk).require()
    parts.close(actor=house.clerk, part_id=released.pk).require()
    parts.release(actor=house.clerk, part_id=released.pk).require()
    hospital.divide(house, "medico", ("medico", "60"))

    def found(**only: Any) -> list[int]:  # noqa: ANN401 - any field of the filter
        report = reprocess(house, dry_run=True, **only).require()
        return [one.part_id for one in report.redivided]

    assert found() == [house.part.pk, other.pk]
    assert found(part_ids=(other.pk,)) == [other.pk]
    assert found(billing_unit="unidade", payer="convenio-ch") == [house.part.pk, other.pk]
    assert found(payer="outro") == []
    assert found(first_day=date(2025, 12, 1)) == found(last_day=date(2025, 10, 31)) == []


def test_310_a_reason_is_needed(house: House) -> None:
    launched(house, making.entry())
    hospital.divide(house, "medico", ("medico", "60"))
    answer = splits.reprocess(actor=house.clerk, only=SplitFilter(), reason=" ")
    assert codes(answer) == ["EST-REASON"]
    assert len(house.lines()) == 1


def test_310_other_offices_are_left_alone(house: House) -> None:
    other = make_house("outra")
    launched(other, making.entry())
    hospital.divide(other, "medico", ("medico", "60"))
    assert reprocess(house).require() == splits.SplitReport()
    assert codes(reprocess(house, part_ids=(other.part.pk,))) == []
    assert reprocess(house, part_ids=(10**30,)).require() == splits.SplitReport()
    assert len(other.lines()) == 1


def test_the_number_of_queries_does_not_grow_with_the_acts(house: House) -> None:
    counts = []
    rule = hospital.divide(house, "medico", ("medico", "60"))
    for acts, percent in ((1, "50"), (30, "40")):
        part = hospital.under(house, "ch")
        launched(house, *[making.entry()] * acts, part=part)
        SplitShare.objects.filter(rule=rule).update(percent=percent)
        with CaptureQueriesContext(connection) as queries:
            report = reprocess(house, part_ids=(part.pk,)).require()
        assert len(report.redivided) == acts
        counts.append(len(queries))
    assert counts[0] == counts[1]
