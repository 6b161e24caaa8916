"""``python -m benchmarks.record``: measure both databases, and write ``results/record.{json,md}``."""

from __future__ import annotations

import sys
import tempfile
from contextlib import ExitStack
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks import machine
from benchmarks.record import command
from benchmarks.record.command import job
from benchmarks.record.plan import FULL, QUICK
from benchmarks.record.report import render, short_of
from benchmarks.record.servers import database
from benchmarks.workbench import FOLDER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.record.plan import Plan


def main(arguments: list[str] | None = None) -> int:
    """Measure or only draw; say where the report is."""
    chosen = command.sized_words("record", __doc__, "20,000 lines, one round").parse_args(arguments)
    plan = command.sized(chosen, FULL, QUICK)
    return command.run("record", chosen, partial(collect, plan), render, short_of)


def collect(plan: Plan, kinds: Sequence[str]) -> dict[str, Any]:
    """Stock the databases, then measure them in turn, so that a slow minute is everybody's."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    load_before = machine.load()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=FOLDER)))
        environments = {kind: stack.enter_context(database(kind, folder)) for kind in kinds}
        found: dict[str, dict[str, Any]] = {kind: {} for kind in kinds}
        for kind in kinds:
            words: tuple[object, ...] = ("stock", plan.base_lines, plan.lines)
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


if __name__ == "__main__":
    sys.exit(main())
