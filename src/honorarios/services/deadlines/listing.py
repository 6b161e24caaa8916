"""Reading deadlines: those of a surgery, and of everything within reach in a window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.planning.deadlines import State, next_due
from honorarios.services import access
from honorarios.services.cases import reach
from honorarios.services.days import today
from honorarios.services.deadlines import codes, counting, views, within
from honorarios.services.deadlines.views import CaseDeadlines, DeadlinePage, DeadlinesAsked
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, refuse
from honorarios.services.work import consult

if TYPE_CHECKING:
    from datetime import date

    from honorarios.services.actor import Actor
    from honorarios.services.deadlines.within import Found
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

MOST_LISTED: Final = 2_000


def of_case(*, actor: Actor, case_id: int) -> Result[CaseDeadlines]:
    """Every deadline of a surgery, those kept and those without a day included."""

    def do(work: Work) -> CaseDeadlines:
        rows = reach.cases(work).filter(pk=case_id).select_related("hospital", "payer")
        case = access.one(rows, f"A cirurgia {case_id}", pk=case_id)
        day = today(work.actor.office_id, work.now)
        known = counting.of_cases(work.actor.office_id, rows, day).get(case.pk, ())
        found = tuple(one for one in known if within.is_for(work.actor, one))
        first = next_due(found)
        return CaseDeadlines(
            case_id=case.pk,
            case_number=case.number,
            deadlines=tuple(views.of_case(one, case) for one in found),
            next_uid=None if first is None else views.of_case(first, case).uid,
        )

    return consult(actor=actor, operation=Operation.CASES_READ, do=do)


def listed(
    *, actor: Actor, asked: DeadlinesAsked | None = None, size: int = MOST_LISTED
) -> Result[DeadlinePage]:
    """The deadlines within reach that are asked for, by day, those without one last."""
    wanted = asked or DeadlinesAsked()

    def do(work: Work) -> DeadlinePage:
        since, until = wanted.since, wanted.until
        if since is not None and until is not None and until < since:
            refuse(
                at(codes.BACKWARDS, "until", since=f"{since:%d/%m/%Y}", until=f"{until:%d/%m/%Y}")
            )
        day = today(work.actor.office_id, work.now)
        rows = within.surgeries(work, day, wanted)
        found = [
            *within.of_surgeries(work, rows, day, wanted),
            *within.of_office(work, day, wanted),
        ]
        return _page(within.in_order(found), day, size)

    return consult(actor=actor, operation=Operation.DEADLINES_READ, do=do)


def _page(found: list[Found], day: date, size: int) -> DeadlinePage:
    states = [one.deadline.state for one in found]
    return DeadlinePage(
        deadlines=tuple(one.view for one in found[: max(1, min(size, MOST_LISTED))]),
        total=len(found),
        late=states.count(State.LATE),
        soon=states.count(State.SOON),
        today=day,
    )
