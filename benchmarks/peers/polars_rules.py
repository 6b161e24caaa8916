"""What both Polars peers share: checks, amounts, rounding and result columns as expressions.

Components are Int64 with 8 decimals, the product of the factors Int64 with 16; their product is an
Int128 with 24, divided once with half a centavo added.
"""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal

import polars as pl

from benchmarks.peers.columns import RESULT_COLUMNS
from honorarios.core.vocabulary import Role

if TYPE_CHECKING:
    from benchmarks.peers.arrow_tables import ArrowTables

INPUT: Final = (
    "line_id",
    "contract",
    "plan",
    "code",
    "start",
    "role",
    "access_route",
    "procedure_kind",
    "accommodation",
    "character",
    "quantity",
)
LEVELS: Final = (1, 2, 3, 4)
ONE: Final = 10_000
CENTAVO: Final = 10**22
LARGEST_QUANTITY: Final = 999
SMALLEST: Final = pl.lit(Decimal("0.00000001"), pl.Decimal(38, 8))


Frames = dict[str, pl.DataFrame]


def frames_of(tables: ArrowTables) -> Frames:
    """The core tables as data frames."""
    return {field.name: pl.DataFrame(getattr(tables, field.name)) for field in fields(tables)}


def compression_of(codec: str) -> Literal["uncompressed", "lz4", "zstd", "snappy"]:
    """What Polars calls the compression of a Parquet file."""
    known: dict[str, Literal["uncompressed", "lz4", "zstd", "snappy"]] = {
        "none": "uncompressed",
        "lz4": "lz4",
        "zstd": "zstd",
        "snappy": "snappy",
    }
    return known[codec]


def enum(values: pl.Series) -> pl.Enum:
    """The texts of a column as a closed list."""
    return pl.Enum(values.drop_nulls().unique(maintain_order=True))


def number(name: str, type_: pl.Enum) -> pl.Expr:
    """A text's place in a closed list; empty when it is not there."""
    return pl.col(name).cast(type_, strict=False).to_physical().cast(pl.Int32)


def checked(frame: pl.LazyFrame) -> pl.LazyFrame:
    """What is wrong with a line by itself."""
    quantity = pl.col("quantity")
    checks = {
        "missing_code": pl.col("code").is_null(),
        "missing_start": pl.col("start").is_null(),
        "missing_role": pl.col("role").is_null(),
        "invalid_role": ~pl.col("role").is_in([role.code_name for role in Role]),
        "invalid_access_route": ~pl.col("access_route").is_in(["single", "same", "different"]),
        "invalid_procedure_kind": ~pl.col("procedure_kind").is_in(["principal", "secondary"]),
        "invalid_quantity": quantity.is_null()
        | (quantity == 0)
        | (quantity.abs() > LARGEST_QUANTITY),
        "missing_contract": pl.col("contract").is_null(),
    }
    return frame.with_columns(
        day=pl.col("start").dt.date().cast(pl.Int32),
        refused=pl.coalesce(
            pl.when(failed).then(pl.lit(status)) for status, failed in checks.items()
        ),
    )


def priced(frame: pl.LazyFrame, catalogue_hash: str) -> pl.LazyFrame:
    """The result columns of lines whose rows, coefficients and factors were found."""
    frame = frame.with_columns(**_amounts()).with_columns(centavos=_rounded())
    return frame.with_columns(status=_status()).select(*_result(catalogue_hash))


