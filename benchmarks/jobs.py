"""What is measured, each in a process of its own: ``python -m benchmarks.jobs JOB ARGUMENTS``.

A job loads what it needs, warms up, measures once, and prints one JSON object. So no measurement is
helped or hindered by what another one left in memory.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks import memory, workbench
from benchmarks.spread import percentiles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Measured = dict[str, Any]
WARM_UP_LINES: Final = 100_000
CODEC: Final = "lz4"
ACCOUNT_LINES: Final = 30


def engine_table(kind: str, count: str) -> Measured:
    """The engine on one core, the whole of it: an Arrow table of lines in, an Arrow table of results out."""
    from honorarios.pricing.engine import price_table  # noqa: PLC0415 - loaded by this job only

    compiled, table = workbench.compiled(kind), _table(kind, int(count))
    _one_core()
    return _second_time(lambda: price_table(table, compiled)) | {"lines": int(count)}


def engine_rule(kind: str, count: str) -> Measured:
    """The rule alone on one core: interned columns in, arrays of results out."""
    from honorarios.pricing.engine import BATCH_LINES  # noqa: PLC0415 - loaded by this job only
    from honorarios.pricing.intern import lines_of  # noqa: PLC0415 - as above
    from honorarios.pricing.interned import new_results  # noqa: PLC0415 - as above
    from honorarios.pricing.rule import price  # noqa: PLC0415 - as above

    compiled, table = workbench.compiled(kind), _table(kind, int(count))
    batches = [lines_of(batch, compiled) for batch in table.to_batches(BATCH_LINES)]

    def price_all() -> object:
        results = [new_results(len(lines.code)) for lines in batches]
        for lines, found in zip(batches, results, strict=True):
            price(lines, compiled.addresses, found)
        return results

    _one_core()
    return _second_time(price_all) | {"lines": int(count)}


def decimal_table(count: str) -> Measured:
    """``Decimal`` and dictionaries, the same job: the same table in, the same result columns out."""
    from benchmarks.peers.decimal_dicts import DecimalDicts  # noqa: PLC0415 - loaded by this job only
    from benchmarks.peers.decimal_table import price_table  # noqa: PLC0415 - as above
    from honorarios.pricing.columns import OUTPUT_COLUMNS  # noqa: PLC0415 - as above

    peer, table = DecimalDicts(workbench.peer_tables(), HASH), _table("core", int(count))
    results = pa.schema(pa.field(column.name, column.type) for column in OUTPUT_COLUMNS)
    _one_core()
    return _second_time(lambda: price_table(peer, table, results)) | {"lines": int(count)}


def decimal_rule(count: str) -> Measured:
    """``Decimal`` and dictionaries, the calculation alone: dictionaries in, tuples out."""
    from benchmarks.peers.decimal_dicts import DecimalDicts  # noqa: PLC0415 - loaded by this job only

    peer = DecimalDicts(workbench.peer_tables(), HASH)
    lines = dictionaries(workbench.lines_file("core", int(count)), int(count))
    _one_core()
    return _second_time(lambda: peer.price(lines)) | {"lines": int(count)}


def _table(kind: str, count: int) -> pa.Table:
    """Lines in memory, with text as dictionaries."""
    path = workbench.lines_file(kind, count)
    text = [field.name for field in pq.read_schema(path) if pa.types.is_string(field.type)]
    return pq.read_table(path, read_dictionary=text)


def _second_time(job: Callable[[], object]) -> Measured:
    """Do it once to warm up and let the result go; then measure it, without the garbage collector."""
    job()
    gc.collect()
    gc.freeze()
    gc.disable()
    with _measured() as measured:
        kept = job()
    del kept
    return measured


def dictionaries(path: Path, count: int) -> list[dict[str, Any]]:
    """Lines as dictionaries; equal texts are one object, as a careful reader would have them."""
    table = pq.read_table(path).slice(0, count)
    return [
        {name: sys.intern(cell) if isinstance(cell, str) else cell for name, cell in line.items()}
        for line in table.to_pylist()
    ]


def orm_lines(count: str) -> Measured:
    """Django's ORM, a line at a time."""
    workbench.orm_database()
    from benchmarks.peers.orm_lines import OrmLines  # noqa: PLC0415 - after Django is set up

    peer = OrmLines()
    lines = dictionaries(workbench.lines_file("core", WARM_UP_LINES), int(count) + 10)
    for line in lines[:10]:
        peer.price(line)
    with _measured() as measured:
        for line in lines[10:]:
            peer.price(line)
    return measured | {"lines": int(count)}


