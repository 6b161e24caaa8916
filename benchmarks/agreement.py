"""Whether every peer says what we say, before any of them is timed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks import compare, workbench
from benchmarks.peers import decimal_table
from benchmarks.peers.duckdb_sql import DuckDB
from benchmarks.peers.polars_gather import PolarsGathers
from benchmarks.peers.polars_join import PolarsJoins
from honorarios.pricing.engine import price_table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchmarks.peers.decimal_dicts import DecimalDicts
    from honorarios.pricing.compile import Compiled

Differences = dict[str, int]
WIDE = pa.decimal128(38, 8)


def of_files(count: int) -> dict[str, Differences]:
    """Differing cells by column, of each peer that prices files."""
    lines = workbench.lines_file("core", count)
    ours = price_table(pq.read_table(lines), workbench.compiled("core"))
    arrow = workbench.peer_arrow()
    peers: dict[str, DuckDB | PolarsJoins | PolarsGathers] = {
        "duckdb": DuckDB(arrow),
        "polars joins": PolarsJoins(arrow),
        "polars gathers": PolarsGathers(arrow),
    }
    return {name: _of_file(peer, lines, ours) for name, peer in peers.items()}


def _of_file(
    peer: DuckDB | PolarsJoins | PolarsGathers, lines: Path, ours: pa.Table
) -> Differences:
    out = workbench.output("agreement.parquet")
    peer.price_file(lines, out, "lz4")
    return compare.differences(ours, pq.read_table(out))


def of_decimal(table: pa.Table, peer: DecimalDicts, compiled: Compiled) -> Differences:
    """Differing cells by column, of the Decimal peer."""
    ours = price_table(table, compiled)
    return compare.differences(ours, decimal_table.price_table(peer, table, ours.schema))


def of_orm(count: int) -> Differences:
    """Differing cells by column, of the ORM."""
    workbench.orm_database()
    from benchmarks.peers.orm_lines import OrmLines  # noqa: PLC0415 - after Django is set up

    table = pq.read_table(workbench.lines_file("core", 100_000)).slice(0, count)
    peer = OrmLines()
    ours = price_table(table, workbench.compiled("core"))
    return _of_records(ours, [peer.price(line) for line in table.to_pylist()])


def _of_records(ours: pa.Table, records: Sequence[tuple[Any, ...]]) -> Differences:
    wide = pa.schema(
        pa.field(field.name, WIDE if pa.types.is_decimal(field.type) else field.type)
        for field in ours.schema
    )
    return compare.differences(ours, compare.from_records(ours["line_id"], records, wide))
