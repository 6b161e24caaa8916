"""A CSV as tasks of whole records, in blocks of bytes: flat memory whatever its size.

The separator is told by the header, the text is UTF-8 or, where it is not, Windows-1252. A record that
has not the header's number of cells is refused with its line; the others go on.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.csv as pacsv

from honorarios.core.findings import Finding, Place, has_errors
from honorarios.pricing import codes
from honorarios.pricing.batch.header import Header, read_header
from honorarios.pricing.batch.intake import COLUMNS
from honorarios.pricing.batch.scan import LONGEST_RECORD, Scan, scan
from honorarios.pricing.batch.source import SLICE_LINES, Refusal, Refused, Slice, Task

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from io import BufferedReader
    from pathlib import Path

    from numpy.typing import NDArray

DELIMITERS: Final = (";", "\t", ",", "|")
MEGABYTE: Final = 1024 * 1024
LEAST_BLOCK: Final = 8 * MEGABYTE
MOST_BLOCK: Final = 16 * MEGABYTE
BLOCKS: Final = 64
"""Blocks that a file is divided into, between the least and the most bytes of a block."""
SAMPLE: Final = 4 * MEGABYTE
MOST_BROKEN: Final = 1_000
"""Lines with an open quotation mark after which a file is no CSV."""
LISTED: Final = 20
"""Refused rows of a block that are findings; all of them are counted."""
_BOM: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Position:
    """A place between two records."""

    offset: int
    record: int = 0
    """Records before it, the header left out."""
    line: int = 0
    """Lines of text before it, of the whole file."""
    broken: int = 0
    """Lines with an open quotation mark before it."""


def open_csv(path: Path) -> tuple[CsvSource | None, list[Finding]]:
    """The lines of a CSV; no source with findings of what forbids pricing it."""
    place = Place(str(path))
    with path.open("rb") as file:
        head = file.read(LONGEST_RECORD)
        begin = len(_BOM) if head.startswith(_BOM) else 0
        head = head[begin:]
        if not head.strip():
            return None, [codes.EMPTY.at(place)]
        delimiter = _delimiter(head)
        first = scan(head, ord(delimiter), -1, last=len(head) < LONGEST_RECORD - begin)
        if not len(first.ragged):
            return None, [codes.NOT_CSV.at(place, limit=0)]
        start, end, line = (int(number) for number in first.ragged[0, :3])
        header_text = as_utf8(head[start:end]).decode()
        file.seek(begin + end)
        if not file.read(LONGEST_RECORD).strip():
            return None, [codes.NO_LINES.at(place)]
    names = [name.strip() for name in next(csv.reader([header_text], delimiter=delimiter))]
    header, findings = read_header(names, str(path))
    if header is None or has_errors(findings):
        return None, findings
    lines = line + 1 + header_text.strip().count("\n")
    return CsvSource(path, delimiter, names, header, Position(begin + end, line=lines)), findings


def _delimiter(head: bytes) -> str:
    """What divides the first line with content into most cells."""
    line = next(
        line for line in as_utf8(head).decode(errors="replace").splitlines() if line.strip()
    )
    return max(DELIMITERS, key=lambda each: len(next(csv.reader([line], delimiter=each))))


def as_utf8(text: bytes) -> bytes:
    """The text in UTF-8: as it is, or from Windows-1252, or from Latin-1."""
    if text.isascii():
        return text
    for encoding in ("utf-8", "cp1252"):
        try:
            decoded = text.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text if encoding == "utf-8" else decoded.encode()
    return text.decode("latin-1").encode()


class CsvSource:
    """Lines in one CSV; each column is text."""

    unit = "bytes"

    def __init__(
        self, path: Path, delimiter: str, names: Sequence[str], header: Header, start: Position
    ) -> None:
        """A file whose records begin at ``start`` and have a cell for each name."""
        self.files = (path,)
        self.delimiter = delimiter
        self.header = header
        self.size = path.stat().st_size
        self._names = list(names)
        self._start = start
        self.schema = pa.schema([(name, _type(header, name)) for name in header.names])
        self._block = max(LEAST_BLOCK, min(self.size // BLOCKS, MOST_BLOCK))
        self.plan = {"block_bytes": self._block}

    def sample(self) -> Slice | None:
        """The first lines, if any of them is whole."""
        with self.files[0].open("rb") as file:
            file.seek(self._start.offset)
            text = file.read(SAMPLE)
        found = scan(text, ord(self.delimiter), len(self._names), last=len(text) < SAMPLE)
        slices = self._slices(text[: found.end], found, 0)
        return next((replace(first, weight=found.end) for first in slices), None)

    def tasks(self, ends: Mapping[int, Mapping[str, int]]) -> Iterator[Task]:
        """The tasks in order; blocks are read and divided here, and understood in the task."""
        number, position = 0, self._start
        while number in ends:
            position, number = Position(**ends[number]), number + 1
        with self.files[0].open("rb") as file:
            for block in _Blocks(file, position, self.delimiter, len(self._names), self._block):
                if number not in ends:
                    slices = self._slices(block.text, block.found, block.first)
                    refused = self._refused(block)
                    yield Task(number, slices, refused, vars(block.end))
                number += 1

    def _slices(self, text: bytes, found: Scan, first: int) -> Iterator[Slice]:
        numbers = np.delete(np.arange(first, first + found.records), found.ragged[:, 3])
        if not len(numbers):
            return
        done = 0
        for batch in self._table(_without(text, found.ragged)).to_batches(SLICE_LINES):
            share = len(text) * batch.num_rows // len(numbers)
            yield Slice(batch, numbers[done : done + batch.num_rows], share)
            done += batch.num_rows

    def _table(self, text: bytes) -> Any:  # noqa: ANN401 - pyarrow is not typed
        text = as_utf8(text)
        return pacsv.read_csv(
            pa.BufferReader(text),
            pacsv.ReadOptions(
                column_names=self._names, use_threads=False, block_size=len(text) + 1
            ),
            pacsv.ParseOptions(delimiter=self.delimiter, newlines_in_values=True),
            pacsv.ConvertOptions(
                column_types=self.schema,
                include_columns=self.schema.names,
                null_values=[""],
                strings_can_be_null=True,
            ),
        )

    def _refused(self, block: _Block) -> Refused:
        file = str(self.files[0])
        words = {"columns": len(self._names)}
        findings = [
            codes.RAGGED_ROW.at(Place(file, block.line + int(line) + 1), cells=int(cells), **words)
            for line, cells in block.found.ragged[:LISTED, [2, 4]]
        ]
        findings += [codes.OPEN_QUOTES.at(Place(file, line + 1)) for line in block.broken[:LISTED]]
        return Refused(len(block.found.ragged) + len(block.broken), tuple(findings))


def _type(header: Header, name: str) -> pa.DataType:
    """Text; a dictionary where the engine reads each distinct value once."""
    known = header.engine_name(name)
    if known is None or COLUMNS[known].kind in ("key", "moment"):
        return pa.string()
    return pa.dictionary(pa.int32(), pa.string())


def _without(text: bytes, ragged: NDArray[np.int64]) -> bytes:
    """The text without its ragged records."""
    if not len(ragged):
        return text
    kept, place = [], 0
    for begin, end in ragged[:, :2]:
        kept.append(text[place:begin])
        place = int(end)
    return b"".join((*kept, text[place:]))


@dataclass(frozen=True)
class _Block:
    """Whole records of a file."""

    text: bytes
    found: Scan
    first: int
    """Records before it."""
    line: int
    """Lines of text before it."""
    broken: tuple[int, ...]
    """Lines with an open quotation mark just before it."""
    end: Position


class _Blocks:
    """The blocks of a file from a position on: the same ones wherever one begins."""

    def __init__(
        self, file: BufferedReader, start: Position, delimiter: str, cells: int, size: int
    ) -> None:
        self._file = file
        self._at = start
        self._delimiter = ord(delimiter)
        self._cells = cells
        self._size = size
        self._rest = b""

    def __iter__(self) -> Iterator[_Block]:
        broken: tuple[int, ...] = ()
        self._file.seek(self._at.offset)
        while text := self._rest + self._file.read(self._size - len(self._rest)):
            found = scan(text, self._delimiter, self._cells, last=len(text) < self._size)
            self._rest = text[found.end :]
            before = self._at
            self._at = replace(
                before,
                offset=before.offset + found.end,
                record=before.record + found.records,
                line=before.line + found.lines,
            )
            if found.end:
                whole = text[: found.end]
                yield _Block(whole, found, before.record, before.line, broken, self._at)
                broken = ()
            if found.overlong:
                broken = (*broken, self._at.line)
                self._pass_over_line()
        if broken:
            nothing = Scan(0, 0, 0, np.empty((0, 5), np.int64), overlong=False)
            yield _Block(b"", nothing, self._at.record, self._at.line, broken, self._at)

    def _pass_over_line(self) -> None:
        """Leave out one line of text: where quotation marks do not close, lines are all there is."""
        if self._at.broken >= MOST_BROKEN:
            place = Place(str(self._file.name), self._at.line + 1)
            raise Refusal(codes.NOT_CSV.at(place, limit=MOST_BROKEN))
        left_out = 0
        line, end, self._rest = self._rest.partition(b"\n")
        left_out += len(line) + len(end)
        while not end and (text := self._file.read(MEGABYTE)):
            line, end, self._rest = text.partition(b"\n")
            left_out += len(line) + len(end)
        at = self._at
        self._at = Position(at.offset + left_out, at.record + 1, at.line + 1, at.broken + 1)
