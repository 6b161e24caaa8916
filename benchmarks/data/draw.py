"""Seeded draws that are exact numbers: a float never becomes an amount."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

SEED = 20_260_101
Any_ = TypeVar("Any_")


def generator(*stream: int) -> np.random.Generator:
    """A generator of its own for each part, so that one part's size never changes another's values."""
    return np.random.default_rng([SEED, *stream])


def amount(rng: np.random.Generator, low: int, high: int, places: int) -> Decimal:
    """A number from ``low`` to ``high`` units of the last decimal place.

    >>> 300 <= amount(generator(1), 3_000, 12_000, 4).scaleb(3) <= 1200
    True
    """
    return Decimal(int(rng.integers(low, high + 1))).scaleb(-places)


def chance(rng: np.random.Generator, percent: float) -> bool:
    """True in that many of a hundred draws."""
    return bool(rng.random() * 100 < percent)


def pick(rng: np.random.Generator, options: Sequence[Any_]) -> Any_:
    """One of the options."""
    return options[int(rng.integers(len(options)))]


def some(rng: np.random.Generator, options: Sequence[Any_], most: int) -> tuple[Any_, ...]:
    """One to ``most`` different options, in their order."""
    chosen = rng.choice(len(options), size=int(rng.integers(1, most + 1)), replace=False)
    return tuple(options[position] for position in sorted(chosen))


def decimals(
    mantissas: NDArray[np.int64], places: int, digits: int, valid: NDArray[np.bool_] | None = None
) -> pa.Array:
    """Arrow decimals from whole numbers of the last place; null where not ``valid``.

    >>> decimals(np.array([15, -250]), 2, 15).to_pylist()
    [Decimal('0.15'), Decimal('-2.50')]
    """
    words = np.empty((len(mantissas), 2), dtype=np.int64)
    words[:, 0] = mantissas
    words[:, 1] = np.where(mantissas < 0, -1, 0)
    type_ = pa.decimal128(digits, places)
    array = pa.Array.from_buffers(type_, len(mantissas), [None, pa.py_buffer(words)])
    if valid is None:
        return array
    return pa.compute.if_else(pa.array(valid), array, pa.scalar(None, type_))


def days(values: NDArray[np.integer], valid: NDArray[np.bool_] | None = None) -> pa.Array:
    """Arrow dates from days since 1970-01-01; null where not ``valid``."""
    mask = None if valid is None else ~valid
    return pa.array(values.astype(np.int32), mask=mask).cast(pa.date32())


def choices(
    positions: NDArray[np.integer], options: Sequence[str], valid: NDArray[np.bool_] | None = None
) -> pa.Array:
    """Arrow strings, dictionary-encoded, from positions in a short list; null where not ``valid``."""
    mask = None if valid is None else ~valid
    indices = pa.array(positions.astype(np.int32), mask=mask)
    return pa.DictionaryArray.from_arrays(indices, pa.array(options, pa.string()))
