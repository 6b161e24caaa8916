"""The report's pictures, as SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import altair as alt

from benchmarks.figures import FILE_PEERS, STAGES, Figures, median_of, speed

if TYPE_CHECKING:
    from pathlib import Path

WIDTH: Final = 560
OURS: Final = "#1b6e8c"
OTHERS: Final = "#b8b8b8"
MEGABYTE: Final = 1e6


def draw(figures: Figures, folder: Path) -> None:
    """Draw everything into a folder."""
    _speeds(figures).save(folder / "speed.svg")
    _growth(figures).save(folder / "growth.svg")
    _stages(figures).save(folder / "stages.svg")


def _speeds(figures: Figures) -> alt.LayerChart:
    """Lines per second of every engine, on a scale of powers of ten."""
    engines = {
        "engine, table to table, one core": figures.engine(),
        "its calculation alone, one core": figures.rule(),
        "Parquet to Parquet": figures.ours,
        "the same without pricing": figures.nop,
        **{
            f"{title}, Parquet to Parquet": figures.peer(name) for name, title in FILE_PEERS.items()
        },
        "Decimal, table to table, one core": figures.decimal,
        "its calculation alone, dictionaries to tuples": figures.decimal_rule,
        "Django ORM, a line at a time": figures.orm,
    }
    ours = {
        "engine, table to table, one core",
        "its calculation alone, one core",
        "Parquet to Parquet",
    }
    rows: list[dict[str, Any]] = [
        {
            "engine": name,
            "speed": spread.median,
            "least": spread.least,
            "greatest": spread.greatest,
            "ours": name in ours,
        }
        for name, spread in ((name, speed(rounds)) for name, rounds in engines.items())
    ]
    tens = [10**power for power in range(1, 9)]
    axis = alt.Axis(format="~s", values=tens, grid=True)
    speeds = alt.X("speed:Q", scale=alt.Scale(type="log"), axis=axis, title="lines per second")
    fastest_first = [row["engine"] for row in sorted(rows, key=lambda row: -float(row["speed"]))]
    engines_by_speed = alt.Y(
        "engine:N", sort=fastest_first, title=None, axis=alt.Axis(labelLimit=260)
    )
    colour = alt.condition("datum.ours", alt.value(OURS), alt.value(OTHERS))
    base = alt.Chart(_data(rows)).encode(y=engines_by_speed, color=colour)
    medians = base.mark_circle(size=110, opacity=1).encode(x=speeds)
    rounds = base.mark_rule(strokeWidth=3).encode(x="least:Q", x2="greatest:Q")
    title = "Lines per second, core rules (median; least to greatest round)"
    drawn: alt.LayerChart = (rounds + medians).properties(width=WIDTH, title=title)
    return drawn


def _data(rows: list[dict[str, Any]]) -> alt.Data:
    """Rows as the drawing library takes them."""
    data: alt.Data = alt.Data(values=rows)  # type: ignore[no-untyped-call] # generated from a schema
    return data


def _growth(figures: Figures) -> alt.HConcatChart:
    """Time and memory by lines."""
    rows = [
        {
            "lines": count,
            "seconds": median_of(rounds, "seconds"),
            "memory": median_of(rounds, "peak_bytes", MEGABYTE),
        }
        for count, rounds in figures.growth().items()
    ]
    lines = alt.X(
        "lines:Q",
        scale=alt.Scale(type="log"),
        axis=alt.Axis(format="~s", values=[row["lines"] for row in rows]),
    )
    chart = (
        alt.Chart(_data(rows)).mark_line(point=True, color=OURS).properties(width=WIDTH // 2 - 30)
    )
    time = chart.encode(x=lines, y=alt.Y("seconds:Q", scale=alt.Scale(type="log"))).properties(
        title="Time, full rules"
    )
    memory = chart.encode(x=lines, y=alt.Y("memory:Q", title="peak memory (MB)")).properties(
        title="Memory, full rules"
    )
    drawn: alt.HConcatChart = time | memory
    return drawn


def _stages(figures: Figures) -> alt.Chart:
    """The stages of our batch on one core, in the order in which a line goes through them."""
    rows = [
        {"rules": kind, "stage": stage, "place": place, "seconds": stages[stage]}
        for kind, stages in figures.found["stages"].items()
        for place, stage in enumerate(STAGES)
    ]
    colour = alt.Color("stage:N", scale=alt.Scale(scheme="tableau10"), sort=list(STAGES))
    drawn: alt.Chart = (
        alt.Chart(_data(rows))
        .mark_bar()
        .encode(
            x=alt.X("seconds:Q", stack="zero", title="seconds on one core"),
            y=alt.Y("rules:N", title=None),
            color=colour,
            order="place:O",
        )
        .properties(
            width=WIDTH, title=f"Where the time of {figures.plan['stage_lines']:,} lines goes"
        )
    )
    return drawn
