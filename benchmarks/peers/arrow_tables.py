"""The core tables as Arrow, for the engines that join: keys are small whole numbers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from benchmarks.peers.tables import NO_TABLE, OPEN_END, CoreTables, Row, iso

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BEFORE_ALL: Final = -1_000_000
"""First day of the stand-in for the days before a code's first row."""
PAIR_BASE: Final = 10_000
"""A code in a table has the key ``table * PAIR_BASE + code``."""
AFTER_ALL: Final = OPEN_END + 1


@dataclass(frozen=True)
class ArrowTables:
    """What is joined, one table per look-up."""

    codes: pa.Table
    plans: pa.Table
    segments: pa.Table
    versions: pa.Table
    """Price rows by table and code: every day from ``first`` to before ``next_first``; ``row`` is empty
    where no row holds, so that a code that was tried can be told from one that is not there."""
    rows: pa.Table
    portes: pa.Table
    annex: pa.Table
    shares: pa.Table
    overtime: pa.Table
    holidays: pa.Table


def arrow_tables(tables: CoreTables) -> ArrowTables:
    """The same tables as Arrow."""
    codes = {code: number for number, code in enumerate(sorted({row.code for row in tables.rows}))}
    plans = {
        key: number
        for number, key in enumerate({(s.contract, s.plan): None for s in tables.segments})
    }
    units = {
        unit: number
        for number, unit in enumerate(dict.fromkeys(row.fee_unit for row in tables.rows))
    }
    return ArrowTables(
        codes=_table(("code", "code_number"), codes.items()),
        plans=_table(
            ("contract", "plan", "plan_number"), ((*key, number) for key, number in plans.items())
        ),
        segments=_segments(tables, plans),
        versions=_table(
            ("pair", "first", "next_first", "last", "row"), _versions(tables.rows, codes)
        ),
        rows=_rows(tables, units),
        portes=_portes(tables, units),
        annex=_annex(tables),
        shares=_shares(tables),
        overtime=_overtime(tables),
        holidays=_table(("calendar", "day"), sorted(tables.holidays)),
    )


def _table(names: tuple[str, ...], records: Iterable[tuple[object, ...]]) -> pa.Table:
    """Keys as 4-byte numbers; what is multiplied (``…4``) stays 8 bytes wide."""
    columns = dict(zip(names, map(pa.array, zip(*records, strict=True)), strict=True))
    for name, column in columns.items():
        if pa.types.is_int64(column.type) and (name.startswith("level") or not name.endswith("4")):
            columns[name] = column.cast(pa.int32())
    return pa.table(columns)


def _segments(tables: CoreTables, plans: dict[tuple[str, str | None], int]) -> pa.Table:
    names = (
        "plan_number",
        "first",
        "next_first",
        "last",
        "terms_from",
        "level_1",
        "level_2",
        "level_3",
        "level_4",
        "coefficients",
        "ch4",
        "uco4",
        "film_value4",
        "ch_value",
        "uco_value",
        "film_value",
        "standard",
        "annex",
        "calendar",
        "all_touched",
    )
    ordered = sorted(tables.segments, key=lambda s: (plans[s.contract, s.plan], s.first))
    following = [*ordered[1:], None]
    return _table(
        names,
        (
            (
                plans[s.contract, s.plan],
                s.first,
                t.first if t and t.plan == s.plan and t.contract == s.contract else AFTER_ALL,
                s.last,
                iso(s.terms_from),
                *(_level(level) for level in (s.level_1, s.level_2, s.level_3, s.level_4)),
                s.coefficients,
                s.ch,
                s.uco,
                s.film,
                *(_exact(value, 4) for value in (s.ch, s.uco, s.film)),
                s.standard,
                s.annex,
                s.calendar,
                s.touches_all,
            )
            for s, t in zip(ordered, following, strict=True)
        ),
    )


def _level(table: int) -> int | None:
    return None if table == NO_TABLE else table


def pair(table: int, code: int) -> int:
    """One key for a code in a table."""
    return table * PAIR_BASE + code


def _versions(
    rows: list[Row], codes: dict[str, int]
) -> Iterator[tuple[int, int, int, int, int | None]]:
    following = [*rows[1:], None]
    previous = None
    for row, after in zip(rows, following, strict=True):
        key = pair(row.table, codes[row.code])
        if key != previous:
            yield key, BEFORE_ALL, row.first, BEFORE_ALL, None
        previous = key
        end = AFTER_ALL
        if after is not None and pair(after.table, codes[after.code]) == key:
            end = after.first
        yield key, row.first, end, row.last, row.price_row


def _rows(tables: CoreTables, units: dict[str, int]) -> pa.Table:
    names = (
        "row",
        "schedule",
        "valid_from",
        "valid_to",
        "basis",
        "fee_unit",
        "unit",
        "fee4",
        "cost4",
        "film4",
        "fee_quantity",
        "cost_quantity",
        "film_quantity",
        "row_touched",
    )
    return _table(
        names,
        (
            (
                row.price_row,
                row.schedule,
                iso(row.first),
                iso(row.valid_to),
                row.basis,
                row.fee_unit,
                units[row.fee_unit],
                row.fee,
                row.operating_cost,
                row.film,
                *(_exact(q, 4) for q in (row.fee, row.operating_cost, row.film)),
                row.touches_all,
            )
            for row in tables.rows
        ),
    )


def _portes(tables: CoreTables, units: dict[str, int]) -> pa.Table:
    return _table(
        ("coefficients", "unit", "porte4", "porte_value"),
        (
            (period, units[porte], value, _exact(value, 4))
            for (period, porte), value in tables.portes.items()
            if porte in units
        ),
    )


def _annex(tables: CoreTables) -> pa.Table:
    return _table(
        ("annex", "accommodation", "factor4", "accommodation_factor"),
        (
            (annex, type_, factor, _exact(factor, 4))
            for (annex, type_), factor in tables.annex.items()
        ),
    )


def _shares(tables: CoreTables) -> pa.Table:
    names = (
        "standard",
        "role",
        "access_route",
        "procedure_kind",
        "role4",
        "route4",
        "role_percent",
        "route_percent",
    )
    return _table(
        names,
        (
            (
                standard,
                role,
                route or "",
                kind or "",
                share,
                reduced,
                _exact(share, 2),
                _exact(reduced, 2),
            )
            for (standard, role), share in tables.roles.items()
            for (other, route, kind), reduced in tables.routes.items()
            if other == standard
        ),
    )


def _overtime(tables: CoreTables) -> pa.Table:
    return _table(
        ("standard", "day_class", "slot", "overtime4", "overtime_percent"),
        ((*key, percent, _exact(percent, 2)) for key, percent in tables.overtime.items()),
    )


def _exact(mantissa: int | None, places: int) -> Decimal | None:
    return None if mantissa is None else Decimal(mantissa).scaleb(-places)
