"""The two ways through the parts of a list, each along an index, and the mark where a page ends.

Parts come by when they were opened. Where somebody's production is asked for, they come by that person's
latest act in each: a walk along the index of their lines, which is as quick for one who acts rarely as for
one who is in every surgery.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from django.db.models import Exists, F, OuterRef, Q

from honorarios.core.vocabulary import LineStatus
from honorarios.records import selectors
from honorarios.records.models import FeeLine
from honorarios.services.access import LARGEST_KEY
from honorarios.services.fees import codes
from honorarios.services.fees.order import NEWEST_ACTS
from honorarios.services.outcomes import at, refuse

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

    from honorarios.records.models import AccountPart
    from honorarios.records.selectors import Scope

ACTIVE: Final = LineStatus.ACTIVE.code_name


@dataclass(frozen=True, slots=True)
class ByOpening:
    """Parts, the last opened first."""

    scope: Scope
    condition: Q
    """Of the parts."""
    by_state: bool
    """Whether a state is asked for: then an index leads to the unit's parts in it."""

    def page(self, after: str | None, size: int) -> list[tuple[int, str]]:
        """Keys of parts, each with its mark."""
        rows = self._within().filter(self.condition)
        if after is not None:
            rows = rows.filter(pk__lt=_number(after))
        keys = rows.order_by("-pk").values_list("pk", flat=True)[:size]
        return [(key, str(key)) for key in keys]

    def _within(self) -> QuerySet[AccountPart]:
        if self.by_state or self.scope.unit_ids is None:
            return selectors.parts(self.scope)
        # Most parts are of these units: looking each up by its unit, to sort them all, is the long way.
        rows = selectors.parts(replace(self.scope, unit_ids=None))
        return rows.alias(unit=F("billing_unit_id") + 0).filter(unit__in=self.scope.unit_ids)


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
        own = self._between(FeeLine.objects.filter(provider_id=self.provider_id, status=ACTIVE))
        latest = own.filter(~Exists(self._between(self._later())))
        rows = latest.filter(_of_part(self._reach() & self.condition))
        if after is not None:
            rows = rows.filter(NEWEST_ACTS.beyond(after))
        found = rows.order_by(*NEWEST_ACTS.terms).only("pk", "part_id", "start")[:size]
        return [(row.part_id, NEWEST_ACTS.mark(row)) for row in found]

    def _later(self) -> QuerySet[FeeLine]:
        """The provider's later acts in the part of a line; they are looked up by the part alone."""
        later = Q(start__gt=OuterRef("start")) | Q(start=OuterRef("start"), pk__gt=OuterRef("pk"))
        rows = FeeLine.objects.alias(who=F("provider_id") + 0)
        return rows.filter(later, part_id=OuterRef("part_id"), who=self.provider_id, status=ACTIVE)

    def _reach(self) -> Q:
        """The scope as a condition on parts: the lines' own index is the provider's."""
        units = self.scope.unit_ids
        office = Q(office_id=self.scope.office_id)
        return office if units is None else office & Q(billing_unit_id__in=units)

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
    if not (mark.isascii() and mark.isdigit() and len(mark) < len(str(LARGEST_KEY))):
        refuse(at(codes.BAD_PAGE, "after"))
    return int(mark)
