"""The words of a page's language: what the code says in the other one, from gettext catalogues.

Descriptions of columns and fields are English in the code; messages and helps are Portuguese, which
is what users read on the screen. A page says either in its own language. What the screens say too, the
product has translated itself (:mod:`honorarios.web.translations`); the rest is beside this file.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal, get_args

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from honorarios.web.translations import LOCALE

Language = Literal["pt", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)


class Words:
    """Translations into one language, and which of them the pages asked for."""

    def __init__(self, language: Language) -> None:
        """Read the language's catalogue."""
        self.language: Final = language
        self.file: Final = Path(__file__).with_name(f"{language}.po")
        with self.file.open("rb") as source:
            self.catalogue: Final = read_po(source, locale=language)
        self.of_screens: Final = _of_screens(language)
        self.asked: Final[dict[str, None]] = {}

    def english(self, text: str) -> str:
        """A text that the code has in English, in this language."""
        return text if self.language == "en" else self._translated(text)

    def portuguese(self, text: str) -> str:
        """A text that the code has in Portuguese, in this language."""
        return text if self.language == "pt" else self._translated(text)

    def _translated(self, text: str) -> str:
        if not text:
            return ""
        said = self.of_screens.get(text)
        if said and _sure(said):
            return str(said.string)
        self.asked[text] = None
        message = self.catalogue.get(text)
        return str(message.string) if message and message.string else text

    def untranslated(self) -> list[str]:
        """Texts that the pages asked for and the catalogue lacks, or has as a guess only."""
        known = {text: self.catalogue.get(text) for text in self.asked}
        return [text for text, message in known.items() if not (message and _sure(message))]

    def unused(self) -> list[str]:
        """Texts of the catalogue that no page asks for."""
        told = [str(message.id) for message in self.catalogue if message.id]
        return [text for text in told if text not in self.asked]

    def save(self) -> None:
        """Bring the catalogue up to date: new texts without a translation, old ones dropped."""
        wanted = Catalog(locale=self.language)
        for text in self.asked:
            wanted.add(text)
        self.catalogue.update(wanted, no_fuzzy_matching=True)
        with self.file.open("wb") as target:
            write_po(target, self.catalogue, width=100, ignore_obsolete=True, omit_header=True)


def _of_screens(language: Language) -> Catalog:
    """What the screens say in a language; nothing in Portuguese, which is what they are written in."""
    if language == "pt":
        return Catalog(locale=language)
    with (LOCALE / language / "LC_MESSAGES" / "django.po").open("rb") as source:
        return read_po(source, locale=language)


def _sure(message: Message) -> bool:
    return bool(message.string) and not message.fuzzy
