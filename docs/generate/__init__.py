"""The reference pages of the documentation, written from the code that they describe.

``python -m docs.generate`` writes them; a test holds the committed pages to what it would write.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from docs.generate import catalogue_format, columns, commands, findings, statuses, surgery_files
from docs.generate.words import LANGUAGES, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from docs.generate.words import Language

DOCS: Final = Path(__file__).parents[1]
PAGES: Final[dict[str, tuple[Callable[[Words], str], dict[Language, str]]]] = {
    "commands": (
        commands.page,
        {"pt": "pt/referencia/comandos.md", "en": "en/reference/commands.md"},
    ),
    "columns": (
        columns.page,
        {"pt": "pt/referencia/colunas.md", "en": "en/reference/columns.md"},
    ),
    "statuses": (
        statuses.page,
        {"pt": "pt/referencia/situacoes.md", "en": "en/reference/statuses.md"},
    ),
    "surgery": (
        surgery_files.page,
        {"pt": "pt/referencia/cirurgia.md", "en": "en/reference/surgery.md"},
    ),
    "catalogue": (
        catalogue_format.page,
        {"pt": "pt/referencia/catalogo.md", "en": "en/reference/catalogue.md"},
    ),
    "findings": (
        findings.page,
        {"pt": "pt/referencia/achados.md", "en": "en/reference/findings.md"},
    ),
}
"""What writes each page, and its file in each language."""


def generate(words: Mapping[Language, Words]) -> dict[Path, str]:
    """Every page by its file, in the words of both languages."""
    return {
        DOCS / files[language]: write(words[language])
        for write, files in PAGES.values()
        for language in LANGUAGES
    }
