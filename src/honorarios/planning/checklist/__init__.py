"""What a planning assistant works through for a surgery, in the order in which it is done.

Every item says whose turn it is, why it is asked for, and by when where a rule says so. What nobody knows
is never taken for done, and never for refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.planning.case import Status
from honorarios.planning.checklist.authorisation import authorisation
from honorarios.planning.checklist.item import Item, Stage, Standing
from honorarios.planning.checklist.papers import after, opme, papers
from honorarios.planning.checklist.patient import patient
from honorarios.planning.checklist.planning import hospital, plan

if TYPE_CHECKING:
    from datetime import date

    from honorarios.planning.case import Case
    from honorarios.planning.days import Place

__all__ = ["Item", "Stage", "Standing", "checklist"]


def checklist(case: Case, place: Place, today: date) -> tuple[Item, ...]:
    """All there is to see to in a case; nothing for one that was cancelled."""
    if case.ended is Status.CANCELLED:
        return ()
    return (
        *plan(case),
        *papers(case),
        *opme(case, today),
        *authorisation(case, place, today),
        *hospital(case),
        *patient(case, today),
        *after(case),
    )
