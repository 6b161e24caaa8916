"""What an act is worth, from the rules alone (3.6 to 3.11), in centavos."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

SURGERY, EXAM, VESSEL, SKIN = "31003079", "40901122", "30722071", "30722713"
FACILITY_FEE: Final = 56_000
"""Of the surgery's anaesthetic porte."""
APARTMENT: Final = 2
"""The factor of the apartment; the ward's is 1."""
OVERTIME: Final = Decimal("1.3")
NIGHT, MORNING, SATURDAY = 19, 7, 5
HOLIDAY: Final = date(2025, 11, 20)
"""The one of November 2025 that is on a weekday."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a table says of an act, in reais: factors touch the fee, and the cost only if it stands alone."""

    fee: Decimal
    cost: Decimal = Decimal(0)


INSURER: Final = {
    SURGERY: Row(Decimal("410.00")),
    EXAM: Row(Decimal("20.50"), Decimal("12.30")),
    VESSEL: Row(Decimal(185)),
    SKIN: Row(Decimal(142)),
}
PRIVATE: Final = {SURGERY: Row(Decimal(900)), EXAM: Row(Decimal(60), Decimal(40))}
ROLES: Final = {
    "surgeon": Decimal(1),
    "clinician": Decimal(1),
    "first_assistant": Decimal("0.3"),
    "second_assistant": Decimal("0.2"),
    "scrub_assistant": Decimal("0.1"),
}
WHOLE: Final = ("surgeon", "clinician")
"""Roles that are paid the cost too."""


def rounded(reais: Decimal) -> int:
    """Reais in whole centavos, half up."""
    return int((reais * 100).quantize(Decimal(1), ROUND_HALF_UP))


def fee_of(row: Row, role: str, factors: Iterable[Decimal | int]) -> Decimal:
    """The fee of one unit, in reais."""
    fee = row.fee * ROLES[role]
    for factor in factors:
        fee *= factor
    return fee


def unit_of(row: Row, role: str, factors: Iterable[Decimal | int]) -> int:
    """One unit, in centavos."""
    return rounded(fee_of(row, role, factors) + (row.cost if role in WHOLE else 0))


def is_overtime(start: datetime) -> bool:
    """Whether an urgent act that begins then is in special hours: at night, at weekends, on a holiday."""
    free = start.weekday() >= SATURDAY or start.date() == HOLIDAY
    return free or not MORNING <= start.hour < NIGHT


def percent_shares(total: int, percents: Sequence[Decimal]) -> list[int]:
    """Each percentage of a total, and what they leave: the differences of rounded running sums."""
    reached, summed = [0], Decimal(0)
    for percent in percents:
        summed += percent
        reached.append(rounded(Decimal(total) / 100 * summed / 100))
    return [after - before for before, after in pairwise([*reached, total])]
