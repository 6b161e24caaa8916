"""The fields of a form, read one after another; what is wrong is gathered, each at its field."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from honorarios.core.findings import Finding, Place
from honorarios.web.typed import codes
from honorarios.web.typed.days import day
from honorarios.web.typed.hours import hour, moment
from honorarios.web.typed.money import money
from honorarios.web.typed.numbers import count, quantity

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime, time
    from decimal import Decimal

T = TypeVar("T")


class Fields:
    """What was typed in a form.

    A reader answers None for what is empty and for what can't be read: then ``findings`` has it.

    >>> form = Fields({"value": "12,50", "quantity": "dois"})
    >>> form.money("value"), form.count("quantity")
    (1250, None)
    >>> [finding.code for finding in form.findings]
    ['WEB-COUNT']
    """

    def __init__(self, given: Mapping[str, str], *, now: datetime | None = None) -> None:
        self._given = given
        self._now = now
        self.findings: list[Finding] = []

    def text(self, name: str, *, required: bool = False) -> str:
        """A text without the spaces around it."""
        found = self._given.get(name, "").strip()
        self._take(name, found or None, required=required)
        return found

    def money(self, name: str, *, required: bool = False) -> int | None:
        """Centavos."""
        return self._take(name, money(self._typed(name), name), required=required)

    def count(
        self, name: str, *, least: int = 1, most: int = 999, required: bool = False
    ) -> int | None:
        """A whole number."""
        read = count(self._typed(name), name, least=least, most=most)
        return self._take(name, read, required=required)

    def quantity(self, name: str, *, required: bool = False) -> Decimal | None:
        """A number that may have decimals."""
        return self._take(name, quantity(self._typed(name), name), required=required)

    def day(self, name: str, *, required: bool = False) -> date | None:
        """A day."""
        read = day(self._typed(name), name, today=self._moment().date())
        return self._take(name, read, required=required)

    def hour(self, name: str, *, required: bool = False) -> time | None:
        """An hour of the day."""
        return self._take(name, hour(self._typed(name), name), required=required)

    def moment(self, name: str, *, required: bool = False) -> datetime | None:
        """A day with its hour."""
        read = moment(self._typed(name), name, now=self._moment())
        return self._take(name, read, required=required)

    def _typed(self, name: str) -> str:
        return self._given.get(name, "")

    def _moment(self) -> datetime:
        if self._now is None:
            raise LookupError("days are read from a now: Fields(form, now=call.now)")
        return self._now

    def _take(self, name: str, read: T | Finding | None, *, required: bool) -> T | None:
        if isinstance(read, Finding):
            self.findings.append(read)
            return None
        if read is None and required:
            self.findings.append(codes.REQUIRED.at(Place(field=name)))
        return read
