"""``python -m benchmarks.routes``: measure the choice on both databases, and write ``results/routes.{json,md}``."""

from __future__ import annotations

import sys
import tempfile
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any, Final

from benchmarks import machine
from benchmarks.record import command
from benchmarks.record.servers import database
from benchmarks.rounds import say
from benchmarks.workbench import FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

FULL: Final = (100_000, 200, 10_000)
"""Paid lines of the history, answers that are timed, open surgeries of the batch."""
QUICK: Final = (5_000, 20, 300)
ANSWER_NEEDED: Final = 0.3
"""Seconds of p95 for a team of six with three routes each."""
BATCH_NEEDED: Final = 60.0
"""Seconds for 10,000 open surgeries."""


def main(arguments: list[str] | None = None) -> int:
    """Measure or only draw; say where the report is."""
    parser = command.words("routes", __doc__)
    parser.add_argument("--quick", action="store_true", help="5,000 paid lines, 300 surgeries")
    chosen = parser.parse_args(arguments)
    plan = QUICK if chosen.quick else FULL
    return command.run("routes", chosen, partial(collect, plan), render, short_of)


def collect(plan: tuple[int, int, int], kinds: Sequence[str]) -> dict[str, Any]:
    """Make an office and time its answers, one database after the other."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    before = machine.load()
    found: dict[str, Any] = {}
    for kind in kinds:
        say(f"  {kind}")
        with (
            tempfile.TemporaryDirectory(dir=FOLDER) as folder,
            database(kind, Path(folder)) as environment,
        ):
            found[kind] = _measured(environment, plan)
    return {
        "machine": machine.describe(),
        "load": [before, machine.load()],
        "plan": list(plan),
        "databases": found,
    }


def _measured(environment: Mapping[str, str], plan: tuple[int, int, int]) -> dict[str, Any]:
    return command.told_by(environment, "benchmarks.routes.jobs", "measure", *plan)


def render(found: Mapping[str, Any]) -> str:
    """The report in Markdown, with what is needed beside what was measured."""
    payments, answers, cases = found["plan"]
    lines = [
        "# The choice of a route",
        "",
        f"A team of six with three routes each, beside {payments:,} paid lines; {answers} answers.",
        f"{cases:,} open surgeries, three members each, weighed again by one command.",
        "",
        machine.told(found),
        "",
        "| | needed | " + " | ".join(found["databases"]) + " |",
        "|---|---|" + "---|" * len(found["databases"]),
    ]
    rows: dict[str, tuple[str, Callable[[Mapping[str, Any]], str]]] = {
        "first answer, history read whole (ms)": ("", lambda one: _ms(one["first"])),
        "answer, median (ms)": ("", lambda one: _ms(median(one["answers"]))),
        "answer, p95 (ms)": (
            _ms(ANSWER_NEEDED),
            lambda one: _ms(quantiles(one["answers"], n=20)[-1]),
        ),
        "all open surgeries (s)": (f"{BATCH_NEEDED:.0f}", lambda one: f"{one['batch']:.1f}"),
        "of that, one core's time (s)": ("", lambda one: f"{one['batch_busy']:.1f}"),
    }
    for name, (needed, told) in rows.items():
        cells = " | ".join(told(one) for one in found["databases"].values())
        lines.append(f"| {name} | {needed} | {cells} |")
    return "\n".join(lines) + "\n"


def short_of(found: Mapping[str, Any]) -> list[str]:
    """What takes longer than it may, by database."""
    return [
        f"{kind}: {name}"
        for kind, one in found["databases"].items()
        for name, seconds, needed in (
            ("answer, p95", quantiles(one["answers"], n=20)[-1], ANSWER_NEEDED),
            ("all open surgeries", one["batch"], BATCH_NEEDED),
        )
        if seconds > needed
    ]


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f}"


if __name__ == "__main__":
    sys.exit(main())
