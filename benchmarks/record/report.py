"""The report as Markdown, from what was measured."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from benchmarks import machine
from benchmarks.record.plan import IMPORT_ROWS, IMPORT_SECONDS, LAUNCH_MS, READ_MS, TEAM_LINES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TITLES: Final = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
MEASURED: Final = f"""\
Milliseconds. A launch is a surgery of {TEAM_LINES} lines on a part of its own: checked, priced, written
with their traces, audited and committed.
"""
HOW: Final = """\
{rounds} rounds, the databases in turn, each round in a process of its own. SQLite in WAL with
synchronous=FULL; PostgreSQL with fsync on and 512 MB of shared buffers."""


def render(found: dict[str, Any]) -> str:
    """The whole report."""
    databases = found["databases"]
    parts = [
        "# The record's speed\n",
        "Written by `python -m benchmarks.record`; what it was made from is in `record.json`.\n",
        _where(found),
        "## Launches and reads, in the service\n",
        MEASURED,
        _times(databases),
        "## Queries\n",
        "They don't grow with the lines of an operation.\n",
        _queries(databases),
        "## Import\n",
        _imports(databases),
        "## Filling\n",
        _stock(databases),
    ]
    return "\n".join(parts)


def short_of(found: dict[str, Any]) -> list[str]:
    """What misses its figure, by name."""
    missed = []
    for kind, told in found["databases"].items():
        title = TITLES[kind]
        if percentile(_launches(told), 95) > LAUNCH_MS:
            missed.append(f"{title}: launch")
        missed += [
            f"{title}: {name}"
            for name, times in _reads(told).items()
            if percentile(times, 95) > READ_MS
        ]
        if max(_for_hundred_thousand(one) for one in told["imports"]) > IMPORT_SECONDS:
            missed.append(f"{title}: import")
        queries = told["rounds"][-1]["queries"]
        if queries["launch_1"] != queries["launch_12"]:
            missed.append(f"{title}: queries of a launch grow with its lines")
    return missed


def percentile(times: Sequence[float], percent: int) -> float:
    """The smallest time that so many per cent of them don't exceed.

    >>> percentile([4.0, 1.0, 3.0, 2.0], 50), percentile([1.0, 2.0], 95)
    (2.0, 2.0)
    """
    ordered = sorted(times)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


def _where(found: dict[str, Any]) -> str:
    return f"{machine.told(found)}\n\n{HOW.format(rounds=found['plan']['rounds'])}\n"


def _times(databases: dict[str, Any]) -> str:
    kinds = list(databases)
    head = ["", "needed (p95)", *(f"{TITLES[kind]} p50, p95, worst" for kind in kinds)]
    rows = [head, ["---"] + ["---:"] * (len(head) - 1)]
    launches = {kind: _launches(databases[kind]) for kind in kinds}
    rows.append(["launch", f"{LAUNCH_MS:.0f}", *(_spread(launches[kind]) for kind in kinds)])
    for name in _reads(databases[kinds[0]]):
        spreads = (_spread(_reads(databases[kind])[name]) for kind in kinds)
        rows.append([name, f"{READ_MS:.0f}", *spreads])
    return _table(rows)


def _queries(databases: dict[str, Any]) -> str:
    kinds = list(databases)
    rows = [["", *(TITLES[kind] for kind in kinds)], ["---"] + ["---:"] * len(kinds)]
    last = {kind: databases[kind]["rounds"][-1] for kind in kinds}
    for name, title in (("launch_1", "launch of 1 line"), ("launch_12", "launch of 12 lines")):
        rows.append([title, *(str(last[kind]["queries"][name]) for kind in kinds)])
    rows += [
        [name, *(str(last[kind]["read_queries"][name]) for kind in kinds)]
        for name in last[kinds[0]]["read_queries"]
    ]
    return _table(rows)


def _imports(databases: dict[str, Any]) -> str:
    head = ["", "rows", "imported", "lines", "seconds", f"needed for {IMPORT_ROWS:,}", "queries"]
    rows = [[*head, "peak MiB"], ["---"] + ["---:"] * len(head)]
    for kind, told in databases.items():
        for one in told["imports"]:
            numbers = (f"{one[name]:,}" for name in ("rows", "imported", "lines"))
            rows.append(
                [
                    TITLES[kind],
                    *numbers,
                    f"{one['seconds']:.1f}",
                    f"{IMPORT_SECONDS:.0f}",
                    f"{one['queries']:,}",
                    f"{one['peak_mib']:.0f}",
                ]
            )
    return _table(rows)


def _stock(databases: dict[str, Any]) -> str:
    head = ["", "lines", "MiB", "built by the services, s", "copied through the triggers, s"]
    rows = [head, ["---"] + ["---:"] * (len(head) - 1)]
    for kind, told in databases.items():
        size, stock = told["sizes"], told["stock"]
        rows.append(
            [
                TITLES[kind],
                f"{size['rows']['records_feeline']:,}",
                f"{size['bytes'] / 2**20:,.0f}",
                f"{stock['build_seconds']:.0f}",
                f"{stock['copy_seconds']:.0f}",
            ]
        )
    return _table(rows)


def _launches(told: dict[str, Any]) -> list[float]:
    return [time for one in told["rounds"] for time in one["launch"]]


def _reads(told: dict[str, Any]) -> dict[str, list[float]]:
    names = told["rounds"][0]["reads"]
    return {name: [time for one in told["rounds"] for time in one["reads"][name]] for name in names}


def _for_hundred_thousand(one: dict[str, Any]) -> float:
    return float(one["seconds"]) * IMPORT_ROWS / max(1, int(one["rows"]))


def _spread(times: Sequence[float]) -> str:
    return f"{percentile(times, 50):.1f}, {percentile(times, 95):.1f}, {max(times):.1f}"


def _table(rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(_lines(rows)) + "\n"


def _lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    return (f"| {' | '.join(row)} |" for row in rows)
