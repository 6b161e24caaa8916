"""Price tables: editions resolved with what they inherit, cut by date, sorted for the rule to search."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from honorarios.catalogue.check.periods import in_force
from honorarios.catalogue.schema import Basis, Catalogue, Edition, TableReference
from honorarios.core.calendar import day_number
from honorarios.pricing.compile.coefficients import BRL
from honorarios.pricing.compile.names import Names
from honorarios.pricing.records import (
    FIRST_DAY,
    LAST_DAY,
    LETTER,
    NEVER,
    NONE,
    PIECE_ROWS,
    ROW,
    SERIES,
)
from honorarios.pricing.rule.constants import WHOLE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from honorarios.core.validity import Period
    from honorarios.pricing.compile.numbers import Numbers

CURRENT = "current"
BASES = tuple(basis.value for basis in Basis)
ROLE_WEIGHT, ACCOMMODATION_WEIGHT, SETTING_WEIGHT = 4, 2, 1


@dataclass(frozen=True)
class PriceRows:
    """The rows of one edition's own price table, interned: code, series keys, removal mark and rows."""

    code: NDArray[np.int64]
    role: NDArray[np.int32]
    accommodation: NDArray[np.int32]
    setting: NDArray[np.int32]
    removed: NDArray[np.bool_]
    rows: NDArray[np.void]

    def taken(self, chosen: NDArray[np.generic]) -> PriceRows:
        """Only the chosen rows, in that order."""
        return PriceRows(
            self.code[chosen],
            self.role[chosen],
            self.accommodation[chosen],
            self.setting[chosen],
            self.removed[chosen],
            self.rows[chosen],
        )


def joined(parts: list[PriceRows]) -> PriceRows:
    """Several lists of rows as one."""
    return PriceRows(
        np.concatenate([part.code for part in parts]),
        np.concatenate([part.role for part in parts]),
        np.concatenate([part.accommodation for part in parts]),
        np.concatenate([part.setting for part in parts]),
        np.concatenate([part.removed for part in parts]),
        np.concatenate([part.rows for part in parts]),
    )


def interned(column: pa.ChunkedArray, names: Names) -> NDArray[np.int32]:
    """A text column as numbers of names, NONE where it is empty."""
    encoded = pc.dictionary_encode(column.combine_chunks())
    numbers = np.array(
        [names.add(name) for name in encoded.dictionary.to_pylist()] or [NONE], dtype=np.int32
    )
    places = encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    return np.where(places < 0, NONE, numbers[places]).astype(np.int32)


def days(column: pa.ChunkedArray, empty: int) -> NDArray[np.int32]:
    """A date column as day numbers."""
    numbers: NDArray[np.int32] = pc.fill_null(pc.cast(column, pa.int32()), empty).to_numpy()
    return numbers


def stripped_decimals(
    column: pa.ChunkedArray, places: int, empty: int
) -> tuple[NDArray[np.int64], NDArray[np.int8]]:
    """A decimal column as mantissas without trailing zeros, and their scales."""
    whole = pc.cast(pc.multiply(column, pa.scalar(10**places, pa.decimal128(12, 0))), pa.int64())
    mantissas = pc.fill_null(whole, empty).to_numpy().copy()
    scales = np.full(len(mantissas), places, dtype=np.int8)
    for _ in range(places):
        strippable = (mantissas % 10 == 0) & (scales > 0)
        mantissas[strippable] //= 10
        scales[strippable] -= 1
    return mantissas, scales


def flags(column: pa.ChunkedArray, *, empty: bool) -> NDArray[np.int8]:
    """A yes/no column as 0 and 1."""
    numbers: NDArray[np.int8] = pc.cast(pc.fill_null(column, empty), pa.int8()).to_numpy(
        zero_copy_only=False
    )
    return numbers


