"""How far an input may move before the advice changes, and what it is worth to ask (5.4, 5.4b)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

STEP: Final = Decimal("0.0001")
"""A hundredth of a percentage point: how finely shares are told."""


def greatest_share(holds: Callable[[Decimal], bool]) -> Decimal | None:
    """The greatest share, to a hundredth of a point, for which something still holds.

    ``holds`` is true up to some share and false beyond it; None where it is false even at zero.

    >>> greatest_share(lambda fee: fee <= Decimal("0.05447"))
    Decimal('0.0544')
    """
    low, high = 0, int(1 / STEP)
    if not holds(Decimal(0)):
        return None
    if holds(Decimal(1)):
        return Decimal(1)
    while high - low > 1:
        middle = (low + high) // 2
        if holds(middle * STEP):
            low = middle
        else:
            high = middle
    return (low * STEP).quantize(STEP, ROUND_DOWN)


@dataclass(frozen=True, slots=True)
class Asking:
    """Whether to confirm an agreement before billing by it; every amount in centavos."""

    trying: Decimal
    """Expected value of billing without asking."""
    first: Decimal
    """Expected value of asking first."""
    certain: int
    """Value of the certain route now."""

    @property
    def worth(self) -> Decimal:
        """What asking adds to the better of the two ways of not asking."""
        return self.first - max(self.trying, Decimal(self.certain))


def asking(probability: Decimal, uncertain: int, certain: int, after_refusal: int) -> Asking:
    """The value of asking about an agreement that exists with some probability.

    Args:
        probability: That the uncertain route's agreement exists.
        uncertain: Expected value of that route if it does, in centavos.
        certain: Expected value of the certain route now.
        after_refusal: Expected value of the certain route after a refusal; 0 where its window closes.

    >>> asking(Decimal("0.5"), 200_000, 150_000, 0).worth
    Decimal('25000.0')
    """
    rest = 1 - probability
    trying = probability * uncertain + rest * after_refusal
    first = probability * max(uncertain, certain) + rest * certain
    return Asking(trying, first, certain)


def indifferent_probability(uncertain: int, certain: int, after_refusal: int) -> Decimal | None:
    """The probability from which trying is as good as the certain route; None where it never is.

    >>> indifferent_probability(200_000, 150_000, 0)
    Decimal('0.75')
    """
    gain = uncertain - after_refusal
    if gain <= 0 or uncertain < certain:
        return None
    return max(Decimal(0), Decimal(certain - after_refusal) / gain)