def file_ours(kind: str, count: str) -> Measured:
    """Our batch, from Parquet to Parquet."""
    from honorarios.pricing.batch.run import price_files  # noqa: PLC0415 - loaded by this job only

    compiled = workbench.compiled(kind)

    def price(lines: Path, out: Path) -> None:
        summary = price_files(lines, compiled, out, overwrite=True, resume=False)
        if not summary.complete:
            raise RuntimeError(str(summary.findings))

    return _file(kind, int(count), "ours", price)


def file_nop(kind: str, count: str) -> Measured:
    """The same input and output without pricing."""
    from benchmarks.peers.nop import Nop  # noqa: PLC0415 - loaded by this job only

    peer = Nop(workbench.lines_file(kind, int(count)), workbench.compiled(kind))
    return _file(kind, int(count), "nop", peer.price_file)


def file_duckdb(count: str) -> Measured:
    """DuckDB, from Parquet to Parquet."""
    from benchmarks.peers.duckdb_sql import DuckDB  # noqa: PLC0415 - loaded by this job only

    peer = DuckDB(workbench.peer_arrow(), HASH, len(os.sched_getaffinity(0)))
    return _file(
        "core", int(count), "duckdb", lambda lines, out: peer.price_file(lines, out, CODEC)
    )


def file_polars_joins(count: str) -> Measured:
    """Polars with joins, from Parquet to Parquet."""
    from benchmarks.peers.polars_join import PolarsJoins  # noqa: PLC0415 - loaded by this job only

    peer = PolarsJoins(workbench.peer_arrow(), HASH)
    return _file(
        "core", int(count), "polars-joins", lambda lines, out: peer.price_file(lines, out, CODEC)
    )


def file_polars_gathers(count: str) -> Measured:
    """Polars without joins, from Parquet to Parquet."""
    from benchmarks.peers.polars_gather import PolarsGathers  # noqa: PLC0415 - loaded by this job only

    peer = PolarsGathers(workbench.peer_arrow(), HASH)
    return _file(
        "core", int(count), "polars-gathers", lambda lines, out: peer.price_file(lines, out, CODEC)
    )


HASH: Final = "0" * 64
"""Stands for the catalogue's hash in the peers' results: as long, and as often."""


def one_line(kind: str, count: str) -> Measured:
    """One line and one account of thirty, from dictionaries to explained dictionaries."""
    from honorarios.pricing.line import LinePricer, price_line  # noqa: PLC0415 - loaded by this job only

    compiled = workbench.compiled(kind)
    lines = dictionaries(workbench.lines_file(kind, WARM_UP_LINES), int(count))
    pricer = LinePricer(compiled)
    accounts = [
        lines[place : place + ACCOUNT_LINES] for place in range(0, len(lines), ACCOUNT_LINES)
    ]
    for line in lines[:1_000]:
        price_line(line, compiled)
        pricer.price([line])
    return {
        "price_line": percentiles(_each(lambda line: price_line(line, compiled), lines)),
        "line_pricer": percentiles(_each(lambda line: pricer.price([line]), lines)),
        "account": percentiles(_each(pricer.price, accounts)),
    }


def first_line(kind: str) -> Measured:
    """From nothing to the first priced line, as a program that starts has it."""
    folder = workbench.catalogue_folder(kind)
    began = time.perf_counter()
    from honorarios.pricing.folder import compile_folder  # noqa: PLC0415 - its import is measured
    from honorarios.pricing.line import price_line  # noqa: PLC0415 - as above

    imported = time.perf_counter()
    compiled, findings = compile_folder(folder)
    if compiled is None:
        raise RuntimeError(str(findings))
    ready = time.perf_counter()
    line = {"code": "1", "start": "2024-05-01 10:00", "role": "surgeon"}
    price_line(line, compiled)
    first = time.perf_counter()
    price_line(line, compiled)
    return {
        "import": imported - began,
        "catalogue": ready - imported,
        "first_line": first - ready,
        "second_line": time.perf_counter() - first,
    }


