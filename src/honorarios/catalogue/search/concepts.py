"""A query as what it asks for: its words and abbreviations, each with all that it may mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

from honorarios.catalogue.search.abbreviations import LONGEST_PHRASE, meanings
from honorarios.catalogue.search.text import SMALL, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

AS_TYPED: Final = 1.0
MEANT: Final = 0.92
EACH_FURTHER: Final = 0.03
"""What a meaning counts less than the one before it: the first is what is most often meant."""
BEGUN_ABBREVIATION: Final = 0.75
SHORTEST_BEGUN_ABBREVIATION: Final = 5
MOST_WORDS: Final = 20
"""Words of a query that are looked at."""
_WITH: Final = re.compile(r"\b([cs])/", re.IGNORECASE)
_SPELLED: Final = {"c": "com", "s": "sem"}


@dataclass(frozen=True, slots=True)
class Meaning:
    """Words that are all meant."""

    words: tuple[str, ...]
    weight: float
    typed: bool = False
    """Whether these are the very words that were typed, which may be half typed."""


@dataclass(frozen=True, slots=True)
class Concept:
    """Something that a query asks for."""

    meanings: tuple[Meaning, ...]


def read(query: str) -> list[Concept]:
    """What a query asks for, in its order."""
    spelled = _WITH.sub(lambda found: f" {_SPELLED[found[1].lower()]} ", query)
    typed = list(chain.from_iterable(found[1:] or found for found in words(spelled)))[:MOST_WORDS]
    kept = list(_concepts(typed))
    return kept or [_as_typed((word,)) for word in typed]


def _concepts(typed: Sequence[str]) -> Iterator[Concept]:
    at = 0
    while at < len(typed):
        length = _abbreviation(typed, at)
        if length:
            phrase = tuple(typed[at : at + length])
            yield _abbreviated(phrase)
            at += length
        else:
            word = typed[at]
            if word not in SMALL:
                yield _begun(word)
            at += 1


def _abbreviation(typed: Sequence[str], at: int) -> int:
    """How many of the words from a place on are the longest abbreviation there; 0 where none is."""
    known = meanings()
    for length in range(min(LONGEST_PHRASE, len(typed) - at), 0, -1):
        if tuple(typed[at : at + length]) in known:
            return length
    return 0


def _abbreviated(phrase: tuple[str, ...]) -> Concept:
    meant = (
        Meaning(words, MEANT - EACH_FURTHER * place)
        for place, words in enumerate(meanings()[phrase])
        if words != phrase
    )
    return Concept((Meaning(phrase, AS_TYPED, typed=True), *meant))


def _begun(word: str) -> Concept:
    """The word as typed, and what the abbreviations mean that begin with it."""
    if len(word) < SHORTEST_BEGUN_ABBREVIATION:
        return _as_typed((word,))
    meant = dict.fromkeys(
        meaning
        for phrase, known in meanings().items()
        if len(phrase) == 1 and phrase[0].startswith(word)
        for meaning in known
    )
    return Concept(
        (
            Meaning((word,), AS_TYPED, typed=True),
            *(Meaning(words, BEGUN_ABBREVIATION) for words in meant),
        )
    )


def _as_typed(phrase: tuple[str, ...]) -> Concept:
    return Concept((Meaning(phrase, AS_TYPED, typed=True),))