class Tables:
    """The tables that contracts refer to, numbered, over every price row of the catalogue."""

    def __init__(
        self,
        catalogue: Catalogue,
        codes: Names,
        groups: Names,
        accommodations: Names,
        units: Names,
        numbers: Numbers,
    ) -> None:
        """Intern every price row; tables are added by reference."""
        self.schedules: list[str] = []
        self._catalogue = catalogue
        self._names = codes, groups, accommodations, units
        self._numbers = numbers
        self._editions: dict[tuple[str, str], PriceRows] = {}
        self._references: dict[tuple[str, str], int] = {}
        self._tables: list[PriceRows] = []
        number = 0
        for schedule in sorted(catalogue.schedules):
            for edition in catalogue.schedules[schedule].editions:
                table = catalogue.prices[schedule, edition.id]
                self.schedules.append(f"{schedule}@{edition.id}")
                self._editions[schedule, edition.id] = self._read(table, number)
                number += table.num_rows
        self.row_count = number

    def _read(self, table: pa.Table, first_number: int) -> PriceRows:
        codes, groups, accommodations, _ = self._names
        rows = np.zeros(table.num_rows, dtype=ROW)
        rows["valid_from"] = days(table["valid_from"], FIRST_DAY)
        rows["valid_to"] = days(table["valid_to"], LAST_DAY)
        rows["number"] = first_number + np.arange(table.num_rows)
        rows["schedule"] = len(self.schedules) - 1
        rows["group"] = interned(table["group"], groups)
        for flag, empty in (
            ("admits_urgency", True),
            ("admits_accommodation", True),
            ("own_video", False),
            ("own_bilateral", False),
        ):
            rows[flag] = flags(table[flag], empty=empty)
        rows["extra"] = self._extra(table["extra_quantity_percent"])
        self._read_components(table, rows)
        self._read_anaesthesia(table, rows)
        return PriceRows(
            interned(table["code"], codes).astype(np.int64),
            pc.fill_null(pc.cast(table["role"], pa.int32()), NONE).to_numpy(),
            interned(table["accommodation"], accommodations),
            pc.fill_null(pc.cast(table["setting"], pa.int32()), NONE).to_numpy(),
            pc.equal(table["basis"], Basis.REMOVED).to_numpy(zero_copy_only=False),
            rows,
        )

    def _extra(self, column: pa.ChunkedArray) -> NDArray[np.int32]:
        """What each unit after the first is worth, as positions in the numbers; empty is all of it."""
        encoded = pc.dictionary_encode(column.combine_chunks())
        known = [self._numbers.percent(percent) for percent in encoded.dictionary.to_pylist()]
        meanings = np.array([*known, WHOLE], dtype=np.int32)
        places = encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False)
        return np.asarray(meanings[places], dtype=np.int32)

    def _read_components(self, table: pa.Table, rows: NDArray[np.void]) -> None:
        units = self._names[3]
        basis = pc.index_in(table["basis"], pa.array(BASES)).to_numpy()
        rows["basis"] = basis
        fee, scale = stripped_decimals(table["fee"], 4, 0)
        whole_porte = (basis == BASES.index(Basis.PORTE)) & pc.is_null(table["fee"]).to_numpy(
            zero_copy_only=False
        )
        rows["fee"], rows["fee_scale"] = (
            np.where(whole_porte, 1, fee),
            np.where(whole_porte, 0, scale),
        )
        rows["operating_cost"], rows["operating_cost_scale"] = stripped_decimals(
            table["operating_cost"], 4, 0
        )
        rows["film"], rows["film_scale"] = stripped_decimals(table["film"], 4, 0)
        porte, unit = interned(table["porte"], units), interned(table["unit"], units)
        brl, ch, uco = units.add(BRL), units.add("CH"), units.add("UCO")
        rows["fee_unit"] = np.choose(basis, [brl, ch, porte, unit, brl])
        own_unit = interned(table["cost_unit"], units)
        rows["operating_cost_unit"] = np.where(
            own_unit != NONE, own_unit, np.choose(basis, [brl, ch, uco, unit, brl])
        )
        rows["components"] = sum(
            (rows[name] != 0).astype(np.int8) for name in ("fee", "operating_cost", "film")
        )

    def _read_anaesthesia(self, table: pa.Table, rows: NDArray[np.void]) -> None:
        units = self._names[3]
        portes = Names()
        numbers = interned(table["anaesthetic_porte"], portes)
        kinds = [int(name) if name.isdigit() else LETTER for name in portes.names]
        letters = [NONE if name.isdigit() else units.add(f"AN_{name}") for name in portes.names]
        rows["anaesthetic_porte"] = np.array([*kinds, NONE])[numbers]
        rows["anaesthetic_unit"] = np.array([*letters, NONE])[numbers]

    def resolved(self, schedule: str, edition: Edition) -> PriceRows:
        """An edition's rows over those it inherits, without the codes it removes."""
        own = self._editions[schedule, edition.id]
        rows = own.taken(~own.removed)
        if edition.inherits is None:
            return rows
        parent = next(
            one
            for one in self._catalogue.schedules[schedule].editions
            if one.id == edition.inherits
        )
        inherited = self.resolved(schedule, parent)
        return joined([rows, inherited.taken(~np.isin(inherited.code, own.code))])

    def add(self, reference: TableReference | None) -> int:
        """The number of a table; NONE for None."""
        if reference is None:
            return NONE
        key = reference.schedule, reference.edition
        if key not in self._references:
            self._references[key] = len(self._tables)
            self._tables.append(self._table(reference))
        return self._references[key]

    def _table(self, reference: TableReference) -> PriceRows:
        editions = self._catalogue.schedules[reference.schedule].editions
        if reference.edition == CURRENT:
            parts = [
                cut(self.resolved(reference.schedule, one), period)
                for one, period in in_force(editions)
            ]
            return joined(parts)
        pinned = next(one for one in editions if one.id == reference.edition)
        return self.resolved(reference.schedule, pinned)

    def arrays(self, code_count: int) -> dict[str, NDArray[np.generic]]:
        """The arrays of the tables, by their name in :class:`~honorarios.pricing.records.Arrays`.

        Row 0 is that of a fixed price.
        """
        rows, series = [fixed_price_row()], [np.empty(0, SERIES)]
        # A table at least: the rule reads the first where there is none, to do without a branch.
        first_series = np.full((max(len(self._tables), 1), code_count), NONE, dtype=np.int32)
        row_count, series_count = 1, 0
        for number, table in enumerate(self._tables):
            ordered, starts = by_series(table)
            codes, first = np.unique(ordered.code[starts], return_index=True)
            pieces, piece_of_series = series_of(ordered, starts, row_count)
            first_series[number, codes] = series_count + piece_of_series[first]
            rows.append(ordered.rows)
            series.append(pieces)
            row_count += len(ordered.rows)
            series_count += len(pieces)
        return {
            "first_series": first_series,
            "series": np.concatenate(series),
            "rows": np.concatenate(rows),
        }

    def codes_in_tables(self, count: int) -> NDArray[np.int8]:
        """1 for each code that some row of the catalogue prices."""
        found = np.zeros(count, dtype=np.int8)
        for edition in self._editions.values():
            found[edition.code[~edition.removed]] = 1
        return found


