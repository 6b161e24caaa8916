"""The index: items, their words in order, and where each word is found; plain arrays."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]
    Integers = npt.NDArray[np.int32]

LONGEST_WORD: Final = 40
"""Letters of a word that are compared."""


@dataclass(frozen=True, eq=False)
class Index:
    """What was built of some items; items and words are known by their places in it.

    ``tokens[starts[i]:starts[i + 1]]`` are the words of item ``i`` in order, and
    ``items[offsets[w]:offsets[w + 1]]`` the items of word ``w``, with how much it counts there in
    ``weights``.
    """

    codes: Sequence[str]
    names: Sequence[str]
    since: Sequence[str]
    """First day of each item's validity, ISO; empty: always."""
    until: Sequence[str]
    """Last day of it; empty: until further notice."""
    words: Sequence[str]
    """The vocabulary, stemmed, in order."""
    tokens: Integers
    starts: Integers
    items: Integers
    weights: Floats
    offsets: Integers
    places: dict[str, int] = field(init=False)
    """The place of each word."""

    def __post_init__(self) -> None:
        """Remember where each word is."""
        places = {word: place for place, word in enumerate(self.words)}
        object.__setattr__(self, "places", places)

    @property
    def size(self) -> int:
        """How many items there are."""
        return len(self.codes)

    @cached_property
    def letters(self) -> npt.NDArray[np.uint8]:
        """The letters of each word of the vocabulary, a row each, padded with zeros."""
        raw = np.array([word.encode()[:LONGEST_WORD] for word in self.words], f"S{LONGEST_WORD}")
        return raw.view(np.uint8).reshape(len(self.words), LONGEST_WORD)

    @cached_property
    def lengths(self) -> Integers:
        """How many letters each word has."""
        return np.array([min(len(word), LONGEST_WORD) for word in self.words], np.int32)

    @cached_property
    def rarity(self) -> Floats:
        """How much each word tells apart: from little, where half the items have it, to 1."""
        return rarity(np.diff(self.offsets), self.size)

    @cached_property
    def mass(self) -> Floats:
        """How much each item says: the sum of its words' rarities, those aside counting less."""
        total = np.zeros(self.size, np.float32)
        word_of = np.repeat(np.arange(len(self.words)), np.diff(self.offsets))
        np.add.at(total, self.items, self.weights * self.rarity[word_of])
        return total

    def is_valid(self, place: int, day: str) -> bool:
        """Whether an item is valid on a day, ISO."""
        return self.since[place] <= day and (not self.until[place] or day <= self.until[place])

    @cached_property
    def places_by_code(self) -> dict[str, int]:
        """The place of each item by its code."""
        return {code: place for place, code in enumerate(self.codes)}


def rarity(found_in: npt.NDArray[np.int32] | int, size: int) -> Floats:
    """How much a word in so many of ``size`` items tells apart, up to 1."""
    return np.asarray(np.log1p(size / (1 + np.asarray(found_in))) / np.log1p(size), np.float32)
