"""The report of the screens as Markdown, from what was measured."""

from __future__ import annotations

from typing import Any

from benchmarks import machine
from benchmarks.desk.plan import PAGE_MS, RECALCULATION_MS
from benchmarks.record.report import TITLES

WORK = """\
Milliseconds from asking for a page to its last byte. Each looks at a page for {pause:g} s on average
before asking for the next, which is more than clerks do; the people run on the same two cores. The
server is as `serve` begins it: one process on SQLite, one for each processor on PostgreSQL.
"""
RUSH = """\
The same where everybody asks again at once: the server's greatest load, and no office's.
"""


def render(found: dict[str, Any]) -> str:
    """The whole report."""
    plan, databases = found["plan"], found["databases"]
    sizes = {kind: told["sizes"]["rows"]["records_feeline"] for kind, told in databases.items()}
    lines = ", ".join(f"{TITLES[kind]} {count:,}" for kind, count in sizes.items())
    return "\n".join(
        [
            "# The screens' speed\n",
            "Written by `python -m benchmarks.desk`; what it was made from is in `desk.json`.\n",
            _where(found),
            f"Fee lines on record: {lines}.\n",
            f"## Pages, {plan['users']} people at once\n",
            WORK.format(pause=plan["pause"]),
            _table("pages", databases, PAGE_MS),
            RUSH,
            _table("rush", databases, PAGE_MS),
            "## The fee grid in Chromium\n",
            "Milliseconds from a key to the new values on the screen.\n",
            _recalculation(databases),
        ]
    )


def short_of(found: dict[str, Any]) -> list[str]:
    """What misses its figure, by name."""
    missed = []
    for kind, told in found["databases"].items():
        title = TITLES[kind]
        for crowd, how in (("pages", ""), ("rush", ", without a pause")):
            missed += [
                f"{title}: {name}{how}"
                for name, times in told[crowd].items()
                if times["p95"] > PAGE_MS
            ]
        if told["recalculation"]["p95"] > RECALCULATION_MS:
            missed.append(f"{title}: recalculation")
    return missed


def _where(found: dict[str, Any]) -> str:
    return f"{machine.told(found)}\n"


def _table(name: str, databases: dict[str, Any], needed: float) -> str:
    kinds = list(databases)
    head = ["page", "needed (p95)", *(f"{TITLES[kind]} p50, p95, p99, worst" for kind in kinds)]
    rows = [head, ["---"] + ["---:"] * (len(head) - 1)]
    for page in databases[kinds[0]][name]:
        spreads = (_spread(databases[kind][name][page]) for kind in kinds)
        rows.append([page, f"{needed:.0f}", *spreads])
    return _markdown(rows)


def _recalculation(databases: dict[str, Any]) -> str:
    rows = [["database", "needed (p95)", "p50, p95, p99, worst", "changes"]]
    rows.append(["---", "---:", "---:", "---:"])
    for kind, told in databases.items():
        times = told["recalculation"]
        rows.append([TITLES[kind], f"{RECALCULATION_MS:.0f}", _spread(times), str(times["count"])])
    return _markdown(rows)


def _spread(times: dict[str, Any]) -> str:
    return ", ".join(f"{times[name]:.0f}" for name in ("p50", "p95", "p99", "greatest"))


def _markdown(rows: list[list[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"
