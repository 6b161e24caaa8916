"""Saying that a deadline was kept, where the record has no date of its own for it, and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.planning.deadlines import Kind
from honorarios.records.models import CaseTask
from honorarios.services import access, locks
from honorarios.services.cases import reach
from honorarios.services.days import today
from honorarios.services.deadlines import codes, counting, views
from honorarios.services.deadlines.settled import BY_HAND, task_kind
from honorarios.services.deadlines.views import DeadlineView
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, refuse
from honorarios.services.work import perform

if TYPE_CHECKING:
    from datetime import date

    from honorarios.planning.deadlines import Deadline
    from honorarios.records.models import SurgeryCase
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

WHERE = {
    Kind.SURGERY: "a realização",
    Kind.ANSWER: "a resposta da operadora",
    Kind.PERFORMANCE: "a realização",
    Kind.SENHA_EXPIRY: "a realização",
    Kind.OPME_QUOTES: "a chegada do orçamento",
    Kind.TASK: "a pendência como feita",
    Kind.PAYMENT: "o pagamento",
    Kind.LATE_PAYMENT: "o pagamento",
}
"""What keeps the deadlines that aren't kept by hand."""


def keep(
    *, actor: Actor, case_id: int, kind: Kind, key: str, done_on: date | None = None
) -> Result[DeadlineView]:
    """Record that a deadline of a surgery was kept, today or on an earlier day; again moves the day."""

    def do(work: Work) -> DeadlineView:
        now = today(work.actor.office_id, work.now)
        day = done_on or now
        if day > now:
            refuse(at(codes.AHEAD, "done_on", day=f"{day:%d/%m/%Y}"))
        case = _locked(work, case_id)
        deadline = _found(work, case, kind, key)
        CaseTask.objects.update_or_create(
            office_id=work.actor.office_id,
            case=case,
            kind=task_kind(kind, key),
            defaults={
                "title": f"{kind.label}: {deadline.subject}",
                "due": deadline.due,
                "done_on": day,
                "owner_id": work.actor.user_id,
                "rule": f"{deadline.rule.text} ({deadline.rule.source})",
            },
        )
        detail = {"kind": kind.value, "key": key, "done_on": str(day)}
        work.record("case", case.pk, detail, action="deadlines.keep")
        return views.of_case(_found(work, case, kind, key), case)

    return perform(actor=actor, operation=Operation.CASES_WRITE, answer=DeadlineView, do=do)


def reopen(*, actor: Actor, case_id: int, kind: Kind, key: str) -> Result[DeadlineView]:
    """Take back that a deadline was kept; one that wasn't stays as it is."""

    def do(work: Work) -> DeadlineView:
        case = _locked(work, case_id)
        _found(work, case, kind, key)
        rows = CaseTask.objects.filter(case=case, kind=task_kind(kind, key), done_on__isnull=False)
        if rows.update(done_on=None):
            detail = {"kind": kind.value, "key": key}
            work.record("case", case.pk, detail, action="deadlines.reopen")
        return views.of_case(_found(work, case, kind, key), case)

    return perform(actor=actor, operation=Operation.CASES_WRITE, answer=DeadlineView, do=do)


def _locked(work: Work, case_id: int) -> SurgeryCase:
    found = access.one(reach.cases(work), f"A cirurgia {case_id}", pk=case_id)
    locks.case(found.pk)
    return found


def _found(work: Work, case: SurgeryCase, kind: Kind, key: str) -> Deadline:
    """A deadline of the surgery that is kept by hand; stops where there is no such one."""
    if kind not in BY_HAND:
        refuse(at(codes.NOT_BY_HAND, "kind", kind=kind.label, where=WHERE.get(kind, "o fato")))
    rows = reach.cases(work).filter(pk=case.pk)
    day = today(work.actor.office_id, work.now)
    for one in counting.of_cases(work.actor.office_id, rows, day).get(case.pk, ()):
        if one.kind is kind and one.key == key:
            return one
    return refuse(at(codes.UNKNOWN, "kind", kind=kind.label))
