"""The command line of what is measured on both databases: measure it, or only draw its report again."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from benchmarks.record.servers import KINDS
from benchmarks.rounds import say
from benchmarks.workbench import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from benchmarks.desk.plan import Plan as DeskPlan
    from benchmarks.record.plan import Plan as RecordPlan

    Plan = TypeVar("Plan", RecordPlan, DeskPlan)

Found = dict[str, Any]
RESULTS: Final = Path(__file__).parents[1] / "results"


def words(name: str, about: str | None) -> argparse.ArgumentParser:
    """What may be asked of every one of them."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{name}", description=about)
    parser.add_argument("--only", choices=KINDS, help="only one database")
    parser.add_argument("--draw", action="store_true", help=f"only write {name}.md again")
    parser.add_argument("--results", type=Path, default=RESULTS, metavar="FOLDER")
    return parser


def sized_words(name: str, about: str | None, quick: str) -> argparse.ArgumentParser:
    """The same, of one that stocks a record of some size."""
    parser = words(name, about)
    parser.add_argument("--quick", action="store_true", help=quick)
    parser.add_argument("--lines", type=int, metavar="N", help="lines on record")
    return parser


def sized(chosen: argparse.Namespace, full: Plan, quick: Plan) -> Plan:
    """How much of everything was asked for."""
    plan = quick if chosen.quick else full
    return replace(plan, lines=chosen.lines) if chosen.lines else plan


def run(
    name: str,
    chosen: argparse.Namespace,
    collect: Callable[[Sequence[str]], Found],
    render: Callable[[Found], str],
    short_of: Callable[[Found], Sequence[str]],
) -> int:
    """Measure unless only the report is wanted; write both files and say where the report is."""
    data = chosen.results / f"{name}.json"
    chosen.results.mkdir(parents=True, exist_ok=True)
    if not chosen.draw:
        measured = collect([chosen.only] if chosen.only else KINDS)
        data.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
    found = json.loads(data.read_text(encoding="utf-8"))
    report = data.with_suffix(".md")
    report.write_text(render(found), encoding="utf-8")
    say(str(report))
    for lacking in short_of(found):
        say(f"  short of what is needed: {lacking}")
    return 0


def told_by(environment: Mapping[str, str], module: str, *asked: object) -> Found:
    """What a module says on its output as JSON, run in a process of its own on a database."""
    done = subprocess.run(
        [sys.executable, "-m", module, *map(str, asked)],
        cwd=ROOT,
        env=dict(environment),
        stdout=subprocess.PIPE,
        check=True,
    )
    told: Found = json.loads(done.stdout)
    return told


def job(kind: str, environment: Mapping[str, str], *asked: object) -> Found:
    """Run a job of the record on a database; its result."""
    say(f"  {kind:<11} {' '.join(map(str, asked))}")
    return told_by(environment, "benchmarks.record.jobs", *asked)
