"""Files of lines, written row group by row group: a hundred million take no more memory than one.

The first row groups of a longer file are those of a shorter one, to the byte.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.data import core, prices
from benchmarks.data.draw import choices, generator
from honorarios.core.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

ROW_GROUP: Final = 500_000
ROLES: Final = {
    Role.SURGEON: 40,
    Role.FIRST_ASSISTANT: 14,
    Role.SECOND_ASSISTANT: 6,
    Role.THIRD_ASSISTANT: 1,
    Role.FOURTH_ASSISTANT: 1,
    Role.SCRUB_ASSISTANT: 5,
    Role.ANAESTHETIST: 10,
    Role.ANAESTHETIST_ASSISTANT: 2,
    Role.CONSULTANT: 2,
    Role.PERFUSIONIST: 1,
    Role.DELIVERY_PAEDIATRICIAN: 2,
    Role.DIAGNOSTICS_ASSISTANT: 1,
    Role.CLINICIAN: 12,
    Role.INTENSIVIST: 3,
}
"""How often each role is on a line, in hundredths."""
NO_CONTRACT: Final = "contract-none"
DAY_SECONDS: Final = 86_400


class Kind(Protocol):
    """What makes the lines of one row group."""

    def __call__(self, group: int, count: int) -> pa.Table:
        """The lines of row group number ``group``."""


def core_lines(group: int, count: int) -> pa.Table:
    """Lines for :mod:`benchmarks.data.core`, with popular codes (Zipf) and random plans and dates."""
    rng = generator(6, group)
    plan = rng.integers(0, core.CONTRACTS * core.PLANS_PER_CONTRACT, count)
    contracts = [*(core.contract_id(n) for n in range(core.CONTRACTS)), NO_CONTRACT]
    contract = np.where(rng.random(count) < 0.0005, core.CONTRACTS, plan // core.PLANS_PER_CONTRACT)
    plans = [name for n in range(core.CONTRACTS) for name in core.plan_ids(n)]
    start = starts(rng, count)
    return pa.table(
        {
            "line_id": pa.array(group * ROW_GROUP + np.arange(count)),
            "contract": choices(contract, contracts),
            "plan": choices(plan, plans, rng.random(count) > 0.05),
            "code": zipf_codes(rng, count),
            "start": pa.array(start.astype("datetime64[us]"), mask=rng.random(count) < 0.0002),
            "role": weighted(
                rng, count, [role.code_name for role in ROLES], list(ROLES.values()), 0.0002
            ),
            "access_route": weighted(
                rng, count, ["single", "same", "different"], [30, 40, 30], 0.3
            ),
            "procedure_kind": weighted(rng, count, ["principal", "secondary"], [65, 35], 0.1),
            "accommodation": weighted(rng, count, core.ACCOMMODATIONS, [35, 40, 10, 15], 0.25),
            "character": weighted(rng, count, ["elective", "urgent"], [60, 40], 0.05),
            "quantity": quantities(rng, count),
        }
    )


def starts(rng: np.random.Generator, count: int) -> NDArray[np.datetime64]:
    """Minutes of eight years, more of them by day; some are to the second."""
    day = rng.integers(0, prices.DAYS, count)
    by_day = rng.integers(7 * 60, 19 * 60, count)
    minute = np.where(rng.random(count) < 0.7, by_day, rng.integers(0, 24 * 60, count))
    second = np.where(rng.random(count) < 0.1, rng.integers(0, 60, count), 0)
    seconds: NDArray[np.datetime64] = np.datetime64(prices.FIRST_DAY, "s") + (
        day * DAY_SECONDS + minute * 60 + second
    )
    return seconds


def zipf_codes(rng: np.random.Generator, count: int) -> pa.Array:
    """Codes whose frequency is one over their rank; one in two thousand is of no table."""
    known, unknown = prices.codes(), prices.unknown_codes()
    ranks = np.cumsum(1 / np.arange(1, len(known) + 1))
    drawn = np.searchsorted(ranks, rng.random(count) * ranks[-1])
    popular_first = generator(7).permutation(len(known))
    strange = rng.random(count) < 0.0005
    position = np.where(
        strange, len(known) + rng.integers(0, len(unknown), count), popular_first[drawn]
    )
    return choices(position, known + unknown)


def weighted(
    rng: np.random.Generator,
    count: int,
    options: Sequence[str],
    weights: Sequence[int],
    empty: float,
) -> pa.Array:
    """Options by weight, some cells empty."""
    limits = np.cumsum(weights)
    position = np.searchsorted(limits, rng.random(count) * limits[-1], side="right")
    return choices(position, options, rng.random(count) >= empty)


def quantities(rng: np.random.Generator, count: int) -> pa.Array:
    """Mostly one, up to twelve; one in a hundred is a reversal; a few are empty or absurd."""
    quantity = np.where(rng.random(count) < 0.8, 1, rng.integers(2, 13, count))
    quantity[rng.random(count) < 0.01] *= -1
    quantity[rng.random(count) < 0.0001] = 0
    return pa.array(quantity.astype(np.int32), mask=rng.random(count) < 0.0002)


def write(path: Path, count: int, kind: Kind) -> None:
    """Write a file of lines with row groups of half a million, plain strings and Snappy, as others would."""
    partial = path.with_suffix(".partial")
    with pq.ParquetWriter(
        partial, _schema(kind), compression="snappy", store_schema=False
    ) as writer:
        for group in range(-(-count // ROW_GROUP)):
            rows = min(ROW_GROUP, count - group * ROW_GROUP)
            writer.write_table(kind(group, rows), row_group_size=ROW_GROUP)
    partial.rename(path)


def _schema(kind: Kind) -> pa.Schema:
    return kind(0, 1).schema
