"""What is pending of a surgery."""

from __future__ import annotations

from honorarios.api.call import Call
from honorarios.api.door import Door
from honorarios.api.fields import Code, Day, Given, Key, Words
from honorarios.api.routes.cases.deed import ask_of, deed
from honorarios.services import cases
from honorarios.services.cases import CaseAnswer, NewTask
from honorarios.services.outcomes import Result

door = Door()


class TaskNew(Given):
    """Something pending."""

    title: Words
    kind: Code = "other"
    owner_id: Key | None = None
    due: Day | None = None
    rule: Words = ""


class TaskChange(Given):
    """What is said of a pending item."""

    done: bool | None = None
    owner_id: Key | None = None


@deed(door, "/cases/{case_id}/tasks")
def add_task(call: Call, case_id: Key, body: TaskNew, dry_run: bool = False) -> Result[CaseAnswer]:
    """Abrir uma pendência."""
    new = NewTask(**body.model_dump())
    return cases.add_task(ask=ask_of(call, case_id, dry_run=dry_run), new=new)


@deed(door, "/cases/{case_id}/tasks/{task_id}", method="PATCH")
def change_task(
    call: Call, case_id: Key, task_id: Key, body: TaskChange, dry_run: bool = False
) -> Result[CaseAnswer]:
    """Concluir ou reabrir uma pendência, ou, sem isso, dizer de quem ela é."""
    ask = ask_of(call, case_id, dry_run=dry_run)
    if body.done is None:
        return cases.own_task(ask=ask, task_id=task_id, owner_id=body.owner_id)
    return cases.finish_task(ask=ask, task_id=task_id, done=body.done)
