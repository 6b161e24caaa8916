"""The two ways through the parts of a list, each along an index, and the mark where a page ends.

Parts come by when they were opened. Where somebody's production is asked for, they come by that person's
latest act in each: a walk along the index of their lines, which is as quick for one who acts rarely as for
one who is in every surgery.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Q

from honorarios.records import selectors
from honorarios.records.models import FeeLine
from honorarios.services.access import LARGEST_KEY
from honorarios.services.fees import codes
from honorarios.services.fees.order import NEWEST_ACTS
from honorarios.services.outcomes import at, refuse

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

    from honorarios.records.selectors import Scope


@dataclass(frozen=True, slots=True)
class ByOpening:
    """Parts, the last opened first."""

    scope: Scope
    condition: Q
    """Of the parts."""

    def page(self, after: str | None, size: int) -> list[tuple[int, str]]:
        """Keys of parts, each with its mark."""
        rows = selectors.parts(self.scope).filter(self.condition)
        if after is not None:
            rows = rows.filter(pk__lt=_number(after))
        keys = rows.order_by("-pk").values_list("pk", flat=True)[:size]
        return [(key, str(key)) for key in keys]


@dataclass(frozen=True, slots=True)
class ByAct:
    """Parts in which a provider acted, their latest act first."""

    scope: Scope
    condition: Q
    provider_id: int
    since: datetime | None
    until: datetime | None

    def page(self, after: str | None, size: int) -> list[tuple[int, str]]:
        """Keys of parts, each with the mark of its latest act."""
        own = self._between(
            selectors.lines(self.scope).filter(provider_id=self.provider_id, status="active")
        )
        later = Q(start__gt=OuterRef("start")) | Q(start=OuterRef("start"), pk__gt=OuterRef("pk"))
        same = FeeLine.objects.filter(
            later, part_id=OuterRef("part_id"), provider_id=self.provider_id, status="active"
        )
        latest = own.filter(~Exists(self._between(same)))
        rows = latest.filter(_of_part(self.condition))
        if after is not None:
            rows = rows.filter(NEWEST_ACTS.beyond(after))
        found = rows.order_by(*NEWEST_ACTS.terms).only("pk", "part_id", "start")[:size]
        return [(row.part_id, NEWEST_ACTS.mark(row)) for row in found]

    def _between(self, rows: QuerySet[FeeLine]) -> QuerySet[FeeLine]:
        if self.since is not None:
            rows = rows.filter(start__gte=self.since)
        if self.until is not None:
            rows = rows.filter(start__lte=self.until)
        return rows


def _of_part(condition: Q) -> Q:
    """A condition on parts as one on their lines."""
    children: list[Any] = [
        _of_part(child) if isinstance(child, Q) else _through_part(*child)  # type: ignore[misc]
        for child in condition.children
    ]
    return Q(*children, _connector=condition.connector, _negated=condition.negated)


def _through_part(name: str, value: object) -> tuple[str, object]:
    return f"part__{name}", value


def _number(mark: str) -> int:
    if not (mark.isascii() and mark.isdigit() and int(mark) <= LARGEST_KEY):
        refuse(at(codes.BAD_PAGE, "after"))
    return int(mark)
