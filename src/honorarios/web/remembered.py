"""Pieces of pages that say the same to many requests, drawn once in each language.

What a piece says depends on the values that it is given and on nothing else, so nothing can be stale in it:
other rights, other registers and another language are other values.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST: Final = 1024
"""Pieces that are kept."""


def draw(template: str, given: Mapping[str, Any]) -> SafeString:
    """A template with these values alone, drawn anew."""
    return SafeString(render_to_string(template, {**given}))


def remembered(template: str, given: Mapping[str, Any]) -> SafeString:
    """The same, kept for the next request; what can't be compared is drawn anew."""
    # A safe text and one that is escaped are equal, and so are 1 and True; within lists and tuples there are
    # plain texts only.
    values = tuple((name, type(value), value) for name, value in given.items())
    try:
        hash(values)
    except TypeError:
        return draw(template, given)
    return _drawn(template, get_language(), values)


@lru_cache(maxsize=MOST)
def _drawn(
    template: str,
    language: str | None,  # noqa: ARG001 - it is the one that the template is drawn in
    values: tuple[tuple[str, type, Any], ...],
) -> SafeString:
    return draw(template, {name: value for name, _, value in values})
