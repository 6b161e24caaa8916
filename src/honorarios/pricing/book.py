"""The price tables as a book to look things up in: rows by number, and a code's rows in a table.

The engine searches compiled arrays; this reads the catalogue's own tables, for what is told about a
line (*How a value comes to be*, sections 5 and 8).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from honorarios.catalogue.check.periods import in_force
from honorarios.catalogue.schema import Basis

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from honorarios.catalogue.schema import Catalogue, Edition, TableReference
    from honorarios.core.validity import Period

ROWS_REMEMBERED = 4096
CURRENT = "current"


@dataclass(frozen=True, slots=True)
class PriceRow:
    """A price row with where it stands."""

    number: int
    schedule: str
    edition: str
    cells: Mapping[str, Any]
    """The row's cells by column (:data:`honorarios.catalogue.schema.PRICE_COLUMNS`)."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A price row as one table sees it."""

    row: PriceRow
    valid_from: date | None
    valid_to: date | None

    def holds_on(self, day: date) -> bool:
        """Whether the day is within the row's validity."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


class Book:
    """The price tables of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Number the rows: schedules by id, editions in the order of the schedule's file."""
        self._catalogue = catalogue
        self._offsets: dict[tuple[str, str], int] = {}
        count = 0
        for schedule in sorted(catalogue.schedules):
            for edition in catalogue.schedules[schedule].editions:
                self._offsets[schedule, edition.id] = count
                count += catalogue.prices[schedule, edition.id].num_rows
        self._count = count
        self._editions = list(self._offsets)
        self._firsts = list(self._offsets.values())
        self._codes: dict[tuple[str, str], list[str]] = {}
        self.row = lru_cache(maxsize=ROWS_REMEMBERED)(self._row)
        """The price row of a number; LookupError if there is none."""

    def _row(self, number: int) -> PriceRow:
        if not 0 <= number < self._count:
            raise LookupError(number)
        place = bisect_right(self._firsts, number) - 1
        schedule, edition = self._editions[place]
        table = self._catalogue.prices[schedule, edition]
        cells = table.slice(number - self._firsts[place], 1).to_pylist()[0]
        return PriceRow(number, schedule, edition, cells)

    def edition(self, row: PriceRow) -> Edition:
        """The edition that defines a row."""
        editions = self._catalogue.schedules[row.schedule].editions
        return next(edition for edition in editions if edition.id == row.edition)

    def edition_on(self, table: TableReference, day: date) -> str | None:
        """The edition that a reference means on a day; None when ``current`` means none."""
        if table.edition != CURRENT:
            return table.edition
        editions = in_force(self._catalogue.schedules[table.schedule].editions)
        return next((edition.id for edition, period in editions if day in period), None)

    def rows_of(self, table: TableReference, code: str) -> list[TableRow]:
        """A code's rows in a table, whatever they are for, each with its validity there."""
        editions = self._catalogue.schedules[table.schedule].editions
        if table.edition == CURRENT:
            return [
                row
                for edition, period in in_force(editions)
                for row in cut(self._resolved(table.schedule, edition, code), period)
            ]
        pinned = next(edition for edition in editions if edition.id == table.edition)
        return list(self._resolved(table.schedule, pinned, code))

    def _resolved(self, schedule: str, edition: Edition, code: str) -> Iterator[TableRow]:
        """The edition's own rows of a code; those it inherits if it does not list the code."""
        codes = self._codes_of(schedule, edition.id)
        first, end = bisect_left(codes, code), bisect_right(codes, code)
        if first == end and edition.inherits is not None:
            editions = self._catalogue.schedules[schedule].editions
            parent = next(one for one in editions if one.id == edition.inherits)
            yield from self._resolved(schedule, parent, code)
        offset = self._offsets[schedule, edition.id]
        for place in range(first, end):
            row = self.row(offset + place)
            if row.cells["basis"] != Basis.REMOVED:
                yield TableRow(row, row.cells["valid_from"], row.cells["valid_to"])

    def _codes_of(self, schedule: str, edition: str) -> list[str]:
        """The codes of an edition's own rows, rising; read once."""
        key = schedule, edition
        if key not in self._codes:
            self._codes[key] = self._catalogue.prices[key]["code"].to_pylist()
        return self._codes[key]


def cut(rows: Iterable[TableRow], period: Period) -> Iterator[TableRow]:
    """An edition's rows within its period."""
    for row in rows:
        first = max(row.valid_from or period.valid_from, period.valid_from)
        ends = [end for end in (row.valid_to, period.valid_to) if end is not None]
        last = min(ends, default=None)
        if last is None or first <= last:
            yield TableRow(row.row, first, last)
