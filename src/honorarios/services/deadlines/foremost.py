"""The most pressing deadlines of somebody's desk, found without counting those of every surgery.

No deadline falls before its surgery was indicated. So surgeries are looked at from the one indicated first
on, and once enough deadlines fall before the next one was indicated, no later surgery can have an earlier one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from honorarios.planning.deadlines import State
from honorarios.records.models import SurgeryCase
from honorarios.services.days import today
from honorarios.services.deadlines import within
from honorarios.services.deadlines.views import DeadlinesAsked, DeadlineView
from honorarios.services.operations import Operation
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, timedelta

    from honorarios.services.actor import Actor
    from honorarios.services.deadlines.within import Found
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

AT_ONCE: Final = 60
"""Surgeries that are looked at together."""
MOST_LOOKED: Final = 240
"""Surgeries that a page has time for."""


@dataclass(frozen=True, slots=True)
class Pressing:
    """The deadlines that are late or due soon, the earliest first."""

    deadlines: tuple[DeadlineView, ...]
    looked: int | None
    """How many surgeries were looked at, where a later one may have an earlier deadline; None: none can."""


def pressing(*, actor: Actor, ahead: timedelta, size: int) -> Result[Pressing]:
    """The first ``size`` deadlines that are late, or due soon and no further ``ahead``."""

    def do(work: Work) -> Pressing:
        day = today(work.actor.office_id, work.now)
        states = frozenset({State.LATE, State.SOON})
        asked = DeadlinesAsked(until=day + ahead, states=states)
        found, looked = _search(work, day, asked, size)
        return Pressing(tuple(one.view for one in found[:size]), looked)

    return consult(actor=actor, operation=Operation.DEADLINES_READ, do=do)


def _search(
    work: Work, day: date, asked: DeadlinesAsked, size: int
) -> tuple[list[Found], int | None]:
    found = within.in_order(list(within.of_office(work, day, asked)))
    rows = within.surgeries(work, day, asked).order_by("indicated_on", "pk")
    known = list(rows.values_list("pk", "indicated_on")[: MOST_LOOKED + 1])
    for first in range(0, min(len(known), MOST_LOOKED), AT_ONCE):
        if _is_settled(found, size, known[first][1]):
            return found, None
        keys = [key for key, _ in known[first : min(first + AT_ONCE, MOST_LOOKED)]]
        some = SurgeryCase.objects.filter(pk__in=keys)
        found = within.in_order([*found, *within.of_surgeries(work, some, day, asked)])
    whole = len(known) <= MOST_LOOKED or _is_settled(found, size, known[MOST_LOOKED][1])
    return found, None if whole else MOST_LOOKED


def _is_settled(found: Sequence[Found], size: int, since: date) -> bool:
    """Whether no surgery that was indicated from a day on can have any of the first deadlines."""
    last = found[size - 1].deadline.due if len(found) >= size else None
    return last is not None and last < since
