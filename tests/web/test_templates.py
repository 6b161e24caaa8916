"""Every word of a template goes through the translator."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest
from django.template.base import Lexer, Token, TokenType

from honorarios.web.translations import LOCALE
from tests.web.markup import read

if TYPE_CHECKING:
    from pathlib import Path

ROOM: Final = LOCALE.parent
TEMPLATES: Final = sorted(ROOM.rglob("templates/**/*.html"))
NAMES: Final = {
    "Honorários",  # the product's name
    *("AMB", "CBHPM", "CH", "CID", "CNPJ", "CPF", "CRM", "SADT", "SUS", "TISS", "TUSS", "UCO"),
    *("CSV", "JSON", "PDF", "QR", "TOTP", "XLSX"),
    *("R$", "English", "Português"),
}
"""What is the same in every language."""
WORD: Final = re.compile(r"[^\W\d_][\w$]*|R\$")
OWN_ATTRIBUTE: Final = re.compile(r"\sdata-[\w-]*(?:text|label|message|title)[\w-]*=\"([^\"]*)\"")
"""Attributes from which scripts take what they show."""


def test_there_are_templates() -> None:
    assert len(TEMPLATES) > 20


@pytest.mark.parametrize(
    "file", TEMPLATES, ids=[file.relative_to(ROOM / "templates").as_posix() for file in TEMPLATES]
)
def test_no_word_stands_outside_the_translator(file: Path) -> None:
    assert words(file.read_text(encoding="utf-8")) == []


def test_a_word_outside_is_found() -> None:
    assert words("<p>Conta {{ number }}</p>") == ["Conta"]
    assert words('<a title="Abrir {{ x }}" {% if y %}class="b"{% endif %}>R$ 1</a>') == ["Abrir"]
    assert words('<p data-saved-text="Salvo">{% translate "Conta" %}</p>') == ["Salvo"]
    assert words("{% blocktranslate %}Conta {{ x }}{% endblocktranslate %}{# Conta #}") == []
    assert words("{% comment %}Conta{% endcomment %}<kbd>Enter</kbd>") == []


def words(template: str) -> list[str]:
    """The words that a template says without asking for their translation."""
    page = "".join(map(_shown, _outside(Lexer(template).tokenize())))
    if "<" not in page:
        page = f"<i {page}>"  # attributes, to be included in a tag
    told = [*read(page).said, *OWN_ATTRIBUTE.findall(page)]
    return [word for text in told for word in WORD.findall(text) if word not in NAMES]


def _outside(tokens: list[Token]) -> list[Token]:
    """The tokens outside of comments and of blocks that are translated."""
    kept: list[Token] = []
    inside = ""
    for token in tokens:
        name = token.contents.split()[0] if token.token_type is TokenType.BLOCK else ""
        if not inside and name in {"comment", "blocktranslate", "blocktrans"}:
            inside = f"end{name}"
        if not inside:
            kept.append(token)
        if name == inside:
            inside = ""
    return kept


def _shown(token: Token) -> str:
    """What a token leaves in the page: a text as it is, anything else nothing that is a word."""
    return token.contents if token.token_type is TokenType.TEXT else "0"
