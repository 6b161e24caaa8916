"""Operation x role x relation, at the services: who may do what, and what they can find out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from django.db import transaction

from honorarios.records.models import AccountPart, AuditEvent, PartTransition
from honorarios.services import attendances, fees, parts, permissions, remittances
from honorarios.services.actor import Actor, ActorRole
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Refusal
from honorarios.services.permissions import GRANTS, Reach
from tests.services.cast import Cast, bring, launch, make_cast, make_part, stock

if TYPE_CHECKING:
    from collections.abc import Callable

    from honorarios.services.outcomes import Result

pytestmark = pytest.mark.database

PEOPLE = [role for role in ActorRole if role is not ActorRole.SYSTEM]
PATIENTS_AND_MONEY = [
    operation
    for operation in Operation
    if operation.split(".")[0]
    in {"fees", "accounts", "parts", "remittances", "attendances", "patients", "splits", "cases"}
]


def test_every_operation_has_its_row() -> None:
    assert set(GRANTS) == set(Operation)


def test_the_operator_of_the_machine_may_do_everything() -> None:
    assert all(
        permissions.reach(ActorRole.SYSTEM, operation) is Reach.OFFICE for operation in Operation
    )


@pytest.mark.parametrize("operation", PATIENTS_AND_MONEY)
def test_the_administrator_sees_no_patient_and_no_production(operation: Operation) -> None:
    assert permissions.reach(ActorRole.ADMINISTRATOR, operation) is None


def test_a_physician_reads_their_own_production_and_writes_nothing() -> None:
    granted = {
        operation: reach
        for operation, grants in GRANTS.items()
        if (reach := grants.get(ActorRole.PHYSICIAN)) is not None
    }
    # Their own keys of access, preferences, views and drafts: no production at all.
    for own in (Operation.TOKENS_OWN, Operation.DESK_OWN):
        assert granted.pop(own) is Reach.OFFICE
    # Their own calendar's addresses, which show their own surgeries alone.
    assert granted.pop(Operation.CALENDAR_OWN) is Reach.PRODUCTION
    assert set(granted.values()) == {Reach.PRODUCTION}
    assert all(name.endswith((".list", ".read", ".explain")) for name in granted)


def test_nobody_but_the_office_reaches_beyond_their_units() -> None:
    for operation in PATIENTS_AND_MONEY:
        assert Reach.OFFICE not in GRANTS[operation].values(), operation


def test_a_physician_sees_no_value_of_a_colleague(cast: Cast) -> None:
    physician = cast.by_role[ActorRole.PHYSICIAN]
    assert permissions.sees_values_of(physician, cast.world.provider.pk)
    assert not permissions.sees_values_of(physician, cast.colleague.pk)
    assert not permissions.sees_values_of(physician, None)
    assert permissions.sees_values_of(cast.clerk, cast.colleague.pk)


@dataclass(frozen=True, slots=True)
class Target:
    """One object of each relation to an actor of the first unit of the first office."""

    part: int
    attendance: int
    remittance: int
    line: UUID


@dataclass(frozen=True, slots=True)
class Stage:
    cast: Cast
    targets: dict[str, Target]


ABSENT = 9_876_543


@pytest.fixture
def stage(cast: Cast) -> Stage:
    """Own unit, other unit, other office, absent."""
    other = make_cast("boreal")
    return Stage(
        cast,
        {
            "own": furnish(cast),
            "other unit": furnish(cast, elsewhere=True),
            "other office": furnish(other),
            "absent": Target(ABSENT, ABSENT, ABSENT, uuid4()),
        },
    )


def furnish(cast: Cast, *, elsewhere: bool = False) -> Target:
    """A billed part with a line, its remittance, and an open part, in one of the cast's units."""
    world = cast.other_unit if elsewhere else cast.world
    operator = cast.by_role[ActorRole.SYSTEM]
    if not elsewhere:
        stock(cast)
    acting = Cast(world, cast.other_unit, cast.colleague, {ActorRole.CLERK: operator})
    billed = make_part(world)
    line = launch(acting, billed)
    bring(acting, billed, "released")
    remittance = parts.bill(
        actor=operator, payer_id=world.payer.pk, billing_unit_id=world.unit.pk
    ).require()
    assert line.uid is not None
    return Target(world.part.pk, world.attendance.pk, remittance.remittance_id, line.uid)


