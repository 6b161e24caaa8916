"""Building an index of items."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from honorarios.catalogue.search.index import Index
from honorarios.catalogue.search.text import SMALL, stem, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ASIDE: Final = 0.75
"""What a word between brackets, or of the other name, counts beside the others."""
_ACRONYM: Final = re.compile(r"\([A-Z0-9]{2,6}\)")
"""Between brackets, but as much a name as what is before it: ``(TSH)``."""
_BRACKETS: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


@dataclass(frozen=True, slots=True)
class Item:
    """Something to be found."""

    code: str
    name: str
    other_name: str = ""
    """How a table calls it that names it otherwise; found by too, but not shown."""
    since: str = ""
    """First day of its validity, ISO; empty: always."""
    until: str = ""
    """Last day of its validity, ISO; empty: until further notice."""


def build(items: Iterable[Item]) -> Index:
    """The index of some items; their order is the last to decide which comes first."""
    found = list(items)
    read = [list(_tokens(item)) for item in found]
    vocabulary = sorted({word for tokens in read for word, _ in tokens})
    places = {word: place for place, word in enumerate(vocabulary)}
    heaviest: list[dict[int, float]] = [defaultdict(float) for _ in vocabulary]
    for number, tokens in enumerate(read):
        for word, weight in tokens:
            weights = heaviest[places[word]]
            weights[number] = max(weights[number], weight)
    return Index(
        codes=[item.code for item in found],
        names=[item.name for item in found],
        since=[item.since for item in found],
        until=[item.until for item in found],
        words=vocabulary,
        tokens=np.array([places[word] for tokens in read for word, _ in tokens], np.int32),
        starts=_starts(map(len, read)),
        items=np.array([number for weights in heaviest for number in weights], np.int32),
        weights=np.array(
            [weight for weights in heaviest for weight in weights.values()], np.float32
        ),
        offsets=_starts(map(len, heaviest)),
    )


def _tokens(item: Item) -> Iterator[tuple[str, float]]:
    """The words that an item is found by, in order, with what each counts."""
    yield from _of(_BRACKETS.sub(" ", item.name), 1.0)
    for aside in _BRACKETS.findall(item.name):
        yield from _of(aside, 1.0 if _ACRONYM.fullmatch(aside) else ASIDE)
    if item.other_name:
        yield from _of(item.other_name, ASIDE)


def _of(text: str, weight: float) -> Iterator[tuple[str, float]]:
    for whole, *pieces in words(text):
        for piece in pieces:
            if piece not in SMALL:
                yield stem(piece), weight
        if whole not in SMALL:
            # The pieces say it already: joined, it is there only to be found.
            yield stem(whole), weight if not pieces else weight * ASIDE


def _starts(lengths: Iterable[int]) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    return np.cumsum([0, *lengths], dtype=np.int32)
