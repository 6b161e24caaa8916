"""The reference pages are what the code says, in both languages."""

from __future__ import annotations

import doctest
import re

import pytest

from docs.generate import DOCS, PAGES, generate, markdown
from docs.generate.words import LANGUAGES, Language, Words
from honorarios.pricing.columns import INPUT_COLUMNS, OUTPUT_COLUMNS
from honorarios.pricing.status import Status

COMMAND = "python -m docs.generate"


@pytest.fixture(scope="module")
def words() -> dict[Language, Words]:
    return {language: Words(language) for language in LANGUAGES}


@pytest.fixture(scope="module")
def pages(words: dict[Language, Words]) -> dict[str, str]:
    return {file.relative_to(DOCS).as_posix(): text for file, text in generate(words).items()}


@pytest.mark.parametrize("file", [file for _, files in PAGES.values() for file in files.values()])
def test_the_committed_page_is_what_the_code_generates(pages: dict[str, str], file: str) -> None:
    assert (DOCS / file).read_text(encoding="utf-8") == pages[file], f"run {COMMAND}"


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_description_is_untranslated(words: dict[Language, Words], language: Language) -> None:
    told = words[language]
    assert told.untranslated() == [], f"run {COMMAND}, then fill in {told.file}"
    assert told.unused() == [], f"run {COMMAND}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_fills_in_the_same_blanks(
    words: dict[Language, Words], language: Language
) -> None:
    for message in words[language].catalogue:
        if message.id:
            blanks = [
                sorted(re.findall(r"\{\w*\}", str(text))) for text in (message.id, message.string)
            ]
            assert blanks[0] == blanks[1], message.id


def test_every_column_and_status_has_a_row(pages: dict[str, str]) -> None:
    for column in (*INPUT_COLUMNS, *OUTPUT_COLUMNS):
        assert f"| `{column.name}` |" in pages["pt/referencia/colunas.md"]
    for status in Status:
        assert f"| `{status.code_name}` |" in pages["en/reference/statuses.md"]


def test_a_text_without_a_translation_is_told(words: dict[Language, Words]) -> None:
    other = Words("pt")
    assert (
        other.english("A sentence that nobody translated.") == "A sentence that nobody translated."
    )
    assert other.untranslated() == ["A sentence that nobody translated."]
    assert Words("en").english("Anything.") == "Anything."
    assert words["pt"].portuguese("Qualquer coisa.") == "Qualquer coisa."


def test_the_pieces_of_markdown_do_what_their_examples_say() -> None:
    assert doctest.testmod(markdown).failed == 0
