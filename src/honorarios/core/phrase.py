"""A Portuguese sentence that remembers its blanks, so that a screen can say it in another language.

The rooms below the screens speak Portuguese and know of no catalogue of translations. What they mark here
is gathered for it; what they fill in is a text like any other, for files, the API and the record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable


def gettext_noop(text: str) -> str:
    """Mark a text for the catalogue of translations, and leave it as it is."""
    return text


class Phrase(str):
    """A sentence with its blanks filled in: ``Phrase("Falta {what}", what="a senha")`` is "Falta a senha"."""

    __slots__ = ("sentence", "values")
    sentence: str
    """As it was before."""
    values: dict[str, object]

    def __new__(cls, sentence: str, /, **values: object) -> Self:
        """Fill in the blanks, each a ``{name}``."""
        made = super().__new__(cls, sentence.format(**values))
        made.sentence = sentence
        made.values = values
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, object]]:
        """A copy is made like the first one."""
        return (self.sentence,), self.values


def low(text: str) -> str:
    """A text as within a sentence: only its first letter loses the capital, names keep theirs.

    Of a phrase that begins with a blank, that of what fills it, so that every language can say it so.

    >>> low("Repasse do Hospital"), low(Phrase("{route} {who}", route="Cooperativa", who="COOPMED"))
    ('repasse do Hospital', 'cooperativa COOPMED')
    """
    if isinstance(text, Phrase) and text.sentence.startswith("{"):
        first = text.sentence[1 : text.sentence.index("}")]
        filled = text.values[first]
        if isinstance(filled, str):
            return Phrase(text.sentence, **{**text.values, first: low(filled)})
    return text[:1].lower() + text[1:]


def either(words: Iterable[str]) -> str:
    """Words of which one is enough; empty where there is none.

    >>> either(["comercial", "faturamento"])
    'comercial ou faturamento'
    """
    told = ""
    for word in words:
        told = Phrase(gettext_noop("{one} ou {another}"), one=told, another=word) if told else word
    return told
