"""A unit of work: what a database refuses, can't take now or forgets is a finding, never a traceback."""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import psycopg
import pytest
from django.db import DatabaseError, IntegrityError, OperationalError, connection

import honorarios.services
from honorarios.records.models import AccountPart, AuditEvent, PartTransition, Payer
from honorarios.services import failures, fees, parts
from honorarios.services.audit import proof
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Refusal, Result, refuse
from honorarios.services.permissions import reach
from honorarios.services.work import Work, consult, perform
from tests.launching.making import entry
from tests.services.cast import Cast, bring, make_cast, make_part, stock

if TYPE_CHECKING:
    from collections.abc import Callable

SERVICES = Path(honorarios.services.__file__).parent


@dataclass(frozen=True, slots=True)
class Done:
    number: int


def codes(result: Result[Any]) -> list[str]:
    return [finding.code for finding in result.findings]


def do(cast: Cast, work: Callable[[Work], Any], key: str | None = None) -> Result[Done]:
    """Some work as one unit, by the clerk."""

    def doing(unit: Work) -> Done:
        work(unit)
        return Done(1)

    return perform(
        actor=cast.clerk, operation=Operation.PARTS_CLOSE, answer=Done, do=doing, key=key
    )


def _run_on(part: AccountPart, statement: str, _: Work) -> None:
    run(statement, part.pk)


