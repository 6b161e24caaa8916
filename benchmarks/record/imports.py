"""``python -m benchmarks.record.imports``: a file of 100,000 fees into a record of a million lines."""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import random
import sys
import tempfile
import time
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from benchmarks.record.crowd import Crowd

ROWS_A_PART: Final = 10
FIRST: Final = datetime(2025, 11, 2, 8)
MINUTES: Final = 27 * 24 * 60
CODES: Final = ("31003079", "40901122", "30722071", "10102019")


def main() -> int:
    """Fill a database, import a file, say how long it took."""
    told = argparse.ArgumentParser(prog="python -m benchmarks.record.imports", description=__doc__)
    told.add_argument("--lines", type=int, default=1_000_000, help="lines on record beforehand")
    told.add_argument("--rows", type=int, default=100_000, help="rows of the file")
    told.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    told.add_argument("--profile", type=Path, help="where to write a profile of the import")
    chosen = told.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HONORARIOS_HOME"] = folder
        print(json.dumps(_measured(chosen, Path(folder))), flush=True)
    return 0


def _measured(chosen: argparse.Namespace, folder: Path) -> dict[str, Any]:
    if chosen.database == "sqlite":
        os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'record.sqlite3'}"
        return _with_database(chosen, folder)
    from tests.databases.postgresql import PostgresServer  # noqa: PLC0415 - only where it is asked for

    server = PostgresServer()
    server.start()
    try:
        os.environ["DATABASE_URL"] = server.url()
        return _with_database(chosen, folder)
    finally:
        server.stop()


def _with_database(chosen: argparse.Namespace, folder: Path) -> dict[str, Any]:
    from honorarios.config import migrate  # noqa: PLC0415 - the environment is set first

    migrate()
    from benchmarks.record.crowd import fill  # noqa: PLC0415 - Django is ready by now

    began = time.perf_counter()
    crowd = fill(chosen.lines, -(-chosen.rows // ROWS_A_PART))
    filled = time.perf_counter()
    path = write_file(folder / "fees.csv", crowd, chosen.rows)
    return {
        "database": chosen.database,
        "lines_before": chosen.lines,
        "rows": chosen.rows,
        "filled_in": round(filled - began, 1),
        **imported(crowd, path, chosen.profile),
    }


def write_file(path: Path, crowd: Crowd, rows: int) -> Path:
    """A CSV of acts on the parts without lines, in no order of time."""
    drawn = random.Random(1)
    with path.open("w", encoding="utf-8") as file:
        file.write("Atendimento;Código;Início;Prestador;Função do médico;Quantidade\n")
        for number in range(rows):
            attendance, _ = crowd.empty[number // ROWS_A_PART]
            start = FIRST + timedelta(minutes=drawn.randrange(MINUTES))
            provider = f"m{drawn.randrange(40)}"
            code = drawn.choice(CODES)
            file.write(f"{attendance};{code};{start:%d/%m/%Y %H:%M};{provider};Cirurgião;1\n")
    return path


def imported(crowd: Crowd, path: Path, profile: Path | None) -> dict[str, Any]:
    """How long the import takes, its first progress and the longest wait for another."""
    from honorarios.services import imports  # noqa: PLC0415 - as above

    moments, worked = [time.perf_counter()], time.process_time()
    profiler = cProfile.Profile()
    if profile is not None:
        profiler.enable()
    answer = imports.run(
        actor=crowd.house.clerk,
        path=path,
        kind="fees",
        on_progress=lambda _: moments.append(time.perf_counter()),
    ).require()
    profiler.disable()
    ended = time.perf_counter()
    if profile is not None:
        profiler.dump_stats(profile)
    waits = [later - sooner for sooner, later in pairwise(moments)]
    return {
        "seconds": round(ended - moments[0], 1),
        "of_own_processor": round(time.process_time() - worked, 1),
        "imported": answer.imported,
        "refused": answer.refused,
        "pending": answer.pending,
        "first_progress": round(waits[0], 2),
        "longest_wait": round(max(waits), 2),
    }


if __name__ == "__main__":
    sys.exit(main())
