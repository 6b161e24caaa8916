"""``python -m benchmarks``: measure, and write ``benchmarks/results``."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Final

from benchmarks.figures import Figures
from benchmarks.plan import FULL, QUICK
from benchmarks.rounds import say

RESULTS: Final = Path(__file__).with_name("results")


def main(arguments: list[str] | None = None) -> int:
    """Measure or only draw; say where the report is."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="small files and three rounds: some minutes"
    )
    parser.add_argument(
        "--hundred-million",
        action="store_true",
        help="price a hundred million lines too (20 GB of disk)",
    )
    parser.add_argument(
        "--draw", action="store_true", help="only draw the report again from report.json"
    )
    parser.add_argument(
        "--results", type=Path, default=RESULTS, metavar="FOLDER", help="where the report goes"
    )
    chosen = parser.parse_args(arguments)
    data = chosen.results / "report.json"
    chosen.results.mkdir(parents=True, exist_ok=True)
    if not chosen.draw:
        from benchmarks.collect import collect  # noqa: PLC0415 - drawing needs no engine

        plan = replace(QUICK if chosen.quick else FULL, hundred_million=chosen.hundred_million)
        data.write_text(json.dumps(collect(plan), indent=1) + "\n", encoding="utf-8")
    return _draw(data)


def _draw(data: Path) -> int:
    from benchmarks.plots import draw  # noqa: PLC0415 - loads a drawing library
    from benchmarks.report import render  # noqa: PLC0415 - as above

    found = json.loads(data.read_text(encoding="utf-8"))
    draw(Figures(found), data.parent)
    report = data.with_name("report.md")
    report.write_text(render(found), encoding="utf-8")
    say(f"{report}")
    short = [target.name for target in Figures(found).targets() if not target.reached]
    for name in short:
        say(f"  short of what is needed: {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