def run(statement: str, *values: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.mark.database
def test_what_a_trigger_refuses_is_a_finding_with_its_reason(cast: Cast) -> None:
    frozen = bring(cast, make_part(cast.world), "released")
    statements = {
        "UPDATE records_accountpart SET status = 'open', version = version + 1 WHERE id = %s": (
            "EST-FROZEN"
        ),
        "DELETE FROM records_accountpart WHERE id = %s": "EST-APPEND-ONLY",
    }
    for statement, told in statements.items():
        answer = do(cast, partial(_run_on, frozen, statement))
        assert codes(answer) == ["EST-PROTECTED"]
        assert answer.refusal is Refusal.STATE
        assert told in answer.findings[0].message
        assert "CONTEXT" not in answer.findings[0].message
    frozen.refresh_from_db()
    assert frozen.status == "released"


@pytest.mark.database
def test_a_transition_that_is_not_followed_stops_the_commit(on_own_database: str) -> None:
    assert on_own_database
    cast = make_cast()

    def announce_only(work: Work) -> None:
        PartTransition.objects.create(
            office=cast.world.office,
            part=cast.part,
            version=2,
            verb="close",
            from_status="open",
            to_status="closed",
            actor_id=work.actor.user_id,
        )

    try:
        answer = do(cast, announce_only)
    except IntegrityError:
        # SQLite's own foreign key says it, with no words of the trigger's: the program's fault.
        assert connection.vendor == "sqlite"
    else:
        assert codes(answer) == ["EST-PROTECTED"]
    assert not PartTransition.objects.exists()


@pytest.mark.database
def test_a_fault_of_the_program_is_raised(cast: Cast) -> None:
    with pytest.raises(IntegrityError):
        do(cast, lambda _: Payer.objects.create(office=cast.world.office, code="x", group="nada"))
    assert not AuditEvent.objects.exists()


@pytest.mark.database
def test_a_refusal_undoes_everything_and_audits_nothing(cast: Cast) -> None:
    def half(work: Work) -> None:
        make_part(cast.world, seq=77)
        work.record("part", cast.part.pk, {})
        refuse(*parts.release(actor=cast.clerk, part_id=cast.part.pk).findings)

    assert codes(do(cast, half, key="a")) == ["EST-STATE"]
    assert not AccountPart.objects.filter(seq=77).exists()
    assert not AuditEvent.objects.exists()


@pytest.mark.database
def test_a_read_whose_audit_fails_answers_nothing(cast: Cast) -> None:
    run("DROP TABLE records_auditdetail")

    def read(work: Work) -> str:
        work.seen([cast.world.patient.pk])
        return "o paciente"

    with pytest.raises(DatabaseError):
        consult(actor=cast.clerk, operation=Operation.PATIENTS_READ, do=read)


def test_a_busy_database_is_waited_for_and_then_told(on_own_database: str) -> None:
    cast = make_cast()
    with Held(on_own_database, cast.part):
        wait_briefly()
        answer = parts.close(actor=cast.clerk, part_id=cast.part.pk)
    assert codes(answer) == ["EST-BUSY"]
    assert answer.refusal is Refusal.UNAVAILABLE
    assert parts.close(actor=cast.clerk, part_id=cast.part.pk).ok


def test_a_database_that_is_busy_for_a_moment_is_tried_again(on_own_database: str) -> None:
    cast = make_cast()
    held = Held(on_own_database, cast.part)
    wait_briefly()
    threading.Timer(0.1, held.release).start()
    assert parts.close(actor=cast.clerk, part_id=cast.part.pk).ok
    assert PartTransition.objects.count() == 1


class Held:
    """The part, or on SQLite the whole database, held by somebody else's transaction."""

    def __init__(self, url: str, part: AccountPart) -> None:
        self.connection: Any
        if connection.vendor == "sqlite":
            path = urlsplit(url).path[1:]
            self.connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            self.connection.execute("BEGIN IMMEDIATE")
        else:
            self.connection = psycopg.connect(url)
            self.connection.execute(
                "SELECT 1 FROM records_accountpart WHERE id = %s FOR UPDATE", [part.pk]
            )

    def release(self) -> None:
        self.connection.rollback()
        self.connection.close()

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        self.release()


def wait_briefly() -> None:
    """Let this connection give up a lock after 20 ms."""
    run(
        "PRAGMA busy_timeout = 20" if connection.vendor == "sqlite" else "SET lock_timeout = '20ms'"
    )


def test_a_deadlock_of_two_is_tried_again_and_not_shown(on_own_database: str) -> None:
    assert on_own_database
    cast = make_cast()
    one, other = make_part(cast.world), make_part(cast.world)
    met = threading.Barrier(2)
    answers: list[Result[Done]] = []

    def crossed(first: AccountPart, second: AccountPart) -> Callable[[Work], None]:
        tries: list[None] = []

        def work(_: Work) -> None:
            touch(first)
            # On SQLite the second begins when the first has ended: they never meet.
            if not tries and connection.vendor == "postgresql":
                tries.append(None)
                met.wait(20)
            touch(second)

        return work

    def ask(first: AccountPart, second: AccountPart) -> None:
        answers.append(do(cast, crossed(first, second)))
        connection.close()

    threads = [threading.Thread(target=ask, args=pair) for pair in ((one, other), (other, one))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [answer.ok for answer in answers] == [True, True]
    assert {AccountPart.objects.get(pk=part.pk).version for part in (one, other)} == {3}


def touch(part: AccountPart) -> None:
    run("UPDATE records_accountpart SET version = version + 1 WHERE id = %s", part.pk)


def test_a_server_that_goes_away_is_told_and_found_again(on_own_database: str) -> None:
    assert on_own_database
    if connection.vendor == "sqlite":
        pytest.skip("a file has no server that could go away")
    cast = make_cast()
    answer = do(cast, lambda _: run("SELECT pg_terminate_backend(pg_backend_pid())"))
    assert codes(answer) == ["EST-UNAVAILABLE"]
    assert answer.refusal is Refusal.UNAVAILABLE
    assert parts.close(actor=cast.clerk, part_id=cast.part.pk).ok


def test_a_full_or_unwritable_disk_is_told_and_loses_nothing(on_own_database: str) -> None:
    assert on_own_database
    if connection.vendor == "postgresql":
        pytest.skip("the server's disk is shared with the other tests")
    cast = make_cast()
    stock(cast)
    part = make_part(cast.world)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        (pages,) = cursor.fetchone()
    run(f"PRAGMA max_page_count = {pages}")
    launched, answer = 0, launch_one(cast, part)
    while answer.ok:
        launched, answer = launched + 1, launch_one(cast, part)
    assert codes(answer) == ["EST-NO-SPACE"]
    assert answer.refusal is Refusal.UNAVAILABLE
    assert part.lines.count() == AuditEvent.objects.filter(action="fees.launch").count() == launched
    run("PRAGMA max_page_count = 1000000")
    run("PRAGMA query_only = ON")
    assert codes(launch_one(cast, part)) == ["EST-NO-SPACE"]
    run("PRAGMA query_only = OFF")
    assert launch_one(cast, part).ok
    assert proof.verify(cast.world.office.pk).whole


def launch_one(cast: Cast, part: AccountPart) -> Result[Any]:
    return fees.launch(actor=cast.clerk, part_id=part.pk, entries=[entry(provider="p1")])


@pytest.mark.parametrize(
    ("state", "code"),
    [
        ("40001", "EST-BUSY"),
        ("40P01", "EST-BUSY"),
        ("55P03", "EST-BUSY"),
        ("53100", "EST-NO-SPACE"),
        ("25006", "EST-NO-SPACE"),
        ("08006", "EST-UNAVAILABLE"),
        ("57P01", "EST-UNAVAILABLE"),
        ("53300", "EST-UNAVAILABLE"),
        ("42P01", None),
        ("23505", None),
    ],
)
def test_the_states_of_postgresql_have_their_meaning(state: str, code: str | None) -> None:
    cause = psycopg.errors.lookup(state)()
    problem = OperationalError("some text")
    problem.__cause__ = cause
    found = failures.meaning(problem)
    assert (None if found is None else found.code) == code


def test_nothing_but_the_unit_of_work_opens_a_transaction_and_few_lock() -> None:
    files = {
        path.relative_to(SERVICES).as_posix(): path.read_text("utf-8")
        for path in SERVICES.rglob("*.py")
    }
    opening = {name for name, text in files.items() if "transaction.atomic" in text}
    locking = {name for name, text in files.items() if "select_for_update" in text}
    # An office is made before anybody could act in it, whoever comes in or takes their first password
    # is no actor yet, the demonstration is many units of work at once, and backups and proofs are of one
    # moment of the whole database. The sums of days are kept aside of any work, or not at all.
    assert opening <= {
        "work.py",
        "entrances.py",
        "members/invitations.py",
        "offices.py",
        "demonstration/build.py",
        "moment.py",
        "dashboard/kept.py",
    }
    assert locking <= {
        "locks.py",
        "loader/parts.py",
        "fees/bundles.py",
        "imports/batches.py",
        # Of one person alone.
        "members/invitations.py",
        "preferences.py",
    }


def test_every_role_is_asked_of_the_table_alone() -> None:
    deciding = {
        path.relative_to(SERVICES).as_posix()
        for path in SERVICES.rglob("*.py")
        if "ActorRole." in path.read_text("utf-8")
    }
    assert deciding <= {"actor.py", "permissions.py"}
    assert reach.__module__ == "honorarios.services.permissions"
