"""A seeded source of choices and of numbers worth testing: ties, six decimals, zeros, bounds."""

from __future__ import annotations

from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Anything = TypeVar("Anything")

EXTREME_FACTORS: Final = (
    "adjust",
    "accommodation",
    "overtime",
    "paediatric",
    "technique",
    "bilateral",
    "role",
    "route",
    "extra",
)
EXTREME_PRICES: Final = ("quantity", "coefficient")
GREAT_QUANTITIES: Final = ("10000000", "10000000", "9999999.9999", "1234567.8912")
USUAL_PERCENTS: Final = (5, 10, 20, 30, 30, 40, 50, 50, 60, 70, 75, 100, 100, 120)
ODD_PERCENTS: Final = ("13.393", "33.333333", "66.666667", "0.000001", "12.5", "14.39", "99.999999")
USUAL_FACTORS: Final = ("1", "1", "1.2", "1.5", "1.5", "2", "2", "0.5", "1.123456", "0.999999")
USUAL_CHANGES: Final = (
    "-100", "-50", "-23.3", "-15", "-14.39", "-0.000001", "0", "0", "5", "9", "12.345678", "20",
)  # fmt: skip


class Draw:
    """Choices and numbers of one catalogue; ``extremes`` names what may come near its bound."""

    def __init__(self, seed: int | str) -> None:
        self.random = Random(seed)
        self.extremes: frozenset[str] = self._extremes()

    def _extremes(self) -> frozenset[str]:
        """Nothing in most catalogues; else a price, or two factors, or a price and every factor."""
        if self.chance(0.7):
            return frozenset()
        extremes = {
            "price": [self.pick(EXTREME_PRICES)],
            "factors": self.random.sample(EXTREME_FACTORS, 2),
            "everything": [self.pick(EXTREME_PRICES), *EXTREME_FACTORS],
        }
        return frozenset(extremes[self.weighted({"price": 5, "factors": 4, "everything": 1})])

    def chance(self, probability: float) -> bool:
        """Whether something of that probability happens."""
        return self.random.random() < probability

    def pick(self, options: Sequence[Anything]) -> Anything:
        """One of them, all alike."""
        return self.random.choice(options)

    def weighted(self, weights: Mapping[Anything, float]) -> Anything:
        """One of the keys, by weight."""
        return self.random.choices(list(weights), list(weights.values()))[0]

    def some(self, options: Iterable[Anything], most: int) -> tuple[Anything, ...]:
        """One or more of them, in random order."""
        pool = list(options)
        return tuple(self.random.sample(pool, self.between(1, min(most, len(pool)))))

    def maybe(self, probability: float, value: Anything) -> Anything | None:
        """The value with that probability, else None."""
        return value if self.chance(probability) else None

    def between(self, least: int, greatest: int) -> int:
        """A whole number, both ends included."""
        return self.random.randint(least, greatest)

    def scaled(self, greatest: int, places: int) -> Decimal:
        """A positive number below ``greatest`` with every decimal place drawn."""
        return Decimal(self.between(1, greatest * 10**places - 1)).scaleb(-places)

    def reais(self) -> Decimal:
        """A price in reais: as a coefficient, or the bound of a price row."""
        if "quantity" in self.extremes and self.chance(0.3):
            return Decimal(self.pick(GREAT_QUANTITIES))
        return self.coefficient()

    def coefficient(self) -> Decimal:
        """Reais: centavos, half centavos, four places, nothing, or the bound of the schema.

        The greatest quantity of the schema times the greatest of these is its ``LARGEST_BASE``.
        """
        ceiling, great = 3000, ["1000000", "999999.9999", "1000", "1000.0001"]
        if "quantity" in self.extremes:
            ceiling, great = 900, ["900", "500", "500", "500", "100", "100.0001"]
        if self.extremes & set(EXTREME_PRICES) and self.chance(0.4):
            return Decimal(self.pick(great))
        style = self.weighted(
            {"cents": 50, "tie": 20, "four": 20, "whole": 8, "least": 1, "zero": 1}
        )
        numbers = {
            "cents": self.scaled(ceiling, 2),
            "tie": self.between(1, ceiling * 100 - 1) / Decimal(100) + Decimal("0.005"),
            "four": self.scaled(self.pick([2, 50]), 4),
            "whole": Decimal(self.between(1, ceiling)),
            "least": Decimal("0.0001"),
            "zero": Decimal(0),
        }
        return numbers[style]

    def quantity(self) -> Decimal:
        """A quantity of a unit: halves, whole numbers, fractions, nothing, or the bound."""
        if "quantity" in self.extremes and self.chance(0.4):
            return Decimal(self.pick(GREAT_QUANTITIES))
        if "coefficient" in self.extremes and self.chance(0.2):
            return Decimal(9000)
        style = self.weighted({"half": 20, "whole": 40, "three": 20, "four": 18, "zero": 2})
        numbers = {
            "half": self.between(0, 200) + Decimal("0.5"),
            "whole": Decimal(self.between(1, 1500)),
            "three": self.scaled(40, 3),
            "four": self.scaled(2, 4),
            "zero": Decimal(0),
        }
        return numbers[style]

    def percent(self, of: str) -> Decimal:
        """A percentage: usual, of six decimals, or the bound of the schema."""
        if of in self.extremes and self.chance(0.4):
            return Decimal(self.pick(["10000", "9999.999999", "1234.567891"]))
        if self.chance(0.01):
            return Decimal(0)
        if self.chance(0.3):
            return Decimal(self.pick(ODD_PERCENTS))
        if self.chance(0.1):
            return self.scaled(150, 6)
        return Decimal(self.pick(USUAL_PERCENTS))

    def factor(self, of: str) -> Decimal:
        """A multiplier: usual, of six decimals, nothing, or the bound of the schema."""
        if of in self.extremes and self.chance(0.4):
            return Decimal(self.pick(["100", "99.999999"]))
        if self.chance(0.01):
            return Decimal(0)
        return self.scaled(3, 6) if self.chance(0.1) else Decimal(self.pick(USUAL_FACTORS))

    def change(self) -> Decimal:
        """A deflator in % of change."""
        if "adjust" in self.extremes and self.chance(0.4):
            return Decimal(self.pick(["1000", "999.999999"]))
        if self.chance(0.15):
            return self.scaled(40, 6) - 20
        weights = {change: 1.0 if change == "-100" else 20.0 for change in USUAL_CHANGES}
        return Decimal(self.weighted(weights))
