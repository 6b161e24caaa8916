"""``python -m benchmarks.record``: measure both databases, and write ``results/record.{json,md}``."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from benchmarks import machine
from benchmarks.record.plan import FULL, QUICK
from benchmarks.record.report import render, short_of
from benchmarks.record.servers import KINDS, database
from benchmarks.rounds import say
from benchmarks.workbench import FOLDER, ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchmarks.record.plan import Plan

RESULTS: Final = Path(__file__).parents[1] / "results"


def main(arguments: list[str] | None = None) -> int:
    """Measure or only draw; say where the report is."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.record", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="20,000 lines, one round")
    parser.add_argument("--lines", type=int, metavar="N", help="lines on record")
    parser.add_argument("--only", choices=KINDS, help="only one database")
    parser.add_argument("--draw", action="store_true", help="only write record.md again")
    parser.add_argument("--results", type=Path, default=RESULTS, metavar="FOLDER")
    chosen = parser.parse_args(arguments)
    data = chosen.results / "record.json"
    chosen.results.mkdir(parents=True, exist_ok=True)
    if not chosen.draw:
        plan = QUICK if chosen.quick else FULL
        if chosen.lines:
            plan = replace(plan, lines=chosen.lines)
        found = collect(plan, [chosen.only] if chosen.only else KINDS)
        data.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    found = json.loads(data.read_text(encoding="utf-8"))
    report = data.with_suffix(".md")
    report.write_text(render(found), encoding="utf-8")
    say(str(report))
    for name in short_of(found):
        say(f"  short of what is needed: {name}")
    return 0


def collect(plan: Plan, kinds: list[str] | tuple[str, ...]) -> dict[str, Any]:
    """Stock the databases, then measure them in turn, so that a slow minute is everybody's."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    load_before = machine.load()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=FOLDER)))
        environments = {kind: stack.enter_context(database(kind, folder)) for kind in kinds}
        found: dict[str, dict[str, Any]] = {kind: {} for kind in kinds}
        for kind in kinds:
            words = ("stock", plan.base_lines, plan.lines)
            found[kind]["stock"] = job(kind, environments[kind], *words)
            found[kind]["sizes"] = job(kind, environments[kind], "sizes")
        for name, words in (
            ("rounds", ("round", plan.launches, plan.reads)),
            ("imports", ("intake", plan.import_rows, folder)),
        ):
            for number in range(plan.rounds):
                for kind in kinds:
                    told = job(kind, environments[kind], words[0], number, *words[1:])
                    found[kind].setdefault(name, []).append(told)
    return {
        "machine": machine.describe(),
        "load": [load_before, machine.load()],
        "plan": asdict(plan),
        "databases": found,
    }


def job(kind: str, environment: Mapping[str, str], *words: object) -> dict[str, Any]:
    """Run a job on a database; its result."""
    say(f"  {kind:<11} {' '.join(map(str, words))}")
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.record.jobs", *map(str, words)],
        cwd=ROOT,
        env=dict(environment),
        stdout=subprocess.PIPE,
        check=True,
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


if __name__ == "__main__":
    sys.exit(main())
