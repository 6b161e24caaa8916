"""The orders of a list of lines, each one that an index serves, and the mark where a page ends."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from django.db.models import Q

from honorarios.services.fees import codes
from honorarios.services.outcomes import at, refuse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.records.models import FeeLine
    from honorarios.services.fees.listing import LineFilter

LARGEST: Final = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Order:
    """Lines by two columns that together tell them apart; the second breaks the ties of the first."""

    first: str
    second: str
    descending: bool = False

    @property
    def terms(self) -> tuple[str, str]:
        """What the database is told to sort by."""
        sign = "-" if self.descending else ""
        return sign + self.first, sign + self.second

    def mark(self, row: FeeLine) -> str:
        """Where a page ends: at this line."""
        return self.mark_of({name: getattr(row, name) for name in (self.first, self.second)})

    def mark_of(self, columns: Mapping[str, Any]) -> str:
        """The same of a line's columns."""
        values = [columns[self.first], columns[self.second]]
        told = [value.isoformat() if isinstance(value, datetime) else value for value in values]
        return base64.urlsafe_b64encode(json.dumps(told).encode()).decode()

    def beyond(self, mark: str) -> Q:
        """The lines after a mark; stops with LAN-PAGE where it is none of this order's."""
        first, second = self._read(mark)
        way = "lt" if self.descending else "gt"
        # The first condition, which the second implies, is the one that an index serves.
        return Q(**{f"{self.first}__{way}e": first}) & (
            Q(**{f"{self.first}__{way}": first}) | Q(**{f"{self.second}__{way}": second})
        )

    def _read(self, mark: str) -> tuple[datetime | int, int]:
        try:
            given, second = json.loads(base64.urlsafe_b64decode(mark.encode()))
            first = _moment(given) if self.first == "start" else _number(given)
            return first, _number(second)
        except (ValueError, TypeError):
            refuse(at(codes.BAD_PAGE, "after"))


def _moment(given: Any) -> datetime:  # noqa: ANN401 - whatever somebody wrote
    return datetime.fromisoformat(given).replace(microsecond=0, tzinfo=None)


def _number(given: object) -> int:
    if isinstance(given, int) and 0 <= given <= LARGEST:
        return given
    raise ValueError(given)


NEWEST_ACTS: Final = Order("start", "pk", descending=True)
BY_PLACE: Final = Order("part_id", "number")
AS_IMPORTED: Final = Order("import_batch_id", "pk")


def order_of(only: LineFilter) -> Order:
    """The order of a list: the part's or the import's own where one is asked for."""
    if only.part_id is not None or only.account_id is not None:
        return BY_PLACE
    return NEWEST_ACTS if only.import_batch_id is None else AS_IMPORTED
