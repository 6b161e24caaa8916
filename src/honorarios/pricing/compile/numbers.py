"""Multipliers: each is kept once, as mantissa and scale for the product and as the figure people see."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import numpy as np

from honorarios.core.money import scaled
from honorarios.pricing.records import (
    ADJUSTMENT_PLACES,
    FACTOR_PLACES,
    NONE,
    NUMBER,
    PERCENT_PLACES,
)
from honorarios.pricing.rule.constants import FACTOR_OF_ONE, NO_SURCHARGE, WHOLE

if TYPE_CHECKING:
    from numpy.typing import NDArray

HUNDRED = Decimal(100)


class Numbers:
    """Every factor, percentage, surcharge and adjustment of a catalogue, numbered."""

    def __init__(self) -> None:
        """Start with what changes nothing, where the rule expects it."""
        self._entries: dict[tuple[int, int, int], int] = {}
        for position, number in (
            (FACTOR_OF_ONE, self.factor(Decimal(1))),
            (WHOLE, self.percent(HUNDRED)),
            (NO_SURCHARGE, self.surcharge(Decimal(0))),
        ):
            if position != number:
                message = f"number {number} stands where the rule expects {position}"
                raise AssertionError(message)

    def _add(self, multiplier: Decimal, shown: Decimal, places: int) -> int:
        mantissa, scale = scaled(multiplier)
        entry = mantissa, int(shown.scaleb(places)), scale
        return self._entries.setdefault(entry, len(self._entries))

    def factor(self, factor: Decimal) -> int:
        """A multiplier as it is: accommodation, video."""
        return self._add(factor, factor, FACTOR_PLACES)

    def percent(self, percent: Decimal | None) -> int:
        """A share in %: 30 multiplies by 0.3; NONE for None."""
        if percent is None:
            return NONE
        return self._add(percent / HUNDRED, percent, PERCENT_PLACES)

    def surcharge(self, percent: Decimal) -> int:
        """What is added in %: 30 multiplies by 1.3."""
        return self._add(1 + percent / HUNDRED, percent, PERCENT_PLACES)

    def adjustment(self, change: Decimal) -> int:
        """A change in %: -15 multiplies by 0.85, shown as the multiplier."""
        multiplier = 1 + change / HUNDRED
        return self._add(multiplier, multiplier, ADJUSTMENT_PLACES)

    def array(self) -> NDArray[np.void]:
        """The numbers as the rule reads them."""
        return np.array([*self._entries] or [(1, 1, 0)], dtype=NUMBER)
