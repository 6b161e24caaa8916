"""The same request twice has the effect and the answer of once (spec: quality P4)."""

from __future__ import annotations

import random
import threading
from typing import Any

import pytest
from django.db import connection, transaction

from honorarios.records.models import AuditEvent, IdempotencyKey, PartTransition
from honorarios.services import parts
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Refusal, Result
from honorarios.services.parts import PartAnswer
from honorarios.services.work import Work, perform
from tests.services.cast import Cast, launch, make_cast, make_part, stock

SEQUENCES = 40
STEPS = 15


def codes(result: Result[Any]) -> list[str]:
    return [finding.code for finding in result.findings]


@pytest.mark.database
def test_the_same_request_is_answered_the_same_and_done_once(cast: Cast) -> None:
    first = parts.close(actor=cast.clerk, part_id=cast.part.pk, key="a")
    again = parts.close(actor=cast.clerk, part_id=cast.part.pk, key="a")
    assert (first.replayed, again.replayed) == (False, True)
    assert again.value == first.value
    assert isinstance(again.value, PartAnswer)
    assert PartTransition.objects.count() == AuditEvent.objects.count() == 1


@pytest.mark.database
def test_another_request_with_the_key_is_refused_and_does_nothing(cast: Cast) -> None:
    other = make_part(cast.world)
    parts.close(actor=cast.clerk, part_id=cast.part.pk, key="a").require()
    for changed in (
        parts.close(actor=cast.clerk, part_id=other.pk, key="a"),
        parts.reopen(actor=cast.clerk, part_id=cast.part.pk, reason="Engano.", key="a"),
        parts.close(actor=cast.clerk, part_id=cast.part.pk, reason="Outro texto.", key="a"),
    ):
        assert codes(changed) == ["EST-KEY-REUSED"]
        assert changed.refusal is Refusal.KEY_REUSED
    assert PartTransition.objects.count() == 1


@pytest.mark.database
def test_a_refusal_is_not_stored_so_that_it_can_be_asked_again(cast: Cast) -> None:
    refused = parts.release(actor=cast.clerk, part_id=cast.part.pk, key="a")
    assert codes(refused) == ["EST-STATE"]
    parts.close(actor=cast.clerk, part_id=cast.part.pk).require()
    assert parts.release(actor=cast.clerk, part_id=cast.part.pk, key="a").ok


@pytest.mark.database
def test_a_key_is_of_one_user_of_one_office(cast: Cast) -> None:
    other = make_cast("boreal")
    assert parts.close(actor=cast.clerk, part_id=cast.part.pk, key="a").ok
    theirs = parts.close(actor=other.clerk, part_id=other.part.pk, key="a")
    assert (theirs.ok, theirs.replayed) == (True, False)


@pytest.mark.database
@pytest.mark.parametrize("key", ["", "x" * 256])
def test_a_key_that_is_none_is_a_finding(cast: Cast, key: str) -> None:
    answer = parts.close(actor=cast.clerk, part_id=cast.part.pk, key=key)
    assert codes(answer) == ["EST-KEY"]
    assert answer.refusal is Refusal.INVALID


@pytest.mark.database
def test_a_dry_run_leaves_the_key_alone(cast: Cast) -> None:
    assert parts.close(actor=cast.clerk, part_id=cast.part.pk, key="a", dry_run=True).ok
    assert not IdempotencyKey.objects.exists()
    assert not parts.close(actor=cast.clerk, part_id=cast.part.pk, key="a").replayed


@pytest.mark.database
def test_the_warnings_of_the_answer_are_stored_with_it(cast: Cast) -> None:
    stock(cast)
    bill: dict[str, Any] = {"payer_id": cast.world.payer.pk, "billing_unit_id": cast.world.unit.pk}
    part = make_part(cast.world)
    launch(cast, part)
    parts.close(actor=cast.clerk, part_id=part.pk).require()
    parts.release(actor=cast.clerk, part_id=part.pk).require()
    first = parts.bill(actor=cast.clerk, **bill, key="remessa")
    again = parts.bill(actor=cast.clerk, **bill, key="remessa")
    assert again.replayed
    assert (again.value, again.findings) == (first.value, first.findings)


@pytest.mark.database
def test_any_sequence_of_requests_with_keys_is_as_if_each_key_was_asked_once(cast: Cast) -> None:
    for seed in range(SEQUENCES):
        with transaction.atomic():
            follow(cast, random.Random(seed))
            transaction.set_rollback(True)


def follow(cast: Cast, chance: random.Random) -> None:
    """Ask at random, with few keys; a model says what each answer has to be."""
    pool = [make_part(cast.world) for _ in range(2)]
    stored: dict[str, tuple[object, PartAnswer | None]] = {}
    states = {part.pk: "open" for part in pool}
    done = PartTransition.objects.count()
    for _ in range(STEPS):
        verb, part, key = (
            chance.choice(["close", "reopen"]),
            chance.choice(pool),
            chance.choice("abc"),
        )
        answer: Result[PartAnswer] = getattr(parts, verb)(
            actor=cast.clerk, part_id=part.pk, reason="Motivo.", key=key
        )
        request = (verb, part.pk)
        if key in stored and stored[key][0] != request:
            assert codes(answer) == ["EST-KEY-REUSED"]
        elif key in stored:
            assert (answer.replayed, answer.value) == (True, stored[key][1])
        elif states[part.pk] == ("open" if verb == "close" else "closed"):
            assert (answer.ok, answer.replayed) == (True, False)
            stored[key] = (request, answer.value)
            states[part.pk] = "closed" if verb == "close" else "open"
            done += 1
        else:
            assert codes(answer) == ["EST-STATE"]
    assert PartTransition.objects.count() == done


def test_a_request_whose_key_is_being_carried_out_is_told_so(on_own_database: str) -> None:
    assert on_own_database
    cast = make_cast()
    inside, go_on = threading.Event(), threading.Event()

    def slow(_: Work) -> PartAnswer:
        inside.set()
        assert go_on.wait(20)
        return PartAnswer(cast.part.pk, "open", 1)

    def ask() -> Result[PartAnswer]:
        return perform(
            actor=cast.clerk,
            operation=Operation.PARTS_CLOSE,
            answer=PartAnswer,
            do=slow,
            key="a",
            request="the same",
        )

    answers: list[Result[PartAnswer]] = []

    def first() -> None:
        answers.append(ask())
        connection.close()

    thread = threading.Thread(target=first)
    thread.start()
    assert inside.wait(20)
    meanwhile = ask()
    go_on.set()
    thread.join()
    assert codes(meanwhile) == ["EST-IN-FLIGHT"]
    assert meanwhile.refusal is Refusal.IN_FLIGHT
    assert answers[0].ok
    assert ask().replayed


def test_eight_at_once_with_one_key_have_one_effect(on_own_database: str) -> None:
    assert on_own_database
    cast = make_cast()
    answers: list[Result[PartAnswer]] = []

    def ask() -> None:
        # As a client does: told that the first is under way, it asks again until it has the answer.
        while True:
            answer = parts.close(actor=cast.clerk, part_id=cast.part.pk, key="a")
            if answer.refusal is not Refusal.IN_FLIGHT:
                break
        answers.append(answer)
        connection.close()

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [answer.value for answer in answers] == [answers[0].value] * 8
    assert sum(not answer.replayed for answer in answers) == 1
    assert PartTransition.objects.count() == 1
