"""Deadlines kept by saying so: what the record has no date of its own for."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from honorarios.planning.deadlines import Kind, State
from honorarios.records.models import AuditEvent, CaseTask
from honorarios.services import deadlines
from honorarios.services.actor import ActorRole
from honorarios.services.outcomes import Refusal
from tests.services.deadlines import planned

if TYPE_CHECKING:
    from honorarios.records.models import SurgeryCase
    from honorarios.services.deadlines import DeadlineView
    from tests.services.cast import Cast

pytestmark = pytest.mark.database


@pytest.fixture
def refused(cast: Cast) -> SurgeryCase:
    """A surgery with a glosa told a week ago, to be appealed within thirty days."""
    planned.agree_repasse(cast)
    case = planned.plan(cast.world, performed_at=datetime(2026, 9, 1, 8), status="billed")
    one = planned.claim(case, cast)
    planned.present(one, date(2026, 9, 10), denied=20_00, paid_on=date(2026, 11, 16), waited=67)
    return case


def found(cast: Cast, case: SurgeryCase, kind: Kind) -> DeadlineView:
    every = deadlines.of_case(actor=cast.clerk, case_id=case.pk).require().deadlines
    return next(one for one in every if one.kind == kind.value)


def test_an_appeal_that_was_filed_is_kept_and_starts_the_reply(
    cast: Cast, refused: SurgeryCase
) -> None:
    appeal = found(cast, refused, Kind.APPEAL)
    assert appeal.by_hand
    filed = date(2026, 11, 20)
    kept = deadlines.keep(
        actor=cast.clerk, case_id=refused.pk, kind=Kind.APPEAL, key=appeal.key, done_on=filed
    ).require()
    assert (kept.state, kept.done_on) == (State.DONE.value, filed)
    assert found(cast, refused, Kind.APPEAL_REPLY).due == date(2026, 12, 20)
    task = CaseTask.objects.get(case=refused)
    assert (task.done_on, task.due, task.owner_id) == (filed, appeal.due, cast.clerk.user_id)
    assert AuditEvent.objects.filter(action="deadlines.keep").count() == 1


def test_saying_it_again_moves_the_day_and_adds_nothing(cast: Cast, refused: SurgeryCase) -> None:
    key = found(cast, refused, Kind.APPEAL).key
    for day in (date(2026, 11, 18), date(2026, 11, 19)):
        deadlines.keep(
            actor=cast.clerk, case_id=refused.pk, kind=Kind.APPEAL, key=key, done_on=day
        ).require()
    assert found(cast, refused, Kind.APPEAL).done_on == date(2026, 11, 19)
    assert CaseTask.objects.filter(case=refused).count() == 1


def test_it_can_be_taken_back(cast: Cast, refused: SurgeryCase) -> None:
    key = found(cast, refused, Kind.APPEAL).key
    asked: dict[str, Any] = {
        "actor": cast.clerk,
        "case_id": refused.pk,
        "kind": Kind.APPEAL,
        "key": key,
    }
    assert deadlines.keep(**asked).require().done_on == planned.TODAY
    assert deadlines.reopen(**asked).require().done_on is None
    assert deadlines.reopen(**asked).ok
    every = deadlines.of_case(actor=cast.clerk, case_id=refused.pk).require().deadlines
    assert {one.kind for one in every}.isdisjoint({"appeal_reply", "task"})
    assert AuditEvent.objects.filter(action="deadlines.reopen").count() == 1


@pytest.mark.parametrize(
    ("kind", "key", "day", "code"),
    [
        (Kind.ANSWER, "1", None, "PRZ-BY-HAND"),
        (Kind.APPEAL, "9-9-260101", None, "PRZ-UNKNOWN"),
        (Kind.REFUND, "", None, "PRZ-UNKNOWN"),
        (Kind.APPEAL, None, date(2026, 11, 24), "PRZ-AHEAD"),
    ],
)
def test_what_cannot_be_kept_is_told(
    cast: Cast, refused: SurgeryCase, kind: Kind, key: str | None, day: date | None, code: str
) -> None:
    given = found(cast, refused, kind).key if key is None else key
    answer = deadlines.keep(actor=cast.clerk, case_id=refused.pk, kind=kind, key=given, done_on=day)
    assert [finding.code for finding in answer.findings] == [code]
    assert not CaseTask.objects.exists()


def test_who_only_reads_keeps_nothing(cast: Cast, refused: SurgeryCase) -> None:
    key = found(cast, refused, Kind.APPEAL).key
    for role in (ActorRole.PHYSICIAN, ActorRole.AUDITOR, ActorRole.ADMINISTRATOR):
        answer = deadlines.keep(
            actor=cast.by_role[role], case_id=refused.pk, kind=Kind.APPEAL, key=key
        )
        assert answer.refusal is Refusal.FORBIDDEN
    other = planned.plan(cast.other_unit, "C2")
    answer = deadlines.keep(actor=cast.clerk, case_id=other.pk, kind=Kind.APPEAL, key=key)
    assert answer.refusal is Refusal.NOT_FOUND
