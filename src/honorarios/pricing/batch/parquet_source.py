"""Parquet files as tasks of whole row groups, or of pieces of row groups that are too large."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from honorarios.core.findings import Finding, Place, has_errors
from honorarios.core.system import reason_of
from honorarios.pricing import codes
from honorarios.pricing.batch.header import Header, read_header
from honorarios.pricing.batch.intake import COLUMNS, check_types, is_text
from honorarios.pricing.batch.source import SLICE_LINES, Refusal, Slice, Task

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

PART_LINES: Final = SLICE_LINES
"""Lines of a part, and so of a row group of a result: what waits to be written is little, however long
the input, and a short one has parts for all cores."""
SAMPLE_LINES: Final = 65_536
READ_AHEAD: Final = 1024 * 1024
"""Bytes of each column that are held at once: with them a row group of any size takes flat memory."""
REPEATED_BYTES: Final = 4
"""Text that takes no more bytes a line than this repeats: it is read as a dictionary."""


@dataclass(frozen=True)
class Piece:
    """Lines of one task: whole row groups, or some of one that is too large for a task."""

    number: int
    file: int
    groups: tuple[int, ...]
    first: int
    """Place of the first line in the whole input."""
    lines: int
    large: bool


def open_parquet(
    files: Sequence[Path], metadata: Sequence[Any]
) -> tuple[ParquetSource | None, list[Finding]]:
    """The lines of Parquet files; no source with findings of what forbids pricing them."""
    schemas = [each.schema.to_arrow_schema() for each in metadata]
    name = str(files[0])
    header, findings = read_header(schemas[0].names, name)
    for file, schema in zip(files[1:], schemas[1:], strict=True):
        if difference := _difference(schemas[0], schema):
            place = Place(str(file))
            findings.append(
                codes.OTHER_COLUMNS.at(place, first=files[0].name, difference=difference)
            )
    if not sum(each.num_rows for each in metadata):
        findings.append(codes.NO_LINES.at(Place(name)))
    if header is not None:
        findings += check_types(schemas[0], header, name)
    if header is None or has_errors(findings):
        return None, findings
    return ParquetSource(files, metadata, header, schemas[0]), findings


def _difference(first: pa.Schema, other: pa.Schema) -> str:
    """What sets two schemas apart, in a few words."""
    missing = [name for name in first.names if name not in other.names]
    more = [name for name in other.names if name not in first.names]
    changed = [
        name
        for name in first.names
        if name in other.names and first.field(name).type != other.field(name).type
    ]
    kinds = (("faltam", missing), ("sobram", more), ("têm outro tipo", changed))
    if not (missing or more or changed) and first.names != other.names:
        return "outra ordem"
    return "; ".join(f"{word} {', '.join(names)}" for word, names in kinds if names)


class ParquetSource:
    """Lines in one or more Parquet files with the same columns."""

    unit = "lines"
    delimiter = ","

    def __init__(
        self, files: Sequence[Path], metadata: Sequence[Any], header: Header, schema: pa.Schema
    ) -> None:
        """Files with their metadata; the schema is the one that all of them have."""
        self.files = files
        self.header = header
        self.size: int = sum(each.num_rows for each in metadata)
        self._metadata = metadata
        self._repeated = _repeated(metadata, header, schema)
        with self._opened(0) as first:
            as_read = first.schema_arrow
        self.schema = pa.schema([as_read.field(name) for name in header.names])
        self.plan = {"part_lines": PART_LINES}

    def sample(self) -> Slice:
        """The first lines."""
        file = next(i for i, each in enumerate(self._metadata) if each.num_rows)
        groups = range(self._metadata[file].num_row_groups)
        return _slice(next(self._batches(file, groups, SAMPLE_LINES)), 0)

    def tasks(self, ends: Mapping[int, Mapping[str, int]]) -> Iterator[Task]:
        """The tasks in order; a large row group is read here, piece by piece, the others in the task."""
        feed, of_feed = _Feed(iter(())), (-1, -1)
        for piece in self._pieces():
            done = piece.number in ends
            if not piece.large:
                if not done:
                    batches = self._batches(piece.file, piece.groups, SLICE_LINES)
                    yield Task(piece.number, _slices(batches, piece.first))
                continue
            if of_feed != (piece.file, piece.groups[0]):
                of_feed = piece.file, piece.groups[0]
                feed = _Feed(self._batches(piece.file, piece.groups, SLICE_LINES))
            read = feed.take(piece.lines, keep=not done)
            if not done:
                yield Task(piece.number, _slices(iter(read), piece.first))

    def _pieces(self) -> Iterator[Piece]:
        number = first = 0
        for file, groups, lines in self._grouped():
            large = lines > self._most
            step = PART_LINES if large else lines
            for offset in range(0, lines, step):
                size = min(step, lines - offset)
                yield Piece(number, file, groups, first + offset, size, large)
                number += 1
            first += lines

    @property
    def _most(self) -> int:
        """A row group that is a little larger than a part is not worth reading in pieces."""
        return PART_LINES * 3 // 2

    def _grouped(self) -> Iterator[tuple[int, tuple[int, ...], int]]:
        """File, row groups and lines: small neighbours together up to the size of a part."""
        for file, metadata in enumerate(self._metadata):
            groups: tuple[int, ...] = ()
            lines = 0
            for group in range(metadata.num_row_groups):
                rows = metadata.row_group(group).num_rows
                if groups and lines + rows > self._most:
                    yield file, groups, lines
                    groups, lines = (), 0
                if rows:
                    groups, lines = (*groups, group), lines + rows
            if groups:
                yield file, groups, lines

    def _opened(self, file: int) -> Any:  # noqa: ANN401 - pyarrow is not typed
        return pq.ParquetFile(
            self.files[file],
            metadata=self._metadata[file],
            read_dictionary=self._repeated,
            pre_buffer=False,
            buffer_size=READ_AHEAD,
        )

    def _batches(self, file: int, groups: Sequence[int], lines: int) -> Iterator[pa.RecordBatch]:
        names = list(self.header.names)
        try:
            with self._opened(file) as opened:
                for batch in opened.iter_batches(
                    lines, row_groups=list(groups), columns=names, use_threads=False
                ):
                    yield batch.select(names)
        except (pa.ArrowException, OSError) as problem:
            raise Refusal(damaged(self.files[file], problem)) from None


def damaged(path: Path, problem: Exception) -> Finding:
    """The finding of a Parquet file that cannot be decoded."""
    return codes.DAMAGED.at(Place(str(path)), reason=reason_of(problem))


class _Feed:
    """Batches of one row group, cut where pieces meet."""

    def __init__(self, batches: Iterator[pa.RecordBatch]) -> None:
        self._batches = batches
        self._rest: pa.RecordBatch | None = None

    def take(self, lines: int, *, keep: bool) -> list[pa.RecordBatch]:
        """The next lines, or nothing when they are only to be passed over."""
        taken = []
        while lines:
            batch = self._rest if self._rest is not None else next(self._batches)
            part, self._rest = batch.slice(0, lines), None
            if part.num_rows < batch.num_rows:
                self._rest = batch.slice(lines)
            lines -= part.num_rows
            if keep:
                taken.append(part)
        return taken


def _slices(batches: Iterator[pa.RecordBatch], first: int) -> Iterator[Slice]:
    for batch in batches:
        yield _slice(batch, first)
        first += batch.num_rows


def _slice(batch: pa.RecordBatch, first: int) -> Slice:
    return Slice(batch, np.arange(first, first + batch.num_rows), batch.num_rows)


def _repeated(metadata: Sequence[Any], header: Header, schema: pa.Schema) -> list[str]:
    """Text columns that are read as dictionaries: those that the engine reads, and what repeats."""
    found = []
    for name in header.names:
        known = header.engine_name(name)
        if not is_text(schema.field(name).type) or (known and COLUMNS[known].kind == "moment"):
            continue
        if (known and known != "line_id") or _bytes_a_line(metadata, name) <= REPEATED_BYTES:
            found.append(name)
    return found


def _bytes_a_line(metadata: Sequence[Any], name: str) -> float:
    """Uncompressed bytes of a column per line, in the first row group that has any."""
    for each in metadata:
        for number in range(each.num_row_groups):
            group = each.row_group(number)
            for place in range(group.num_columns if group.num_rows else 0):
                if group.column(place).path_in_schema == name:
                    return float(group.column(place).total_uncompressed_size / group.num_rows)
    return float("inf")
