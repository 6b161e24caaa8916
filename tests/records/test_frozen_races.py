"""Two at once: whoever freezes a part and whoever writes into it, in either order."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, connection, transaction

from honorarios.records import triggers
from honorarios.records.models import AccountPart, Attendance, FeeLine, Payer
from tests.records.making import line_of, make_line, make_world, mirror
from tests.records.moving import Case, issue_invoice, make_case, move
from tests.records.ways import run

if TYPE_CHECKING:
    from collections.abc import Callable

    Act = Callable[[Case], object]

DONE = "done"


def part_of(case: Case) -> AccountPart:
    return AccountPart.objects.get(pk=case.part.pk)


def insert(case: Case) -> None:
    make_line(case.world, number=7_000_000)


def release(case: Case) -> None:
    move(case.world, part_of(case), "release")


def cancel_attendance(case: Case) -> None:
    attendance = Attendance.objects.filter(pk=case.world.attendance.pk)
    attendance.update(status="cancelled", version=2)


def edit(case: Case) -> None:
    amounts: dict[str, Any] = {"quantity": 2, "total": 82_000, "charged": 82_000}
    FeeLine.objects.filter(pk=case.line.pk).update(**amounts, version=2)


def reverse(case: Case) -> None:
    """Reverse the line as it was when the case was made."""
    opposite: dict[str, Any] = mirror(case.line)
    line_of(case.world, number=701, status="reversal", reverses=case.line, **opposite).save()


def invoice(case: Case) -> None:
    issue_invoice(case.world, part_of(case))


def change_group(case: Case) -> None:
    Payer.objects.filter(pk=case.part.payer_id).update(group="state")


ORDERS: list[tuple[Act, Act, str]] = [
    (release, insert, "EST-FROZEN"),
    (release, edit, "EST-FROZEN"),
    (release, reverse, "EST-FROZEN"),
    (cancel_attendance, insert, "EST-FROZEN"),
    (cancel_attendance, release, "EST-FROZEN"),
    (edit, reverse, "EST-MIRROR"),
    (edit, edit, "EST-VERSION"),
    (reverse, edit, "EST-REVERSED"),
    (invoice, change_group, "EST-FROZEN"),
    (insert, release, DONE),
    (edit, release, DONE),
    (insert, cancel_attendance, DONE),
    (change_group, invoice, DONE),
]


@pytest.mark.parametrize(
    ("first", "second", "outcome"),
    ORDERS,
    ids=lambda one: getattr(one, "__name__", one),
)
def test_the_second_sees_what_the_first_did(
    on_own_database: str, first: Act, second: Act, outcome: str
) -> None:
    assert on_own_database
    case = closed()
    assert race(case, first, second) == outcome


@pytest.mark.parametrize(("first", "second"), [order[:2] for order in ORDERS if order[2] != DONE])
def test_a_snapshot_of_before_gets_nothing_in(
    on_own_database: str, first: Act, second: Act
) -> None:
    """In REPEATABLE READ a transaction sees the part as it was; it can't write into it."""
    assert on_own_database
    case = closed()
    assert race(case, first, second, in_a_snapshot=True) != DONE


def closed() -> Case:
    with transaction.atomic():
        return make_case(make_world(), "closed")


def race(case: Case, first: Act, second: Act, *, in_a_snapshot: bool = False) -> str:
    """Begin the second act while the first isn't committed; what became of the second."""
    outcome: list[str] = []
    ready = threading.Event()

    def run_second() -> None:
        try:
            with transaction.atomic():
                if in_a_snapshot and connection.vendor == "postgresql":
                    run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
                    Payer.objects.count()  # the snapshot is taken
                ready.set()
                second(case)
            outcome.append(DONE)
        except DatabaseError as problem:
            outcome.append(triggers.refusal(problem) or "another refusal")
        finally:
            connection.close()

    thread = threading.Thread(target=run_second)
    with transaction.atomic():
        first(case)
        thread.start()
        if connection.vendor == "postgresql":
            ready.wait()
        time.sleep(0.1)  # let it run into the lock, if it does
    thread.join()
    return outcome[0]