def _result(catalogue_hash: str) -> list[pl.Expr]:
    has_contract = pl.col("refused").is_null() & (pl.col("day") <= pl.col("last_day"))
    has_row = has_contract & pl.col("row").is_not_null()
    has_components = has_row & pl.col("fee8").is_not_null() & pl.col("rest8").is_not_null()
    has_factors = has_components & pl.col("factor4").is_not_null() & pl.col("role4").is_not_null()
    priced = pl.col("status") == "priced"
    one, zero = pl.lit(1, pl.Decimal(9, 6)), pl.lit(0, pl.Decimal(12, 6))
    shown = {
        "contract_used": (has_contract, pl.col("contract")),
        "terms_from": (has_contract, pl.col("terms_from")),
        "price_rule": (has_contract, pl.lit(None, pl.String)),
        "level": (has_row, pl.col("level")),
        "schedule": (has_row, pl.col("schedule")),
        "price_row": (has_row, pl.col("row")),
        "valid_from": (has_row, pl.col("valid_from")),
        "valid_to": (has_row, pl.col("valid_to")),
        "basis": (has_row, pl.col("basis")),
        "fee_unit": (has_components, pl.col("fee_unit")),
        "fee": (has_components, _reais("fee8")),
        "operating_cost": (has_components, _reais("cost8")),
        "film": (has_components, _reais("film8")),
        "fee_adjustment": (has_factors, one),
        "operating_cost_adjustment": (has_factors, one),
        "film_adjustment": (has_factors, one),
        "accommodation_factor": (has_factors, pl.coalesce("accommodation_factor", one)),
        "overtime_percent": (has_factors, pl.coalesce("overtime_percent", zero)),
        "paediatric_percent": (has_factors, zero),
        "technique_factor": (has_factors, one),
        "bilateral_percent": (has_factors, zero),
        "role_percent": (has_factors, pl.col("role_percent")),
        "route_percent": (has_factors, pl.col("route_percent")),
        "unit_centavos": (priced, pl.col("centavos")),
        "total_centavos": (priced, pl.col("centavos") * pl.col("quantity")),
    }
    results: dict[str, pl.Expr] = {
        name: pl.when(reached).then(value) for name, (reached, value) in shown.items()
    }
    results |= {"status": pl.col("status"), "catalogue_hash": pl.lit(catalogue_hash)}
    return [
        *(pl.col(name) for name in INPUT),
        *(results[name].alias(name) for name in RESULT_COLUMNS),
    ]


def _amounts() -> dict[str, pl.Expr]:
    """Components with 8 decimals, the product of the factors with 16."""
    basis = pl.col("basis")
    fee_value = (
        pl.when(basis == "BRL").then(ONE).when(basis == "CH").then("ch4").otherwise("porte4")
    )
    cost_value = pl.when(basis == "BRL").then(ONE).when(basis == "CH").then("ch4").otherwise("uco4")
    cost = pl.when(pl.col("cost4") == 0).then(0).otherwise(pl.col("cost4") * cost_value)
    film = pl.when(pl.col("film4") == 0).then(0).otherwise(pl.col("film4") * pl.col("film_value4"))
    factor = pl.when(pl.col("accommodation").is_null()).then(ONE).otherwise("factor4")
    overtime = pl.col("overtime4").fill_null(0) + ONE
    return {
        "fee8": pl.col("fee4") * fee_value,
        "cost8": cost,
        "film8": film,
        "rest8": cost + film,
        "factor4": factor,
        "factors16": factor * overtime * pl.col("role4") * pl.col("route4"),
    }


def _rounded() -> pl.Expr:
    """Half a centavo or more counts as one; no amount here is negative."""
    fee, rest = pl.col("fee8").cast(pl.Int128), pl.col("rest8").cast(pl.Int128)
    everything = pl.col("row_touched") | pl.col("all_touched")
    product = (
        pl.when(everything)
        .then((fee + rest) * pl.col("factors16"))
        .otherwise(fee * pl.col("factors16") + rest * 10**16)
    )
    return ((product + CENTAVO // 2) // CENTAVO).cast(pl.Int64)


def _status() -> pl.Expr:
    """The first reason why a line has no price."""
    return (
        pl.when(pl.col("refused").is_not_null())
        .then("refused")
        .when(pl.col("plan_number").is_null())
        .then(pl.lit("unknown_contract"))
        .when((pl.col("day") <= pl.col("last_day")).fill_null(value=False).not_())
        .then(pl.lit("contract_not_in_force"))
        .when(pl.col("code_number").is_null())
        .then(pl.lit("unknown_code"))
        .when(pl.col("row").is_null() & pl.col("listed"))
        .then(pl.lit("price_not_in_force"))
        .when(pl.col("row").is_null())
        .then(pl.lit("no_price"))
        .when(pl.col("fee8").is_null() | pl.col("rest8").is_null())
        .then(pl.lit("no_coefficient"))
        .when(pl.col("factor4").is_null())
        .then(pl.lit("no_accommodation_factor"))
        .when(pl.col("role4").is_null())
        .then(pl.lit("no_role_percent"))
        .when(pl.col("centavos") == 0)
        .then(pl.lit("zero_price"))
        .otherwise(pl.lit("priced"))
    )


def _reais(name: str) -> pl.Expr:
    """Hundred-millionths of a real as a decimal."""
    return pl.col(name).cast(pl.Decimal(38, 8)) * SMALLEST
