"""The page of the catalogue's format, which its own models write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docs.generate.markdown import uncited
from honorarios.catalogue.reference import reference

if TYPE_CHECKING:
    from docs.generate.words import Words


def page(words: Words) -> str:
    """The page as Markdown."""
    return reference(words.language, lambda text: words.english(uncited(text)))
