"""What is pending of a surgery, with whose turn it is."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from honorarios.records.models import CaseTask
from honorarios.services import access, texts
from honorarios.services.cases import codes, given
from honorarios.services.cases.held import Ask, Change, change, not_cancelled
from honorarios.services.outcomes import at, refuse

if TYPE_CHECKING:
    from datetime import date

    from honorarios.records.models import SurgeryCase
    from honorarios.services.cases.answers import CaseAnswer
    from honorarios.services.cases.requests import NewTask
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

LONGEST_TITLE: Final = 300
LONGEST_KIND: Final = 40


def add_task(*, ask: Ask, new: NewTask) -> Result[CaseAnswer]:
    """Open a pending item; one of the same kind and title that is still open is kept as it is."""

    def do(work: Work, case: SurgeryCase) -> Change:
        not_cancelled(case, "a pendência")
        task = open_task(
            work,
            case,
            kind=new.kind,
            title=new.title,
            owner_id=given.owner(work, new.owner_id),
            due=new.due,
            rule=new.rule,
        )
        return Change({"task": task.pk, "kind": task.kind}, task.pk)

    return change(ask, do, ["task", asdict(new)])


def finish_task(*, ask: Ask, task_id: int, done: bool = True) -> Result[CaseAnswer]:
    """Mark a pending item as done today, or open it again."""

    def do(work: Work, case: SurgeryCase) -> Change:
        task = _task(case, task_id)
        task.done_on = given.today(work) if done else None
        task.save(update_fields=["done_on"])
        return Change({"task": task.pk, "done": done}, task.pk)

    return change(ask, do, ["done", task_id, done])


def own_task(*, ask: Ask, task_id: int, owner_id: int | None) -> Result[CaseAnswer]:
    """Say whose turn a pending item is."""

    def do(work: Work, case: SurgeryCase) -> Change:
        task = _task(case, task_id)
        task.owner_id = given.owner(work, owner_id)
        task.save(update_fields=["owner"])
        return Change({"task": task.pk, "owner": task.owner_id}, task.pk)

    return change(ask, do, ["owner", task_id, owner_id])


def open_task(
    work: Work,
    case: SurgeryCase,
    *,
    kind: str,
    title: str,
    owner_id: int | None = None,
    due: date | None = None,
    rule: str = "",
) -> CaseTask:
    """Write a pending item within a unit of work whose surgery is locked; once while it is open."""
    text = texts.within(title, "title", title="Pendência", longest=LONGEST_TITLE)
    if not text:
        refuse(at(codes.TITLE_REQUIRED, "title"))
    found = CaseTask.objects.filter(case=case, kind=kind, title=text, done_on__isnull=True).first()
    if found is not None:
        return found
    return CaseTask.objects.create(
        office_id=work.scope.office_id,
        case=case,
        kind=texts.within(kind, "kind", title="Tipo", longest=LONGEST_KIND),
        title=text,
        owner_id=owner_id,
        due=due,
        rule=texts.within(rule, "rule", title="Regra", longest=LONGEST_TITLE),
    )


def _task(case: SurgeryCase, task_id: int) -> CaseTask:
    return access.one(CaseTask.objects.filter(case=case), f"A pendência {task_id}", pk=task_id)
