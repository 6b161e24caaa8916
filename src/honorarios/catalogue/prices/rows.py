"""Rows of a price file: columns of text put together into a canonical table, with their lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from honorarios.catalogue.prices.cells import Cells, plain_text, read_cells, writes_commas
from honorarios.catalogue.prices.schema import PRICE_SCHEMA, in_order
from honorarios.catalogue.schema import PRICE_COLUMNS, PriceColumn
from honorarios.core.findings import Finding, Place
from honorarios.tabular import codes

if TYPE_CHECKING:
    from collections.abc import Mapping

Lines = NDArray[np.int64]
"""For each row of a table, the line of the file that it stands on, from 1."""


@dataclass(frozen=True, slots=True)
class PriceRows:
    """What was read of a price file: its good rows, and what is wrong with the others."""

    table: pa.Table
    """Canonical; without the rows that have a cell that could not be read."""
    findings: tuple[Finding, ...]
    lines: Lines


def rows_from_text(columns: Mapping[str, pa.Array], lines: Lines, file: str) -> PriceRows:
    """Read text cells into a canonical table.

    Args:
        columns: Cells by column name; every array as long as ``lines``.
        lines: The line that each row stands on.
        file: Name of the file in findings.
    """
    text = {name: plain_text(cells) for name, cells in columns.items()}
    text, lines = _without_blank_rows(text, lines)
    commas = any(
        writes_commas(text[column.name])
        for column in PRICE_COLUMNS
        if column.type in {"decimal", "percent"} and column.name in text
    )
    read = {
        column.name: read_cells(text[column.name], column, commas=commas)
        for column in PRICE_COLUMNS
        if column.name in text
    }
    findings = [
        finding
        for column in PRICE_COLUMNS
        if column.name in text
        for finding in _cell_findings(text[column.name], read[column.name], column, lines, file)
    ]
    findings.sort(key=lambda finding: finding.place.line or 0)
    good = _good_rows(text, read, len(lines))
    table = pa.table(
        [
            read[name].values
            if name in read
            else pa.nulls(len(lines), PRICE_SCHEMA.field(name).type)
            for name in PRICE_SCHEMA.names
        ],
        schema=PRICE_SCHEMA,
    ).filter(good)
    order = in_order(table)
    kept = lines[good.to_numpy(zero_copy_only=False)]
    return PriceRows(table.take(order), tuple(findings), kept[order.to_numpy()])


def _without_blank_rows(
    text: dict[str, pa.Array], lines: Lines
) -> tuple[dict[str, pa.Array], Lines]:
    """Spreadsheets leave rows of mere separators at the end of their exports."""
    filled = pa.repeat(pa.scalar(value=False), len(lines))
    for cells in text.values():
        filled = pc.or_(filled, pc.is_valid(cells))
    if pc.all(filled).as_py():
        return text, lines
    kept = {name: cells.filter(filled) for name, cells in text.items()}
    return kept, lines[filled.to_numpy(zero_copy_only=False)]


def _cell_findings(
    text: pa.Array, read: Cells, column: PriceColumn, lines: Lines, file: str
) -> list[Finding]:
    found = []
    for problem in read.problems:
        for row in np.flatnonzero(problem.cells.to_numpy(zero_copy_only=False)):
            place = Place(file, int(lines[row]), column.name)
            value = text[int(row)].as_py()
            found.append(problem.code.at(place, value=value, column=column.name, **problem.details))
    if column.required:
        empty = np.flatnonzero(pc.is_null(text).to_numpy(zero_copy_only=False))
        found += [
            codes.EMPTY_CELL.at(Place(file, int(lines[row]), column.name), column=column.name)
            for row in empty
        ]
    return found


def _good_rows(text: Mapping[str, pa.Array], read: Mapping[str, Cells], rows: int) -> pa.Array:
    good = pa.repeat(pa.scalar(value=True), rows)
    for cells in read.values():
        for problem in cells.problems:
            good = pc.and_(good, pc.invert(problem.cells))
    for column in PRICE_COLUMNS:
        if column.required and column.name in text:
            good = pc.and_(good, pc.is_valid(text[column.name]))
    return good
