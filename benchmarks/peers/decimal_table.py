"""The Decimal peer with an Arrow table on either side, as our engine has: the same job for both.

Each side is converted the fastest plain way that was found: whole columns become lists, the text of a
dictionary is made once, and rows are zipped into dictionaries; the results are zipped back into columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from benchmarks.compare import plain
from benchmarks.peers.columns import RESULT_COLUMNS

if TYPE_CHECKING:
    from benchmarks.peers.decimal_dicts import DecimalDicts, Line


def price_table(peer: DecimalDicts, table: pa.Table, results: pa.Schema) -> pa.Table:
    """The lines of a table with their result columns, in the types of a schema; text without dictionaries."""
    records = peer.price(dictionaries(table))
    priced = [
        pa.array(column, plain(results.field(name).type))
        for name, column in zip(RESULT_COLUMNS, zip(*records, strict=True), strict=True)
    ]
    return pa.table([*table.columns, *priced], names=[*table.column_names, *RESULT_COLUMNS])


def dictionaries(table: pa.Table) -> list[Line]:
    """The lines of a table; equal texts of a column are one object."""
    names = table.column_names
    columns = [_cells(column.combine_chunks()) for column in table.columns]
    return [dict(zip(names, cells, strict=True)) for cells in zip(*columns, strict=True)]


def _cells(column: pa.Array) -> list[Any]:
    if pa.types.is_dictionary(column.type):
        distinct = [*column.dictionary.to_pylist(), None]
        places = pc.fill_null(column.indices, len(distinct) - 1).to_numpy().tolist()
        return [distinct[place] for place in places]
    if pa.types.is_timestamp(column.type):
        moments: list[Any] = column.to_numpy(zero_copy_only=False).tolist()
        return moments
    if column.null_count or not pa.types.is_primitive(column.type):
        cells: list[Any] = column.to_pylist()
        return cells
    whole: list[Any] = column.to_numpy().tolist()
    return whole
