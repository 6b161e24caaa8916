"""Words of the vocabulary near to one that was typed: the same, begun with it, or one letter away.

One letter away is one left out, one too many, one for another, or two neighbours that changed places.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

import numpy as np

from honorarios.catalogue.search.index import LONGEST_WORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from honorarios.catalogue.search.index import Index

SAME: Final = 1.0
BEGUN: Final = 0.86
"""What a word counts that was begun; more, the more of it was typed."""
FUZZY: Final = 0.7
FUZZY_BEGUN: Final = 0.55
SHORTEST_BEGUN: Final = 2
SHORTEST_FUZZY: Final = 4
SHORTEST_FUZZY_BEGUN: Final = 6


def near(index: Index, word: str, *, typed: str, open_end: bool = True) -> dict[int, float]:
    """The places of the words near to one, with how near each is, up to 1.

    Args:
        index: Whose vocabulary.
        word: The stem.
        typed: As it was typed: what a half typed word begins with.
        open_end: Whether it may be the beginning of a longer word.
    """
    found = {index.places[word]: SAME} if word in index.places else {}
    if open_end and len(typed) >= SHORTEST_BEGUN and not typed.isdigit():
        for place, nearness in _begun(index, typed, word):
            found.setdefault(place, nearness)
    if not found and len(word) >= SHORTEST_FUZZY and not any(map(str.isdigit, word)):
        found = _mistyped(index, word, typed if open_end else "")
    return found


def _begun(index: Index, typed: str, word: str) -> Iterator[tuple[int, float]]:
    for start in dict.fromkeys((typed, word)):
        first = bisect_left(index.words, start)
        # No letter of a word comes after "{".
        last = bisect_left(index.words, start + "{")
        for place in range(first, last):
            part = len(start) / len(index.words[place])
            yield place, BEGUN * (0.75 + 0.25 * part)


def _mistyped(index: Index, word: str, typed: str) -> dict[int, float]:
    found = dict.fromkeys(map(int, np.flatnonzero(_one_away(index, word))), FUZZY)
    if not found and len(typed) >= SHORTEST_FUZZY_BEGUN:
        for length in (len(typed) - 1, len(typed), len(typed) + 1):
            longer = _one_away(index, typed, cut=length)
            for place in map(int, np.flatnonzero(longer)):
                part = length / max(length, int(index.lengths[place]))
                found[place] = max(found.get(place, 0), FUZZY_BEGUN * (0.75 + 0.25 * part))
    return found


def _one_away(index: Index, word: str, cut: int | None = None) -> npt.NDArray[np.bool_]:
    """Which words are one letter away; with ``cut``, which of the longer ones begin so."""
    letters, lengths = index.letters, index.lengths
    if cut is not None:
        letters = np.where(np.arange(LONGEST_WORD) < cut, letters, 0)
        lengths = np.where(lengths > cut, cut, -1)
    own = np.frombuffer(word.encode()[:LONGEST_WORD], np.uint8)
    size = len(own)
    ahead = np.zeros(LONGEST_WORD, np.uint8)
    ahead[:size] = own
    differ = letters != ahead
    # Equal letters from the beginning, and from the end.
    head = np.where(differ.any(axis=1), differ.argmax(axis=1), LONGEST_WORD)
    tail = _tail(letters, lengths, own)
    shorter = np.minimum(lengths, size)
    head = np.minimum(head, shorter)
    same = (lengths == size) & (head + tail >= size - 1)
    grown = (np.abs(lengths - size) == 1) & (head + tail >= shorter)
    swapped = _swapped(letters, lengths, own, head, tail)
    return np.asarray(same | grown | swapped)


def _tail(
    letters: npt.NDArray[np.uint8],
    lengths: npt.NDArray[np.int32],
    own: npt.NDArray[np.uint8],
) -> npt.NDArray[np.int64]:
    """How many last letters of each word are those of ``own``."""
    rows = np.arange(len(letters))
    equal = np.ones(len(letters), np.bool_)
    count = np.zeros(len(letters), np.int64)
    for back in range(1, len(own) + 1):
        at = lengths - back
        equal &= (at >= 0) & (letters[rows, np.maximum(at, 0)] == own[-back])
        if not equal.any():
            break
        count += equal
    return count


def _swapped(
    letters: npt.NDArray[np.uint8],
    lengths: npt.NDArray[np.int32],
    own: npt.NDArray[np.uint8],
    head: npt.NDArray[np.int64],
    tail: npt.NDArray[np.int64],
) -> npt.NDArray[np.bool_]:
    """Which words have two neighbours in each other's place."""
    size = len(own)
    wanted = (lengths == size) & (head + tail == size - 2)
    rows = np.flatnonzero(wanted)
    at = head[rows]
    wanted[rows] = (letters[rows, at] == own[at + 1]) & (letters[rows, at + 1] == own[at])
    return np.asarray(wanted, np.bool_)
