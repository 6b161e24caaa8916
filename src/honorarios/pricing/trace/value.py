"""From quantities, coefficients and multipliers to centavos, in exact decimals.

This reads nothing but the numbers of an explanation: it neither knows the catalogue nor asks the
engine, so that the two agree only if both are right (*How a value comes to be*, section 7).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal, Inexact, InvalidOperation
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from honorarios.pricing.trace.model import ComponentName

DIGITS: Final = 500
"""More than the product of every factor can have."""
EXACT: Final = Context(prec=DIGITS, traps=[Inexact, InvalidOperation])
ROUNDING: Final = {
    "HALF_UP": Context(prec=DIGITS, rounding=ROUND_HALF_UP),
    "DOWN": Context(prec=DIGITS, rounding=ROUND_DOWN),
}
CENTAVO: Final = Decimal("0.01")

RoundingMode = Literal["HALF_UP", "DOWN"]
RoundingPoint = Literal["UNIT", "LINE", "STEP", "COMPONENT"]
Rounded = tuple[Literal["fee", "operating_cost", "film", "unit", "total"], Decimal, int]
"""What was rounded, the exact amount in reais, and the centavos."""


@dataclass(frozen=True, slots=True)
class Part:
    """A component before the calculation."""

    name: ComponentName
    base: Decimal
    """In reais, exact."""
    multipliers: Sequence[Decimal]


@dataclass(frozen=True, slots=True)
class WorkedPart:
    """A component after the calculation."""

    values: tuple[Decimal, ...]
    """In reais, after each multiplier."""
    value: Decimal


@dataclass(frozen=True, slots=True)
class Worked:
    """The whole calculation of a line."""

    parts: tuple[WorkedPart, ...]
    roundings: tuple[Rounded, ...]
    unit_centavos: int
    total_centavos: int


def work_out(
    parts: Sequence[Part],
    mode: RoundingMode,
    point: RoundingPoint,
    multiplier: Decimal,
    *,
    reversal: bool,
) -> Worked:
    """Multiply, sum and round as the contract says."""
    return _Calculation(mode, point).of(parts, multiplier, reversal=reversal)


class _Calculation:
    """One line's calculation, which remembers every rounding in order."""

    def __init__(self, mode: RoundingMode, point: RoundingPoint) -> None:
        self._context = ROUNDING[mode]
        self._point = point
        self._roundings: list[Rounded] = []

    def of(self, parts: Sequence[Part], multiplier: Decimal, *, reversal: bool) -> Worked:
        worked = tuple(self._part(part) for part in parts)
        exact = Decimal(0)
        for part in worked:
            exact = EXACT.add(exact, part.value)
        unit = self._round("unit", exact)
        whole = exact if self._point == "LINE" else unit
        total = self._round("total", EXACT.multiply(whole, multiplier))
        sign = -1 if reversal else 1
        return Worked(worked, tuple(self._roundings), centavos(unit), sign * centavos(total))

    def _part(self, part: Part) -> WorkedPart:
        each = self._point == "STEP"
        value = self._round(part.name, part.base) if each else part.base
        values = []
        for multiplier in part.multipliers:
            value = EXACT.multiply(value, multiplier)
            if each:
                value = self._round(part.name, value)
            values.append(value)
        if self._point == "COMPONENT":
            value = self._round(part.name, value)
        return WorkedPart(tuple(values), value)

    def _round(
        self, of: Literal["fee", "operating_cost", "film", "unit", "total"], exact: Decimal
    ) -> Decimal:
        rounded = exact.quantize(CENTAVO, context=self._context)
        self._roundings.append((of, exact, centavos(rounded)))
        return rounded


def centavos(reais: Decimal) -> int:
    """Reais with at most two decimals as whole centavos.

    >>> centavos(Decimal("1525.45"))
    152545
    """
    return int(reais.scaleb(2, context=EXACT))
