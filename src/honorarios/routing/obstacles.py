"""What each missing paper of a claim is worth: the ranking as it would be with the paper at hand (5.4b)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from honorarios.routing.pressure import Relief, pressed, reliefs
from honorarios.routing.prospect import compare

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from honorarios.routing.option import Case
    from honorarios.routing.pressure import Pressure
    from honorarios.routing.prospect import Prospect
    from honorarios.routing.ranking import Ranking
    from honorarios.routing.taxes import TaxYear


def paper_reliefs(
    case: Case, prospects: Sequence[Prospect], year: TaxYear, now: Ranking, table: Pressure
) -> tuple[Relief, ...]:
    """What bringing each missing paper is worth to a claim, the dearest first.

    Args:
        case: The surgery.
        prospects: The options of the claim.
        year: The tax parameters.
        now: Their ranking as things stand.
        table: What missing papers cost, by the days left.
    """
    missing = {paper: None for one in prospects for paper in one.missing}
    without = {
        paper: compare(case, [_with(paper, one, table, case.today) for one in prospects], year)
        for paper in missing
    }
    return reliefs(now, without)


def _with(paper: str, prospect: Prospect, table: Pressure, today: date) -> Prospect:
    """A prospect as it would be with a paper at hand."""
    left = [one for one in prospect.missing if one != paper]
    until = prospect.option.deliver_until
    days = None if until is None else (until - today).days
    own = replace(prospect.terms, loss=prospect.own_loss)
    return replace(prospect, terms=pressed(own, left, days, table))
