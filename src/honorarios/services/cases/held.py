"""A surgery that is about to change: locked, of the version that was seen, and settled at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from honorarios.planning.case import ENDED, Status, progress
from honorarios.records.models import SurgeryCase
from honorarios.services import codes as common
from honorarios.services import locks
from honorarios.services.cases import codes, reach
from honorarios.services.cases.answers import CaseAnswer
from honorarios.services.cases.facts import facts
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, refuse
from honorarios.services.work import perform

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work


class Change(NamedTuple):
    """What was done to a surgery, for the audit trail and the answer."""

    detail: Mapping[str, object]
    """Ready for JSON; it names nobody."""
    row_id: int | None = None


class Ask(NamedTuple):
    """Who asks for a change of which surgery, seen in which version."""

    actor: Actor
    case_id: int
    version: int | None = None
    key: str | None = None
    dry_run: bool = False


def change(
    ask: Ask,
    do: Callable[[Work, SurgeryCase], Change],
    request: object,
    *,
    operation: Operation = Operation.CASES_WRITE,
) -> Result[CaseAnswer]:
    """Do something to a surgery in one transaction, and settle how far it came."""

    def run(work: Work) -> CaseAnswer:
        case = hold(work, ask.case_id, ask.version)
        return settle(work, case, do(work, case))

    return perform(
        actor=ask.actor,
        operation=operation,
        answer=CaseAnswer,
        do=run,
        key=ask.key,
        request=[ask.case_id, ask.version, request],
        dry_run=ask.dry_run,
    )


def hold(work: Work, case_id: int, version: int | None = None) -> SurgeryCase:
    """Lock a surgery within reach; stops where somebody else changed it meanwhile."""
    reach.one(work, case_id)
    case = locks.case(case_id)
    if version is not None and version != case.version:
        what = f"A cirurgia {case.number}"
        refuse(at(common.STALE, "version", what=what, current=case.version, given=version))
    return case


def still_open(case: SurgeryCase, what: str) -> None:
    """Stop where a surgery is over: what was planned and asked is history then."""
    status = Status.named(case.status)
    if status in ENDED:
        refuse(at(codes.ENDED, status=status.label.lower(), what=what))


def not_cancelled(case: SurgeryCase, what: str) -> None:
    """Stop where a surgery was cancelled; papers and tasks of one that was done may still change."""
    status = Status.named(case.status)
    if status is Status.CANCELLED:
        refuse(at(codes.ENDED, status=status.label.lower(), what=what))


def settle(work: Work, case: SurgeryCase, done: Change) -> CaseAnswer:
    """Write how far the surgery came, its next version, and what was done to it."""
    fresh = reach.joined(SurgeryCase.objects.filter(pk=case.pk)).get()
    status = progress(facts(fresh)).value
    SurgeryCase.objects.filter(pk=case.pk).update(status=status, version=case.version + 1)
    work.record("surgery", case.pk, {"status": status, **done.detail})
    return CaseAnswer(case.pk, case.number, status, case.version + 1, done.row_id)
