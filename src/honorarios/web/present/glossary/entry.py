"""A term of the glossary."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext


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