def agreement(count: str, orm_count: str) -> Measured:
    """Differing cells of every peer."""
    from benchmarks import agreement as judge  # noqa: PLC0415 - loads every peer
    from benchmarks.peers.decimal_dicts import DecimalDicts  # noqa: PLC0415 - loaded by this job only

    found = judge.of_files(int(count))
    table = pq.read_table(workbench.lines_file("core", int(count)))
    peer = DecimalDicts(workbench.peer_tables())
    found["decimal"] = judge.of_decimal(table, peer, workbench.compiled("core"))
    found["orm"] = judge.of_orm(int(orm_count))
    return found


def stages(kind: str, count: str) -> Measured:
    """Our batch stage by stage, with one thread on one core."""
    from benchmarks.stages import batch_stages  # noqa: PLC0415 - loaded by this job only

    _one_core()
    return batch_stages(kind, int(count))


def decimal_profile() -> Measured:
    """Where the Decimal peer spends its time."""
    from benchmarks import stages as profiles  # noqa: PLC0415 - as above

    _one_core()
    lines = dictionaries(workbench.lines_file("core", WARM_UP_LINES), WARM_UP_LINES)
    return {"functions": profiles.decimal_profile(lines)}


def prepare(*files: str) -> Measured:
    """Make the files of the workbench: ``core:1000000``."""
    for file in files:
        kind, count = file.split(":")
        workbench.catalogue_folder(kind)
        workbench.lines_file(kind, WARM_UP_LINES)
        workbench.lines_file(kind, int(count))
    workbench.peer_arrow()
    workbench.orm_database()
    return {}


def _each(call: Callable[[Any], object], inputs: list[Any]) -> list[float]:
    """Seconds of each call."""
    gc.collect()
    clock, seconds = time.perf_counter_ns, []
    for given in inputs:
        began = clock()
        call(given)
        seconds.append((clock() - began) / 1e9)
    return seconds


def _file(kind: str, count: int, name: str, price: Callable[[Path, Path], object]) -> Measured:
    """Warm up with a short file, then price the long one once."""
    lines, out = workbench.lines_file(kind, count), workbench.output(f"{name}.parquet")
    price(workbench.lines_file(kind, WARM_UP_LINES), out)
    out.unlink()
    os.sync()
    with _measured() as measured:
        price(lines, out)
    return measured | {"lines": count, "bytes": out.stat().st_size} | _total(out)


def _total(out: Path) -> Measured:
    """The sum of all lines, to be the same in every engine."""
    total = 0
    for batch in pq.ParquetFile(out).iter_batches(columns=["total_centavos"]):
        total += pa.compute.sum(batch.column(0)).as_py() or 0
    return {"total_centavos": total}


def _one_core() -> None:
    """Keep this process on one core."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


@contextmanager
def _measured() -> Iterator[Measured]:
    """Seconds by the clock, seconds of processor and the peak of memory."""
    found: Measured = {}
    gc.collect()
    memory.reset_peak()
    processor, began = time.process_time(), time.perf_counter()
    yield found
    found["seconds"] = time.perf_counter() - began
    found["processor_seconds"] = time.process_time() - processor
    found["peak_bytes"] = memory.peak_bytes()


JOBS: Final = {
    job.__name__: job
    for job in (
        engine_table,
        engine_rule,
        decimal_table,
        decimal_rule,
        orm_lines,
        file_ours,
        file_nop,
        file_duckdb,
        file_polars_joins,
        file_polars_gathers,
        one_line,
        first_line,
        agreement,
        stages,
        decimal_profile,
        prepare,
    )
}


if __name__ == "__main__":
    json.dump(JOBS[sys.argv[1]](*sys.argv[2:]), sys.stdout)
