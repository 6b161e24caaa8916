"""Several at once: nothing lost, nothing doubled, no deadlock shown (spec: quality P2)."""

from __future__ import annotations

import threading
import time
from typing import Any

from django.db import connection, transaction

from honorarios.records.models import (
    AccountPart,
    AuditEvent,
    PartTransition,
    Remittance,
    RemittanceItem,
)
from honorarios.services import attendances, fees, parts
from honorarios.services.audit import proof
from honorarios.services.outcomes import Refusal, Result
from tests.launching.making import entry
from tests.services.cast import Cast, bring, launch, make_cast, make_part, stock
from tests.services.contention import contend

WORKERS = 16
EDITS = 6


def at_once(*jobs: Any) -> list[Result[Any]]:  # noqa: ANN401 - any verb
    """Do all jobs at the same moment, each in its thread; their answers in order."""
    answers: list[Result[Any] | None] = [None] * len(jobs)
    ready = threading.Barrier(len(jobs))

    def run(number: int) -> None:
        ready.wait()
        answers[number] = jobs[number]()
        connection.close()

    threads = [threading.Thread(target=run, args=[number]) for number in range(len(jobs))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [answer for answer in answers if answer is not None]


def test_sixteen_workers_on_one_part_lose_nothing_and_see_no_deadlock(on_own_database: str) -> None:
    assert on_own_database
    cast = make_cast()
    found = contend(cast, workers=WORKERS, edits=EDITS)
    assert not found.shown
    assert found.lost == 0
    assert found.chain_whole
    # Every edit, and the launch of each line before them.
    assert AuditEvent.objects.filter(action="fees.edit").count() == WORKERS * EDITS


def test_of_many_who_close_one_part_one_does_it(on_own_database: str) -> None:
    assert on_own_database
    cast = make_cast()
    answers = at_once(
        *[lambda: parts.close(actor=cast.clerk, part_id=cast.part.pk) for _ in range(8)]
    )
    assert sum(answer.ok for answer in answers) == 1
    assert {answer.refusal for answer in answers if not answer.ok} == {Refusal.STATE}
    assert PartTransition.objects.count() == 1


def test_a_part_is_billed_once_however_many_bill_at_once(on_own_database: str) -> None:
    assert on_own_database
    cast = make_cast()
    for _ in range(6):
        bring(cast, make_part(cast.world), "released")

    def bill() -> Result[Any]:
        return parts.bill(
            actor=cast.clerk, payer_id=cast.world.payer.pk, billing_unit_id=cast.world.unit.pk
        )

    answers = at_once(*[bill] * 4)
    assert {answer.refusal for answer in answers} <= {None, Refusal.STATE}
    assert RemittanceItem.objects.count() == 6
    numbers = Remittance.objects.order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(1, len(numbers) + 1))


def test_remittances_of_several_payers_at_once_have_numbers_of_their_own(
    on_own_database: str,
) -> None:
    assert on_own_database
    cast = make_cast()
    ready = [bring(cast, make_part(cast.world), "released") for _ in range(6)]

    def bill(part: AccountPart) -> Result[Any]:
        return parts.bill(
            actor=cast.clerk,
            payer_id=cast.world.payer.pk,
            billing_unit_id=cast.world.unit.pk,
            part_ids=[part.pk],
        )

    answers = at_once(*[lambda part=part: bill(part) for part in ready])
    assert sorted(answer.require().number for answer in answers) == [1, 2, 3, 4, 5, 6]


def test_launching_while_the_part_is_released_goes_one_way_or_the_other(
    on_own_database: str,
) -> None:
    assert on_own_database
    cast = make_cast()
    stock(cast)
    for _ in range(4):
        part = make_part(cast.world)
        launch(cast, part)
        bring(cast, part, "closed")
        launched, released = at_once(
            lambda part=part: fees.launch(
                actor=cast.clerk, part_id=part.pk, entries=[entry(provider="p1", rank=2)]
            ),
            lambda part=part: parts.release(actor=cast.clerk, part_id=part.pk),
        )
        released.require()
        assert launched.refusal in {None, Refusal.STATE}
        assert part.lines.count() == (2 if launched.ok else 1)


def test_cancelling_the_attendance_meets_launches_without_a_deadlock(on_own_database: str) -> None:
    assert on_own_database
    cast = make_cast()
    stock(cast)
    spread = [make_part(cast.world) for _ in range(4)]
    launches = [
        lambda part=part: fees.launch(
            actor=cast.clerk, part_id=part.pk, entries=[entry(provider="p1")]
        )
        for part in spread
    ]
    cancel = lambda: attendances.cancel(  # noqa: E731 - one job among others
        actor=cast.clerk, attendance_id=cast.world.attendance.pk, reason="Engano."
    )
    cancelled, *launched = at_once(cancel, *launches)
    cancelled.require()
    assert {answer.refusal for answer in launched} <= {None, Refusal.STATE}


def test_whoever_waited_for_an_account_sees_its_attendance_as_it_is_then(
    on_own_database: str,
) -> None:
    assert on_own_database
    cast = make_cast()
    part = bring(cast, make_part(cast.world), "closed")
    asked, answers = threading.Event(), []

    def reopen() -> None:
        asked.set()
        answers.append(parts.reopen(actor=cast.clerk, part_id=part.pk, reason="Engano."))
        connection.close()

    waiting = threading.Thread(target=reopen)
    with transaction.atomic():
        attendances.cancel(
            actor=cast.clerk, attendance_id=cast.world.attendance.pk, reason="Engano."
        ).require()
        waiting.start()
        asked.wait()
        # Time for it to come to the lock; were it slower, it would only have less to prove.
        time.sleep(0.5)
    waiting.join()
    # By the rule itself, not by the database's refusal of what the rule let through.
    assert [finding.code for finding in answers[0].findings] == ["LAN-V01"]


def test_two_offices_do_not_wait_for_one_chain(on_own_database: str) -> None:
    assert on_own_database
    casts: list[Cast] = [make_cast(name) for name in ("aurora", "boreal")]
    answers = at_once(
        *[lambda cast=cast: parts.close(actor=cast.clerk, part_id=cast.part.pk) for cast in casts]
    )
    assert all(answer.ok for answer in answers)
    assert [proof.head(cast.world.office.pk).seq for cast in casts] == [1, 1]
