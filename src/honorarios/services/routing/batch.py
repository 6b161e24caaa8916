"""Every open surgery weighed again, some hundreds at a time: what changed since it was decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from honorarios.records import selectors
from honorarios.records.models import CaseStatus, ClaimState, SurgeryCase
from honorarios.services import days
from honorarios.services.collector import at_rest
from honorarios.services.fees.evaluate import in_force
from honorarios.services.operations import Operation
from honorarios.services.routing.held import hold, joined, way_of
from honorarios.services.routing.weighing import Setting, weigh_cases
from honorarios.services.routing.years import too_early
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Callable

    from honorarios.core.findings import Finding
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.routing.weighing import CaseChoice
    from honorarios.services.work import Work

AT_ONCE: Final = 500
OPEN: Final = (
    CaseStatus.INDICATED,
    CaseStatus.REQUESTED,
    CaseStatus.AUTHORISED,
    CaseStatus.PARTLY_AUTHORISED,
    CaseStatus.SCHEDULED,
    CaseStatus.PERFORMED,
)
"""Surgeries whose routes may still be chosen."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A surgery whose decided route is no longer the advised one."""

    case_id: int
    number: str
    gain: int
    """What the advised routes are expected to bring more, in centavos."""
    members: tuple[str, ...]
    """Who should go by another route, with the route: ``m1: Repasse hospitalar``."""


@dataclass(frozen=True, slots=True)
class Reranked:
    """What weighing all open surgeries again found."""

    cases: int
    undecided: int
    """With an act, a role and a professional that nobody decided on."""
    closed: int
    """Of which some claim has no covered route open."""
    moved: tuple[Moved, ...]
    expected: int
    """Of all advised routes, in centavos."""


def rerank(
    *, actor: Actor, on_progress: Callable[[int, int], None] | None = None
) -> Result[Reranked]:
    """Weigh every open surgery within reach again; ``on_progress`` is told how many of how many are done."""
    return consult(
        actor=actor, operation=Operation.ROUTES_READ, do=lambda work: _rerank(work, on_progress)
    )


def _rerank(work: Work, on_progress: Callable[[int, int], None] | None) -> Reranked:
    _, pricer = in_force(work.actor.office_id)
    today = days.today(work.actor.office_id, work.now)
    setting = Setting(work.actor.office_id, today, pricer)
    rows = selectors.cases(work.scope).filter(status__in=OPEN).order_by("pk")
    keys = list(rows.values_list("pk", flat=True))
    found = _Found()
    early: dict[int, Finding] = {}
    with at_rest():
        for first in range(0, len(keys), AT_ONCE):
            some = joined(SurgeryCase.objects.filter(pk__in=keys[first : first + AT_ONCE]))
            held = [case for case in hold(some.order_by("pk")) if case.seats]
            for choice in weigh_cases(held, setting):
                found.add(choice)
                # One surgery of a year tells of all.
                for finding in too_early(choice.year, choice.day):
                    early.setdefault(choice.day.year, finding)
            if on_progress is not None:
                on_progress(min(first + AT_ONCE, len(keys)), len(keys))
    work.notice(*early.values())
    return Reranked(len(keys), found.undecided, found.closed, tuple(found.moved), found.expected)


class _Found:
    """What is gathered from one surgery after the other."""

    def __init__(self) -> None:
        self.undecided = self.closed = self.expected = 0
        self.moved: list[Moved] = []

    def add(self, choice: CaseChoice) -> None:
        self.expected += choice.team.best.total
        self.undecided += any(seat.seat.key not in choice.held.claims for seat in choice.seats)
        self.closed += any(one is None for one in choice.team.best.choices)
        moved = _moved(choice)
        if moved is not None:
            self.moved.append(moved)


def _moved(choice: CaseChoice) -> Moved | None:
    """What would change of a surgery whose claims only wait to be launched."""
    gain, members = 0, []
    for seat, best in zip(choice.seats, choice.team.best.choices, strict=True):
        claim = choice.held.claims.get(seat.seat.key)
        if claim is None or best is None or claim.state != ClaimState.OPEN.code_name:
            continue
        way = way_of(claim)
        if way == best.option.way:
            continue
        ranking = seat.ranking
        options = (*ranking.covered, *ranking.patient)
        now = next((one.value.expected for one in options if one.option.way == way), 0)
        gain += best.value.expected - now
        members.append(f"{seat.seat.participation.provider.code}: {best.name}")
    if not members:
        return None
    return Moved(choice.held.row.pk, choice.held.row.number, gain, tuple(members))
