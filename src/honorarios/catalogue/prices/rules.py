"""What every price row must have, by its basis (``spec: pricing 6.3``); a whole table at once."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from honorarios.catalogue import codes
from honorarios.catalogue.schema import Basis
from honorarios.core.findings import Finding, Place

PlaceOf = Callable[[int, str], Place]
"""Where a row's column is: in its file, or in the catalogue."""


def row_findings(table: pa.Table, place: PlaceOf) -> list[Finding]:
    """Every row of a canonical table that breaks a rule."""
    return [
        *_without_porte(table, place),
        *_without_unit(table, place),
        *_without_price(table, place),
        *_ends_before_it_begins(table, place),
        *_ages(table, place),
    ]


def _rows(mask: pa.ChunkedArray) -> list[int]:
    filled = pc.fill_null(mask, fill_value=False).combine_chunks()
    return [int(row) for row in np.flatnonzero(filled.to_numpy(zero_copy_only=False))]


def _code(table: pa.Table, row: int) -> object:
    return table["code"][row].as_py()


def _without_porte(table: pa.Table, place: PlaceOf) -> list[Finding]:
    broken = pc.and_(pc.equal(table["basis"], Basis.PORTE), pc.is_null(table["porte"]))
    return [
        codes.ROW_WITHOUT_PORTE.at(place(row, "porte"), code=_code(table, row))
        for row in _rows(broken)
    ]


def _without_unit(table: pa.Table, place: PlaceOf) -> list[Finding]:
    broken = pc.and_(pc.equal(table["basis"], Basis.UNIT), pc.is_null(table["unit"]))
    return [
        codes.ROW_WITHOUT_UNIT.at(place(row, "unit"), code=_code(table, row))
        for row in _rows(broken)
    ]


def _without_price(table: pa.Table, place: PlaceOf) -> list[Finding]:
    counted = pc.is_in(table["basis"], pa.array([Basis.BRL, Basis.CH, Basis.UNIT]))
    nothing = pc.and_(pc.is_null(table["fee"]), pc.is_null(table["operating_cost"]))
    return [
        codes.ROW_WITHOUT_PRICE.at(
            place(row, "fee"), code=_code(table, row), basis=table["basis"][row].as_py()
        )
        for row in _rows(pc.and_(counted, nothing))
    ]


def _ends_before_it_begins(table: pa.Table, place: PlaceOf) -> list[Finding]:
    first, last = table["valid_from"], table["valid_to"]
    return [
        codes.ROW_VALIDITY.at(
            place(row, "valid_to"),
            code=_code(table, row),
            first=first[row].as_py(),
            last=last[row].as_py(),
        )
        for row in _rows(pc.less(last, first))
    ]


def _ages(table: pa.Table, place: PlaceOf) -> list[Finding]:
    least, greatest = table["age_from_months"], table["age_to_months"]
    return [
        codes.ROW_AGES.at(
            place(row, "age_from_months"),
            code=_code(table, row),
            least=least[row].as_py(),
            greatest=greatest[row].as_py(),
        )
        for row in _rows(pc.greater(least, greatest))
    ]
