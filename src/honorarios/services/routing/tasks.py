"""What decided routes ask to be done: confirmations, and papers to hand in, each once and by its newest day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from honorarios.records.models import CaseTask
from honorarios.routing.reasons import Standing
from honorarios.services.cases import open_task
from honorarios.services.days import today

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from honorarios.records.models import RouteDecision, SurgeryCase
    from honorarios.routing.ranking import Weighed
    from honorarios.services.work import Work

TASK: Final = "route"
"""Kind of the tasks that a decision opens."""
LONGEST: Final = 300


class Told(NamedTuple):
    """What became of a case's tasks."""

    asked: int
    """What the decision asks for."""
    ended: int
    """What earlier decisions asked for, and nobody needs any more."""


class _Wanted(NamedTuple):
    """A task that a route asks for."""

    title: str
    due: date | None
    rule: str


def ask(
    work: Work,
    case: SurgeryCase,
    decision: RouteDecision,
    chosen: Iterable[Weighed],
    undone: Iterable[Weighed],
) -> Told:
    """Open what chosen routes ask for; end or move what earlier decisions asked for, saying why.

    ``undone`` are the routes of earlier decisions that still stand, and wait to be launched.
    """
    asked = [one for route in chosen for one in _wanted(route)]
    standing = _once([*asked, *(one for route in undone for one in _wanted(route))])
    ended = 0
    for task in CaseTask.objects.filter(case=case, kind=TASK, done_on__isnull=True):
        wanted = standing.get(task.title)
        if wanted is None:
            _end(work, task, decision)
            ended += 1
        elif wanted.due != task.due:
            _move(task, wanted, decision)
    titles = _once(asked)
    for title in titles:
        one = standing[title]
        open_task(work, case, kind=TASK, title=title, due=one.due, rule=one.rule)
    return Told(len(titles), ended)


def _end(work: Work, task: CaseTask, decision: RouteDecision) -> None:
    task.done_on = today(decision.office_id, work.now)
    task.rule = f"Superada pela decisão {decision.number}. {task.rule}"[:LONGEST]
    task.save(update_fields=["done_on", "rule"])


def _move(task: CaseTask, wanted: _Wanted, decision: RouteDecision) -> None:
    before = "sem dia" if task.due is None else f"{task.due:%d/%m/%Y}"
    task.due = wanted.due
    task.rule = f"{wanted.rule} (antes: {before}; mudou com a decisão {decision.number})"[:LONGEST]
    task.save(update_fields=["due", "rule"])


def _once(wanted: Iterable[_Wanted]) -> dict[str, _Wanted]:
    """What is asked for by its title, each with the earliest day that it is asked for."""
    found: dict[str, _Wanted] = {}
    for one in sorted(wanted, key=lambda one: one.due or date.max):
        found.setdefault(one.title, one)
    return found


def _wanted(route: Weighed) -> Iterator[_Wanted]:
    due = route.option.deliver_until
    for reason in route.reasons:
        if reason.standing is Standing.CONDITIONAL:
            yield _Wanted(f"Confirmar: {reason.text}"[:LONGEST], due, reason.rule.rule)
    if due is not None:
        papers = f": {', '.join(route.papers)}" if route.papers else ""
        title = f"Entregar por {route.name}{papers}"[:LONGEST]
        yield _Wanted(title, due, route.deadline_rule)
