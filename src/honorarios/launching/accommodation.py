"""The bed at the start of an act, and with it the accommodation type (``spec: launching 3.6``).

The factor is of the type of the class of the bed that the patient used; in no bed it is 1 (seed,
section 03).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from honorarios.launching.model import StayFacts


def stay_at(stays: Iterable[StayFacts], moment: datetime) -> StayFacts | None:
    """The stay at a moment, its start included and its end excluded; None in no bed.

    Who moves at ten is in the new bed at ten. Of stays that overlap, the one that began last counts.
    """
    found: StayFacts | None = None
    for stay in stays:
        begun = stay.start <= moment
        if (
            begun
            and (stay.end is None or moment < stay.end)
            and (found is None or stay.start >= found.start)
        ):
            found = stay
    return found
