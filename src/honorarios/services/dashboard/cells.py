"""The smallest sums that the dashboard is made of, as each database gives them quickest.

PostgreSQL groups a million lines by itself. SQLite sorts to group, which takes it seconds; there, a
day's lines are read from the index alone and grouped here, in whole numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from django.db import connection
from django.db.models import Count, DateField, F, Func, Q, Sum, Value
from django.db.models.functions import Coalesce

from honorarios.core.vocabulary import LineStatus
from honorarios.records import selectors
from honorarios.records.models import AccountPart
from honorarios.services.situations import Situation, expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from django.db.models import QuerySet
    from numpy.typing import NDArray

    from honorarios.records.models import FeeLine
    from honorarios.records.selectors import Scope

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
            Situation(situation), payer, unit, doctor, day, lines, int(due), int(beyond or 0)
        )


def read_and_grouped(scope: Scope, asked: Asked, today: date) -> Iterator[Cell]:
    """Lines are read a day at a time, in columns that one index holds, and grouped here."""
    known = _Parts.of_period(scope, asked, today)
    columns = ("part_id", Coalesce("provider_id", Value(NOBODY)), "charged", "outside_stored")
    for number in range((asked.last_day - asked.first_day).days + 1):
        day = asked.first_day + timedelta(days=number)
        rows = _lines(scope, asked, day, day, part_filter=False).order_by()
        told = list(rows.values_list(*columns))
        if told:
            yield from known.cells(np.array(told, dtype=np.int64), day)


def _lines(
    scope: Scope, asked: Asked, first: date, last: date, *, part_filter: bool = True
) -> QuerySet[FeeLine]:
    rows = selectors.lines(scope).filter(
        status=LineStatus.ACTIVE.code_name,
        start__gte=datetime.combine(first, time()),
        start__lt=datetime.combine(last, time()) + timedelta(days=1),
    )
    if asked.unit_id is not None:
        rows = rows.filter(billing_unit_id=asked.unit_id)
    if asked.payer_id is not None and part_filter:
        rows = rows.filter(part__payer_id=asked.payer_id)
    return rows


@dataclass(slots=True)
class _Parts:
    """What the lines' parts are: payer, unit and situation, each by the part's key in order."""

    scope: Scope
    asked: Asked
    today: date
    keys: NDArray[np.int64]
    facts: NDArray[np.int64]
    """A column each for payer, unit and the number of the situation."""

    @classmethod
    def of_period(cls, scope: Scope, asked: Asked, today: date) -> _Parts:
        """The parts whose period reaches the days asked: those that can have lines in them."""
        reached = Q(period_start__lte=asked.last_day) & (
            Q(period_end__isnull=True) | Q(period_end__gte=asked.first_day)
        )
        rows = selectors.parts(scope).filter(reached)
        return cls(scope, asked, today, *_facts(rows, today))

    def cells(self, lines: NDArray[np.int64], day: date) -> Iterator[Cell]:
        """The sums of a day's lines: columns part, provider, charged, outside."""
        facts = self._facts_of(lines[:, 0])
        if self.asked.payer_id is not None:
            chosen = facts[:, 0] == self.asked.payer_id
            lines, facts = lines[chosen], facts[chosen]
        key = np.column_stack((facts, lines[:, 1]))
        found, place = np.unique(key, axis=0, return_inverse=True)
        # Whole numbers all the way: no float ever holds an amount.
        sums = np.zeros((len(found), 3), dtype=np.int64)
        charged = lines[:, 2]
        amounts = np.column_stack((np.ones_like(charged), charged, charged * lines[:, 3]))
        np.add.at(sums, place.ravel(), amounts)
        for (payer, unit, situation, doctor), told in zip(
            found.tolist(), sums.tolist(), strict=True
        ):
            yield Cell(SITUATIONS[situation], payer, unit, doctor, day, *told)

    def _facts_of(self, parts: NDArray[np.int64]) -> NDArray[np.int64]:
        missing = np.setdiff1d(parts, self.keys)
        if len(missing):
            # An act outside its part's period: a rule forbids it, the record doesn't.
            self._learn(missing.tolist())
        return self.facts[np.searchsorted(self.keys, parts)]

    def _learn(self, keys: list[int]) -> None:
        more_keys, more = _facts(AccountPart.objects.filter(pk__in=keys), self.today)
        together = np.concatenate((self.keys, more_keys))
        order = np.argsort(together)
        self.keys, self.facts = together[order], np.concatenate((self.facts, more))[order]


SITUATIONS: Final = tuple(Situation)
_NUMBERS: Final[Mapping[str, int]] = {one.value: place for place, one in enumerate(SITUATIONS)}


def _facts(
    parts: QuerySet[AccountPart], today: date
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    rows = parts.order_by("pk").values_list(
        "pk", "payer_id", "billing_unit_id", expression(today, part="")
    )
    told = [(key, payer, unit, _NUMBERS[situation]) for key, payer, unit, situation in rows]
    table = np.array(told, dtype=np.int64).reshape(-1, 4)
    return table[:, 0], table[:, 1:]
