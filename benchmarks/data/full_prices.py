"""The same thirteen tables with everything a price row may say, and editions that inherit."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa

from benchmarks.data import prices
from benchmarks.data.draw import choices, days, decimals, generator
from honorarios.catalogue.prices import canonical
from honorarios.catalogue.schema import Edition, FeeSchedule
from honorarios.core.vocabulary import Role, Setting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from benchmarks.data.prices import TablePlan

EDITIONS: Final = {"base": prices.FIRST_DAY, "second": date(2021, 3, 1), "third": date(2023, 10, 1)}
LATER_SHARE: Final = 0.1
"""Share of the base edition's rows that a later edition lists anew."""
UNITS: Final = ("US", "CRS")
"""Private units of payers."""
GROUPS: Final = ("HM", "SADT", "CLINICA", "ONCO")
LETTERS: Final = tuple("ABCDEFGHIJ")
ANAESTHETIC_PORTES: Final = (*"012345678", *LETTERS)
SCOPED_PERCENT: Final = 8
"""Rows that have a sister for one role, accommodation or setting."""
ACCOMMODATIONS: Final = ("ward", "apartment", "suite", "icu")


def schedule(plan: TablePlan) -> FeeSchedule:
    """The head of a table: three editions that follow one another, or one."""
    if not has_editions(plan):
        return prices.schedule(plan)
    begins = list(EDITIONS.items())
    editions = tuple(
        Edition(
            id=name,
            inherits=begins[position - 1][0] if position else None,
            valid_from=begin,
            valid_to=begins[position + 1][1] - timedelta(days=1)
            if position + 1 < len(begins)
            else None,
            source="synthetic",
            prices=f"{plan.id}-{name}.parquet",
        )
        for position, (name, begin) in enumerate(begins)
    )
    return FeeSchedule(id=plan.id, name=f"Tabela {plan.id}", kind=plan.kind, editions=editions)


def has_editions(plan: TablePlan) -> bool:
    """CBHPM and AMB tables are published in editions."""
    return plan.bases in {(1,), (2,)}


def tables(plan: TablePlan, stream: int) -> dict[tuple[str, str], pa.Table]:
    """The rows of each edition of a table."""
    rng = generator(12, stream)
    plain = prices.prices(plan, stream)
    base = _filled(rng, _closed(plain) if has_editions(plan) else plain)
    found = {(plan.id, prices.EDITION): canonical(base)}
    if has_editions(plan):
        for name in list(EDITIONS)[1:]:
            found[plan.id, name] = canonical(_later(rng, base))
    return found


def _closed(table: pa.Table) -> pa.Table:
    """Every version ends on the day before the next: cut by an edition, two would else begin together."""
    code = table["code"].combine_chunks().dictionary_encode().indices.to_numpy()
    begins = table["valid_from"].combine_chunks().cast(pa.int32()).to_numpy()
    ends = days(np.append(begins[1:], 0) - 1, np.append(code[1:] == code[:-1], [False]))
    column = pa.compute.coalesce(table["valid_to"], ends)
    return table.set_column(table.column_names.index("valid_to"), "valid_to", column)


def _filled(rng: np.random.Generator, table: pa.Table) -> pa.Table:
    """The table with private units, groups, flags and anaesthetic portes, and rows for some lines only."""
    count = table.num_rows
    own_unit = (rng.random(count) < 0.05) & (table["basis"].to_numpy(zero_copy_only=False) == "CH")
    extra = {
        "basis": pa.compute.if_else(pa.array(own_unit), "UNIT", table["basis"]),
        "unit": _text(rng, UNITS, own_unit),
        "group": _text(rng, GROUPS, rng.random(count) < 0.8),
        "anaesthetic_porte": _text(rng, ANAESTHETIC_PORTES, rng.random(count) < 0.85),
        "assistants": pa.array(
            rng.integers(0, 4, count).astype(np.int32), mask=rng.random(count) < 0.3
        ),
        "extra_quantity_percent": decimals(
            rng.choice((30, 50, 70), count) * 1_000_000, 6, 12, rng.random(count) < 0.05
        ),
        "admits_urgency": _flag(rng, count, no=True),
        "admits_accommodation": _flag(rng, count, no=True),
        "own_video": _flag(rng, count, no=False),
        "own_bilateral": _flag(rng, count, no=False),
    }
    for name, column in extra.items():
        table = table.set_column(table.column_names.index(name), table.schema.field(name), column)
    return pa.concat_tables([table, _scoped(rng, table)])


def _text(rng: np.random.Generator, options: Sequence[str], valid: NDArray[np.bool_]) -> pa.Array:
    return choices(rng.integers(0, len(options), len(valid)), options, valid).cast(pa.string())


def _flag(rng: np.random.Generator, count: int, *, no: bool) -> pa.Array:
    """The flag's unusual value on one row in twenty, mostly empty elsewhere."""
    unusual = rng.random(count) < 0.05
    return pa.array(unusual != no, mask=~unusual & (rng.random(count) < 0.8))


def _scoped(rng: np.random.Generator, table: pa.Table) -> pa.Table:
    """Some of the rows again, dearer, for one role, accommodation or setting, or two of them."""
    chosen = np.flatnonzero(rng.random(table.num_rows) * 100 < SCOPED_PERCENT)
    table, count = table.take(chosen), len(chosen)
    scope = rng.integers(1, 7, count)
    columns = {
        "role": pa.array(
            rng.choice([int(role) for role in Role], count).astype(np.int8), mask=scope & 1 == 0
        ),
        "accommodation": _text(rng, ACCOMMODATIONS, scope & 2 != 0),
        "setting": pa.array(
            rng.choice([int(setting) for setting in Setting], count).astype(np.int8),
            mask=scope & 4 == 0,
        ),
        "operating_cost": pa.nulls(count, table.schema.field("operating_cost").type),
    }
    for name, column in columns.items():
        table = table.set_column(table.column_names.index(name), table.schema.field(name), column)
    return table


def _later(rng: np.random.Generator, base: pa.Table) -> pa.Table:
    """An edition over its base: some codes with one new row, a few of them removed."""
    listed = pa.compute.unique(base["code"])
    kept = np.flatnonzero(rng.random(len(listed)) < LATER_SHARE * prices.MEAN_VERSIONS)
    first_rows = pa.compute.index_in(listed.take(pa.array(kept)), base["code"])
    table = base.take(first_rows)
    count = table.num_rows
    removed = rng.random(count) < 0.02
    columns = {
        "valid_from": pa.nulls(count, pa.date32()),
        "valid_to": pa.nulls(count, pa.date32()),
        "basis": pa.compute.if_else(pa.array(removed), "REMOVED", table["basis"]),
    }
    for name, column in columns.items():
        table = table.set_column(table.column_names.index(name), table.schema.field(name), column)
    return table
