"""Answering a query: what each word of it may mean, and which items have most of it.

Exact words count more than begun ones, those more than abbreviations' meanings, and those more than words
that are a letter away. Among items that have the same of a query, those that say little else come first,
and those that begin with it; what is usual comes before what is rare.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from honorarios.catalogue.search import usual
from honorarios.catalogue.search.concepts import Concept, read
from honorarios.catalogue.search.index import rarity
from honorarios.catalogue.search.near import near
from honorarios.catalogue.search.text import SMALL, stem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.catalogue.search.index import Floats, Index

SAYS_LITTLE_ELSE: Final = 0.22
BEGINS_WITH_IT: Final = 0.06
IN_THIS_ORDER: Final = 0.05
LEAST: Final = 0.35
"""Share of a query that an item must have to be shown at all."""
LOOKED_AT: Final = 80
"""Best items whose words' order is looked at."""
SHORTEST_CODE: Final = 3
ASIDE_LESS: Final = 0.4
"""Part of what a word counts less between brackets, where it is a matter of having it."""
USUAL_WORD: Final = 0.05
"""What the word of most items gains over one of a single item, where both are begun alike."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An item that was found."""

    code: str
    name: str
    score: float
    """How well it answers, about 1 where it has all of the query; for comparing, not for showing."""


def find(
    index: Index, query: str, *, limit: int = 20, favoured: Mapping[str, float] | None = None
) -> list[Hit]:
    """The items that answer a query, the best first.

    Args:
        index: Where to look.
        query: As it was typed: a code, the beginning of one, or words.
        limit: How many to answer.
        favoured: What to add to the score of some codes: those that a person uses.
    """
    digits = "".join(char for char in query if char not in " .-/")
    if digits.isdigit() and len(digits) >= SHORTEST_CODE:
        return _by_code(index, digits, limit)
    scores = _scores(index, query, favoured or {})
    best = [place for place in _best(scores, limit) if scores[place] > 0]
    return [Hit(index.codes[at], index.names[at], float(scores[at])) for at in best]


def _by_code(index: Index, digits: str, limit: int) -> list[Hit]:
    found = [
        Hit(code, name, len(digits) / len(code))
        for code, name in zip(index.codes, index.names, strict=True)
        if code.startswith(digits)
    ]
    return sorted(found, key=lambda hit: hit.code)[:limit]


def _scores(index: Index, query: str, favoured: Mapping[str, float]) -> Floats:
    concepts = read(query)
    scores = np.zeros(index.size, np.float32)
    if not concepts or not index.size:
        return scores
    said = np.zeros(index.size, np.float32)
    whole = 0.0
    meant: list[set[int]] = []
    for concept in concepts:
        found = _found(index, concept)
        weight = float(rarity(int((found.has > LEAST).sum()), index.size))
        scores += weight * found.has
        said += found.says
        whole += weight
        meant.append(found.words)
    scores /= max(whole, 1e-6)
    scores[scores < LEAST] = 0
    shown = scores > 0
    little_else = np.minimum(said / np.maximum(index.mass, 1e-6), 1)
    scores[shown] += (SAYS_LITTLE_ELSE * little_else + usual.of(index))[shown]
    for code, more in favoured.items():
        place = index.places_by_code.get(code)
        if place is not None and scores[place] > 0:
            scores[place] += more
    for place in _best(scores, LOOKED_AT):
        if scores[place] > 0:
            scores[place] += _order(index, place, meant)
    return scores


@dataclass(frozen=True, slots=True)
class _Found:
    """What the items have of a concept."""

    has: Floats
    """How well each has it, up to 1."""
    says: Floats
    """How much of each it is."""
    words: set[int]


def _found(index: Index, concept: Concept) -> _Found:
    has = np.zeros(index.size, np.float32)
    says = np.zeros(index.size, np.float32)
    words: set[int] = set()
    for meaning in concept.meanings:
        own = [
            _word(index, word, open_end=meaning.typed, usual_first=meaning.typed)
            for word in meaning.words
            if word not in SMALL or len(meaning.words) == 1
        ]
        together = np.min([one.has for one in own], axis=0) * meaning.weight
        better = together > has
        has[better] = together[better]
        says[better] = np.sum([one.says for one in own], axis=0)[better]
        words.update(*(one.words for one in own))
    return _Found(has, says, words)


def _word(index: Index, typed: str, *, open_end: bool, usual_first: bool) -> _Found:
    has = np.zeros(index.size, np.float32)
    says = np.zeros(index.size, np.float32)
    places = near(index, stem(typed), typed=typed, open_end=open_end)
    for place, nearness in places.items():
        some = slice(index.offsets[place], index.offsets[place + 1])
        items, weights = index.items[some], index.weights[some]
        more = USUAL_WORD * (1 - float(index.rarity[place])) if usual_first else 0.0
        closeness = nearness if nearness == 1 else min(nearness + more, 0.99)
        has[items] = np.maximum(has[items], closeness * (1 - ASIDE_LESS * (1 - weights)))
        says[items] = np.maximum(says[items], index.rarity[place] * weights)
    return _Found(has, says, set(places))


def _best(scores: Floats, count: int) -> list[int]:
    """The places of the highest scores, the first of equals first."""
    if count < len(scores):
        some = np.argpartition(-scores, count)[:count]
        edge = scores[some].min()
        some = np.flatnonzero(scores >= edge)
    else:
        some = np.arange(len(scores))
    return [int(place) for place in some[np.argsort(-scores[some], kind="stable")][:count]]


def _order(index: Index, place: int, meant: list[set[int]]) -> float:
    """What an item gains by beginning with the query, and by having its words in the same order."""
    tokens = index.tokens[index.starts[place] : index.starts[place + 1]].tolist()
    at = [
        next((number for number, token in enumerate(tokens) if token in words), None)
        for words in meant
    ]
    begins = BEGINS_WITH_IT if at and at[0] == 0 else BEGINS_WITH_IT / 2 if 0 in at else 0.0
    following = sum(
        1
        for one, other in pairwise(at)
        if one is not None and other is not None and one < other <= one + 2
    )
    return begins + IN_THIS_ORDER * following / max(len(meant) - 1, 1)
