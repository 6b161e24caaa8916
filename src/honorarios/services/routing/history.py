"""What an office saw of each route: what was refused, what came back, and how long it took.

Thousands of lines become a few sums by the database; they are kept until a payment is recorded or changed.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from django.db.models import Count, Max, Sum

from honorarios.records.models import RoutePayment
from honorarios.routing.history import (
    MEDIAN,
    SLOW,
    Counted,
    Level,
    Wait,
    days_until,
    glosa,
)
from honorarios.routing.routes import Route

if TYPE_CHECKING:
    from datetime import date, datetime

    from honorarios.routing.history import Estimate

PRIOR_RECOVERY: Final = Decimal("0.40")
"""Share of a glosa that an appeal brings back, where an office has seen nothing (A): 25 to 50 % are told."""
ENOUGH_WAITS: Final = 5
"""Payments from which a median is worth more than a term that somebody wrote down."""
USUAL_DAYS: Final = {
    Route.ACCREDITED: 45,
    Route.REPASSE: 75,
    Route.COOPERATIVE: 60,
    Route.PRIVATE: 0,
    Route.CLASS_DIFFERENCE: 0,
}
"""Days to the first payment where neither the terms nor the history say (A)."""
APPEAL_DAYS: Final = 75
"""Days from the first payment to what an appeal brings, where the terms don't say (A)."""
SLOWER: Final = Decimal("1.5")
"""P80 over the median, where too few payments were seen to say (A)."""
REMEMBERED: Final = 8


@dataclass(frozen=True, slots=True)
class Delay:
    """How long a route takes to pay, in days from the presentation."""

    median: int
    slow: int
    """P80."""
    count: int
    """Payments on which it stands; 0 where a term or a default does."""


class _Seen(NamedTuple):
    presented: int
    denied: int
    recovered: int
    lines: int

    def __add__(self, other: object) -> _Seen:
        if not isinstance(other, _Seen):
            return NotImplemented
        return _Seen(*(a + b for a, b in zip(self, other, strict=True)))


class _Stamp(NamedTuple):
    """What tells one state of an office's history from the next."""

    office_id: int
    lines: int
    last: int | None
    changed: datetime | None
    today: date


class History:
    """The sums of an office's payments; of every code, payer and route."""

    def __init__(self, office_id: int, today: date) -> None:
        """Read them whole."""
        self._by_code: dict[tuple[Route, int, str], _Seen] = {}
        self._by_payer: defaultdict[tuple[Route, int], _Seen] = defaultdict(lambda: _NOTHING)
        self._by_route: defaultdict[Route, _Seen] = defaultdict(lambda: _NOTHING)
        self._delays: dict[tuple[Route, int | None], Delay] = {}
        self._glosas: dict[tuple[Route, int, str], Estimate] = {}
        self._recoveries: dict[tuple[Route, int, str], Decimal] = {}
        self._read_sums(office_id)
        self._read_waits(office_id, today)

    def glosa(self, route: Route, payer_id: int, code: str) -> Estimate:
        """The expected initial glosa of a code."""
        key = (route, payer_id, code)
        if key not in self._glosas:
            self._glosas[key] = glosa(
                [Level(name, _denied(seen)) for name, seen in self._levels(*key)]
            )
        return self._glosas[key]

    def recovery(self, route: Route, payer_id: int, code: str) -> Decimal:
        """The share of a glosa that an appeal is expected to bring back."""
        key = (route, payer_id, code)
        if key not in self._recoveries:
            levels = [Level(name, _recovered(seen)) for name, seen in self._levels(*key)]
            self._recoveries[key] = glosa(levels, PRIOR_RECOVERY).share
        return self._recoveries[key]

    def delay(self, route: Route, payer_id: int, term: int | None) -> Delay:
        """Days to the first payment: as the payer was seen to pay, else by its term, else by the route."""
        own = self._delays.get((route, payer_id))
        if own is not None:
            return own
        if term is not None:
            return Delay(term, int(term * SLOWER), 0)
        usual = USUAL_DAYS[route]
        return self._delays.get((route, None)) or Delay(usual, int(usual * SLOWER), 0)

    def _levels(self, route: Route, payer_id: int, code: str) -> list[tuple[str, _Seen]]:
        """What was seen from the widest to the narrowest."""
        return [
            (f"via {route.label.lower()}", self._by_route[route]),
            ("convênio por esta via", self._by_payer[route, payer_id]),
            (
                "código no convênio por esta via",
                self._by_code.get((route, payer_id, code), _NOTHING),
            ),
        ]

    def _read_sums(self, office_id: int) -> None:
        rows = (
            RoutePayment.objects.filter(office_id=office_id)
            .values_list("route", "payer_id", "code")
            .annotate(Sum("presented"), Sum("denied"), Sum("recovered"), Count("pk"))
            .order_by()
        )
        for name, payer_id, code, *sums in rows:
            route, seen = _ROUTES[name], _Seen(*sums)
            self._by_code[route, payer_id, code] = seen
            self._by_payer[route, payer_id] += seen
            self._by_route[route] += seen

    def _read_waits(self, office_id: int, today: date) -> None:
        waits: defaultdict[tuple[Route, int | None], list[Wait]] = defaultdict(list)
        rows = RoutePayment.objects.filter(office_id=office_id).order_by()
        paid = rows.filter(waited__isnull=False).values_list("route", "payer_id", "waited")
        for name, payer_id, days, count in paid.annotate(Count("pk")):
            _add(waits, _ROUTES[name], payer_id, [Wait(days)] * count)
        unpaid = rows.filter(waited__isnull=True).values_list("route", "payer_id", "presented_on")
        for name, payer_id, since, count in unpaid.annotate(Count("pk")):
            wait = Wait(max(0, (today - since).days), paid=False)
            _add(waits, _ROUTES[name], payer_id, [wait] * count)
        for key, found in waits.items():
            told = _delay(found)
            if told is not None:
                self._delays[key] = told


_NOTHING: Final = _Seen(0, 0, 0, 0)
_ROUTES: Final = {route.code_name: route for route in Route}


@lru_cache(maxsize=REMEMBERED)
def _history(stamp: _Stamp) -> History:
    return History(stamp.office_id, stamp.today)


def history(office_id: int, today: date) -> History:
    """The office's history as it is now, read again only where a payment was recorded or changed."""
    rows = RoutePayment.objects.filter(office_id=office_id)
    told = rows.aggregate(count=Count("pk"), last=Max("pk"), changed=Max("changed_at"))
    return _history(_Stamp(office_id, told["count"], told["last"], told["changed"], today))


def _denied(seen: _Seen) -> Counted:
    return Counted(seen.presented, seen.denied, seen.lines)


def _recovered(seen: _Seen) -> Counted:
    return Counted(seen.denied, seen.recovered, seen.lines) if seen.denied else Counted()


def _add(
    waits: defaultdict[tuple[Route, int | None], list[Wait]],
    route: Route,
    payer_id: int,
    found: list[Wait],
) -> None:
    waits[route, payer_id] += found
    waits[route, None] += found


def _delay(waits: list[Wait]) -> Delay | None:
    """The median and P80 of what was seen; None where too little was paid to say."""
    paid = sum(wait.paid for wait in waits)
    half = days_until(waits, MEDIAN)
    if paid < ENOUGH_WAITS or half is None:
        return None
    most = days_until(waits, SLOW)
    return Delay(half, int(half * SLOWER) if most is None else most, paid)
