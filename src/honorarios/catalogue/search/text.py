"""Names and queries as words that can be compared: without accents, case, plural and gender."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from honorarios.core.vocabulary import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD: Final = re.compile(r"[a-z0-9]+(?:[-/'.+][a-z0-9]+)*")
_JOINED: Final = re.compile(r"[-/'.+]")

SMALL: Final = frozenset(
    [
        "a",
        "as",
        "ao",
        "aos",
        "o",
        "os",
        "e",
        "ou",
        "de",
        "da",
        "das",
        "do",
        "dos",
        "em",
        "na",
        "nas",
        "no",
        "nos",
        "por",
        "para",
        "pela",
        "pelo",
        "pelas",
        "pelos",
        "um",
        "uma",
        "que",
        "se",
    ]
)
"""Words that tell nothing apart; ``com`` and ``sem`` do."""

_SHORT: Final = 4
"""Words up to here keep their last vowel: ``mama``, ``colo``."""


def words(text: str) -> Iterator[tuple[str, ...]]:
    """The words of a text, folded; each with its pieces where it is written with hyphens or dots.

    >>> list(words("Vídeo-endoscopia naso-sinusal, c/ ótica"))
    [('videoendoscopia', 'video', 'endoscopia'), ('nasosinusal', 'naso', 'sinusal'), ('c',), ('otica',)]
    """
    for found in _WORD.findall(fold(text)):
        pieces = tuple(piece for piece in _JOINED.split(found) if piece)
        yield pieces if len(pieces) == 1 else ("".join(pieces), *pieces)


def stem(word: str) -> str:
    """A word without its plural and gender; a number, and a short word's vowel, as they are.

    >>> [stem(word) for word in ("incisoes", "hernias", "renais", "laparoscopica", "mama", "12")]
    ['incisao', 'herni', 'renal', 'laparoscopic', 'mama', '12']
    """
    if not word.isalpha() or len(word) <= 3:
        return word
    one = _singular(word)
    return one[:-1] if len(one) > _SHORT and one[-1] in "ao" and not one.endswith("ao") else one


def _singular(word: str) -> str:
    if word.endswith(("oes", "aes")):
        return word[:-3] + "ao"
    if word.endswith(("ais", "eis", "ois")) and len(word) > _SHORT:
        return word[:-2] + "l"
    if word.endswith("ns"):
        return word[:-2] + "m"
    if word.endswith(("res", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
