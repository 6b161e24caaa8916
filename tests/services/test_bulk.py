"""Many lines at once: the same lines as one by one, and what several writers do to one account."""

from __future__ import annotations

import gc
import threading
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection

from honorarios.core.vocabulary import Role
from honorarios.launching.prices import FEW
from honorarios.records.models import AccountPart, FeeLine, ImportBatch
from honorarios.services import fees
from honorarios.services.collector import at_rest
from honorarios.services.fees import ImportSource, Wanted, post
from honorarios.services.operations import Operation
from honorarios.services.work import perform
from tests.launching import making
from tests.services import hospital
from tests.services.doing import launched
from tests.services.hospital import House, make_house

if TYPE_CHECKING:
    from honorarios.launching.model import Entry

OF_THE_ROW: dict[str, Any] = {"uid": None, "number": None, "part_id": None, "automatic_of": None}


@pytest.fixture
def house() -> House:
    return make_house()


def acts(count: int) -> list[Entry]:
    roles = [Role.SURGEON, Role.FIRST_ASSISTANT, Role.SCRUB_ASSISTANT]
    codes = [making.SURGERY, making.EXAM, making.VISIT]
    return [
        making.entry(
            code=codes[number % 3],
            role=roles[number // 3 % 3],
            start=making.WEDNESDAY + timedelta(minutes=number),
            quantity=number % 5 + 1,
            key=number,
        )
        for number in range(count)
    ]


@pytest.mark.database
def test_many_at_once_are_the_lines_of_one_at_a_time(house: House) -> None:
    single, bulk = hospital.under(house, "taxas"), hospital.under(house, "taxas")
    entries = acts(3 * FEW)
    one_by_one = [line for one in entries for line in launched(house, one, part=single)]
    (answer,) = fees.launch_many(
        actor=house.clerk, wanted=[Wanted(bulk.pk, one) for one in entries]
    )
    at_once = [line for one in answer.require().entries for line in one.lines]
    assert [replace(line, **OF_THE_ROW) for line in at_once] == [
        replace(line, **OF_THE_ROW) for line in one_by_one
    ]
    kept = [
        [line.kept for line in FeeLine.objects.filter(part=part).order_by("code", "start", "pk")]
        for part in (single, bulk)
    ]
    assert kept[0] == kept[1]
    assert Counter(line.number for line in at_once).keys() == set(range(1, len(at_once) + 1))


@pytest.mark.database
def test_imported_lines_tell_their_file_and_row(house: House) -> None:
    batch = ImportBatch.objects.create(
        office=house.office,
        kind="fees",
        file_name="honorarios.csv",
        file_digest="0" * 64,
        created_by_id=house.clerk.user_id,
    )
    wanted = [Wanted(house.part.pk, one) for one in acts(3)]
    perform(
        actor=house.clerk,
        operation=Operation.IMPORTS_FEES,
        answer=int,
        do=lambda work: len(
            post(work, wanted, whole=False, source=ImportSource(batch.pk, [2, 3, 5])).rows
        ),
    ).require()
    rows = [(line.import_batch_id, line.import_row) for line in house.lines()]
    assert rows == [(batch.pk, 2), (batch.pk, 3), (batch.pk, 5)]
    found = fees.list_lines(
        actor=house.clerk, only=fees.LineFilter(import_batch_id=batch.pk)
    ).require()
    assert len(found.lines) == 3


def test_launches_at_once_share_one_private_part_and_number_their_lines(
    on_own_database: str,
) -> None:
    assert on_own_database
    house = make_house()
    hospital.upgrade(house)
    part = hospital.under(house, "diferenca")
    answers = []

    def launch(number: int) -> None:
        one = making.entry(start=making.WEDNESDAY + timedelta(minutes=number))
        answers.append(fees.launch(actor=house.clerk, part_id=part.pk, entries=[one]))
        connection.close()

    threads = [threading.Thread(target=launch, args=[number]) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [answer.findings for answer in answers] == [()] * 8
    private = AccountPart.objects.get(account=house.account, payer__code="particular")
    for one in (part, private):
        numbers = FeeLine.objects.filter(part=one).order_by("number")
        assert list(numbers.values_list("number", flat=True)) == list(range(1, 9))


def test_the_collector_is_at_work_when_nobody_wants_rest() -> None:
    assert gc.isenabled()
    with at_rest():
        with at_rest():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
