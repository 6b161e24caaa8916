"""Compare a whole file with the Decimal peer, and with the tests' oracle: ``python -m benchmarks.verify``.

Both are slow and both are independent of the engine: the peer knows the core rules only, the oracle the
whole law. Slices of the file are checked side by side in as many processes as there are cores.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import time
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks import agreement, workbench
from benchmarks.peers.columns import RESULT_COLUMNS
from benchmarks.peers.decimal_dicts import DecimalDicts
from benchmarks.rounds import say
from honorarios.pricing.engine import price_table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.oracle.oracle import Oracle

SLICE: Final = 25_000
Task = tuple[str, str, int, int]
"""Judge, kind, row group and place of the slice in it."""


def main(arguments: list[str] | None = None) -> int:
    """Check, tell, and say by the exit code whether everything was equal."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.verify", description=__doc__)
    parser.add_argument("judge", choices=("decimal", "oracle"))
    parser.add_argument("--kind", choices=("core", "full"), default="core")
    parser.add_argument("--lines", type=int, default=10_000_000)
    parser.add_argument(
        "--sample", type=int, metavar="N", help="only every N-th slice of 25,000 lines"
    )
    parser.add_argument("--processes", type=int, default=len(os.sched_getaffinity(0)))
    chosen = parser.parse_args(arguments)
    if chosen.judge == "decimal" and chosen.kind != "core":
        parser.error("the Decimal peer knows the core rules only")
    checked, differing = verify(
        chosen.judge, chosen.kind, chosen.lines, chosen.sample or 1, chosen.processes
    )
    print(
        f"{chosen.judge}: {checked:,} lines, {sum(differing.values())} differing cells {dict(differing) or ''}"
    )
    return 1 if differing else 0


def verify(
    judge: str, kind: str, count: int, every: int, processes: int
) -> tuple[int, Counter[str]]:
    """Lines checked, and differing cells by column."""
    path = workbench.lines_file(kind, count)
    workbench.catalogue(kind)
    workbench.peer_tables()
    tasks = list(_tasks(judge, kind, path))[::every]
    checked, differing, began = 0, Counter[str](), time.monotonic()
    with multiprocessing.get_context("spawn").Pool(
        processes, initargs=(path,), initializer=_open
    ) as pool:
        for done, (lines, found) in enumerate(pool.imap_unordered(_check, tasks), 1):
            checked += lines
            differing.update(found)
            if done % 20 == 0 or done == len(tasks):
                say(
                    f"  {checked:,} lines, {checked / (time.monotonic() - began):,.0f}/s, {sum(differing.values())} differing cells"
                )
    return checked, differing


def _tasks(judge: str, kind: str, path: Path) -> Iterator[Task]:
    metadata = pq.read_metadata(path)
    for group in range(metadata.num_row_groups):
        for first in range(0, metadata.row_group(group).num_rows, SLICE):
            yield judge, kind, group, first


_path: Path
_group: tuple[int, pa.Table] | None = None


def _open(path: Path) -> None:
    global _path  # noqa: PLW0603 - a worker process has one file
    _path = path


def _check(task: Task) -> tuple[int, dict[str, int]]:
    judge, kind, group, first = task
    table = _row_group(group).slice(first, SLICE)
    compiled = workbench.compiled(kind)
    if judge == "decimal":
        return table.num_rows, agreement.of_decimal(table, _decimal(), compiled)
    return table.num_rows, _by_oracle(table, price_table(table, compiled), _oracle(kind))


def _row_group(group: int) -> pa.Table:
    global _group  # noqa: PLW0603 - slices of one row group come one after another
    if _group is None or _group[0] != group:
        _group = group, pq.ParquetFile(_path).read_row_group(group)
    return _group[1]


@cache
def _decimal() -> DecimalDicts:
    return DecimalDicts(workbench.peer_tables())


@cache
def _oracle(kind: str) -> Oracle:
    from tests.oracle.oracle import Oracle  # noqa: PLC0415 - the tests are needed by this judge only

    return Oracle(workbench.catalogue(kind))


def _by_oracle(table: pa.Table, ours: pa.Table, oracle: Oracle) -> dict[str, int]:
    differing: Counter[str] = Counter()
    names = [name for name in RESULT_COLUMNS if name != "catalogue_hash"]
    results: list[dict[str, Any]] = ours.select(names).to_pylist()
    for line, result in zip(table.to_pylist(), results, strict=True):
        right = oracle.price(line)
        differing.update(name for name in names if result[name] != right[name])
    return dict(differing)


if __name__ == "__main__":
    sys.exit(main())
