"""Price tables as contracts use them: an edition with what it inherits, and the rows of a scope."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from honorarios.catalogue.check.arrays import FIRST_DAY, LAST_DAY, days
from honorarios.catalogue.check.units import components
from honorarios.catalogue.schema import Basis

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from honorarios.catalogue.schema import Catalogue, Category, Scope

AFTER_DIGITS: Final = ":"
"""Sorts after every digit: the codes that begin with ``3100`` are those from it to ``3100:``."""
ANAESTHESIA: Final = "AN "
"""Begins the need of an anaesthetic porte, whose unit the standard says: ``AN 5``, ``AN J``."""


class Need(NamedTuple):
    """What a row needs a value of; the group of the row chooses among special values."""

    unit: str
    group: str | None


@dataclass(frozen=True)
class Table:
    """The rows of a schedule in one edition, sorted by code."""

    codes: NDArray[np.str_]
    lengths: NDArray[np.int64]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    categories: NDArray[np.int64]
    """For each row, the place in the manifest of its category; -1 for none."""
    needs: tuple[Need, ...]
    """Every distinct need of the table."""
    needed: tuple[NDArray[np.int64], ...]
    """For each component, the need of each row by its place in ``needs``; -1 for none."""

    def scoped(self, scope: Scope, category_names: Sequence[str]) -> NDArray[np.bool_]:
        """The rows that a scope's codes and categories hold."""
        rows = np.ones(len(self.codes), np.bool_)
        if scope.codes:
            rows &= holding(self.codes, self.lengths, scope.codes)
        if scope.categories:
            wanted = [n for n, name in enumerate(category_names) if name in scope.categories]
            rows &= np.isin(self.categories, wanted)
        return rows

    @cached_property
    def dated(self) -> bool:
        """Whether some row has dates of its own."""
        return bool((self.first > FIRST_DAY).any() or (self.last < LAST_DAY).any())

    def in_force(self, first: int, last: int) -> NDArray[np.bool_]:
        """The rows that are valid on some day of a period."""
        return (self.first <= last) & (self.last >= first)


@dataclass(frozen=True)
class Chosen:
    """Some rows of a table."""

    table: Table
    rows: NDArray[np.bool_]

    @cached_property
    def needs(self) -> list[Need]:
        """What the rows need, each once."""
        numbers: set[int] = set()
        for needed in self.table.needed:
            of_rows = needed[self.rows]
            numbers.update(np.flatnonzero(np.bincount(of_rows[of_rows >= 0])).tolist())
        return [self.table.needs[number] for number in sorted(numbers)]

    def asking(self, need: Need) -> NDArray[np.int64]:
        """The rows that have a need."""
        number = self.table.needs.index(need)
        asking = [needed == number for needed in self.table.needed]
        return np.flatnonzero(self.rows & np.logical_or.reduce(asking))


def holding(
    codes: NDArray[np.str_], lengths: NDArray[np.int64], patterns: Iterable[str]
) -> NDArray[np.bool_]:
    """Which of the sorted codes are in one of the patterns."""
    held = np.zeros(len(codes), np.bool_)
    for pattern in patterns:
        low, dash, high = pattern.partition("-")
        start = np.searchsorted(codes, low)
        if dash:
            stop = np.searchsorted(codes, high, "right")
            held[start:stop] |= lengths[start:stop] == len(low)
        else:
            held[start : np.searchsorted(codes, low + AFTER_DIGITS)] = True
    return held


@dataclass
class Tables:
    """The tables of a catalogue, each made once."""

    catalogue: Catalogue
    _made: dict[tuple[str, str], Table | None] = field(default_factory=dict)

    def table(self, schedule: str, edition: str) -> Table | None:
        """A schedule in one edition; None when its prices could not be read."""
        key = schedule, edition
        if key not in self._made:
            rows = self._rows(schedule, edition, ())
            categories = self.catalogue.manifest.categories
            self._made[key] = None if rows is None else _table(rows, categories)
        return self._made[key]

    def _rows(self, schedule: str, edition: str, below: tuple[str, ...]) -> pa.Table | None:
        """The edition's own rows, and the inherited ones of every code that it does not list."""
        own = self.catalogue.prices.get((schedule, edition))
        if own is None or edition in below:
            return None
        editions = {one.id: one for one in self.catalogue.schedules[schedule].editions}
        parent = editions[edition].inherits
        inherited = self._rows(schedule, parent, (*below, edition)) if parent else None
        if inherited is None:
            return own
        listed = pc.is_in(inherited["code"], own["code"].combine_chunks())
        return pa.concat_tables([own, inherited.filter(pc.invert(listed))])


def _table(rows: pa.Table, categories: Sequence[Category]) -> Table:
    rows = rows.filter(pc.not_equal(rows["basis"], Basis.REMOVED)).sort_by("code")
    codes = np.array(rows["code"].to_pylist(), dtype="U10")
    lengths = np.char.str_len(codes)
    needs, needed = _needs(rows)
    return Table(
        codes=codes,
        lengths=lengths,
        first=days(rows["valid_from"], FIRST_DAY),
        last=days(rows["valid_to"], LAST_DAY),
        categories=_categories(codes, lengths, categories),
        needs=needs,
        needed=needed,
    )


def _categories(
    codes: NDArray[np.str_], lengths: NDArray[np.int64], categories: Sequence[Category]
) -> NDArray[np.int64]:
    """The category of each code: the pattern of most digits wins, then the first category."""
    found = np.full(len(codes), -1, np.int64)
    weights = np.zeros(len(codes), np.int64)
    for number, category in enumerate(categories):
        for pattern in category.codes:
            weight = len(pattern.partition("-")[0])
            better = holding(codes, lengths, [pattern]) & (weight > weights)
            found[better] = number
            weights[better] = weight
    return found


def _needs(rows: pa.Table) -> tuple[tuple[Need, ...], tuple[NDArray[np.int64], ...]]:
    units = [unit for _, unit in components(rows).values()]
    porte = pc.binary_join_element_wise(ANAESTHESIA, rows["anaesthetic_porte"], "")
    called = pc.and_(pc.is_null(rows["role"]), pc.not_equal(rows["anaesthetic_porte"], "0"))
    called = pc.fill_null(called, fill_value=False)
    units.append(pc.if_else(called, porte, None).combine_chunks())
    group = pc.fill_null(rows["group"], "").combine_chunks()
    numbers: dict[Need, int] = {}
    needed = []
    for unit in units:
        both = pc.binary_join_element_wise(unit, group, "\n").dictionary_encode()
        known = [
            numbers.setdefault(Need(name, of or None), len(numbers))
            for name, of in (word.split("\n") for word in both.dictionary.to_pylist())
        ]
        places = pc.fill_null(both.indices, -1).to_numpy(zero_copy_only=False)
        needed.append(np.array([*known, -1], np.int64)[places])
    return tuple(numbers), tuple(needed)
