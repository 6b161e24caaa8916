"""How many days payments took by a route and payer, as the office saw it: once for each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from honorarios.records.models import RoutePayment
from honorarios.routing.history import MEDIAN, SLOW, Wait, days_until

if TYPE_CHECKING:
    from datetime import date

    from honorarios.routing.routes import Route

MOST_SEEN: Final = 500
"""The newest payments say more than old ones."""


@dataclass(frozen=True, slots=True)
class Usual:
    """Days from the presentation to the payment; None where too few were paid to say."""

    median: int | None
    slow: int | None


class Waiting:
    """The usual days of an office, as of a day."""

    def __init__(self, office_id: int, today: date) -> None:
        self._office_id, self._today = office_id, today
        self._known: dict[tuple[int, str], Usual] = {}

    def usual(self, payer_id: int, route: Route) -> Usual:
        """Of a payer by a route."""
        key = (payer_id, route.code_name)
        if key not in self._known:
            self._known[key] = self._seen(payer_id, route)
        return self._known[key]

    def _seen(self, payer_id: int, route: Route) -> Usual:
        rows = RoutePayment.objects.filter(
            office_id=self._office_id, payer_id=payer_id, route=route.code_name
        )
        newest = rows.order_by("-presented_on").values_list("presented_on", "waited")[:MOST_SEEN]
        waits = [
            Wait((self._today - presented).days, paid=False) if waited is None else Wait(waited)
            for presented, waited in newest
            if presented <= self._today
        ]
        return Usual(days_until(waits, MEDIAN), days_until(waits, SLOW))
