"""What was found in the rows of an import, each thing once, with how often."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from honorarios.services.imports.answers import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db.models import QuerySet

    from honorarios.records.models import ImportRow

ROWS_TOLD: Final = 5


@dataclass(slots=True)
class _Seen:
    first: Mapping[str, str]
    rows: list[int] = field(default_factory=list)
    count: int = 0


class Reasons:
    """Findings of rows, counted by code and field: a code may say something else of each field."""

    def __init__(self) -> None:
        """Nothing was found yet."""
        self._by_kind: dict[tuple[str, str], _Seen] = {}

    def add(self, number: int, kept: Mapping[str, str]) -> None:
        """Count a finding of a row, as the record keeps it."""
        seen = self._by_kind.setdefault((kept["code"], kept["field"]), _Seen(kept))
        seen.count += 1
        if len(seen.rows) < ROWS_TOLD and number not in seen.rows:
            seen.rows.append(number)

    def told(self) -> tuple[Reason, ...]:
        """Each of them once, the most frequent first."""
        often = sorted(self._by_kind.values(), key=lambda seen: -seen.count)
        return tuple(
            Reason(
                code=seen.first["code"],
                severity=seen.first["severity"],
                message=seen.first["message"],
                tip=seen.first["tip"],
                count=seen.count,
                rows=tuple(seen.rows),
            )
            for seen in often
        )


def reasons_of(rows: QuerySet[ImportRow]) -> tuple[Reason, ...]:
    """What was found in rows on record."""
    reasons = Reasons()
    found = rows.exclude(findings=[]).order_by("number").values_list("number", "findings")
    for number, findings in found.iterator():
        for kept in findings:
            reasons.add(number, kept)
    return reasons.told()
