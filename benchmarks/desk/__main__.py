"""``python -m benchmarks.desk``: measure the screens on both databases, and write ``results/desk.{json,md}``."""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks import machine
from benchmarks.desk.browser import recalculate
from benchmarks.desk.plan import FULL, QUICK
from benchmarks.desk.report import render, short_of
from benchmarks.desk.visitors import visit
from benchmarks.record import command
from benchmarks.record.command import job
from benchmarks.record.servers import database
from benchmarks.rounds import say
from benchmarks.workbench import FOLDER, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from benchmarks.desk.plan import Plan


def main(arguments: list[str] | None = None) -> int:
    """Measure or only draw; say where the report is."""
    chosen = command.sized_words("desk", __doc__, "20,000 lines").parse_args(arguments)
    plan = command.sized(chosen, FULL, QUICK)
    return command.run("desk", chosen, partial(collect, plan), render, short_of)


def collect(plan: Plan, kinds: Sequence[str]) -> dict[str, Any]:
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
    scene = command.told_by(environment, "benchmarks.desk.jobs", "visitors", plan.users)
    with _served(environment) as address:
        say(f"  {kind:<11} {plan.users} people, {plan.requests} pages each")
        look = partial(visit, address, scene["cookies"], scene["pages"], plan.requests)
        pages, rush = look(plan.pause), look(0)
        say(f"  {kind:<11} a surgery typed in the browser")
        typed = recalculate(address, scene["cookies"][0], scene["empty_part"], plan.keystrokes)
    return {
        "sizes": job(kind, environment, "sizes"),
        "pages": pages,
        "rush": rush,
        "recalculation": typed,
    }


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
