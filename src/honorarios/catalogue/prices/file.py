"""Price files, CSV or Parquet, read into a canonical table, and everything wrong with them."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as arrow_csv
import pyarrow.parquet as pq

from honorarios.catalogue import codes
from honorarios.catalogue.prices.rows import Lines, PriceRows, rows_from_text
from honorarios.catalogue.prices.rules import row_findings
from honorarios.catalogue.prices.schema import PRICE_SCHEMA
from honorarios.catalogue.schema import PRICE_COLUMNS
from honorarios.core.findings import Finding, Place
from honorarios.core.system import reason_of
from honorarios.core.vocabulary import fold
from honorarios.tabular import codes as tabular
from honorarios.tabular.text import decode

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

LARGEST_FILE: Final = 256 * 1024 * 1024
"""Bytes; three million rows of a wide table are smaller."""
MOST_ROWS: Final = 5_000_000
"""Rows of a Parquet file, which can be small on disk and huge in memory."""
_SEPARATORS: Final = ",;\t"


@dataclass(frozen=True, slots=True)
class _Raw:
    """A file as text cells under its own headers."""

    headers: Sequence[str]
    columns: Sequence[pa.Array]
    lines: Lines
    findings: tuple[Finding, ...] = ()


def read_prices(path: Path, *, file: str = "") -> PriceRows:
    """Read a price file: CSV (UTF-8 or Latin-1; comma, semicolon or tab) or Parquet.

    Args:
        path: The file; its suffix says what it is.
        file: How findings call it; its name when empty.

    Returns:
        The canonical table of the rows that could be read, a finding for every cell or row that
        could not or that breaks a rule, and the line of each row (for Parquet, its number from 1).
    """
    file = file or path.name
    raw = _read(path, file)
    if isinstance(raw, Finding):
        return _nothing(raw)
    columns, findings = _known_columns(raw, file)
    findings = [*raw.findings, *findings]
    if any(column.required and column.name not in columns for column in PRICE_COLUMNS):
        return _nothing(*findings)
    rows = rows_from_text(columns, raw.lines, file)
    if not rows.table.num_rows and not rows.findings and not findings:
        findings.append(codes.NO_PRICES.at(Place(file)))
    broken = row_findings(rows.table, lambda row, name: Place(file, int(rows.lines[row]), name))
    return PriceRows(rows.table, (*findings, *rows.findings, *broken), rows.lines)


def _nothing(*findings: Finding) -> PriceRows:
    return PriceRows(PRICE_SCHEMA.empty_table(), findings, np.empty(0, np.int64))


def _read(path: Path, file: str) -> _Raw | Finding:
    place = Place(file)
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            return tabular.TOO_LARGE.at(place, megabytes=size >> 20, limit=LARGEST_FILE >> 20)
        if path.suffix == ".parquet":
            return _read_parquet(path, file)
        data = path.read_bytes()
    except OSError as problem:
        return codes.UNREADABLE.at(place, reason=reason_of(problem))
    text = decode(data, place)
    if isinstance(text, Finding):
        return text
    if not text.strip():
        return tabular.EMPTY.at(place)
    return _read_csv(text, file)


def _read_parquet(path: Path, file: str) -> _Raw | Finding:
    place = Place(file)
    try:
        with pq.ParquetFile(path) as source:
            if source.metadata.num_rows > MOST_ROWS:
                return tabular.TOO_MANY_ROWS.at(place, limit=MOST_ROWS)
            for kept in source.schema_arrow:
                if pa.types.is_nested(kept.type):
                    return codes.PRICE_COLUMN_TYPE.at(place, column=kept.name)
            table = source.read()
    except pa.ArrowException:
        return tabular.DAMAGED.at(place)
    try:
        columns = [_as_text(column.combine_chunks()) for column in table.columns]
    except pa.ArrowException:
        return tabular.DAMAGED.at(place)
    return _Raw(table.column_names, columns, np.arange(1, table.num_rows + 1))


def _as_text(values: pa.Array) -> pa.Array:
    """Cells of any type as text; a floating-point number becomes the shortest text that is it."""
    if pa.types.is_timestamp(values.type):
        values = pc.cast(values, pa.date32())
    return pc.cast(values, pa.string())


def _read_csv(text: str, file: str) -> _Raw | Finding:
    if text.count('"') % 2:
        return tabular.OPEN_QUOTES.at(Place(file, _line_of_odd_quote(text)))
    stream = io.StringIO(text.lstrip("\r\n"), newline="")
    blank_lines = len(text.splitlines()) - len(text.lstrip("\r\n").splitlines())
    separator = max(_SEPARATORS, key=stream.readline().count)
    stream.seek(0)
    reader = csv.reader(stream, delimiter=separator)
    headers = next(reader)
    before = blank_lines + reader.line_num
    body = stream.read()
    if not body.strip():
        return _Raw(headers, [pa.array([], pa.string())] * len(headers), np.empty(0, np.int64))
    try:
        columns, wrong = _parse(body.encode(), separator, len(headers))
    except pa.ArrowException:
        return tabular.DAMAGED.at(Place(file))
    lines, wrong_lines = _lines(columns, list(wrong), before)
    findings = tuple(
        codes.ROW_WIDTH.at(Place(file, line), cells=cells, headers=len(headers))
        for line, cells in zip(wrong_lines, wrong.values(), strict=True)
    )
    return _Raw(headers, columns, lines, findings)


def _parse(body: bytes, separator: str, width: int) -> tuple[list[pa.Array], dict[int, int]]:
    """The columns below the header, and the cells of each record of another width by its number."""
    wrong: dict[int, int] = {}

    def skip(row: arrow_csv.InvalidRow) -> str:
        wrong[row.number] = row.actual_columns
        return "skip"

    names = [str(index) for index in range(width)]
    table = arrow_csv.read_csv(
        io.BytesIO(body),
        # Records are numbered only when one thread reads.
        arrow_csv.ReadOptions(use_threads=False, column_names=names, block_size=len(body) + 1),
        arrow_csv.ParseOptions(
            delimiter=separator,
            newlines_in_values=True,
            ignore_empty_lines=False,
            invalid_row_handler=skip,
        ),
        arrow_csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()),
            strings_can_be_null=True,
            null_values=[""],
        ),
    )
    return [column.combine_chunks() for column in table.columns], wrong


def _line_of_odd_quote(text: str) -> int:
    """The last line with an odd number of quotes: where the one without a pair probably is."""
    odd = [number for number, line in enumerate(text.split("\n"), 1) if line.count('"') % 2]
    return odd[-1]


def _lines(columns: Sequence[pa.Array], wrong: Sequence[int], before: int) -> tuple[Lines, Lines]:
    """The line of each record that was read, and of each that was not.

    Records are numbered from 1, blank lines included; a cell with line breaks moves the rest.
    """
    read = len(columns[0])
    records = np.arange(1, read + len(wrong) + 1)
    is_read = ~np.isin(records, wrong)
    breaks = np.zeros(len(records), np.int64)
    breaks[is_read] = _line_breaks(columns, read)
    lines = before + records + np.cumsum(breaks) - breaks
    return lines[is_read], lines[~is_read]


def _line_breaks(columns: Sequence[pa.Array], rows: int) -> NDArray[np.int64]:
    breaks = np.zeros(rows, np.int64)
    for cells in columns:
        counted = pc.fill_null(pc.count_substring(cells, "\n"), 0)
        breaks += counted.to_numpy(zero_copy_only=False)
    return breaks


def _known_columns(raw: _Raw, file: str) -> tuple[dict[str, pa.Array], list[Finding]]:
    place = Place(file, 1)
    known = {column.name: column for column in PRICE_COLUMNS}
    columns: dict[str, pa.Array] = {}
    findings: list[Finding] = []
    unknown: list[str] = []
    for header, cells in zip(raw.headers, raw.columns, strict=True):
        name = header.strip().lower()
        if name in columns:
            findings.append(codes.PRICE_COLUMN_TWICE.at(place, column=name))
        elif name in known:
            columns[name] = cells
        elif name or cells.null_count < len(cells):
            unknown.append(header.strip())
    findings += [
        codes.PRICE_COLUMN.at(place, column=header, near=_near_column(header)) for header in unknown
    ]
    findings += [
        codes.PRICE_COLUMN_MISSING.at(
            place, column=column.name, near=_near_header(column.name, unknown)
        )
        for column in PRICE_COLUMNS
        if column.required and column.name not in columns
    ]
    return columns, findings


def _near_column(header: str) -> str:
    """The column that a header is probably meant to be, by its English or its Portuguese name."""
    names = {fold(column.name): column.name for column in PRICE_COLUMNS}
    names |= {fold(column.title): column.name for column in PRICE_COLUMNS}
    near = get_close_matches(fold(header), names, n=1)
    return f"Seria “{names[near[0]]}”? " if near else ""


def _near_header(name: str, unknown: Sequence[str]) -> str:
    meant = [header for header in unknown if _near_column(header) == f"Seria “{name}”? "]
    return f"Seria “{meant[0]}”? " if meant else ""
