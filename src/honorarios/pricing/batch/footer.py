"""Joining Parquet files without decoding them: their row groups are copied, the footers are merged.

A Parquet file is row groups and then a footer that says where they are: a Thrift structure in the
compact protocol (apache/thrift, ``thrift-compact-protocol.md``; apache/parquet-format,
``parquet.thrift``). Arrow writes footers but cannot move row groups, so the few numbers that say where
things are get changed here; everything else in a footer is copied as it stands.
"""

from __future__ import annotations

import errno
import os
from typing import IO, TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MAGIC: Final = b"PAR1"
_CHUNK: Final = 8 * 1024 * 1024
_NOT_BY_KERNEL: Final = (errno.EXDEV, errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP)
"""Where the kernel does not copy between these files; the disk being full is no such case."""

_TRUE, _FALSE, _BYTE, _I16, _I32, _I64, _DOUBLE, _BINARY, _LIST, _SET, _MAP, _STRUCT = range(1, 13)

_WHOLE: Final = frozenset({_I16, _I32, _I64})
_SIZES: Final = {_TRUE: 1, _FALSE: 1, _BYTE: 1, _DOUBLE: 8}
"""Bytes of what has always so many; a truth is a byte only in a list."""

# Fields of parquet.thrift.
_FILE_ROWS, _FILE_GROUPS = 3, 4
_GROUP_COLUMNS, _GROUP_OFFSET, _GROUP_ORDINAL = 1, 5, 7
_CHUNK_OFFSETS: Final = (2, 4, 6)
"""``file_offset``, ``offset_index_offset``, ``column_index_offset``."""
_CHUNK_METADATA: Final = 3
_METADATA_OFFSETS: Final = (9, 10, 11, 14)
"""``data_page_offset``, ``index_page_offset``, ``dictionary_page_offset``, ``bloom_filter_offset``."""


class Value(NamedTuple):
    """A Thrift value with its type: a struct is a dict by field, a list its element type and values."""

    type: int
    content: Any


def join_parquet(parts: Sequence[Path], target: IO[bytes]) -> None:
    """Write the row groups of files of one schema, in order, as one file."""
    target.write(MAGIC)
    joined: dict[int, Value] = {}
    rows = 0
    groups: list[dict[int, Value]] = []
    for path in parts:
        with path.open("rb", buffering=0) as part:
            end, footer = read_footer(part)
            shift = target.tell() - len(MAGIC)
            part.seek(len(MAGIC))
            copy_bytes(part, target, end - len(MAGIC))
        joined = joined or footer
        rows += footer[_FILE_ROWS].content
        for group in footer[_FILE_GROUPS].content[1]:
            _move(group, shift, len(groups))
            groups.append(group)
    joined[_FILE_ROWS] = Value(_I64, rows)
    joined[_FILE_GROUPS] = Value(_LIST, (_STRUCT, groups))
    written = bytearray()
    _write(written, _STRUCT, joined)
    target.write(written + len(written).to_bytes(4, "little") + MAGIC)


def copy_bytes(source: IO[bytes], target: IO[bytes], count: int) -> None:
    """Copy that many bytes of an unbuffered file in flat memory, in the kernel where it can."""
    target.flush()
    if hasattr(os, "copy_file_range"):
        try:
            while copied := os.copy_file_range(source.fileno(), target.fileno(), count):
                count -= copied
        except OSError as problem:
            if problem.errno not in _NOT_BY_KERNEL:
                raise
    while count:
        chunk = source.read(min(count, _CHUNK))
        if not chunk:
            raise EOFError(f"{source.name} ends {count} bytes early")
        target.write(chunk)
        count -= len(chunk)


def read_footer(file: IO[bytes]) -> tuple[int, dict[int, Value]]:
    """Where a Parquet file's footer begins, and the footer."""
    end = file.seek(-8, 2)
    length = int.from_bytes(file.read(4), "little")
    file.seek(end - length)
    footer: dict[int, Value] = _Reader(file.read(length)).value(_STRUCT)
    return end - length, footer


def _move(group: dict[int, Value], shift: int, ordinal: int) -> None:
    """Say that a row group stands so many bytes later, as so manieth of its file."""
    _shift(group, (_GROUP_OFFSET,), shift)
    if _GROUP_ORDINAL in group:
        group[_GROUP_ORDINAL] = Value(_I16, ordinal)
    for chunk in group[_GROUP_COLUMNS].content[1]:
        _shift(chunk, _CHUNK_OFFSETS, shift)
        _shift(chunk[_CHUNK_METADATA].content, _METADATA_OFFSETS, shift)


def _shift(fields: dict[int, Value], numbers: Sequence[int], shift: int) -> None:
    for number in numbers:
        if number in fields and fields[number].content:  # 0 says that there is none
            fields[number] = Value(_I64, fields[number].content + shift)


class _Reader:
    """Thrift values from bytes in the compact protocol."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._place = 0

    def value(self, kind: int) -> Any:  # noqa: ANN401 - any Thrift value
        """The next value of a type."""
        if kind in _WHOLE:
            number = self._varint()
            return (number >> 1) ^ -(number & 1)
        if kind == _STRUCT:
            return self._fields()
        if kind in (_LIST, _SET):
            return self._list()
        if kind == _BINARY:
            return self._bytes(self._varint())
        if kind in _SIZES:
            return self._bytes(_SIZES[kind])
        raise ValueError(f"Thrift type {kind} is in no Parquet footer")

    def _fields(self) -> dict[int, Value]:
        fields = {}
        number = 0
        while head := self._byte():
            kind, delta = head & 15, head >> 4
            number = number + delta if delta else self.value(_I16)
            fields[number] = Value(kind, None if kind in (_TRUE, _FALSE) else self.value(kind))
        return fields

    def _list(self) -> tuple[int, list[Any]]:
        head = self._byte()
        count = head >> 4 if head >> 4 != 15 else self._varint()
        return head & 15, [self.value(head & 15) for _ in range(count)]

    def _varint(self) -> int:
        number = shift = 0
        while (byte := self._byte()) > 127:
            number |= (byte & 127) << shift
            shift += 7
        return number | byte << shift

    def _byte(self) -> int:
        self._place += 1
        return self._data[self._place - 1]

    def _bytes(self, count: int) -> bytes:
        self._place += count
        return self._data[self._place - count : self._place]


def _write(to: bytearray, kind: int, value: Any) -> None:  # noqa: ANN401 - any Thrift value
    """Add a value in the compact protocol."""
    if kind in _WHOLE:
        _write_varint(to, (value << 1) ^ (value >> 63))
    elif kind == _STRUCT:
        _write_fields(to, value)
    elif kind in (_LIST, _SET):
        of, values = value
        count = len(values)
        if count < 15:
            to.append(count << 4 | of)
        else:
            to.append(0xF0 | of)
            _write_varint(to, count)
        for each in values:
            _write(to, of, each)
    else:
        if kind == _BINARY:
            _write_varint(to, len(value))
        to += value


def _write_fields(to: bytearray, fields: dict[int, Value]) -> None:
    before = 0
    for number in sorted(fields):
        kind, value = fields[number]
        if number - before < 16:
            to.append(number - before << 4 | kind)
        else:
            to.append(kind)
            _write_varint(to, number << 1)
        if value is not None:
            _write(to, kind, value)
        before = number
    to.append(0)


def _write_varint(to: bytearray, number: int) -> None:
    while number > 127:
        to.append(number & 127 | 128)
        number >>= 7
    to.append(number)
