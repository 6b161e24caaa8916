"""The templates keep to the style: no style or script of their own, icons and terms that there are."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import lucide
import pytest
from django.template.loader import get_template

import honorarios.web
from honorarios.web.present import glossary

TEMPLATES: Final = Path(honorarios.web.__file__).parent / "templates"
SOURCES: Final = sorted(TEMPLATES.rglob("*.html"))
NAMES: Final = [source.relative_to(TEMPLATES).as_posix() for source in SOURCES]
FORBIDDEN: Final = re.compile(
    r"<style|\sstyle=|\son[a-z]+=[\"']|javascript:|<script(?![^>]*\ssrc=)(?![^>]*application/json)"
    r"|\|safe\b|autoescape off|https?://"
)


@pytest.mark.parametrize("name", NAMES)
def test_a_template_compiles(name: str) -> None:
    get_template(name)


@pytest.mark.parametrize("source", SOURCES, ids=NAMES)
def test_a_template_has_no_style_no_script_and_no_other_host(source: Path) -> None:
    assert FORBIDDEN.findall(source.read_text()) == []


def test_every_icon_is_in_the_package() -> None:
    asked = {name for text in _texts() for name in re.findall(r'{% icon "([\w-]+)"', text)}
    asked |= {name for text in _texts() for name in re.findall(r'\bicon="([\w-]+)"', text)}
    assert asked
    for name in sorted(asked):
        assert lucide._render_icon(name, 16).startswith("<svg"), name


def test_every_term_asked_for_is_in_the_glossary() -> None:
    pattern = re.compile(r'(?:{% (?:term|explain) |\bterm=)"(\w+)"')
    asked = {name for text in _texts() for name in pattern.findall(text)}
    assert asked - set(glossary.ENTRIES) == set()


def test_the_glossary_says_every_term_of_the_formula() -> None:
    assert set(glossary.ENTRIES) >= {
        *("accommodation_factor", "access_route_factor", "anaesthetic_porte", "assistant", "cbhpm"),
        *("ch", "factor", "film", "operating_cost", "overtime", "porte", "price_table", "quantity"),
        *("role_factor", "rounding", "surcharge", "tiering", "tuss", "uco", "validity"),
    }
    for entry in glossary.ENTRIES.values():
        assert len(entry.text) > 30
        assert entry.text.endswith(".")


def _texts() -> list[str]:
    return [source.read_text() for source in SOURCES]
