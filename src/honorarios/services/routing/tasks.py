"""What decided routes ask to be done: confirmations, and papers to hand in, each once and by its newest day.

What nobody needs any more ends, and says why; it stays on record.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from honorarios.records.models import CaseTask, ClaimState, RouteClaim, RouteDecision
from honorarios.routing.reasons import Standing
from honorarios.services.cases import open_task
from honorarios.services.days import today
from honorarios.services.routing.held import claim_key, way_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from honorarios.records.models import SurgeryCase
    from honorarios.routing.ranking import Weighed
    from honorarios.services.work import Work

TASK: Final = "route"
"""Kind of the tasks that a decision opens."""
LONGEST: Final = 300
UNPAID: Final = (ClaimState.OPEN.code_name, ClaimState.BILLED.code_name)
"""States of a claim that still needs its papers and its answers."""


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

    ``undone`` are the routes of earlier decisions that still stand, and wait to be launched or to be paid.
    """
    asked = [one for route in chosen for one in _wanted(route)]
    standing = _once([*asked, *(one for route in undone for one in _wanted(route))])
    ended = 0
    for task in CaseTask.objects.filter(case=case, kind=TASK, done_on__isnull=True):
        wanted = standing.get(task.title)
        if wanted is None:
            _end(work, task, f"Superada pela decisão {decision.number}.")
            ended += 1
        elif wanted.due != task.due:
            _move(task, wanted, decision)
    titles = _once(asked)
    for title in titles:
        one = standing[title]
        open_task(work, case, kind=TASK, title=title, due=one.due, rule=one.rule)
    return Told(len(titles), ended)


def release(work: Work, claim: RouteClaim) -> int:
    """End what a claim asked for that was refused, withdrawn or paid, saying so; how many tasks that were.

    What another claim of the surgery asks for too stays.
    """
    decision = RouteDecision.objects.filter(case_id=claim.case_id).order_by("-number")[0]
    standing = RouteClaim.objects.filter(case_id=claim.case_id, state__in=UNPAID)
    needed = _titles(decision, standing.select_related("cooperative"))
    left = _titles(decision, [claim]) - needed
    tasks = CaseTask.objects.filter(
        case_id=claim.case_id, kind=TASK, done_on__isnull=True, title__in=left
    )
    why = f"Cobrança {claim.get_state_display().lower()}."
    for task in tasks:
        _end(work, task, why)
    return len(tasks)


def _titles(decision: RouteDecision, claims: Iterable[RouteClaim]) -> set[str]:
    """What the routes of claims asked for, as the opinion of a decision tells it."""
    ways = {claim_key(claim): way_of(claim).key for claim in claims}
    found: set[str] = set()
    for member in decision.document["members"]:
        for seat in member["seats"]:
            told = seat["opinion"]
            way = ways.get((seat["act_id"], member["role"], member["provider_id"]))
            for option in (*told["covered"], *told["patient"], *told["closed"]):
                if option["key"] == way:
                    found |= set(_told_titles(option))
    return found


def _told_titles(option: dict[str, Any]) -> Iterator[str]:
    """The tasks of an option as an opinion tells it."""
    for reason in option["reasons"]:
        if reason["standing"] == Standing.CONDITIONAL.name.lower():
            yield _confirm(reason["text"])
    if option["deliver_until"] is not None:
        yield _deliver(option["name"], option["papers"])


def _end(work: Work, task: CaseTask, why: str) -> None:
    task.done_on = today(task.office_id, work.now)
    task.rule = f"{why} {task.rule}".strip()[:LONGEST]
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
            yield _Wanted(_confirm(reason.text), due, reason.rule.rule)
    if due is not None:
        yield _Wanted(_deliver(route.name, route.papers), due, route.deadline_rule)


def _confirm(text: str) -> str:
    return f"Confirmar: {text}"[:LONGEST]


def _deliver(name: str, papers: Sequence[str]) -> str:
    told = f": {', '.join(papers)}" if papers else ""
    return f"Entregar por {name}{told}"[:LONGEST]
