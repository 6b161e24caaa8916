"""What putting each obstacle right is worth, and which to put right first (``spec: routes 5.4b``)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from honorarios.routing.mending import mended, mended_case
from honorarios.routing.obstacles import Mend, last_day, obstacles
from honorarios.routing.prospect import weigh
from honorarios.routing.ranking import rank
from honorarios.routing.reasons import Standing
from honorarios.routing.routes import Route

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from honorarios.routing.obstacles import Obstacle
    from honorarios.routing.option import Case
    from honorarios.routing.pressure import Pressure
    from honorarios.routing.prospect import Prospect
    from honorarios.routing.ranking import Ranking, Weighed
    from honorarios.routing.routes import Way
    from honorarios.routing.taxes import TaxYear


@dataclass(frozen=True, slots=True)
class Relief:
    """What putting one obstacle right is worth to a claim."""

    obstacle: Obstacle
    worth: int
    """What may be counted on after it less what may be if nobody does it, in centavos."""
    leader: Weighed | None
    """What is recommended once it is put right."""
    changes_leader: bool
    """Whether that is another route than now."""
    until: date | None
    """Last day on which it still counts; None: nobody knows of one."""


def reliefs(
    case: Case,
    prospects: Sequence[Prospect],
    year: TaxYear,
    table: Pressure,
    ranking: Ranking | None = None,
) -> tuple[Relief, ...]:
    """What each obstacle of a claim is worth, the dearest first.

    Args:
        case: The surgery.
        prospects: The options of the claim.
        year: The tax parameters.
        table: What missing papers cost, by the days left.
        ranking: Of these options and maybe others, where it is known already.
    """
    now = _weighed(case, prospects, year, ranking)
    held: defaultdict[Obstacle, list[int]] = defaultdict(list)
    for place, (prospect, weighed) in enumerate(zip(prospects, now, strict=True)):
        for obstacle in obstacles(case, prospect, weighed):
            held[obstacle].append(place)
    before = rank(now)
    found = []
    for obstacle, places in held.items():
        then = mended_case(obstacle, case)
        after = rank(
            [weigh(then, mended(obstacle, one, table, case.today), year) for one in prospects]
        )
        alone = not (before.covered or after.covered)
        undone = before if obstacle.mend is Mend.PAPER else rank(_without(now, places))
        days = (last_day(obstacle, case, prospects[place].option) for place in places)
        found.append(
            Relief(
                obstacle,
                counted_on(after, alone=alone) - counted_on(undone, alone=alone),
                after.best,
                _way(after) != _way(before),
                min((day for day in days if day is not None), default=None),
            )
        )
    return tuple(sorted(found, key=_dearest))


def advice(found: Iterable[Relief]) -> Relief | None:
    """What to put right first: the dearest that changes what is recommended; None where none does."""
    return next((one for one in found if one.changes_leader and one.worth > 0), None)


def counted_on(ranking: Ranking, *, alone: bool = False) -> int:
    """What a claim brings, in centavos: by the best covered route with the difference beside it.

    What the patient would pay ``alone`` is never set against a covered route: it counts where there is none.
    """
    patient = {one.option.route: one.value.expected for one in ranking.patient}
    if alone:
        return patient.get(Route.PRIVATE, 0)
    if not ranking.covered:
        return 0
    best = max(one.value.expected for one in ranking.covered)
    return best + patient.get(Route.CLASS_DIFFERENCE, 0)


def _weighed(
    case: Case, prospects: Sequence[Prospect], year: TaxYear, ranking: Ranking | None
) -> list[Weighed]:
    if ranking is None:
        return [weigh(case, one, year) for one in prospects]
    known = {one.option.way: one for one in (*ranking.covered, *ranking.patient, *ranking.closed)}
    return [known[one.option.way] for one in prospects]


def _without(now: Sequence[Weighed], places: Sequence[int]) -> list[Weighed]:
    """The options with those at some places closed: what they hang on was never done."""
    return [
        replace(one, standing=Standing.INELIGIBLE) if place in places else one
        for place, one in enumerate(now)
    ]


def _way(ranking: Ranking) -> Way | None:
    return None if ranking.best is None else ranking.best.option.way


def _dearest(relief: Relief) -> tuple[int, str, str]:
    return -relief.worth, relief.obstacle.mend.code, relief.obstacle.detail
