"""``python -m benchmarks.search``: measure both databases, and write ``results/search.{json,md}``."""

from __future__ import annotations

import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks import machine
from benchmarks.record import command
from benchmarks.record.servers import database
from benchmarks.rounds import say
from benchmarks.search.report import render, short_of
from benchmarks.workbench import FOLDER

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: list[str] | None = None) -> int:
    """Measure or only draw; say where the report is."""
    parser = command.words("search", __doc__)
    parser.add_argument(
        "--rounds", type=int, default=2, metavar="N", help="times each key is asked"
    )
    chosen = parser.parse_args(arguments)
    return command.run("search", chosen, partial(collect, chosen.rounds), render, short_of)


def collect(rounds: int, kinds: Sequence[str]) -> dict[str, Any]:
    """Measure one database after the other."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    load_before = machine.load()
    found: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
        for kind in kinds:
            say(f"  {kind}")
            with database(kind, Path(folder)) as environment:
                found[kind] = _job(rounds, environment)
    return {
        "machine": machine.describe(),
        "load": [load_before, machine.load()],
        "rounds": rounds,
        "databases": found,
    }


def _job(rounds: int, environment: dict[str, str]) -> dict[str, Any]:
    told = command.told_by(environment, "benchmarks.search.jobs", rounds)
    told["milliseconds"] = {name: _spread(times) for name, times in told["milliseconds"].items()}
    return told


def _spread(times: list[float]) -> dict[str, float]:
    half, late, latest = np.percentile(times, (50, 95, 99))
    return {
        "p50": round(float(half), 2),
        "p95": round(float(late), 2),
        "p99": round(float(latest), 2),
        "greatest": round(max(times), 2),
        "calls": len(times),
    }


if __name__ == "__main__":
    sys.exit(main())
