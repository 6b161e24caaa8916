"""Records into typed rows: the header is found, the columns are matched, each cell is read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from honorarios.core.findings import Finding, Place, has_errors
from honorarios.tabular import codes
from honorarios.tabular.cells import Cell, is_blank, plain_text, shown
from honorarios.tabular.celltypes import Problem, Reader
from honorarios.tabular.columns import Column, faults, locate
from honorarios.tabular.limits import Limits
from honorarios.tabular.rows import Merged, Record, Records, RefusedRow, Row, Rows
from honorarios.tabular.source import read_records

if TYPE_CHECKING:
    from pathlib import Path

Found = Mapping[str, Sequence[int]]
"""Places in a header by wanted column."""
_HEADER_SEARCH: Final = 50
"""Lines at the top of a file among which the header is looked for, below titles and notes."""


def read_rows(
    path: Path,
    columns: Sequence[Column],
    mapping: Mapping[str, str] | None = None,
    *,
    sheet: str = "",
    limits: Limits | None = None,
) -> Rows:
    """Read a CSV, XLSX, XLS, ODS or Parquet file by columns.

    Args:
        path: the file; its kind is told by its content.
        columns: what is wanted of it.
        mapping: header in the file by wanted column, where names alone do not tell.
        sheet: name of a workbook's sheet; empty for the first with content.
        limits: how much is read at most.

    Returns:
        the rows understood, those refused with their reasons, and the findings about the file.
    """
    limits = limits or Limits()
    records = read_records(path, sheet=sheet, limits=limits)
    return rows_of(records, columns, mapping or {}, limits)


def rows_of(
    records: Records,
    columns: Sequence[Column],
    mapping: Mapping[str, str] | None = None,
    limits: Limits | None = None,
) -> Rows:
    """Understand the lines of a file; nothing is read when a compulsory column is missing."""
    mapping, limits = mapping or {}, limits or Limits()
    filled = [record for record in records.records if not all(map(is_blank, record.cells))]
    if has_errors(records.findings) or not filled:
        empty = codes.EMPTY.at(Place(records.file))
        return Rows(file=records.file, mapping={}, findings=records.findings or (empty,))
    if max(len(record.cells) for record in filled) > limits.columns:
        wide = codes.TOO_MANY_COLUMNS.at(Place(records.file), limit=limits.columns)
        return Rows(file=records.file, mapping={}, findings=(*records.findings, wide))
    header, found = _find_header(filled, columns, mapping)
    headers = _headers(header)
    place = Place(records.file, header.number or None)
    findings = [*records.findings, *faults(headers, columns, mapping, found, place)]
    body = [record for record in filled if record.number > header.number]
    if not body and not has_errors(findings):
        findings.append(codes.NO_ROWS.at(place))
    rows = Rows(
        file=records.file,
        headers=headers,
        mapping={name: headers[places[0]] for name, places in found.items() if places},
        findings=tuple(findings),
    )
    if has_errors(findings):
        return rows
    return _Reading(header, rows, columns, found, limits, records.merged).of(body)


def _headers(record: Record) -> tuple[str, ...]:
    return tuple(plain_text(str(cell)) for cell in record.cells)


def _find_header(
    filled: Sequence[Record], columns: Sequence[Column], mapping: Mapping[str, str]
) -> tuple[Record, Found]:
    """The line near the top with most of the wanted headers; the first of equals."""
    candidates = [
        (record, locate(_headers(record), columns, mapping)) for record in filled[:_HEADER_SEARCH]
    ]
    return max(candidates, key=lambda candidate: sum(map(bool, candidate[1].values())))


class _Reading:
    """The lines of one file below its header, read one by one."""

    def __init__(
        self,
        header: Record,
        rows: Rows,
        columns: Sequence[Column],
        found: Found,
        limits: Limits,
        merged: Sequence[Merged],
    ) -> None:
        self.header = header.cells
        self.merged = {
            place: _apart(merged, place) for places in found.values() for place in places[:1]
        }
        self.rows = rows
        self.limits = limits
        self.columns = [(column, found[column.name][0]) for column in columns if found[column.name]]
        self.readers: list[Reader] = []
        self.understood: list[Row] = []
        self.refused: list[RefusedRow] = []

    def of(self, body: Sequence[Record]) -> Rows:
        """The lines as rows and refused rows."""
        doubts = self._look_at_columns(body)
        for record in body:
            # Printed lists repeat their header on every page.
            if record.cells != self.header:
                self._read(record)
        return replace(
            self.rows,
            rows=tuple(self.understood),
            refused=tuple(self.refused),
            findings=(*self.rows.findings, *doubts),
        )

    def _look_at_columns(self, body: Sequence[Record]) -> list[Finding]:
        doubts: list[Finding] = []
        for column, index in self.columns:
            cells = [record.cells[index] for record in body if index < len(record.cells)]
            content = [cell for cell in cells if not column.type.blank(cell)]
            self.readers.append(column.type.reader(content))
            if doubt := column.type.doubt(content):
                place = Place(self.rows.file, field=self.rows.mapping[column.name])
                doubts.append(doubt.code.at(place, column=column.label, **doubt.details))
        return doubts

    def _read(self, record: Record) -> None:
        values: dict[str, object] = {}
        reasons = self._unreadable(record) or self._values(record.cells, record.number, values)
        if reasons:
            self.refused.append(RefusedRow(record.number, record.cells, tuple(reasons)))
        else:
            self.understood.append(Row(record.number, values, record.cells))

    def _unreadable(self, record: Record) -> list[Finding]:
        if record.problem is not None:
            return [record.problem]
        if any(not is_blank(cell) for cell in record.cells[len(self.header) :]):
            counts = {"cells": len(record.cells), "headers": len(self.header)}
            return [codes.EXTRA_CELLS.at(Place(self.rows.file, record.number), **counts)]
        return []

    def _values(
        self, cells: Sequence[Cell], number: int, values: dict[str, object]
    ) -> list[Finding]:
        reasons: list[Finding] = []
        for (column, index), read in zip(self.columns, self.readers, strict=True):
            cell = cells[index] if index < len(cells) else ""
            value = self._value(column, cell, read)
            above = _covering(self.merged[index], number) if column.type.blank(cell) else None
            if above is not None:
                value = Problem(codes.MERGED, {"first": above.top, "last": above.bottom})
            if isinstance(value, Problem):
                words = {"column": column.label, "value": shown(cell), **value.details}
                reasons.append(value.code.at(self.rows.place(number, column.name), **words))
            elif value is not None:
                values[column.name] = value
        return reasons

    def _value(self, column: Column, cell: Cell, read: Reader) -> object:
        if column.type.blank(cell):
            missed = column.required and not column.blank_allowed
            return Problem(codes.EMPTY_CELL) if missed else None
        if isinstance(cell, str) and len(cell) > self.limits.cell:
            return Problem(codes.LONG_CELL, {"limit": self.limits.cell})
        return read(cell)


def _apart(merged: Sequence[Merged], place: int) -> list[Merged]:
    """The merged cells of a column from top to bottom; of those that overlap, the first."""
    apart: list[Merged] = []
    here = (one for one in merged if place in one.columns)
    for one in sorted(here, key=lambda one: one.top):
        if not apart or one.top > apart[-1].bottom:
            apart.append(one)
    return apart


def _covering(merged: Sequence[Merged], number: int) -> Merged | None:
    """What a row below the first of a merged cell belongs to."""
    at = bisect_left(merged, number, key=lambda one: one.top) - 1
    return merged[at] if at >= 0 and number <= merged[at].bottom else None
