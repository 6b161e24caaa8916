"""The figures of a report, from what was collected: medians, and ratios round by round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from benchmarks.spread import Spread, ratios, spread

MILLISECOND: Final = 1e-3
STAGES: Final = (
    "decode",
    "intern",
    "rule",
    "wide products",
    "assemble columns",
    "encode",
    "sync parts",
    "join parts",
    "rest",
)
"""What a line of a file goes through, in order."""
FILE_PEERS: Final = {
    "file_duckdb": "DuckDB",
    "file_polars_joins": "Polars, joins",
    "file_polars_gathers": "Polars, gathers",
}


@dataclass(frozen=True)
class Target:
    """A figure that must be reached, and the one that is aimed at."""

    name: str
    figure: Spread
    needed: float
    aim: float
    at_most: bool
    unit: str = "×"

    @property
    def reached(self) -> bool:
        """Whether the median is where it must be."""
        return (
            self.figure.median <= self.needed if self.at_most else self.figure.median >= self.needed
        )


class Figures:
    """What a run found."""

    def __init__(self, found: dict[str, Any]) -> None:
        self.found = found
        self.plan = found["plan"]
        self.rounds: dict[str, list[dict[str, Any]]] = found["rounds"]

    def job(self, name: str, *words: object) -> list[dict[str, Any]]:
        """The rounds of one job."""
        return self.rounds[" ".join((name, *map(str, words)))]

    def engine(self, kind: str = "core") -> list[dict[str, Any]]:
        """The engine on one core, from Arrow table to Arrow table."""
        return self.job("engine_table", kind, self.plan["engine_lines"])

    def rule(self, kind: str = "core") -> list[dict[str, Any]]:
        """The rule alone on one core, from interned columns to arrays."""
        return self.job("engine_rule", kind, self.plan["engine_lines"])

    @property
    def decimal(self) -> list[dict[str, Any]]:
        """The Decimal peer, from Arrow table to Arrow table."""
        return self.job("decimal_table", self.plan["decimal_lines"])

    @property
    def decimal_rule(self) -> list[dict[str, Any]]:
        """The Decimal peer, from dictionaries to tuples."""
        return self.job("decimal_rule", self.plan["decimal_lines"])

    @property
    def orm(self) -> list[dict[str, Any]]:
        """The ORM."""
        return self.job("orm_lines", self.plan["orm_lines"])

    @property
    def ours(self) -> list[dict[str, Any]]:
        """Our batch on the core rules."""
        return self.job("file_ours", "core", self.plan["file_lines"])

    @property
    def nop(self) -> list[dict[str, Any]]:
        """The same input and output without pricing."""
        return self.job("file_nop", "core", self.plan["file_lines"])

    def peer(self, name: str) -> list[dict[str, Any]]:
        """A peer that prices files."""
        return self.job(name, self.plan["file_lines"])

    def growth(self) -> dict[int, list[dict[str, Any]]]:
        """Our batch on the full rules, by lines."""
        counts = [*self.plan["growth"], *([100_000_000] if self.plan["hundred_million"] else [])]
        return {count: self.job("file_ours", "full", count) for count in counts}

    def one_line(self, what: str, percentile: str) -> Spread:
        """A percentile of each round's single calls, in milliseconds."""
        calls = self.job("one_line", "full", self.plan["line_calls"])
        return spread([call[what][percentile] / MILLISECOND for call in calls])

    def targets(self) -> list[Target]:
        """What issue and specification ask for."""
        small, large = (self.growth()[count] for count in self.plan["growth"])
        starts = self.found["startup"]["commands"]["honorarios --help"]
        times = f"{self.plan['growth'][1]:,} against {self.plan['growth'][0]:,} lines"
        return [
            Target(
                "engine on one core / Decimal with dictionaries, Arrow table to Arrow table",
                per_second(self.engine(), self.decimal),
                25,
                60,
                at_most=False,
            ),
            Target(
                "the calculation alone on one core / that of Decimal with dictionaries",
                per_second(self.rule(), self.decimal_rule),
                25,
                60,
                at_most=False,
            ),
            Target(
                "Parquet to Parquet / the same without pricing",
                _ratio(self.ours, self.nop, "seconds"),
                1.6,
                1.15,
                at_most=True,
            ),
            *(
                Target(
                    f"{title} / ours, Parquet to Parquet",
                    _ratio(self.peer(name), self.ours, "seconds"),
                    2.5,
                    5,
                    at_most=False,
                )
                for name, title in FILE_PEERS.items()
            ),
            Target(
                f"time of {times}, full rules",
                _ratio(large, small, "seconds"),
                11,
                10,
                at_most=True,
            ),
            Target(
                f"peak memory of {times}, full rules",
                _ratio(large, small, "peak_bytes"),
                1.1,
                1.0,
                at_most=True,
            ),
            Target(
                "one line, dictionary to explained dictionary, p99",
                self.one_line("price_line", "p99"),
                1,
                0.1,
                at_most=True,
                unit=" ms",
            ),
            Target(
                "an account of 30 lines, p99",
                self.one_line("account", "p99"),
                3,
                1,
                at_most=True,
                unit=" ms",
            ),
            Target(
                "honorarios --help",
                _scaled(starts, MILLISECOND),
                300,
                200,
                at_most=True,
                unit=" ms",
            ),
        ]


def seconds(rounds: list[dict[str, Any]]) -> Spread:
    """Seconds by the clock."""
    return spread([each["seconds"] for each in rounds])


def speed(rounds: list[dict[str, Any]]) -> Spread:
    """Lines per second."""
    return spread([each["lines"] / each["seconds"] for each in rounds])


def per_second(one: list[dict[str, Any]], other: list[dict[str, Any]]) -> Spread:
    """Lines per second of one by those of the other, round by round."""
    return ratios(
        [each["lines"] / each["seconds"] for each in one],
        [each["lines"] / each["seconds"] for each in other],
    )


def median_of(rounds: list[dict[str, Any]], field: str, unit: float = 1) -> float:
    """The middle of a field of all rounds."""
    return spread([each[field] / unit for each in rounds]).median


def _ratio(one: list[dict[str, Any]], other: list[dict[str, Any]], field: str) -> Spread:
    return ratios([each[field] for each in one], [each[field] for each in other])


def _scaled(found: dict[str, Any], unit: float) -> Spread:
    return spread([value / unit for value in found["values"]])
