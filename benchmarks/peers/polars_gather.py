"""Polars without joins: every look-up is a position, so that the streaming engine never shuffles a line.

Validities are found by ``search_sorted`` over one key of code and day, everything else by ``gather``
from dense columns. It is about twice as fast as the joins of :mod:`benchmarks.peers.polars_join`, and
further from the Polars that people write.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from benchmarks.peers.arrow_tables import BEFORE_ALL, PAIR_BASE, ArrowTables
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

DAYS: Final = 2**32
"""One key of a pair and a day: the pair times this, plus the day made positive."""
SEGMENT_COLUMNS: Final = (
    "last_day",
    "terms_from",
    *(f"level_{level}" for level in LEVELS),
    "coefficients",
    "ch4",
    "uco4",
    "film_value4",
    "standard",
    "annex",
    "calendar",
    "all_touched",
)
ROW_COLUMNS: Final = (
    "schedule",
    "valid_from",
    "valid_to",
    "basis",
    "fee_unit",
    "unit",
    "fee4",
    "cost4",
    "film4",
    "row_touched",
)


class PolarsGathers:
    """The core tables as dense columns."""

    def __init__(self, tables: ArrowTables, catalogue_hash: str = "") -> None:
        self._catalogue_hash = catalogue_hash
        frames = frames_of(tables)
        plans, shares, overtime = frames["plans"], frames["shares"], frames["overtime"]
        self._contract, self._plan, self._code = (
            enum(plans["contract"]),
            enum(plans["plan"]),
            enum(frames["codes"]["code"]),
        )
        self._accommodation = enum(frames["annex"]["accommodation"])
        self._role, self._route, self._kind = (
            enum(shares["role"]),
            enum(shares["access_route"]),
            enum(shares["procedure_kind"]),
        )
        self._own_plan = _dense(
            plans.filter(pl.col("plan").is_not_null()), self._plan_place(), "plan_number"
        )
        self._any_plan = _dense(
            plans.filter(pl.col("plan").is_null()),
            number("contract", self._contract),
            "plan_number",
        )
        self._segments = (
            frames["segments"]
            .rename({"last": "last_day"})
            .with_columns(key=_key("plan_number", "first"))
            .sort("key")
        )
        self._versions = frames["versions"].with_columns(key=_key("pair", "first")).sort("key")
        self._rows = frames["rows"]
        self._portes = _dense(frames["portes"], _porte_place(), "porte4")
        self._annex = {
            name: _dense(frames["annex"], self._annex_place(), name)
            for name in ("factor4", "accommodation_factor")
        }
        share_columns = ("role4", "route4", "role_percent", "route_percent")
        self._shares = {name: _dense(shares, self._share_place(), name) for name in share_columns}
        holidays = frames["holidays"].with_columns(holiday=pl.lit(value=True))
        self._holidays = _dense(holidays, _holiday_place(), "holiday")
        self._overtime = {
            name: _dense(overtime, _overtime_place(), name)
            for name in ("overtime4", "overtime_percent")
        }

    def price_file(self, lines: Path, out: Path, codec: str) -> None:
        """Price a Parquet file into another."""
        frame = self._valued(self._found(self._placed(checked(pl.scan_parquet(lines)))))
        priced(frame, self._catalogue_hash).sink_parquet(
            out, compression=compression_of(codec), engine="streaming"
        )

    def _placed(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        """Code, plan and segment of each line."""
        segments, place = self._segments, pl.col("segment")
        frame = frame.with_columns(
            code_number=number("code", self._code),
            plan_number=pl.coalesce(
                _at(self._own_plan, self._plan_place()),
                _at(self._any_plan, number("contract", self._contract)),
            ),
        ).with_columns(segment=_as_of(segments["key"], _key("plan_number", "day")))
        same = _at(segments["plan_number"], place) == pl.col("plan_number")
        return frame.with_columns(segment=pl.when(same).then(place)).with_columns(
            _at(segments[name], place).alias(name) for name in SEGMENT_COLUMNS
        )

    def _found(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        """The first level whose row holds."""
        versions = self._versions
        for level in LEVELS:
            place = pl.col(f"place_{level}")
            frame = frame.with_columns(
                pair=pl.col(f"level_{level}") * PAIR_BASE + pl.col("code_number")
            )
            frame = frame.with_columns(
                _as_of(versions["key"], _key("pair", "day")).alias(place.meta.output_name())
            )
            same = _at(versions["pair"], place) == pl.col("pair")
            frame = frame.with_columns(pl.when(same).then(place)).with_columns(
                _at(versions["last"], place).alias(f"last_{level}")
            )
        holds = {level: pl.col("day") <= pl.col(f"last_{level}") for level in LEVELS}
        return frame.with_columns(
            listed=pl.any_horizontal(pl.col(f"place_{level}").is_not_null() for level in LEVELS),
            level=pl.coalesce(
                pl.when(holds[level]).then(pl.lit(level, pl.Int8)) for level in LEVELS
            ),
            place=pl.coalesce(pl.when(holds[level]).then(f"place_{level}") for level in LEVELS),
        ).with_columns(row=_at(versions["row"], pl.col("place")))

    def _valued(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        """Coefficients and factors of each line."""
        weekday = pl.col("start").dt.weekday().cast(pl.Int32) - 1
        half_hour = pl.col("start").dt.hour().cast(pl.Int32) * 2 + pl.col("start").dt.minute() // 30
        return (
            frame.with_columns(
                _at(self._rows[name], pl.col("row")).alias(name) for name in ROW_COLUMNS
            )
            .with_columns(
                porte4=_at(self._portes, _porte_place()),
                holiday=_at(self._holidays, _holiday_place()),
                annex_place=self._annex_place(),
                share_place=self._share_place(),
            )
            .with_columns(
                *(
                    _at(column, pl.col("annex_place")).alias(name)
                    for name, column in self._annex.items()
                ),
                *(
                    _at(column, pl.col("share_place")).alias(name)
                    for name, column in self._shares.items()
                ),
                day_class=pl.when(pl.col("character") == "urgent").then(
                    pl.when("holiday").then(7).otherwise(weekday)
                ),
                slot=half_hour,
            )
            .with_columns(overtime_place=_overtime_place())
            .with_columns(
                _at(column, pl.col("overtime_place")).alias(name)
                for name, column in self._overtime.items()
            )
        )

    def _plan_place(self) -> pl.Expr:
        return number("contract", self._contract) * len(self._plan.categories) + number(
            "plan", self._plan
        )

    def _annex_place(self) -> pl.Expr:
        return pl.col("annex") * len(self._accommodation.categories) + number(
            "accommodation", self._accommodation
        )

    def _share_place(self) -> pl.Expr:
        role = pl.col("standard") * len(self._role.categories) + number("role", self._role)
        route = role * len(self._route.categories) + number("access_route", self._route).fill_null(
            0
        )
        return route * len(self._kind.categories) + number("procedure_kind", self._kind).fill_null(
            0
        )


def _key(pair: str, day: str) -> pl.Expr:
    return pl.col(pair).cast(pl.Int64) * DAYS + (pl.col(day).cast(pl.Int64) - BEFORE_ALL)


def _porte_place() -> pl.Expr:
    return pl.col("coefficients") * 64 + pl.col("unit")


def _holiday_place() -> pl.Expr:
    return pl.col("calendar") * 32_768 + pl.col("day")


def _overtime_place() -> pl.Expr:
    return (pl.col("standard") * 8 + pl.col("day_class")) * 48 + pl.col("slot")


def _dense(frame: pl.DataFrame, place: pl.Expr, name: str) -> pl.Series:
    """A column with a cell for every possible place, empty where the table has none."""
    known = frame.select(place.cast(pl.Int64).alias("place"), pl.col(name)).sort("place")
    every_place = pl.select(place=pl.int_range(0, known["place"].to_list()[-1] + 1, dtype=pl.Int64))
    return every_place.join(known, on="place", how="left", maintain_order="left")[name]


def _at(column: pl.Series, place: pl.Expr) -> pl.Expr:
    """The cells of a column at each line's place, empty where the place is."""

    def gather(places: pl.Series) -> pl.Series:
        return column.gather(pl.select(pl.when(places < len(column)).then(places)).to_series())

    return place.map_batches(gather, return_dtype=column.dtype, is_elementwise=True)


def _as_of(keys: pl.Series, key: pl.Expr) -> pl.Expr:
    """The place of the greatest key that is not after each line's, empty where there is none."""

    def search(wanted: pl.Series) -> pl.Series:
        place = keys.search_sorted(wanted, side="right").cast(pl.Int64) - 1
        return pl.select(pl.when(wanted.is_not_null() & (place >= 0)).then(place)).to_series()

    return key.map_batches(search, return_dtype=pl.Int64, is_elementwise=True)
