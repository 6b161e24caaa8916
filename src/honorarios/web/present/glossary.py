"""What each term of the formula means, in words of our own, for the help beside fields and the glossary.

Terms and code names are those of the project's glossary; the English text stands in the catalogue of
translations like every other text of the screens.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Final

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from honorarios.core.vocabulary import fold


@dataclass(frozen=True, slots=True)
class Entry:
    """A term as people say it, and what it means."""

    code_name: str
    said: str
    means: str

    @property
    def term(self) -> str:
        """The term in the language of the page."""
        return gettext(self.said)

    @property
    def heading(self) -> str:
        """The term as it heads its explanation."""
        return self.term[:1].upper() + self.term[1:]

    @property
    def text(self) -> str:
        """The explanation in the language of the page."""
        return gettext(self.means)


_ALL: Final = (
    Entry(
        "porte",
        _("porte"),
        _(
            "Classe que a CBHPM dá ao ato médico, de 1A a 14C. Cada porte tem um valor em reais por "
            "vigência; quanto maior a complexidade, maior o porte."
        ),
    ),
)

ENTRIES: Final = {entry.code_name: entry for entry in _ALL}
"""Each entry by its code name."""


def by_initial() -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """The entries in the order of the page's language, under their initials."""
    ordered = sorted(ENTRIES.values(), key=lambda entry: fold(entry.term))
    groups = groupby(ordered, key=lambda entry: fold(entry.term)[0].upper())
    return tuple((initial, tuple(entries)) for initial, entries in groups)
