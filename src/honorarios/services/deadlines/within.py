"""The deadlines within somebody's reach: of the surgeries they see, and of the office's agreements."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from honorarios.planning.deadlines import Deadline, Kind, ordered
from honorarios.records import selectors
from honorarios.records.models import SurgeryCase
from honorarios.routing.routes import Route
from honorarios.services.cases import reach
from honorarios.services.deadlines import agreed, counting, views
from honorarios.services.deadlines.lasting import still_waiting
from honorarios.services.operations import Operation
from honorarios.services.permissions import allows, sees_only_repasse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from django.db.models import QuerySet

    from honorarios.services.actor import Actor
    from honorarios.services.deadlines.views import DeadlinesAsked, DeadlineView
    from honorarios.services.work import Work

AT_HOSPITAL: Final = frozenset({Kind.SURGERY, Kind.ACCOUNT_CLOSING})
"""What the hospital sees of a surgery whatever way its fees go."""
BEFORE: Final = timedelta(days=730)
"""No surgery that was indicated longer before the window than this is still waited for."""


class Found(NamedTuple):
    """A deadline, with the surgery that it is of."""

    deadline: Deadline
    case: SurgeryCase | None
    """None: it is the office's own."""
    office_id: int

    @property
    def view(self) -> DeadlineView:
        """As doors show it."""
        if self.case is None:
            return views.of_office(self.deadline, self.office_id)
        return views.of_case(self.deadline, self.case)


def surgeries(work: Work, day: date, asked: DeadlinesAsked) -> QuerySet[SurgeryCase]:
    """The surgeries whose deadlines may be asked for; none has one before it was indicated."""
    if not allows(work.actor, Operation.CASES_READ):
        return SurgeryCase.objects.none()
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


def of_surgeries(
    work: Work, rows: QuerySet[SurgeryCase], day: date, asked: DeadlinesAsked
) -> Iterator[Found]:
    """Those of surgeries that are asked for and may be seen."""
    office_id = work.actor.office_id
    by_key = {case.pk: case for case in rows.select_related("hospital", "payer")}
    for key, found in counting.of_cases(office_id, rows, day).items():
        for one in found:
            if is_for(work.actor, one) and views.matches(one, asked):
                yield Found(one, by_key[key], office_id)


def of_office(work: Work, day: date, asked: DeadlinesAsked) -> Iterator[Found]:
    """Those of agreements that are asked for, for whoever may read them."""
    office_id = work.actor.office_id
    if not asked.unit and allows(work.actor, Operation.AGREEMENTS_READ):
        for one in agreed.of_office(office_id, day):
            if views.matches(one, asked):
                yield Found(one, None, office_id)


def is_for(actor: Actor, one: Deadline) -> bool:
    """The field rule: a hospital's finance sees the surgery's day and what goes through the hospital."""
    return (
        not sees_only_repasse(actor)
        or one.kind in AT_HOSPITAL
        or one.key.startswith(f"{int(Route.REPASSE)}-")
    )


def in_order(found: Sequence[Found]) -> list[Found]:
    """By day, those without one last, as :func:`honorarios.planning.deadlines.ordered` has it."""
    places = {id(one): index for index, one in enumerate(ordered(one.deadline for one in found))}
    return sorted(found, key=lambda one: places[id(one.deadline)])
