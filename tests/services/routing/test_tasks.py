"""Tasks of decisions: what a later decision leaves undone ends or moves, and says why."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from honorarios.records.models import (
    CaseTask,
    RouteClaim,
    RoutePrediction,
    RouteTerms,
    SurgeryCase,
)
from honorarios.services.routing.claims import refuse_claim, withdraw
from honorarios.services.routing.deciding import decide
from honorarios.services.routing.launching import launch
from honorarios.services.routing.opinions import opinion
from honorarios.services.routing.outcomes import Payment, record_payment
from tests.services.routing.stage import Stage, join, make_stage, perform

if TYPE_CHECKING:
    from collections.abc import Callable

    from honorarios.services.outcomes import Result
    from honorarios.services.routing.claims import ClaimAnswer

pytestmark = pytest.mark.django_db

COOPERATIVE = "cooperative:coop-a"


@pytest.fixture
def stage() -> Stage:
    return make_stage()


def choose(stage: Stage, chosen: dict[int, str]) -> None:
    decide(
        actor=stage.clerk, case_id=stage.case.pk, chosen=chosen, reason="Assim se quis"
    ).require()


def tasks(*, done: bool) -> dict[str, CaseTask]:
    """The tasks of decisions, by the route whose papers they are of."""
    rows = CaseTask.objects.filter(kind="route", done_on__isnull=not done)
    return {row.title.partition(":")[0]: row for row in rows}


def test_a_superseded_decisions_tasks_end_and_say_why(stage: Stage) -> None:
    choose(stage, {stage.member.pk: COOPERATIVE})
    choose(stage, {stage.member.pk: "repasse"})
    assert set(tasks(done=False)) == {"Entregar por Repasse hospitalar"}
    (ended,) = tasks(done=True).values()
    assert ended.title.startswith("Entregar por Cooperativa coop-a")
    assert ended.rule.startswith("Superada pela decisão 2. ")
    assert ended.done_on == stage.today


def test_what_another_member_still_needs_stays(stage: Stage) -> None:
    other = join(stage, stage.assistant, "first_assistant")
    choose(stage, {stage.member.pk: COOPERATIVE})
    choose(stage, {other.pk: "repasse"})
    assert len(tasks(done=False)) == 2
    choose(stage, {stage.member.pk: "repasse"})
    assert set(tasks(done=False)) == {"Entregar por Repasse hospitalar"}


def test_a_task_whose_day_moved_says_what_it_was(stage: Stage) -> None:
    choose(stage, {stage.member.pk: COOPERATIVE})
    RouteTerms.objects.update(cut_off_days=10)
    choose(stage, {stage.member.pk: COOPERATIVE})
    (task,) = tasks(done=False).values()
    assert not tasks(done=True)
    assert task.due == stage.today + timedelta(days=10)
    before = stage.today + timedelta(days=30)
    assert f"antes: {before:%d/%m/%Y}; mudou com a decisão 2" in task.rule


@pytest.mark.parametrize(("end", "word"), [(withdraw, "retirada"), (refuse_claim, "recusada")])
def test_a_claim_that_ends_takes_its_tasks_along_and_says_why(
    stage: Stage, end: Callable[..., Result[ClaimAnswer]], word: str
) -> None:
    other = join(stage, stage.assistant, "first_assistant")
    choose(stage, {stage.member.pk: COOPERATIVE, other.pk: COOPERATIVE})
    mine, theirs = RouteClaim.objects.order_by("pk")
    end(actor=stage.clerk, claim_id=mine.pk, reason="Outra via").require()
    # The other member's papers are handed in with the same task.
    assert set(tasks(done=False)) == {"Entregar por Cooperativa coop-a"}
    end(actor=stage.clerk, claim_id=theirs.pk, reason="Outra via").require()
    assert tasks(done=False) == {}
    (ended,) = tasks(done=True).values()
    assert (ended.done_on, ended.rule.startswith(f"Cobrança {word}. ")) == (stage.today, True)
    choose(stage, {other.pk: COOPERATIVE})
    assert set(tasks(done=False)) == {"Entregar por Cooperativa coop-a"}


def test_what_is_launched_and_not_paid_keeps_its_tasks(stage: Stage) -> None:
    other = join(stage, stage.assistant, "first_assistant")
    choose(stage, {stage.member.pk: COOPERATIVE})
    perform(stage)
    launch(actor=stage.clerk, case_id=stage.case.pk).require()
    choose(stage, {other.pk: "repasse"})
    assert set(tasks(done=False)) == {
        "Entregar por Cooperativa coop-a",
        "Entregar por Repasse hospitalar",
    }
    billed = RouteClaim.objects.get(state="billed")
    paid = Payment(presented_on=stage.today, paid_on=stage.today)
    record_payment(actor=stage.clerk, claim_id=billed.pk, payment=paid).require()
    assert set(tasks(done=False)) == {"Entregar por Repasse hospitalar"}
    assert tasks(done=True)["Entregar por Cooperativa coop-a"].rule.startswith("Cobrança paga. ")


def test_a_wait_is_foretold_from_the_presentation_whenever_the_surgery_was(stage: Stage) -> None:
    seen = {}
    for days in (0, 5, -12):
        day = stage.today + timedelta(days=days)
        SurgeryCase.objects.update(planned_at=datetime.combine(day, time(8)))
        told = opinion(actor=stage.clerk, case_id=stage.case.pk).require()
        seen[days] = {way.key: (way.median_days, way.expected) for way in told.members[0].ways}
    assert seen[0] == seen[5] == seen[-12]
    assert {key: days for key, (days, _) in seen[0].items() if key != "private"} == {
        "accredited": 45,
        "repasse": 75,
        COOPERATIVE: 60,
    }
    choose(stage, {stage.member.pk: COOPERATIVE})
    assert RoutePrediction.objects.get().days == 60
