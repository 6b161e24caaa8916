"""The team of a surgery as a whole: each act, role and professional by its own best route, unless one is for all.

Some hospitals and cooperatives take a team whole or not at all. Their route is chosen for everybody or for
nobody, whichever makes the greater sum (``spec: routes 5.4``). What the patient would pay is never in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from honorarios.routing.ranking import Ranking, near

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from honorarios.routing.ranking import Weighed
    from honorarios.routing.routes import Way


@dataclass(frozen=True, slots=True)
class Plan:
    """A route for each claim of a team, in the claims' order."""

    choices: tuple[Weighed | None, ...]
    """None where no covered route is open for the claim."""
    whole: Way | None = None
    """The one route of everybody, where it asks for that; None where each goes its own way."""

    @property
    def total(self) -> int:
        """Expected value of all, in centavos."""
        return sum(one.value.expected for one in self.choices if one is not None)

    @property
    def gross(self) -> int:
        """Gross value of all, in centavos."""
        return sum(one.value.gross for one in self.choices if one is not None)

    @property
    def served(self) -> int:
        """Claims that it has a route for."""
        return sum(one is not None for one in self.choices)

    @property
    def conditions(self) -> int:
        """Facts still to be confirmed."""
        return sum(one.conditions for one in self.choices if one is not None)


@dataclass(frozen=True, slots=True)
class Team:
    """The best plan of a team, and the others that were looked at."""

    best: Plan
    others: tuple[Plan, ...] = ()


def together(rankings: Sequence[Ranking], whole: AbstractSet[Way] = frozenset()) -> Team:
    """The best plan of a team.

    Args:
        rankings: Of each claim: an act, a role, a professional.
        whole: The routes that take everybody or nobody.
    """
    plans = [Plan(tuple(_first(ranking, without=whole) for ranking in rankings))]
    for one in sorted(whole):
        choices = tuple(_by(ranking, one) for ranking in rankings)
        # A claim with no covered route at all can't keep the others from theirs.
        closed = any(
            choice is None and ranking.covered
            for choice, ranking in zip(choices, rankings, strict=True)
        )
        if not closed and any(choices):
            plans.append(Plan(choices, one))
    served = max(plan.served for plan in plans)
    full = [plan for plan in plans if plan.served == served]
    leader = max(full, key=lambda plan: plan.total)
    tied = [plan for plan in full if near(plan.total, leader.total)]
    best = min(tied, key=lambda plan: (plan.conditions, -plan.total, plan.whole or ()))
    return Team(best, tuple(plan for plan in plans if plan is not best))


def _first(ranking: Ranking, *, without: AbstractSet[Way]) -> Weighed | None:
    """The best for one claim among the routes that ask nothing of the others."""
    return next((one for one in ranking.covered if one.option.way not in without), None)


def _by(ranking: Ranking, wanted: Way) -> Weighed | None:
    return next((one for one in ranking.covered if one.option.way == wanted), None)
