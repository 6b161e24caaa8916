"""Interning: names become small numbers, in the order in which they are first seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.core.vocabulary import accommodation_type
from honorarios.pricing.records import NONE

if TYPE_CHECKING:
    from collections.abc import Iterable


class Names:
    """Names of one kind and their numbers.

    >>> plans = Names(["gold"])
    >>> plans.add("silver"), plans.add("gold"), plans.number(None), plans.names
    (1, 0, -1, ['gold', 'silver'])
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        """Start with these names, numbered from 0."""
        self.numbers: dict[str, int] = {}
        for name in names:
            self.add(name)

    def add(self, name: str) -> int:
        """The number of the name, a new one if it is new."""
        return self.numbers.setdefault(name, len(self.numbers))

    def number(self, name: str | None) -> int:
        """The number of the name, added if new; NONE for None."""
        return NONE if name is None else self.add(name)

    @property
    def names(self) -> list[str]:
        """The names by number."""
        return list(self.numbers)

    def __len__(self) -> int:
        """How many names there are."""
        return len(self.numbers)


class AccommodationNames(Names):
    """Accommodation types: documents that call one by different words mean one and the same.

    >>> types = AccommodationNames(["apartamento", "uti-neo"])
    >>> types.add("apartment"), types.names
    (0, ['apartment', 'uti-neo'])
    """

    def add(self, name: str) -> int:
        """The number of the type that the word names, a new one if it is new."""
        return super().add(accommodation_type(name))
