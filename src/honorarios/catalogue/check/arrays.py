"""Price columns as NumPy arrays, for checks that compare a whole table at once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FIRST_DAY: Final = date.min.toordinal() - date(1970, 1, 1).toordinal()
"""The first day there is, as Arrow counts days: for an open beginning."""
LAST_DAY: Final = date.max.toordinal() - date(1970, 1, 1).toordinal()
"""The last day there is: for an open end."""


def day_of(day: date | None) -> int:
    """A day as Arrow counts it; None is an open end."""
    return LAST_DAY if day is None else day.toordinal() - date(1970, 1, 1).toordinal()


def days(column: pa.ChunkedArray, empty: int) -> NDArray[np.int64]:
    """A column of dates as days since 1970."""
    counted = pc.cast(pc.cast(column.combine_chunks(), pa.int32()), pa.int64())
    filled: NDArray[np.int64] = pc.fill_null(counted, empty).to_numpy(zero_copy_only=False)
    return filled


def numbered(column: pa.ChunkedArray) -> NDArray[np.int64]:
    """A column as numbers that are equal where its values are; -1 where it is empty."""
    indices = column.combine_chunks().dictionary_encode().indices
    filled = pc.fill_null(pc.cast(indices, pa.int64()), -1)
    places: NDArray[np.int64] = filled.to_numpy(zero_copy_only=False)
    return places
