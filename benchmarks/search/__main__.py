"""``python -m benchmarks.search``: measure both databases, and write ``results/search.{json,md}``."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from benchmarks import machine
from benchmarks.record.servers import KINDS, database
from benchmarks.rounds import say
from benchmarks.search.report import render, short_of
from benchmarks.workbench import FOLDER, ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

RESULTS: Final = Path(__file__).parents[1] / "results"


def main(arguments: list[str] | None = None) -> int:
    """Measure or only draw; say where the report is."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument(
        "--rounds", type=int, default=2, metavar="N", help="times each key is asked"
    )
    parser.add_argument("--only", choices=KINDS, help="only one database")
    parser.add_argument("--draw", action="store_true", help="only write search.md again")
    parser.add_argument("--results", type=Path, default=RESULTS, metavar="FOLDER")
    chosen = parser.parse_args(arguments)
    data = chosen.results / "search.json"
    chosen.results.mkdir(parents=True, exist_ok=True)
    if not chosen.draw:
        found = collect(chosen.rounds, [chosen.only] if chosen.only else KINDS)
        data.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    found = json.loads(data.read_text(encoding="utf-8"))
    report = data.with_suffix(".md")
    report.write_text(render(found), encoding="utf-8")
    say(str(report))
    for name in short_of(found):
        say(f"  short of what is needed: {name}")
    return 0


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
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.search.jobs", str(rounds)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        check=True,
    )
    told: dict[str, Any] = json.loads(done.stdout)
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
