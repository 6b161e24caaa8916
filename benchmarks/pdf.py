"""``python -m benchmarks.pdf``: account mirrors of many lines, from the record to the last byte of the PDF.

Writes ``results/pdf.{json,md}``. The lines are launched by the product, an account for every print: the
typesetter remembers what it has set before, and no hospital prints one account thirty times.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from benchmarks import machine

if TYPE_CHECKING:
    from honorarios.launching.model import Entry
    from tests.services.hospital import House

TEAM: Final = ("medico", "indireto", "sem-credencial")
FIRST: Final = datetime(2025, 11, 2, 8)
MINUTES: Final = 27 * 24 * 60
RESULTS: Final = Path(__file__).parent / "results"
SIZES: Final = (30, 300)
WANTED: Final = 300
"""Lines of the mirror that the target is about."""
TARGET: Final = 2.0
"""Seconds, p95."""
ROUNDS: Final = 20


def main(arguments: list[str] | None = None) -> int:
    """Measure, or only draw."""
    told = argparse.ArgumentParser(prog="python -m benchmarks.pdf", description=__doc__)
    told.add_argument("--rounds", type=int, default=ROUNDS, help="prints of each size")
    told.add_argument("--draw", action="store_true", help="only write pdf.md again")
    told.add_argument("--results", type=Path, default=RESULTS, metavar="FOLDER")
    chosen = told.parse_args(arguments)
    data = chosen.results / "pdf.json"
    if not chosen.draw:
        with tempfile.TemporaryDirectory() as folder:
            data.write_text(json.dumps(measured(Path(folder), chosen.rounds), indent=1) + "\n")
    found = json.loads(data.read_text(encoding="utf-8"))
    data.with_suffix(".md").write_text(render(found), encoding="utf-8")
    print(data.with_suffix(".md"))
    return 0


def measured(folder: Path, rounds: int) -> dict[str, Any]:
    """Every size, printed so many times."""
    os.environ["HONORARIOS_HOME"] = str(folder)
    os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'record.sqlite3'}"
    from honorarios.config import migrate  # noqa: PLC0415 - the environment is set first

    before = machine.load()
    migrate()
    return {
        "machine": machine.describe(),
        "load": [before, machine.load()],
        "rounds": rounds,
        "sizes": [_of_size(lines, rounds) for lines in SIZES],
    }


def _of_size(lines: int, rounds: int) -> dict[str, Any]:
    from honorarios.services import printing  # noqa: PLC0415 - Django is ready by now
    from tests.services.hospital import make_house  # noqa: PLC0415 - as above

    house = make_house(f"impressa-{lines}")
    seconds, made = [], b""
    for account in _accounts(house, lines, rounds):
        began = time.perf_counter()
        made = (
            printing.print_mirror(actor=house.clerk, account_id=account, form=printing.Form.PDF)
            .require()
            .content
        )
        seconds.append(time.perf_counter() - began)
    return {
        "lines": lines,
        "bytes": len(made),
        "first": seconds[0],
        "median": statistics.median(seconds),
        "p95": statistics.quantiles(seconds, n=20)[-1],
        "slowest": max(seconds),
    }


def _accounts(house: House, lines: int, count: int) -> list[int]:
    """Accounts of so many lines each, teams of three at hours of their own."""
    from benchmarks.record.crowd import open_parts  # noqa: PLC0415 - Django is ready by now
    from honorarios.services import fees  # noqa: PLC0415 - as above
    from tests.launching.making import EXAM, SURGERY, entry  # noqa: PLC0415 - as above

    drawn, accounts = random.Random(lines), []
    for part in open_parts(house, [f"P{number:04}" for number in range(count)]):
        entries: list[Entry] = []
        while len(entries) < lines:
            start = FIRST + timedelta(minutes=drawn.randrange(MINUTES))
            code = drawn.choice((SURGERY, EXAM))
            entries += [
                entry(code=code, start=start, provider=provider, quantity=drawn.randint(1, 3))
                for provider in TEAM
            ]
        told = fees.launch(actor=house.clerk, part_id=part.pk, entries=entries[:lines]).require()
        if not told.written:
            raise RuntimeError("the lines to print were refused")
        accounts.append(part.account_id)
    return accounts


def render(found: dict[str, Any]) -> str:
    """The report."""
    rows = [
        f"| {one['lines']} | {one['bytes'] / 1024:,.0f} | {one['first']:.3f} | {one['median']:.3f} | {one['p95']:.3f} |"
        f" {one['slowest']:.3f} |"
        for one in found["sizes"]
    ]
    wanted = next(one for one in found["sizes"] if one["lines"] == WANTED)
    kept = "met" if wanted["p95"] < TARGET else "missed"
    about = found["machine"]
    return "\n".join(
        (
            "# PDF of the account mirror",
            "",
            f"Target: {WANTED} lines in less than {TARGET:g} s, p95: **{kept}** ({wanted['p95']:.3f} s).",
            (
                "From the service's call to the last byte: lines read within the clerk's reach on SQLite, the"
                " reading of the patient recorded, the document laid out, tagged for accessibility (PDF/UA-1)."
            ),
            "",
            (
                f"{about['processor']}, {about['cores']} cores, {about['memory_gib']} GiB, {about['system']},"
                f" Python {about['python']}; load {found['load'][0]:.1f} before, {found['load'][1]:.1f} after;"
                f" commit {about['commit']}; {found['rounds']} prints of each size, each of an account of its own."
            ),
            "",
            "| lines | KiB | first s | median s | p95 s | slowest s |",
            "|---:|---:|---:|---:|---:|---:|",
            *rows,
            "",
        )
    )


if __name__ == "__main__":
    sys.exit(main())
