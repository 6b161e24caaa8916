"""The smallest sums that the dashboard is made of, as each database gives them quickest.

PostgreSQL groups a million lines by itself. SQLite sorts to group, which takes it seconds; there, a
day's lines are read from the index alone and grouped here, in whole numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import numpy as np
from django.db import connection
from django.db.models import Count, DateField, F, Func, Q, Sum, Value
from django.db.models.functions import Coalesce

from honorarios.core.vocabulary import LineStatus
from honorarios.records import selectors
from honorarios.records.models import AccountPart
from honorarios.services.situations import Situation, expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.db.models import QuerySet
    from numpy.typing import NDArray

    from honorarios.records.models import FeeLine
    from honorarios.records.selectors import Scope

_Kind: TypeAlias = "tuple[int, int, str]"

LARGEST_PROVIDER: Final = 2**40
"""More than a provider's key ever is; a kind of part and a provider make one number."""
LAST_SECOND: Final = time(23, 59, 59)
NOBODY: Final = 0
"""Stands for the provider of a line that has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which lines in force, by the keys of the registers."""

    first_day: date
    last_day: date
    payer_id: int | None = None
    unit_id: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """The sum of the lines that agree in everything that the dashboard tells apart."""

    situation: Situation
    payer_id: int
    unit_id: int
    provider_id: int
    day: date
    lines: int
    charged: int
    outside: int


def cells(scope: Scope, asked: Asked, today: date) -> Iterable[Cell]:
    """The sums of the lines in force within reach; each line is in exactly one."""
    if connection.vendor == "sqlite":
        return read_and_grouped(scope, asked, today)
    return grouped(scope, asked, today)


def grouped(scope: Scope, asked: Asked, today: date) -> Iterator[Cell]:
    """The database groups; right on every database, quick where it needn't sort."""
    by: dict[str, Any] = {
        "situation": expression(today),
        "payer": F("part__payer_id"),
        "unit": F("billing_unit_id"),
        "doctor": Coalesce("provider_id", Value(NOBODY)),
        "day": Func("start", function="DATE", output_field=DateField()),
    }
    rows = (
        _lines(scope, asked, asked.first_day, asked.last_day)
        .annotate(**by)
        .order_by()
        .values_list(*by)
        .annotate(
            lines=Count("pk"),
            due=Sum("charged"),
            beyond=Sum("charged", filter=Q(outside_stored=True)),
        )
    )
    for situation, payer, unit, doctor, day, lines, due, beyond in rows:
        yield Cell(
            Situation.named(situation), payer, unit, doctor, day, lines, int(due), int(beyond or 0)
        )


def read_and_grouped(scope: Scope, asked: Asked, today: date) -> Iterator[Cell]:
    """Lines are read a day at a time, in columns that one index holds, and grouped here."""
    known = _Parts.of_period(scope, asked, today)
    columns = ("part_id", Coalesce("provider_id", Value(NOBODY)), "charged", "outside_stored")
    for number in range((asked.last_day - asked.first_day).days + 1):
        day = asked.first_day + timedelta(days=number)
        rows = _lines(scope, asked, day, day, part_filter=False).order_by()
        told = _fetched(rows.values_list(*columns))
        if told:
            yield from known.cells(np.array(told, dtype=np.int64), day)


def _lines(
    scope: Scope, asked: Asked, first: date, last: date, *, part_filter: bool = True
) -> QuerySet[FeeLine]:
    rows = selectors.lines(scope).filter(
        status=LineStatus.ACTIVE.code_name,
        start__gte=datetime.combine(first, time()),
        # Wall time has no fraction of a second, and the last day that there is has none after it.
        start__lte=datetime.combine(last, LAST_SECOND),
    )
    if asked.unit_id is not None:
        rows = rows.filter(billing_unit_id=asked.unit_id)
    if asked.payer_id is not None and part_filter:
        rows = rows.filter(part__payer_id=asked.payer_id)
    return rows


def _fetched(rows: QuerySet[Any, tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The rows as the driver gives them: there are too many for each to be looked at twice."""
    with connection.cursor() as cursor:
        cursor.execute(*rows.query.sql_with_params())
        told: list[tuple[Any, ...]] = cursor.fetchall()
    return told


@dataclass(slots=True)
class _Parts:
    """What the lines' parts are: the number of the kind that each is of, by the part's key in order."""

    today: date
    payer_id: int | None
    keys: NDArray[np.int64]
    kinds: NDArray[np.int64]
    names: list[_Kind]
    """Payer, unit and situation of a kind, by its number: there are few."""

    @classmethod
    def of_period(cls, scope: Scope, asked: Asked, today: date) -> _Parts:
        """The parts whose period reaches the days asked: those that can have lines in them."""
        reached = Q(period_start__lte=asked.last_day) & (
            Q(period_end__isnull=True) | Q(period_end__gte=asked.first_day)
        )
        empty = np.zeros(0, dtype=np.int64)
        known = cls(today, asked.payer_id, empty, empty, [])
        known.learn(selectors.parts(scope).filter(reached))
        return known

    def cells(self, lines: NDArray[np.int64], day: date) -> Iterator[Cell]:
        """The sums of a day's lines: columns part, provider, charged, outside."""
        key = self._kinds_of(lines[:, 0]) * LARGEST_PROVIDER + lines[:, 1]
        found, place = np.unique(key, return_inverse=True)
        # Whole numbers all the way: no float ever holds an amount.
        sums = np.zeros((len(found), 3), dtype=np.int64)
        charged = lines[:, 2]
        np.add.at(
            sums,
            place,
            np.column_stack((np.ones_like(charged), charged, charged * lines[:, 3])),
        )
        for one, told in zip(found.tolist(), sums.tolist(), strict=True):
            kind, provider = divmod(one, LARGEST_PROVIDER)
            payer, unit, situation = self.names[kind]
            if self.payer_id is None or payer == self.payer_id:
                yield Cell(Situation.named(situation), payer, unit, provider, day, *told)

    def learn(self, parts: QuerySet[AccountPart]) -> None:
        """Get to know more parts."""
        rows = parts.order_by("pk").values_list(
            "pk", "payer_id", "billing_unit_id", expression(self.today, part="")
        )
        numbers = {name: number for number, name in enumerate(self.names)}
        told = [
            (key, numbers.setdefault((payer, unit, situation), len(numbers)))
            for key, payer, unit, situation in _fetched(rows)
        ]
        self.names = list(numbers)
        table = np.array(told, dtype=np.int64).reshape(-1, 2)
        keys = np.concatenate((self.keys, table[:, 0]))
        order = np.argsort(keys, kind="stable")
        self.keys = keys[order]
        self.kinds = np.concatenate((self.kinds, table[:, 1]))[order]

    def _kinds_of(self, parts: NDArray[np.int64]) -> NDArray[np.int64]:
        missing = np.setdiff1d(parts, self.keys) if self._strangers(parts) else ()
        if len(missing):
            # An act outside its part's period: a rule forbids it, the record doesn't.
            self.learn(AccountPart.objects.filter(pk__in=[int(key) for key in missing]))
        return self.kinds[np.searchsorted(self.keys, parts)]

    def _strangers(self, parts: NDArray[np.int64]) -> bool:
        if not len(self.keys):
            return True
        place = np.minimum(np.searchsorted(self.keys, parts), len(self.keys) - 1)
        return bool((self.keys[place] != parts).any())
