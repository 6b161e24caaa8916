"""Several decide, launch and edit one surgery at once: nothing lost, nothing doubled, no deadlock shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from honorarios.records.models import CaseTask, FeeLine, RouteClaim, RouteDecision, SurgeryCase
from honorarios.services.audit import proof
from honorarios.services.cases import Ask, NewTask, add_task
from honorarios.services.outcomes import Refusal
from honorarios.services.routing.deciding import decide
from honorarios.services.routing.launching import launch
from tests.services.routing.stage import Stage, make_stage, perform
from tests.services.test_concurrency import at_once

if TYPE_CHECKING:
    from honorarios.services.outcomes import Result

WAYS = ("cooperative:coop-a", "repasse", "accredited")
EDITORS = 3


def _choose(stage: Stage, way: str) -> Result[Any]:
    return decide(
        actor=stage.clerk, case_id=stage.case.pk, chosen={stage.member.pk: way}, reason="Assim"
    )


def _note(stage: Stage, number: int) -> Result[Any]:
    """Add a task as a person does: told that the surgery changed meanwhile, look again and repeat."""
    while True:
        seen = SurgeryCase.objects.values_list("version", flat=True).get(pk=stage.case.pk)
        ask = Ask(actor=stage.clerk, case_id=stage.case.pk, version=seen)
        answer = add_task(ask=ask, new=NewTask(title=f"Pendência {number}"))
        if answer.refusal is not Refusal.STALE:
            return answer


def test_one_surgery_is_decided_launched_and_edited_by_many_at_once(on_own_database: str) -> None:
    assert on_own_database
    stage = make_stage()
    perform(stage)
    before = SurgeryCase.objects.get(pk=stage.case.pk).version
    answers = at_once(
        *[lambda way=way: _choose(stage, way) for way in WAYS],
        *[lambda: launch(actor=stage.clerk, case_id=stage.case.pk)] * 2,
        *[lambda number=number: _note(stage, number) for number in range(EDITORS)],
    )
    decided, launched, noted = answers[:3], answers[3:5], answers[5:]
    # Whoever comes after the launch is told that the act is claimed, or that nothing waits any more.
    assert {one.refusal for one in answers} <= {None, Refusal.STATE, Refusal.INVALID}
    assert all(answer.ok for answer in noted)
    assert CaseTask.objects.filter(kind="other").count() == EDITORS
    done = sum(answer.ok for answer in answers)
    assert SurgeryCase.objects.get(pk=stage.case.pk).version == before + done
    numbers = RouteDecision.objects.order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(1, sum(answer.ok for answer in decided) + 1))
    standing = RouteClaim.objects.exclude(state__in=("withdrawn", "refused"))
    assert standing.count() == 1
    lines = FeeLine.objects.filter(status="active").count()
    assert lines == standing.filter(state="billed").count() == sum(one.ok for one in launched)
    assert proof.verify(stage.office.pk).whole
