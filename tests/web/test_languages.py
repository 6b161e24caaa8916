"""The whole interface in Portuguese, with no other word, and in English, with none of ours left over."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

import pytest
from babel.messages.pofile import read_po

from docs.generate.screens import gather, lacking
from honorarios.web.translations import LOCALE
from tests.web.crawl import ROLES
from tests.web.markup import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from babel.messages.catalog import Catalog

    from tests.web.crawl import Found

pytestmark = pytest.mark.once

BLANK: Final = re.compile(r"%\((\w+)\)s|\{(\w+)\}")
ENGLISH_WORDS: Final = re.compile(
    r"\b(the|and|with|your|this|that|from|please|must|should|cannot|password|required|invalid)\b",
    re.IGNORECASE,
)
"""Words that any English sentence of a library would say, and no Portuguese one."""
BOTH: Final = {
    *("Honorários", "Enfermaria", "Apartamento", "UTI", "Particular"),
    *("Faturista", "Auditoria", "Apendicectomia por vídeo", "pediatria"),
    "Lucro presumido, com o adicional de IRPJ na margem",
    "Sex",
}
"""The product's name, and what the hospital's own registers and the tax tables say: data is not translated.

And Friday in short, which is another word in English."""


@cache
def catalogue() -> Catalog:
    with (LOCALE / "en" / "LC_MESSAGES" / "django.po").open("rb") as source:
        return read_po(source, locale="en")


def texts() -> Iterator[tuple[str, str]]:
    """Each Portuguese text with its English one, in each number."""
    for message in catalogue():
        if isinstance(message.id, str):
            if message.id:
                yield message.id, str(message.string)
        else:
            yield from zip(message.id, message.string or (), strict=True)


def test_every_text_of_the_screens_is_in_the_catalogue_and_translated() -> None:
    gathered = {_key(message.id) for message in gather() if message.id}
    kept = {_key(message.id) for message in catalogue() if message.id}
    assert gathered - kept == set(), "run python -m docs.generate"
    assert kept - gathered == set(), "run python -m docs.generate"
    assert lacking(catalogue()) == []


def test_a_translation_fills_in_the_same_blanks() -> None:
    for portuguese, english in texts():
        assert _blanks(english) <= _blanks(portuguese), portuguese


@pytest.mark.parametrize("username", ROLES)
def test_portuguese_pages_say_no_english_word(
    pages_of: Callable[..., list[Found]], username: str
) -> None:
    ours = {portuguese for portuguese, _ in texts()}
    theirs = {english for portuguese, english in texts() if english not in ours}
    found = {
        (page.view, said)
        for page in pages_of(username)
        for said in read(page.text).said
        if (said in theirs and said not in BOTH) or ENGLISH_WORDS.search(said)
    }
    assert sorted(found) == []


@pytest.mark.parametrize("username", ROLES)
def test_english_pages_say_none_of_our_portuguese(
    pages_of: Callable[..., list[Found]], username: str
) -> None:
    found = {
        (page.view, said)
        for page in pages_of(username, "en")
        for said in read(page.text).said
        if said not in BOTH and _is_portuguese(said)
    }
    assert sorted(found) == []


@cache
def _is_portuguese(said: str) -> bool:
    """Whether it is one of our texts; asked once of each, since every page says many of them again."""
    return _portuguese().fullmatch(said) is not None


@cache
def _portuguese() -> re.Pattern[str]:
    """Any of our Portuguese texts that says another thing in English, filled in or not."""
    english = {said for _, said in texts()}
    different = {
        " ".join(portuguese.split())
        for portuguese, said in texts()
        if portuguese not in english and portuguese != said and len(_fixed(portuguese)) > 3
    }
    return re.compile("|".join(map(_pattern, sorted(different))))


def _pattern(text: str) -> str:
    parts = BLANK.split(text.replace("%%", "%"))
    return ".*?".join(re.escape(part) for part in parts[::3])


def _fixed(text: str) -> str:
    return re.sub(r"\W|\d", "", BLANK.sub("", text))


def _blanks(text: str) -> set[str]:
    return {match[0] for match in BLANK.finditer(text)}


def _key(identifier: str | tuple[str, ...] | list[str]) -> str:
    return identifier if isinstance(identifier, str) else identifier[0]
