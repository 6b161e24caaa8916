"""What a finding says, in the language of the screen.

A finding carries its Portuguese sentence, filled in: that is what files, the API and the record keep. Its
code knows the sentence with its blanks; so what was filled in is read back out of it, and put into the
same sentence of another language.
"""

from __future__ import annotations

import re
from functools import cache
from string import Formatter
from typing import Final

from django.utils.translation import get_language, gettext

from honorarios.core.codes import CODES

WRITTEN_IN: Final = "pt-br"
"""The language that findings are told in."""


def message(code: str, text: str) -> str:
    """What is wrong: the message ``text`` of a finding of ``code``, in the screen's language."""
    return _told(CODES[code].message, text) if code in CODES else text


def tip(code: str, text: str) -> str:
    """How to mend it, likewise."""
    return _told(CODES[code].tip, text) if code in CODES else text


def _told(sentence: str, text: str) -> str:
    if get_language() == WRITTEN_IN or not text:
        return text
    filled = _pattern(sentence).fullmatch(text)
    if filled is None:
        return text
    # A value may be a word of the vocabulary: it has a translation of its own.
    values = {name: gettext(value) if value else "" for name, value in filled.groupdict().items()}
    return gettext(sentence).format(**values)


@cache
def _pattern(sentence: str) -> re.Pattern[str]:
    """What a sentence looks like once its ``{names}`` are filled in."""
    seen: set[str] = set()
    parts: list[str] = []
    for fixed, name, _, _ in Formatter().parse(sentence):
        parts.append(re.escape(fixed))
        if name is None:
            continue
        parts.append(f"(?P={name})" if name in seen else f"(?P<{name}>.*?)")
        seen.add(name)
    return re.compile("".join(parts), re.DOTALL)
