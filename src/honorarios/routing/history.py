"""What is expected of a route from what an office saw: glosa and delay, drawn towards what is wider known.

A few cases say little: a share seen in them is drawn to that of the route as a whole, and this to a prior,
by how much value stands behind each (``spec: routes 5.3``). What isn't paid yet is not left out of the days:
it has waited at least as long as it has.

>>> level = Level("código", Counted(presented=1_000_000, denied=300_000, count=10))
>>> told = glosa([level])
>>> told.share, told.count
(Decimal('0.1800'), 10)
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

PRIOR_GLOSA: Final = Decimal("0.12")
"""Initial glosa where an office has seen nothing (Anahp's 12 to 16 % are of whole accounts) (A)."""
WEIGHT: Final = 20
"""Cases that the wider knowledge counts as, each of the mean value."""
PLACES: Final = Decimal("0.0001")
MEDIAN: Final = Decimal("0.5")
SLOW: Final = Decimal("0.8")
"""P80: four payments of five came within these days."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What was presented and refused at first, in centavos."""

    presented: int = 0
    denied: int = 0
    count: int = 0
    """Lines."""

    @property
    def mean(self) -> Decimal:
        """Mean value of a line."""
        return Decimal(self.presented) / self.count if self.count else Decimal(0)


@dataclass(frozen=True, slots=True)
class Level:
    """What was seen at one width: of the route, of the payer by it, of the code."""

    name: str
    counted: Counted


@dataclass(frozen=True, slots=True)
class Estimate:
    """An expected share, and on what it stands."""

    share: Decimal
    count: int
    """Lines at the narrowest level that has any."""
    level: str
    """That level's name; empty where only the prior is known."""


def glosa(levels: Sequence[Level], prior: Decimal = PRIOR_GLOSA) -> Estimate:
    """The expected initial glosa, the widest level first.

    Each level is drawn to the one before it, which counts as :data:`WEIGHT` lines of that one's mean
    value; the first, to the prior.
    """
    share, count, name, mean = prior, 0, "", Decimal(0)
    for level in levels:
        seen = level.counted
        if not seen.count:
            continue
        weight = WEIGHT * (mean or seen.mean)
        share = (weight * share + seen.denied) / (weight + seen.presented)
        count, name, mean = seen.count, level.name, seen.mean
    return Estimate(share.quantize(PLACES, ROUND_HALF_UP), count, name)


@dataclass(frozen=True, slots=True)
class Wait:
    """How long a line has waited: until it was paid, or until today if it wasn't."""

    days: int
    paid: bool = True


def days_until(waits: Sequence[Wait], share: Decimal) -> int | None:
    """Days within which a share of the lines is paid; None where too few were paid to say.

    Kaplan and Meier's estimate: a line that is still open counts among those that wait, up to today.

    >>> days_until([Wait(30), Wait(40), Wait(50, paid=False), Wait(60)], MEDIAN)
    40
    >>> days_until([Wait(90, paid=False)], MEDIAN) is None
    True
    """
    waiting = Decimal(1)
    left = len(waits)
    for wait in sorted(waits, key=lambda one: (one.days, not one.paid)):
        if wait.paid:
            waiting *= 1 - Decimal(1) / left
        left -= 1
        if 1 - waiting >= share:
            return wait.days
    return None
