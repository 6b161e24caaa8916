"""Lines for :mod:`benchmarks.data.full`, with every column that the law knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa

from benchmarks.data import core, full
from benchmarks.data.draw import choices, days, generator
from benchmarks.data.lines import core_lines, weighted

if TYPE_CHECKING:
    from numpy.typing import NDArray

GIVEN_CONTRACT: Final = 0.6
"""Share of the lines that say their contract; the others say payer, billing unit and route."""
ROUTES: Final = ("accredited", "hospital_repasse", "cooperative")


def full_lines(group: int, count: int) -> pa.Table:
    """The core's lines with more columns."""
    rng = generator(16, group)
    table = core_lines(group, count)
    contract = table["contract"].combine_chunks()
    number = contract.indices.to_numpy()
    given = rng.random(count) < GIVEN_CONTRACT
    columns = {
        "contract": choices(number, contract.dictionary.to_pylist(), given),
        "payer": choices(
            number // 3, [f"payer-{n:03d}" for n in range(core.CONTRACTS // 3 + 1)], ~given
        ),
        "billing_unit": choices(np.zeros(count, np.int32), ["hospital"], ~given),
        "route": choices(number % len(ROUTES), ROUTES, ~given),
        "provider": choices(rng.integers(0, len(full.PROVIDERS), count), full.PROVIDERS),
        "specialty": choices(
            rng.integers(0, len(full.SPECIALTIES), count), full.SPECIALTIES, rng.random(count) < 0.9
        ),
        **_times(rng, table["start"]),
        "rank": _whole(rng.integers(1, 6, count), rng.random(count) < 0.3),
        "setting": weighted(rng, count, ["inpatient", "outpatient"], [60, 40], 0.1),
        "age_months": _whole(_ages(rng, count), rng.random(count) < 0.9),
        "weight_grams": _whole(rng.integers(900, 6_000, count), rng.random(count) < 0.05),
        "technique": weighted(rng, count, ["conventional", "video", "robotic"], [85, 13, 2], 0.3),
        "laterality": weighted(rng, count, ["left", "right", "both"], [45, 45, 10], 0.6),
        "authorised": pa.array(rng.random(count) < 0.995, mask=rng.random(count) < 0.5),
    }
    kept = {name: table[name] for name in table.column_names if name not in columns}
    return pa.table(kept | columns)


def _times(rng: np.random.Generator, start: pa.ChunkedArray) -> dict[str, pa.Array]:
    """End of the act up to nine hours later, admission up to ten days before."""
    begins = start.combine_chunks().fill_null(0).cast(pa.timestamp("s")).to_numpy()
    count = len(begins)
    lasted = rng.integers(0, 9 * 60, count) * 60
    lasted[rng.random(count) < 0.0002] = -3_600
    admitted = begins.astype("datetime64[D]").astype(np.int64) - rng.integers(0, 10, count)
    ends = (begins + lasted).astype("datetime64[us]")
    return {
        "end": pa.array(ends, mask=rng.random(count) < 0.4),
        "admission": days(admitted, rng.random(count) < 0.6),
    }


def _ages(rng: np.random.Generator, count: int) -> NDArray[np.int64]:
    """One in six a child."""
    return np.where(
        rng.random(count) < 0.17, rng.integers(0, 200, count), rng.integers(200, 1_100, count)
    )


def _whole(values: NDArray[np.integer], valid: NDArray[np.bool_]) -> pa.Array:
    return pa.array(values.astype(np.int32), mask=~valid)
