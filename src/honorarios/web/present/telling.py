"""What a finding says, in the language of the screen.

A finding carries its Portuguese sentence, filled in: that is what files, the API and the record keep. Its
code knows the sentence with its blanks; so what was filled in is read back out of it, and put into the
same sentence of another language.
"""

from __future__ import annotations

from functools import cache
from string import Formatter
from typing import Final

from django.utils.translation import get_language, gettext

from honorarios.core.codes import CODES
from honorarios.core.phrase import Phrase

WRITTEN_IN: Final = "pt-br"
"""The language that findings are told in."""


def message(code: str, text: str) -> str:
    """What is wrong: the message ``text`` of a finding of ``code``, in the screen's language."""
    return _told(CODES[code].message, text) if code in CODES else text


def tip(code: str, text: str) -> str:
    """How to mend it, likewise."""
    return _told(CODES[code].tip, text) if code in CODES else text


def phrase(text: str) -> str:
    """A sentence, or one with blanks that were filled in, in the screen's language."""
    if not isinstance(text, Phrase):
        return gettext(text) if text else ""
    values = {
        name: _word(value) if isinstance(value, str) else value
        for name, value in text.values.items()
    }
    return gettext(text.sentence).format(**values)


def _word(value: str) -> str:
    """What stands in a blank: a phrase of its own, a word in any case, or a name that is nobody's word."""
    if isinstance(value, Phrase):
        return phrase(value)
    told = phrase(value)
    if told != value or not value[:1].islower():
        return told
    capital = value[0].upper() + value[1:]
    found = gettext(capital)
    return value if found == capital else found[0].lower() + found[1:]


def _told(sentence: str, text: str) -> str:
    if get_language() == WRITTEN_IN or not text:
        return text
    filled = _filled(sentence, text)
    if filled is None:
        return text
    # A value may be a word of the vocabulary: it has a translation of its own.
    values = {name: gettext(value) if value else "" for name, value in filled.items()}
    return gettext(sentence).format(**values)


def _filled(sentence: str, text: str) -> dict[str, str] | None:
    """What stands in a sentence's blanks; None where the text is another sentence.

    Each value ends where the words after its blank come first: one way through the text, however long.
    """
    first, blanks = _parted(sentence)
    if not text.startswith(first):
        return None
    values: dict[str, str] = {}
    at = len(first)
    for number, (name, after) in enumerate(blanks, start=1):
        if name in values:
            end = at + len(values[name])
            found = text.startswith(values[name] + after, at)
        elif number == len(blanks):
            end = len(text) - len(after)
            found = end >= at and text.endswith(after)
        else:
            end = text.find(after, at)
            found = end >= 0
        if not found:
            return None
        values[name], at = text[at:end], end + len(after)
    return values if at == len(text) else None


@cache
def _parted(sentence: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The words before the first ``{name}``, and each name with the words that follow it."""
    fixed: list[str] = [""]
    names: list[str] = []
    for words, name, _, _ in Formatter().parse(sentence):
        fixed[-1] += words
        if name is not None:
            names.append(name)
            fixed.append("")
    return fixed[0], tuple(zip(names, fixed[1:], strict=True))
