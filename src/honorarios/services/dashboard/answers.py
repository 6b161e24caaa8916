"""What is asked of the dashboard and what it answers. Amounts are whole centavos."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date  # noqa: TC003 - part of an answer's type
from typing import TYPE_CHECKING

from honorarios.services.situations import BLOCKED, Situation

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class DashboardFilter:
    """Which lines in force to add up; what is empty is not asked about."""

    first_day: date
    """Days of the act's start, both included."""
    last_day: date
    payer: str = ""
    """Code of the register, as below."""
    billing_unit: str = ""


@dataclass(frozen=True, slots=True)
class Amounts:
    """What some lines add up to."""

    lines: int = 0
    charged: int = 0
    outside: int = 0

    def __add__(self, other: Amounts) -> Amounts:
        """Both together."""
        return Amounts(
            self.lines + other.lines, self.charged + other.charged, self.outside + other.outside
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DashboardRow:
    """What was launched for a payer, a unit, a provider or on a day, by where it is."""

    code: str
    """What a list of lines asks for it by: the register's code, or the day."""
    name: str
    by_situation: dict[Situation, Amounts] = field(default_factory=dict)

    @property
    def whole(self) -> Amounts:
        """All of it."""
        return self.of(Situation)

    @property
    def blocked(self) -> Amounts:
        """What stands still."""
        return self.of(BLOCKED)

    def of(self, situations: Iterable[Situation]) -> Amounts:
        """What is in some situations."""
        return sum((self.by_situation.get(one, Amounts()) for one in situations), Amounts())


@dataclass(frozen=True, slots=True, kw_only=True)
class Dashboard:
    """The sums of a period, cut in four ways that each add up to the same."""

    asked: DashboardFilter
    whole: DashboardRow
    by_payer: tuple[DashboardRow, ...]
    by_unit: tuple[DashboardRow, ...]
    by_provider: tuple[DashboardRow, ...]
    """Lines that are nobody's act stand under :data:`honorarios.services.fees.listing.NOBODY`."""
    by_day: tuple[DashboardRow, ...]
    """Every day of the period, in order."""
