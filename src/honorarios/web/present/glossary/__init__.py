"""What each term of the formula means, in words of our own, for the help beside fields and the glossary.

Terms and code names are those of the project's glossary; the English text stands in the catalogue of
translations like every other text of the screens. A module of entries for each thing that is spoken of.
"""

from __future__ import annotations

from itertools import groupby
from typing import Final

from honorarios.core.vocabulary import fold
from honorarios.web.present.glossary import accounts, acts, payers, stays, terms, values
from honorarios.web.present.glossary.entry import Entry

__all__ = ["ENTRIES", "Entry", "by_initial"]

ENTRIES: Final = {
    entry.code_name: entry
    for part in (values, acts, stays, accounts, terms, payers)
    for entry in part.ENTRIES
}
"""Each entry by its code name."""


def by_initial() -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """The entries in the order of the page's language, under their initials."""
    ordered = sorted(ENTRIES.values(), key=lambda entry: fold(entry.term))
    groups = groupby(ordered, key=lambda entry: fold(entry.term)[0].upper())
    return tuple((initial, tuple(entries)) for initial, entries in groups)
