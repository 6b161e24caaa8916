"""The report as Markdown, from what was collected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from benchmarks.figures import FILE_PEERS, Figures, Target, median_of, per_second, seconds, speed
from benchmarks.plan import FULL
from benchmarks.spread import Spread, ratios

if TYPE_CHECKING:
    from collections.abc import Iterable

MEGABYTE: Final = 1e6
QUICK: Final = (
    "\n\nA quick run: its files are too short for the targets, which are of ten million lines."
)
HOW: Final = """\
- Every measurement runs in a process of its own, which loads its tables and warms up first; neither is
  counted. The processes take turns, round after round, and a ratio is made of two neighbours of one
  round: a slower minute slows both.
- The **core** rules are those of launching a fee that every engine here implements: four-step look-up;
  reais, CH and portes with operating cost and film; accommodation; overtime by the start of an urgent
  act; role and route; half up once. The **full** rules are all of *How a value comes to be*.
- Every engine gives the same 27 result columns, beside those of the line. Before anything is timed,
  every cell of every engine is compared with ours; one difference and there is no report.
- *Without pricing* is our own batch, whose pricing of a slice is replaced with columns that were
  priced before: the same columns read, the same columns written, on as many threads.
- From Parquet to Parquet all engines use LZ4 and both cores; ours, with and without pricing, leaves the
  few bits a line of its own dictionary columns as they are. Ours also makes sure that its parts are on
  the disk (fsync), and joins them to one file.
- On one core every job is done twice in its process and the second time counts, without the garbage
  collector. *Decimal* gets dictionaries whose texts are shared objects and returns tuples; for the same
  job as ours, both are converted from and to Arrow columns the fastest plain way that was found. DuckDB keeps no order of lines. *Polars, joins* is the way people write
  it, *Polars, gathers* the fastest that was found.
- Peak memory is that of the measured part alone, as Linux counts it, the process's own libraries and
  tables included.
- The catalogue is drawn from a seed: {codes:,} codes, 13 tables, 300 contracts, 600 plans. Codes follow
  Zipf's law; plans and dates are random, so that memory is read at bad places on purpose."""


