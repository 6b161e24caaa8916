"""Polars: one lazy query from Parquet to Parquet, exact by Int64 and Int128.

Validities are found by ``join_asof``, everything else by hash joins on one whole number: joins on
several columns or on text took twice the time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import polars as pl

from benchmarks.peers.arrow_tables import PAIR_BASE, ArrowTables
from benchmarks.peers.polars_rules import (
    LEVELS,
    checked,
    compression_of,
    enum,
    frames_of,
    number,
    priced,
)

if TYPE_CHECKING:
    from pathlib import Path


class PolarsJoins:
    """The core tables as data frames."""

    def __init__(
        self,
        tables: ArrowTables,
        catalogue_hash: str = "",
        engine: Literal["streaming", "in-memory"] = "streaming",
    ) -> None:
        self._catalogue_hash = catalogue_hash
        self._engine = engine
        frames = frames_of(tables)
        self._types = {
            "contract": enum(frames["plans"]["contract"]),
            "plan": enum(frames["plans"]["plan"]),
            "accommodation": enum(frames["annex"]["accommodation"]),
            "role": enum(frames["shares"]["role"]),
            "access_route": enum(frames["shares"]["access_route"]),
            "procedure_kind": enum(frames["shares"]["procedure_kind"]),
        }
        self._codes = frames["codes"].lazy()
        plans = frames["plans"].with_columns(self._number("contract"))
        any_plan = pl.col("plan").is_null()
        self._contracts = (
            plans.filter(any_plan).select("contract_key", any_plan="plan_number").lazy()
        )
        self._plans = (
            plans.filter(~any_plan).select(self._plan_key(), own_plan="plan_number").lazy()
        )
        self._segments = (
            frames["segments"]
            .sort("first")
            .drop("next_first")
            .rename({"last": "last_day", "first": "segment_from"})
            .lazy()
        )
        self._versions = frames["versions"].sort("first").lazy()
        self._rows = frames["rows"].lazy()
        self._portes = frames["portes"].select(_porte_key(), "porte4").lazy()
        self._annex = (
            frames["annex"].select(self._annex_key(), "factor4", "accommodation_factor").lazy()
        )
        self._shares = (
            frames["shares"]
            .select(self._share_key(), "role4", "route4", "role_percent", "route_percent")
            .lazy()
        )
        self._holidays = (
            frames["holidays"].select(_holiday_key(), holiday=pl.lit(value=True)).lazy()
        )
        self._overtime = (
            frames["overtime"].select(_overtime_key(), "overtime4", "overtime_percent").lazy()
        )

    def price_file(self, lines: Path, out: Path, codec: str) -> None:
        """Price a Parquet file into another."""
        self.query(lines).sink_parquet(out, compression=compression_of(codec), engine=self._engine)

    def query(self, lines: Path) -> pl.LazyFrame:
        """The whole calculation, not yet run."""
        frame = self._valued(self._found(self._placed(checked(pl.scan_parquet(lines)))))
        return priced(frame, self._catalogue_hash)

    def _placed(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        """Plan, code and segment of each line; lines in order of day, as ``join_asof`` needs."""
        return (
            frame.with_columns(self._number("contract"))
            .with_columns(self._plan_key())
            .join(self._plans, on="plan_key", how="left")
            .join(self._contracts, on="contract_key", how="left")
            .join(self._codes, on="code", how="left")
            .with_columns(plan_number=pl.coalesce("own_plan", "any_plan"))
            .sort("day")
            .join_asof(
                self._segments,
                left_on="day",
                right_on="segment_from",
                by="plan_number",
                check_sortedness=False,
            )
        )

    def _found(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        """The first level whose row holds."""
        for level in LEVELS:
            pair = pl.col(f"level_{level}") * PAIR_BASE + pl.col("code_number")
            versions = self._versions.select("pair", "first", listed="pair", last="last", row="row")
            frame = frame.with_columns(pair=pair).join_asof(
                versions.rename(
                    {name: f"{name}_{level}" for name in ("first", "listed", "last", "row")}
                ),
                left_on="day",
                right_on=f"first_{level}",
                by="pair",
                check_sortedness=False,
            )
        holds = {level: pl.col("day") <= pl.col(f"last_{level}") for level in LEVELS}
        return frame.with_columns(
            listed=pl.any_horizontal(pl.col(f"listed_{level}").is_not_null() for level in LEVELS),
            level=pl.coalesce(
                pl.when(holds[level]).then(pl.lit(level, pl.Int8)) for level in LEVELS
            ),
            row=pl.coalesce(pl.when(holds[level]).then(f"row_{level}") for level in LEVELS),
        )

    def _valued(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        """Coefficients and factors of each line."""
        return (
            frame.join(self._rows, on="row", how="left")
            .with_columns(_porte_key(), self._annex_key(), self._share_key(), _holiday_key())
            .join(self._portes, on="porte_key", how="left")
            .join(self._annex, on="annex_key", how="left")
            .join(self._shares, on="share_key", how="left")
            .join(self._holidays, on="holiday_key", how="left")
            .with_columns(
                day_class=pl.when(pl.col("character") == "urgent").then(
                    pl.when("holiday")
                    .then(7)
                    .otherwise(pl.col("start").dt.weekday().cast(pl.Int32) - 1)
                ),
                slot=pl.col("start").dt.hour().cast(pl.Int32) * 2
                + pl.col("start").dt.minute() // 30,
            )
            .with_columns(_overtime_key())
            .join(self._overtime, on="overtime_key", how="left")
        )

    def _number(self, name: str) -> pl.Expr:
        """A text's place among those that the tables know; empty when they don't."""
        return number(name, self._types[name]).alias(f"{name}_key")

    def _plan_key(self) -> pl.Expr:
        return (pl.col("contract_key") * 10_000 + self._number("plan")).alias("plan_key")

    def _annex_key(self) -> pl.Expr:
        return (pl.col("annex") * 100 + self._number("accommodation")).alias("annex_key")

    def _share_key(self) -> pl.Expr:
        route, kind = (
            self._number("access_route").fill_null(0),
            self._number("procedure_kind").fill_null(0),
        )
        return (((pl.col("standard") * 100 + self._number("role")) * 10 + route) * 10 + kind).alias(
            "share_key"
        )


def _porte_key() -> pl.Expr:
    return (pl.col("coefficients") * 100 + pl.col("unit")).alias("porte_key")


def _holiday_key() -> pl.Expr:
    return (pl.col("calendar") * 100_000 + pl.col("day")).alias("holiday_key")


def _overtime_key() -> pl.Expr:
    return (
        ((pl.col("standard") * 10 + pl.col("day_class")) * 100 + pl.col("slot"))
        .cast(pl.Int32)
        .alias("overtime_key")
    )
