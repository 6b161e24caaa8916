"""Which refused items are worth an appeal, and by when (``spec: routes 5.4b``).

An appeal costs once, however many items it carries: an item that rides on one that is made anyway costs
next to nothing. What it brings back comes on the day of the answer, after fee and tax.

>>> from datetime import date
>>> from decimal import Decimal
>>> from honorarios.routing.value import Terms, at_rate
>>> appeal, tax = Appeal(Terms(fee=Decimal("0.08")), 60, 50_00, date(2026, 12, 20)), at_rate("0.1333")
>>> items = [("consulta", 20_00, Decimal("0.3")), ("cirurgia", 258_00, Decimal("0.5"))]
>>> told = triage([Refused(*item, tax) for item in items], appeal, date(2026, 11, 23))
>>> told.worth_filing, told.worth, [item.refused.key for item in told.carried]
(True, 5511, ['cirurgia', 'consulta'])
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from honorarios.routing.value import present_value, share

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from decimal import Decimal

    from honorarios.routing.value import Tax, Terms


@dataclass(frozen=True, slots=True)
class Refused:
    """An item that the payer refused."""

    key: str
    """Whose it is: a line's."""
    centavos: int
    recovery: Decimal
    """Probability that an appeal brings it back, from 0 to 1."""
    tax: Tax
    """Of whoever receives it."""


@dataclass(frozen=True, slots=True)
class Appeal:
    """One appeal: what it costs, and how long it takes."""

    terms: Terms
    """Of the route: fee, service and monthly rate."""
    answer_days: int
    """Days from today to the answer, with its payment."""
    cost: int
    """Of making one appeal, in centavos."""
    file_until: date | None
    """Last day to file it; None: nobody knows."""
    riding: int = 0
    """What one more item adds to its cost."""
    is_made: bool = False
    """Whether it is made anyway: then only what items add counts."""


@dataclass(frozen=True, slots=True)
class Item:
    """What contesting one item is worth, within an appeal that is made."""

    refused: Refused
    recovered: int
    """Expected, gross."""
    worth: int
    """Today's value of it after fee, tax and service, less what it adds to the cost."""


@dataclass(frozen=True, slots=True)
class Triage:
    """What to contest, and whether it pays."""

    carried: tuple[Item, ...]
    """Those worth carrying, the dearest first."""
    left: tuple[Item, ...]
    """Those that would cost more than they bring."""
    cost: int
    """Of the appeal itself; zero where it is made anyway."""
    file_until: date | None
    closed: bool
    """Whether the last day to file has passed."""

    @property
    def worth(self) -> int:
        """Of the whole appeal, in centavos."""
        return sum(item.worth for item in self.carried) - self.cost

    @property
    def worth_filing(self) -> bool:
        """Whether to appeal: it may still be filed, and brings more than it costs."""
        return not self.closed and bool(self.carried) and self.worth > 0


def triage(refused: Iterable[Refused], appeal: Appeal, today: date) -> Triage:
    """Sort refused items into those that an appeal should carry and those to leave."""
    items = sorted(
        (_weighed(one, appeal) for one in refused),
        key=lambda item: (-item.worth, item.refused.key),
    )
    return Triage(
        carried=tuple(item for item in items if item.worth > 0),
        left=tuple(item for item in items if item.worth <= 0),
        cost=0 if appeal.is_made else appeal.cost,
        file_until=appeal.file_until,
        closed=appeal.file_until is not None and appeal.file_until < today,
    )


def _weighed(one: Refused, appeal: Appeal) -> Item:
    recovered = share(one.centavos, one.recovery)
    base = recovered - share(recovered, appeal.terms.fee)
    net = base - one.tax(base).total - share(base, appeal.terms.service)
    present = present_value(net, appeal.answer_days, appeal.terms.rate)
    return Item(one, recovered, present - appeal.riding)