def render(found: dict[str, Any]) -> str:
    """The whole report."""
    figures = Figures(found)
    sections = (
        _head(found),
        "## Targets\n\n" + _targets(figures.targets()),
        "![Lines per second](speed.svg)",
        "## The engine alone\n\n" + _engine(figures),
        "## From Parquet to Parquet\n\n" + _files(figures),
        "## Growth\n\n" + _growth(figures),
        "## One line\n\n" + _one_line(figures),
        "## Beginning\n\n" + _startup(found["startup"]),
        "## Where the time goes\n\n" + _stages(figures),
        "## Exactness\n\n" + _agreement(found),
        "## How it is measured\n\n" + HOW.format(codes=5_000),
    )
    return "\n\n".join(sections) + "\n"


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A Markdown table; the first column is text, the others are numbers.

    >>> print(table(("a", "b"), [("x", 1)]))
    | a | b |
    |---|--:|
    | x | 1 |
    """
    names = list(head)
    lines = ["| " + " | ".join(names) + " |", "|---|" + "--:|" * (len(names) - 1)]
    lines += ["| " + " | ".join(map(str, row)) + " |" for row in rows]
    return "\n".join(lines)


def figure(value: float) -> str:
    """Three digits that count.

    >>> figure(0.012345), figure(1.2345), figure(123.45), figure(1234567.0)
    ('0.0123', '1.23', '123', '1,234,567')
    """
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}" if value < 1 else f"{value:.{1 if value >= 10 else 2}f}"


def spread_cells(values: Spread, unit: str = "") -> tuple[str, str]:
    """Median, and the least and greatest round."""
    return (
        f"**{figure(values.median)}{unit}**",
        f"{figure(values.least)} – {figure(values.greatest)}",
    )


def _head(found: dict[str, Any]) -> str:
    machine, plan = found["machine"], found["plan"]
    libraries = ", ".join(f"{name} {version}" for name, version in machine["libraries"].items())
    changed = f" with {machine['changed_files']} changed files" if machine["changed_files"] else ""
    return (
        "# Benchmarks\n\n"
        f"One run of `python -m benchmarks` on {found['made']}, in {found['minutes']:.0f} minutes: "
        f"{plan['rounds']} rounds, commit {machine['commit']}{changed}.\n\n"
        f"{machine['system']}, {machine['processor']}, {machine['cores']} cores, {machine['memory_gib']} GiB; "
        f"load average {found['load']['before']:.2f} before and {found['load']['after']:.2f} after. "
        f"Python {machine['python']}, {libraries}.\n\n"
        "Medians of the rounds in bold, with the least and the greatest round beside them. Trust the ratios: "
        "absolute times are those of one machine on one day."
        + (QUICK if plan["file_lines"] < FULL.file_lines else "")
    )


def _targets(targets: list[Target]) -> str:
    rows = []
    for target in targets:
        sign = "≤" if target.at_most else "≥"
        verdict = "reached" if target.reached else "**short**"
        limits = (f"{sign} {figure(limit)}{target.unit}" for limit in (target.needed, target.aim))
        rows.append((target.name, *spread_cells(target.figure, target.unit), *limits, verdict))
    return table(("", "measured", "rounds", "needed", "aim", ""), rows)


def _engine(figures: Figures) -> str:
    tables = (
        ("engine, core rules", figures.engine()),
        ("engine, full rules", figures.engine("full")),
        ("Decimal with dictionaries, core rules", figures.decimal),
        ("Django ORM on SQLite, core rules, a dictionary at a time", figures.orm),
    )
    alone = (
        ("engine, core rules", figures.rule()),
        ("engine, full rules", figures.rule("full")),
        ("Decimal with dictionaries, core rules", figures.decimal_rule),
    )
    return (
        "**The same job**, an Arrow table of lines in and an Arrow table of results out, on one core. Ours "
        "counts reading every cell, the calculation, wide products and making the columns; the peer's counts "
        "making dictionaries of the table, the calculation, and making columns of the tuples.\n\n"
        + _rates(tables, figures.decimal)
        + "\n\n**The calculation alone**, on one core: ours from interned columns to arrays of numbers, the "
        "peer's from dictionaries to tuples.\n\n" + _rates(alone, figures.decimal_rule)
    )


def _rates(rows: Iterable[tuple[str, list[dict[str, Any]]]], peer: list[dict[str, Any]]) -> str:
    cells = [
        (name, *spread_cells(speed(rounds)), figure(per_second(rounds, peer).median))
        for name, rounds in rows
    ]
    return table(("", "lines/s", "rounds", "× Decimal"), cells)


def _files(figures: Figures) -> str:
    engines = {"ours": figures.ours, "the same without pricing": figures.nop}
    engines |= {title: figures.peer(name) for name, title in FILE_PEERS.items()}
    rows = [
        (
            name,
            *spread_cells(seconds(rounds)),
            figure(speed(rounds).median / 1e6),
            figure(median_of(rounds, "processor_seconds")),
            figure(median_of(rounds, "peak_bytes", MEGABYTE)),
            figure(median_of(rounds, "bytes", MEGABYTE)),
            figure(_times_ours(rounds, figures.ours).median),
        )
        for name, rounds in engines.items()
    ]
    head = (
        "",
        "seconds",
        "rounds",
        "M lines/s",
        "processor s",
        "peak MB",
        "output MB",
        "time / ours",
    )
    return (
        f"{figures.plan['file_lines']:,} lines, core rules, {figures.found['machine']['cores']} cores.\n\n"
        + table(head, rows)
    )


def _times_ours(rounds: list[dict[str, Any]], ours: list[dict[str, Any]]) -> Spread:
    return ratios([each["seconds"] for each in rounds], [each["seconds"] for each in ours])


def _growth(figures: Figures) -> str:
    rows = [
        (
            f"{count:,}",
            *spread_cells(seconds(rounds)),
            figure(speed(rounds).median / 1e6),
            figure(median_of(rounds, "peak_bytes", MEGABYTE)),
            figure(median_of(rounds, "bytes", MEGABYTE)),
        )
        for count, rounds in figures.growth().items()
    ]
    largest = figures.plan["growth"][-1]
    nop = _times_ours(
        figures.job("file_ours", "full", largest), figures.job("file_nop", "full", largest)
    )
    return (
        "Our batch from Parquet to Parquet on the full rules, each size in processes of its own.\n\n"
        + table(("lines", "seconds", "rounds", "M lines/s", "peak MB", "output MB"), rows)
        + f"\n\nAgainst the same input and output without pricing, {largest:,} lines: {figure(nop.median)}×."
        + "\n\n![Growth](growth.svg)"
    )


def _one_line(figures: Figures) -> str:
    names = {
        "price_line": "one line, `price_line`",
        "line_pricer": "one line, a `LinePricer` at hand",
        "account": "an account of 30 lines, a `LinePricer` at hand",
    }
    rows = [
        (
            name,
            *(
                cell
                for percentile in ("p50", "p99")
                for cell in spread_cells(figures.one_line(what, percentile))
            ),
        )
        for what, name in names.items()
    ]
    text = "Milliseconds of a call, from dictionaries to explained dictionaries, full rules, one thread.\n\n"
    return text + table(("", "p50", "rounds", "p99", "rounds"), rows)


def _startup(found: dict[str, Any]) -> str:
    rows = [
        (
            f"`{name}`",
            figure(times["median"] * 1e3),
            figure(times["least"] * 1e3),
            figure(times["greatest"] * 1e3),
        )
        for name, times in found["commands"].items()
    ]
    cold, warm = found["first_line"]["cold"], found["first_line"]["warm"]
    steps = {
        "import": "imports",
        "catalogue": "read, check and compile the catalogue",
        "first_line": "first line",
        "second_line": "second line",
    }
    first = [
        (name, figure(cold[step] * 1e3), figure(warm[step] * 1e3)) for step, name in steps.items()
    ]
    return (
        "Whole commands, in milliseconds.\n\n"
        + table(("", "median", "least", "greatest"), rows)
        + "\n\nThe first line of a program that starts with the core catalogue's folder, in milliseconds: on a "
        "fresh installation, where the rule is first compiled to machine code, and with it on the disk.\n\n"
        + table(("", "fresh", "as ever"), first)
        + f"\n\nThe whole command `honorarios price` on {found['price']['lines']:,} lines, from the start of the "
        f"program to the end, catalogue included: {figure(found['price']['seconds'])} s.\n"
    )


def _stages(figures: Figures) -> str:
    stages = figures.found["stages"]
    order = sorted(stages["core"].items(), key=lambda item: -item[1])
    rows = [
        (
            stage,
            *(
                cell
                for kind in ("core", "full")
                for cell in (
                    figure(stages[kind][stage]),
                    f"{stages[kind][stage] / stages[kind]['whole']:.0%}",
                )
            ),
        )
        for stage, _ in order
    ]
    most = ", ".join(
        f"{stage} {value / stages['core']['whole']:.0%}" for stage, value in order[1:4]
    )
    profile = [
        (f"`{row['function']}`", row["calls"], f"{row['share']:.0%}")
        for row in figures.found["decimal_profile"]
        if row["share"] >= 0.01
    ]
    return (
        f"Our batch with one thread on one core, {figures.plan['stage_lines']:,} lines, in seconds. What costs most on the core rules: {most}.\n\n"
        + table(("", "core", "share", "full", "share"), rows)
        + "\n\n![Stages](stages.svg)\n\nThe Decimal peer, by function (`cProfile`, which makes calls dearer than they are):\n\n"
        + table(("", "calls", "share"), profile)
    )


def _agreement(found: dict[str, Any]) -> str:
    plan = found["plan"]
    peers = ", ".join(name for name in found["agreement"] if name != "orm")
    return (
        f"Cells of {plan['agreement_lines']:,} lines that differ from ours, all 26 result columns compared "
        f"({peers}): **0**; of {plan['orm_lines']:,} lines (ORM): **0**. "
        "The totals of all lines of every timed file were equal too."
    )
