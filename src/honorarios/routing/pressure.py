"""Pressure of a deadline: how likely it is that nothing is paid of what waits for a paper (5.4b).

The closer the last day, the less time to find a document that is missing. Past it nothing is paid at all:
that is rule E10, and not this table's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection

    from honorarios.routing.value import Terms

ANY: Final = ""
"""A row's document: whichever is missing."""
NONE: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class Row:
    """With so many days left or fewer, a missing document costs the fee with this probability."""

    days_left: int
    loss: Decimal
    document: str = ANY
    """The document's kind; empty: any that has no rows of its own."""


@dataclass(frozen=True, slots=True)
class Pressure:
    """The table of an office; the defaults are an assumption to be edited (A)."""

    rows: tuple[Row, ...]

    def of(self, document: str, days_left: int) -> Decimal:
        """Probability that one missing document is not there in time.

        The row with the fewest days that still reach is the one that counts; beyond them all it is zero.
        """
        own = [row for row in self.rows if row.document == document]
        rows = own or [row for row in self.rows if row.document == ANY]
        reached = [row for row in rows if days_left <= row.days_left]
        return min(reached, key=lambda row: row.days_left).loss if reached else NONE

    def loss(self, missing: Collection[str], days_left: int) -> Decimal:
        """Probability that nothing is paid: that any of the missing documents comes too late.

        >>> USUAL.loss(["surgical_description"], 2)
        Decimal('0.35')
        >>> USUAL.loss([], 2)
        Decimal('0')
        """
        kept = Decimal(1)
        for document in missing:
            kept *= 1 - self.of(document, days_left)
        return 1 - kept if missing else NONE


USUAL: Final = Pressure(
    (
        Row(0, Decimal("0.70")),
        Row(2, Decimal("0.35")),
        Row(5, Decimal("0.15")),
        Row(10, Decimal("0.05")),
        Row(20, Decimal("0.01")),
    )
)


def pressed(
    terms: Terms, missing: Collection[str], days_left: int | None, table: Pressure
) -> Terms:
    """The terms of a route with the pressure of its deadline on top of its own risk.

    ``days_left`` None, an unknown deadline, presses nothing: it is a condition of the route instead.
    """
    if days_left is None or not missing:
        return terms
    loss = table.loss(missing, max(days_left, 0))
    return replace(terms, loss=1 - (1 - terms.loss) * (1 - loss))
