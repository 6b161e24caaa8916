"""What can still be put right about a surgery's routes, told once for all the acts that hang on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from honorarios.core.phrase import Phrase, gettext_noop
from honorarios.records.models import DocumentKind, ReceivesAs
from honorarios.routing.obstacles import Mend, Subject
from honorarios.routing.reliefs import advice, reliefs
from honorarios.routing.routes import PATIENT_PAID
from honorarios.services.routing.held import role_of
from honorarios.services.routing.shown import ReliefView

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from honorarios.routing.obstacles import Obstacle
    from honorarios.routing.prospect import Prospect
    from honorarios.routing.reliefs import Relief
    from honorarios.services.routing.weighing import CaseChoice, SeatChoice

OF_SOMEBODY: Final = gettext_noop("{deed} ({whose})")


@dataclass(slots=True)
class _Deed:
    """One thing to do, with what it brings to each act that hangs on it."""

    obstacle: Obstacle
    seat: SeatChoice
    """The first that hangs on it: it says whose it is."""
    worth: int = 0
    until: date | None = None
    changes: dict[str, None] = field(default_factory=dict)

    def add(self, relief: Relief) -> None:
        """Count what it brings to one more act."""
        self.worth += relief.worth
        self.until = min((day for day in (self.until, relief.until) if day), default=None)


def relief_views(choice: CaseChoice, places: Sequence[int]) -> Iterator[ReliefView]:
    """What each deed is worth to all the acts together, and whose recommended route it changes."""
    deeds: dict[tuple[Obstacle, object], _Deed] = {}
    for place in places:
        seat = choice.seats[place]
        some = _open_to_all(choice, seat)
        found = reliefs(seat.case, some, choice.year, choice.pressure, seat.ranking)
        for relief in found:
            key = relief.obstacle, _subject(relief.obstacle, seat)
            deeds.setdefault(key, _Deed(relief.obstacle, seat)).add(relief)
        first = advice(found)
        if first is not None and first.leader is not None:
            member = role_of(seat.seat.participation)
            key = first.obstacle, _subject(first.obstacle, seat)
            change = Phrase("{member}: {way}", member=member, way=first.leader.name)
            deeds[key].changes[change] = None
    for deed in sorted(deeds.values(), key=lambda one: (-one.worth, _label(one))):
        if deed.worth > 0:
            yield _view(deed, choice)


def _open_to_all(choice: CaseChoice, seat: SeatChoice) -> list[Prospect]:
    """The options that the team's plan leaves to a seat: a route for everybody or nobody is no one's own."""
    whole = choice.team.best.whole
    return [
        one
        for one in seat.prospects
        if one.option.route in PATIENT_PAID
        or (one.option.way not in choice.whole if whole is None else one.option.way == whole)
    ]


def _subject(obstacle: Obstacle, seat: SeatChoice) -> object:
    """What tells a deed from the same one for another."""
    match obstacle.mend.subject:
        case Subject.PROFESSIONAL:
            return seat.seat.participation.provider_id
        case Subject.ACT:
            return seat.seat.act.code
    return None


def _view(deed: _Deed, choice: CaseChoice) -> ReliefView:
    # A surgery without a day is weighed as of today, which ends nothing.
    until = deed.until if choice.held.surgery_on is not None else None
    return ReliefView(
        mend=deed.obstacle.mend.code,
        detail=deed.obstacle.detail,
        label=_label(deed),
        worth=deed.worth,
        until=until,
        changes=tuple(deed.changes),
    )


def _label(deed: _Deed) -> str:
    """What is to be done, and whose it is where it is somebody's own."""
    told = Phrase(deed.obstacle.mend.sentence, detail=_detail(deed.obstacle))
    match deed.obstacle.mend.subject:
        case Subject.PROFESSIONAL:
            return Phrase(OF_SOMEBODY, deed=told, whose=role_of(deed.seat.seat.participation))
        case Subject.ACT:
            return Phrase(OF_SOMEBODY, deed=told, whose=deed.seat.seat.act.code)
    return told


def _detail(obstacle: Obstacle) -> str:
    """Which one, as people say it."""
    match obstacle.mend:
        case Mend.PAPER:
            return DocumentKind(obstacle.detail).label
        case Mend.RECEIVER:
            return ReceivesAs(obstacle.detail).label.lower()
    return obstacle.detail