ASKED: dict[Operation, Callable[[Actor, Target], Result[Any]]] = {
    Operation.PARTS_CLOSE: lambda who, at: parts.close(actor=who, part_id=at.part),
    Operation.PARTS_REOPEN: lambda who, at: parts.reopen(
        actor=who, part_id=at.part, reason="Motivo."
    ),
    Operation.PARTS_RELEASE: lambda who, at: parts.release(actor=who, part_id=at.part),
    Operation.PARTS_UNRELEASE: lambda who, at: parts.unrelease(
        actor=who, part_id=at.part, reason="Motivo."
    ),
    Operation.PARTS_CANCEL: lambda who, at: parts.cancel(
        actor=who, part_id=at.part, reason="Motivo."
    ),
    Operation.PARTS_INVOICE: lambda who, at: parts.issue_tax_invoice(
        actor=who, part_id=at.part, number="NF 1"
    ),
    Operation.PARTS_REBILL: lambda who, at: parts.rebill(
        actor=who, remittance_id=at.remittance, reason="Motivo."
    ),
    Operation.PARTS_REPROCESS: lambda who, at: parts.reprocess(
        actor=who, remittance_id=at.remittance
    ),
    Operation.REMITTANCES_LIST: lambda who, at: remittances.detail(
        actor=who, remittance_id=at.remittance
    ),
    Operation.ATTENDANCES_CANCEL: lambda who, at: attendances.cancel(
        actor=who, attendance_id=at.attendance, reason="Motivo."
    ),
    Operation.ACCOUNTS_OPEN: lambda who, at: attendances.open_account(
        actor=who, attendance_id=at.attendance, billing_unit_id=ABSENT
    ),
    Operation.FEES_REVERSE: lambda who, at: fees.reverse(actor=who, uid=at.line, reason="Motivo."),
}
"""A request on an object, for the operations that take one."""


@pytest.mark.parametrize("role", PEOPLE)
def test_the_table_decides_and_foreign_objects_answer_as_absent_ones(
    stage: Stage, role: ActorRole
) -> None:
    for operation in ASKED:
        with transaction.atomic():
            prove(stage, operation, role)
            transaction.set_rollback(True)


def prove(stage: Stage, operation: Operation, role: ActorRole) -> None:
    """Ask for an operation on an object of each relation, as a member of some role."""
    actor = stage.cast.by_role[role]
    before = (PartTransition.objects.count(), AuditEvent.objects.count())
    answers = {
        relation: ASKED[operation](actor, target)
        for relation, target in stage.targets.items()
        if relation != "own"
    }
    granted = permissions.reach(role, operation)
    expected = Refusal.FORBIDDEN if granted is None else Refusal.NOT_FOUND
    assert {relation: answer.refusal for relation, answer in answers.items()} == dict.fromkeys(
        answers, expected
    )
    # Nothing but the number that was asked tells one from another.
    told = {
        tuple((f.code, "".join(c for c in f.message if not c.isdigit())) for f in answer.findings)
        for relation, answer in answers.items()
        if operation is not Operation.FEES_REVERSE
    }
    assert len(told) <= 1
    assert (PartTransition.objects.count(), AuditEvent.objects.count()) == before
    own = ASKED[operation](actor, stage.targets["own"])
    if granted is None:
        assert own.refusal is Refusal.FORBIDDEN
    elif operation is not Operation.ACCOUNTS_OPEN:
        assert own.refusal not in {Refusal.FORBIDDEN, Refusal.NOT_FOUND}


@pytest.mark.parametrize("role", PEOPLE)
def test_lists_hold_what_is_within_reach_and_nothing_else(stage: Stage, role: ActorRole) -> None:
    answer = remittances.listed(actor=stage.cast.by_role[role])
    if permissions.reach(role, Operation.REMITTANCES_LIST) is None:
        assert answer.refusal is Refusal.FORBIDDEN
        return
    assert [one.remittance_id for one in answer.require()] == [stage.targets["own"].remittance]


def test_billing_reaches_the_actors_units_only(stage: Stage) -> None:
    elsewhere = stage.cast.other_unit
    ready = make_part(elsewhere)
    everywhere = stage.cast.by_role[ActorRole.SYSTEM]
    for verb in (parts.close, parts.release):
        verb(actor=everywhere, part_id=ready.pk).require()
    answer = parts.bill(
        actor=stage.cast.clerk,
        payer_id=elsewhere.payer.pk,
        billing_unit_id=elsewhere.unit.pk,
        part_ids=[ready.pk],
    )
    assert answer.refusal is Refusal.NOT_FOUND
    assert AccountPart.objects.get(pk=ready.pk).status == "released"
