"""Whether two engines said the same: every result column, cell by cell, empty cells included."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.compute as pc

from benchmarks.peers.columns import RESULT_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

COMPARED: Final = tuple(name for name in RESULT_COLUMNS if name != "catalogue_hash")
WIDE: Final = pa.decimal128(38, 8)


def differences(
    ours: pa.Table, theirs: pa.Table, columns: Iterable[str] = COMPARED
) -> dict[str, int]:
    """Cells that differ, by column; both tables have the same lines, in any order."""
    if ours.num_rows != theirs.num_rows:
        return {"rows": abs(ours.num_rows - theirs.num_rows)}
    ours, theirs = _in_order(ours), _in_order(theirs)
    counts = {name: _differing(ours[name], theirs[name]) for name in ("line_id", *columns)}
    return {name: count for name, count in counts.items() if count}


def from_records(
    line_ids: pa.ChunkedArray, records: Sequence[tuple[object, ...]], like: pa.Schema
) -> pa.Table:
    """Result tuples, in the order of the columns, as a table whose types are those of another."""
    columns = zip(*records, strict=True)
    arrays = {
        name: pa.array(column, plain(like.field(name).type))
        for name, column in zip(RESULT_COLUMNS, columns, strict=True)
    }
    return pa.table({"line_id": line_ids, **arrays})


def _in_order(table: pa.Table) -> pa.Table:
    line_ids = table["line_id"]
    if len(line_ids) < 2 or pc.all(pc.less(line_ids[:-1], line_ids[1:])).as_py():
        return table
    return table.take(pc.sort_indices(line_ids))


def _differing(ours: pa.ChunkedArray, theirs: pa.ChunkedArray) -> int:
    ours, theirs = _comparable(ours), _comparable(theirs)
    same = pc.if_else(
        pc.and_(pc.is_valid(ours), pc.is_valid(theirs)),
        pc.equal(ours, theirs),
        pc.and_(pc.is_null(ours), pc.is_null(theirs)),
    )
    equal: int = pc.sum(same).as_py()
    return len(ours) - equal


def _comparable(column: pa.ChunkedArray) -> pa.ChunkedArray:
    type_ = plain(column.type)
    column = column.cast(type_)
    if pa.types.is_decimal(type_):
        return column.cast(WIDE)
    if pa.types.is_integer(type_):
        return column.cast(pa.int64())
    if pa.types.is_large_string(type_) or pa.types.is_string_view(type_) or pa.types.is_null(type_):
        return column.cast(pa.string())
    return column


def plain(type_: pa.DataType) -> pa.DataType:
    """The type of a column's values, whether they are in a dictionary or not."""
    return type_.value_type if pa.types.is_dictionary(type_) else type_
