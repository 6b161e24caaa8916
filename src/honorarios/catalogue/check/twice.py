"""Items that a list has more than once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator


def twice(names: Iterable[Hashable]) -> Iterator[int]:
    """The places of the names that an earlier place already has.

    >>> list(twice(["gold", "silver", "gold"]))
    [2]
    """
    seen: set[Hashable] = set()
    for index, name in enumerate(names):
        if name in seen:
            yield index
        seen.add(name)
