"""Facts of the register as people see them: with their age, and until when they may be believed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - pydantic reads the annotations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from honorarios.records.models.facts import Confirmable


@dataclass(frozen=True, slots=True)
class FactView:
    """How a fact is known on a day."""

    status: str
    """Code name of a :class:`~honorarios.records.models.FactStatus`."""
    evidence: str
    confirmed_by: str
    confirmed_on: date | None
    expires_on: date | None
    asks: tuple[str, ...]
    """Code names of the contacts that can confirm it."""
    age: int | None
    """Days since somebody confirmed or denied it; None where nobody did."""
    left: int | None
    """Days until it has to be confirmed again, negative once it has to; None: until further notice."""

    @property
    def expired(self) -> bool:
        """Whether it has to be confirmed again."""
        return self.left is not None and self.left < 0


def view_of(row: Confirmable, day: date) -> FactView:
    """A row as people see it on a day."""
    confirmed, expires = row.confirmed_on, row.expires_on
    return FactView(
        status=row.fact_status,
        evidence=row.evidence,
        confirmed_by=row.confirmed_by,
        confirmed_on=confirmed,
        expires_on=expires,
        asks=tuple(row.asks.split()),
        age=None if confirmed is None else (day - confirmed).days,
        left=None if expires is None else (expires - day).days,
    )
