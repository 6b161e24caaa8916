"""Synthetic fee schedules: thirteen dated tables over five thousand codes, about 188,000 rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa

from benchmarks.data.draw import choices, days, decimals, generator
from honorarios.catalogue.prices import canonical
from honorarios.catalogue.schema import Edition, FeeSchedule, ScheduleKind
from honorarios.catalogue.schema.base import PORTES

if TYPE_CHECKING:
    from numpy.typing import NDArray

FIRST_DAY: Final = date(2018, 1, 1)
LAST_DAY: Final = date(2025, 12, 31)
DAYS: Final = (LAST_DAY - FIRST_DAY).days + 1
EDITION: Final = "base"
CODES: Final = 5_000
UNKNOWN_CODES: Final = 50
"""Codes that lines use and no table has."""
MEAN_VERSIONS: Final = 4
HOLES_PERCENT: Final = 2
"""Versions that end a month before the next one begins."""
BASES: Final = ("BRL", "CH", "PORTE")


@dataclass(frozen=True)
class TablePlan:
    """What one synthetic table is like: its bases, and the share of codes it has, in percent."""

    id: str
    kind: ScheduleKind
    bases: tuple[int, ...]
    coverage: int


TABLES: Final = (
    *(TablePlan(f"porte-{n}", ScheduleKind.CBHPM, (2,), 97) for n in (1, 2, 3)),
    *(TablePlan(f"ch-{n}", ScheduleKind.AMB, (1,), 97) for n in (1, 2)),
    *(TablePlan(f"brl-{n}", ScheduleKind.BRL, (0,), 97) for n in (1, 2)),
    *(TablePlan(f"special-{n}", ScheduleKind.OWN, (0, 0, 1, 2), 43) for n in range(1, 7)),
)
FULL_TABLES: Final = tuple(plan.id for plan in TABLES if plan.coverage > 50)
SPECIAL_TABLES: Final = tuple(plan.id for plan in TABLES if plan.coverage <= 50)


@cache
def codes() -> tuple[str, ...]:
    """The codes of the tables, eight digits in ten chapters, in order."""
    rng = generator(1)
    numbers = np.sort(rng.choice(9_000_000, size=CODES, replace=False))
    return tuple(f"{3 + number // 1_800_000}{number:07d}" for number in numbers.tolist())


@cache
def unknown_codes() -> tuple[str, ...]:
    """Codes of no table: their chapter is not used by :func:`codes`."""
    return tuple(f"9{number:07d}" for number in range(1, UNKNOWN_CODES + 1))


def schedule(plan: TablePlan) -> FeeSchedule:
    """The head of a table, with one edition that is always in force."""
    edition = Edition(
        id=EDITION, valid_from=FIRST_DAY, source="synthetic", prices=f"{plan.id}-{EDITION}.parquet"
    )
    return FeeSchedule(id=plan.id, name=f"Tabela {plan.id}", kind=plan.kind, editions=(edition,))


def prices(plan: TablePlan, stream: int) -> pa.Table:
    """The rows of a table: about four dated versions of each code it has."""
    rng = generator(2, stream)
    everything = codes()
    kept = np.flatnonzero(rng.random(len(everything)) * 100 < plan.coverage)
    versions = rng.integers(1, 2 * MEAN_VERSIONS, size=len(kept))
    code = np.repeat(kept, versions)
    columns = {"code": choices(code, everything).cast(pa.string())}
    columns |= validity(rng, code)
    columns |= amounts(rng, plan, len(code))
    return canonical(pa.table(columns))


def validity(rng: np.random.Generator, code: NDArray[np.int64]) -> dict[str, pa.Array]:
    """Versions on different days; few of them end before the next begins."""
    first = np.datetime64(FIRST_DAY, "D").astype(np.int64)
    position = _position_in_group(code)
    share = DAYS // (2 * MEAN_VERSIONS)
    starts = first + position * share + rng.integers(0, share, size=len(code))
    starts[(position == 0) & (rng.random(len(code)) < 0.95)] = first
    ends_early = rng.random(len(code)) * 100 < HOLES_PERCENT
    last_before_next = np.where(
        np.append(code[1:] == code[:-1], False), np.append(starts[1:], 0), starts + share
    )
    ends = np.maximum(last_before_next - 30, starts)
    return {"valid_from": days(starts), "valid_to": days(ends, ends_early)}


def _position_in_group(code: NDArray[np.int64]) -> NDArray[np.int64]:
    begins = np.flatnonzero(np.append(True, code[1:] != code[:-1]))
    return np.arange(len(code)) - np.repeat(begins, np.diff(np.append(begins, len(code))))


def amounts(rng: np.random.Generator, plan: TablePlan, count: int) -> dict[str, pa.Array]:
    """Fee, operating cost and film, in ten-thousandths of the row's units."""
    basis = rng.choice(plan.bases, size=count)
    is_porte = basis == 2
    fee = np.where(
        basis == 0,
        rng.integers(1_000, 800_000, count) * 100,
        rng.integers(100, 10_000, count) * 5_000,
    )
    fraction = rng.integers(10, 100, count) * 100
    has_fraction = rng.random(count) < 0.15
    fee = np.where(is_porte, fraction, fee)
    fee[rng.random(count) < 0.0005] = 0
    has_cost = rng.random(count) < 0.25
    cost = rng.integers(500, 600_000, count)
    has_film = rng.random(count) < 0.08
    film = rng.integers(200, 20_000, count)
    porte = rng.integers(0, len(PORTES), count)
    return {
        "basis": choices(basis, BASES).cast(pa.string()),
        "fee": decimals(fee, 4, 15, ~is_porte | has_fraction),
        "porte": choices(porte, PORTES, is_porte).cast(pa.string()),
        "operating_cost": decimals(cost, 4, 15, has_cost),
        "film": decimals(film, 4, 15, has_film),
    }
