"""``python -m benchmarks.desk``: measure the screens on both databases, and write ``results/desk.{json,md}``."""

from __future__ import annotations

import argparse
import json
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from benchmarks import machine
from benchmarks.desk.browser import recalculate
from benchmarks.desk.plan import FULL, QUICK
from benchmarks.desk.report import render, short_of
from benchmarks.desk.visitors import visit
from benchmarks.record.__main__ import job
from benchmarks.record.servers import KINDS, database
from benchmarks.rounds import say
from benchmarks.workbench import FOLDER, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from benchmarks.desk.plan import Plan

RESULTS: Final = Path(__file__).parents[1] / "results"


def main(arguments: list[str] | None = None) -> int:
    """Measure or only draw; say where the report is."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.desk", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="20,000 lines")
    parser.add_argument("--lines", type=int, metavar="N", help="lines on record")
    parser.add_argument("--only", choices=KINDS, help="only one database")
    parser.add_argument("--draw", action="store_true", help="only write desk.md again")
    parser.add_argument("--results", type=Path, default=RESULTS, metavar="FOLDER")
    chosen = parser.parse_args(arguments)
    data = chosen.results / "desk.json"
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
    """Stock a database and look at its pages, one database after the other."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    load_before = machine.load()
    found: dict[str, Any] = {}
    for kind in kinds:
        with (
            tempfile.TemporaryDirectory(dir=FOLDER) as folder,
            database(kind, Path(folder)) as environment,
        ):
            job(kind, environment, "stock", plan.base_lines, plan.lines)
            found[kind] = _measured(kind, environment, plan)
    return {
        "machine": machine.describe(),
        "load": [load_before, machine.load()],
        "plan": asdict(plan),
        "databases": found,
    }


def _measured(kind: str, environment: Mapping[str, str], plan: Plan) -> dict[str, Any]:
    scene = _asked(environment, "visitors", plan.users)
    with _served(environment) as address:
        say(f"  {kind:<11} {plan.users} people, {plan.requests} pages each")
        pages = visit(address, scene["cookies"], scene["pages"], plan.requests)
        say(f"  {kind:<11} a surgery typed in the browser")
        typed = recalculate(address, scene["cookies"][0], scene["empty_part"], plan.keystrokes)
    return {
        "sizes": job(kind, environment, "sizes"),
        "pages": pages,
        "recalculation": typed,
    }


def _asked(environment: Mapping[str, str], *words: object) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.desk.jobs", *map(str, words)],
        cwd=ROOT,
        env=dict(environment),
        stdout=subprocess.PIPE,
        check=True,
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@contextmanager
def _served(environment: Mapping[str, str]) -> Iterator[str]:
    """Host and port of the product's own server, in a process of its own."""
    server = subprocess.Popen(
        [sys.executable, "-m", "honorarios", "serve", "--port", "0"],
        cwd=ROOT,
        env=dict(environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        if server.stdout is None:
            raise RuntimeError("the server says its address on its output")
        yield server.stdout.readline().strip().removeprefix("http://").rstrip("/")
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)


if __name__ == "__main__":
    sys.exit(main())