def cut(rows: PriceRows, period: Period) -> PriceRows:
    """Rows whose validity is cut by an edition's period; those outside it are left out."""
    kept = rows.rows.copy()
    kept["valid_from"] = np.maximum(kept["valid_from"], day_number(period.valid_from))
    kept["valid_to"] = np.minimum(
        kept["valid_to"], LAST_DAY if period.valid_to is None else day_number(period.valid_to)
    )
    within = PriceRows(rows.code, rows.role, rows.accommodation, rows.setting, rows.removed, kept)
    return within.taken(kept["valid_from"] <= kept["valid_to"])


def fixed_price_row() -> NDArray[np.void]:
    """The row of a fixed price: one value in reais that admits everything."""
    row = np.zeros(1, dtype=ROW)
    row["valid_from"], row["valid_to"] = FIRST_DAY, LAST_DAY
    row["extra"], row["components"], row["group"], row["number"] = WHOLE, 1, NONE, NONE
    row["admits_urgency"] = row["admits_accommodation"] = 1
    row["anaesthetic_porte"] = row["anaesthetic_unit"] = row["schedule"] = NONE
    return row


def by_series(table: PriceRows) -> tuple[PriceRows, NDArray[np.int64]]:
    """Rows by code, heaviest series first, rising by first day; and where each series starts."""
    weight = (
        ROLE_WEIGHT * (table.role != NONE)
        + ACCOMMODATION_WEIGHT * (table.accommodation != NONE)
        + SETTING_WEIGHT * (table.setting != NONE)
    )
    order = np.lexsort(
        (
            table.rows["valid_from"],
            table.setting,
            table.accommodation,
            table.role,
            -weight,
            table.code,
        )
    )
    ordered = table.taken(order)
    same = np.ones(max(len(order) - 1, 0), dtype=np.bool_)
    for column in (ordered.code, ordered.role, ordered.accommodation, ordered.setting):
        same &= column[1:] == column[:-1]
    starts = (
        np.flatnonzero(np.append(len(order) > 0, ~same)) if len(order) else np.empty(0, np.int64)
    )
    return ordered, starts


def series_of(
    ordered: PriceRows, starts: NDArray[np.int64], first_row: int
) -> tuple[NDArray[np.void], NDArray[np.int64]]:
    """The series of ordered rows in pieces, the latest first; and where each series begins."""
    counts = np.diff(np.append(starts, len(ordered.code)))
    pieces = -(-counts // PIECE_ROWS)
    ends = np.cumsum(pieces)
    series = np.repeat(np.arange(len(starts)), pieces)
    before = (ends[series] - 1 - np.arange(len(series))) * PIECE_ROWS
    first, length = starts[series] + before, np.minimum(counts[series] - before, PIECE_ROWS)
    found = np.zeros(len(series), dtype=SERIES)
    for n in range(PIECE_ROWS):
        rows = ordered.rows[np.where(n < length, first + n, first)]
        found["valid_from"][:, n] = np.where(n < length, rows["valid_from"], NEVER)
        found["valid_to"][:, n] = rows["valid_to"]
    found["first"] = first_row + first
    found["role"] = ordered.role[first]
    found["accommodation"] = ordered.accommodation[first]
    found["setting"] = ordered.setting[first]
    found["earlier"] = before > 0
    codes = ordered.code[first]
    found["last"] = np.append(codes[1:] != codes[:-1], np.True_)[: len(codes)]
    return found, ends - pieces
