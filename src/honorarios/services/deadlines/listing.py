"""Reading deadlines: those of a surgery, of everything within reach in a window, and what is due."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from honorarios.planning.deadlines import Kind, State, next_due, ordered
from honorarios.records import selectors
from honorarios.routing.routes import Route
from honorarios.services import access
from honorarios.services.cases import reach
from honorarios.services.days import today
from honorarios.services.deadlines import agreed, codes, counting, views
from honorarios.services.deadlines.lasting import still_waiting
from honorarios.services.deadlines.views import (
    CaseDeadlines,
    DeadlinePage,
    DeadlinesAsked,
    DeadlineView,
)
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, refuse
from honorarios.services.permissions import allows, sees_only_repasse
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from django.db.models import QuerySet

    from honorarios.planning.deadlines import Deadline
    from honorarios.records.models import SurgeryCase
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

MOST_LISTED: Final = 2_000
AT_HOSPITAL: Final = frozenset({Kind.SURGERY, Kind.ACCOUNT_CLOSING})
"""What the hospital sees of a surgery whatever way its fees go."""
BEFORE: Final = timedelta(days=730)
"""No surgery that was indicated longer before the window than this is still waited for."""


def of_case(*, actor: Actor, case_id: int) -> Result[CaseDeadlines]:
    """Every deadline of a surgery, those kept and those without a day included."""

    def do(work: Work) -> CaseDeadlines:
        rows = reach.cases(work).filter(pk=case_id).select_related("hospital", "payer")
        case = access.one(rows, f"A cirurgia {case_id}", pk=case_id)
        day = today(work.actor.office_id, work.now)
        known = counting.of_cases(work.actor.office_id, rows, day).get(case.pk, ())
        found = tuple(one for one in known if _is_for(work.actor, one))
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
        found = [one for one in _all(work, day, wanted) if views.matches(one[0], wanted)]
        return _page(found, day, size)

    return consult(actor=actor, operation=Operation.DEADLINES_READ, do=do)


def _page(
    found: list[tuple[Deadline, SurgeryCase | None, int]], day: date, size: int
) -> DeadlinePage:
    places = {id(one): index for index, one in enumerate(ordered(one for one, _, _ in found))}
    found.sort(key=lambda row: places[id(row[0])])
    states = [one.state for one, _, _ in found]
    return DeadlinePage(
        deadlines=tuple(_view(*row) for row in found[: max(1, min(size, MOST_LISTED))]),
        total=len(found),
        late=states.count(State.LATE),
        soon=states.count(State.SOON),
        today=day,
    )


def _view(deadline: Deadline, case: SurgeryCase | None, office_id: int) -> DeadlineView:
    if case is None:
        return views.of_office(deadline, office_id)
    return views.of_case(deadline, case)


def _all(
    work: Work, day: date, asked: DeadlinesAsked
) -> Iterator[tuple[Deadline, SurgeryCase | None, int]]:
    """Every deadline within reach: of surgeries for whoever sees them, of agreements likewise."""
    office_id = work.actor.office_id
    if allows(work.actor, Operation.CASES_READ):
        rows = _cases(work, day, asked)
        by_key = {case.pk: case for case in rows.select_related("hospital", "payer")}
        for key, found in counting.of_cases(office_id, rows, day).items():
            for one in filter(partial(_is_for, work.actor), found):
                yield one, by_key[key], office_id
    if not asked.unit and allows(work.actor, Operation.AGREEMENTS_READ):
        for one in agreed.of_office(office_id, day):
            yield one, None, office_id


def _is_for(actor: Actor, one: Deadline) -> bool:
    """The field rule: a hospital's finance sees the surgery's day and what goes through the hospital."""
    return (
        not sees_only_repasse(actor)
        or one.kind in AT_HOSPITAL
        or one.key.startswith(f"{int(Route.REPASSE)}-")
    )


def _cases(work: Work, day: date, asked: DeadlinesAsked) -> QuerySet[SurgeryCase]:
    since = asked.since or day
    rows = reach.cases(work).filter(indicated_on__gte=since - BEFORE)
    if not asked.wants_done:
        rows = still_waiting(rows, since)
    if asked.until is not None:
        rows = rows.filter(indicated_on__lte=asked.until)
    if asked.unit:
        units = selectors.billing_units(work.scope).filter(code=asked.unit)
        rows = rows.filter(hospital_id__in=units.values("hospital_id"))
    return rows
