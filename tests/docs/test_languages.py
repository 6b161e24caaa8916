"""Portuguese and English say the same."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from pathlib import Path
from typing import Final

import pytest
from zensical.config import parse_config

from tests.docs.blocks import blocks
from tests.docs.reader import ROOT

PAIRS: Final = [
    ("pt/index.md", "en/index.md"),
    ("pt/tutorial/primeira-cirurgia.md", "en/tutorial/first-surgery.md"),
    ("pt/tutorial/primeira-conta.md", "en/tutorial/first-account.md"),
    ("pt/guias/faturista.md", "en/guides/clerk.md"),
    ("pt/guias/assistente.md", "en/guides/assistant.md"),
    ("pt/guias/auditor.md", "en/guides/auditor.md"),
    ("pt/guias/medico.md", "en/guides/physician.md"),
    ("pt/guias/administrador.md", "en/guides/administrator.md"),
    ("pt/guias/no-celular.md", "en/guides/on-a-phone.md"),
    ("pt/como-fazer/escrever-um-contrato.md", "en/how-to/write-a-contract.md"),
    ("pt/como-fazer/importar-uma-tabela.md", "en/how-to/import-a-schedule.md"),
    ("pt/como-fazer/calcular-um-arquivo.md", "en/how-to/price-a-file.md"),
    ("pt/como-fazer/registrar-acordos.md", "en/how-to/keep-agreements.md"),
    ("pt/como-fazer/escolher-a-via.md", "en/how-to/choose-a-route.md"),
    ("pt/como-fazer/acompanhar-os-prazos.md", "en/how-to/follow-deadlines.md"),
    ("pt/como-fazer/usar-no-python.md", "en/how-to/use-it-from-python.md"),
    ("pt/como-fazer/usar-a-api.md", "en/how-to/use-the-api.md"),
    ("pt/como-fazer/por-no-ar.md", "en/how-to/go-live.md"),
    ("pt/como-fazer/copiar-e-restaurar.md", "en/how-to/back-up.md"),
    ("pt/referencia/comandos.md", "en/reference/commands.md"),
    ("pt/referencia/colunas.md", "en/reference/columns.md"),
    ("pt/referencia/cirurgia.md", "en/reference/surgery.md"),
    ("pt/referencia/situacoes.md", "en/reference/statuses.md"),
    ("pt/referencia/catalogo.md", "en/reference/catalogue.md"),
    ("pt/referencia/achados.md", "en/reference/findings.md"),
    ("pt/explicacao/valor.md", "en/explanation/value.md"),
    ("pt/explicacao/exatidao.md", "en/explanation/exactness.md"),
    ("pt/explicacao/registro.md", "en/explanation/record.md"),
    ("pt/explicacao/arquitetura.md", "en/explanation/architecture.md"),
]
LAW: Final = ("pt/explicacao/valor.md", "en/explanation/value.md")


def text(page: str) -> str:
    return (ROOT / "docs" / page).read_text(encoding="utf-8")


def test_every_page_has_its_twin() -> None:
    written = {
        path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").glob("*/**/*.md")
    }
    languages = {page for page in written if page.startswith(("pt/", "en/"))}
    assert languages == {page for pair in PAIRS for page in pair}


def test_every_page_is_in_the_menu() -> None:
    menu = parse_config(str(ROOT / "zensical.toml"))["nav"]
    listed = set(re.findall(r"'url': '([^']+)'", repr(menu)))
    assert listed == {page for pair in PAIRS for page in pair}


@pytest.mark.parametrize("pair", PAIRS, ids=[pair[0] for pair in PAIRS])
def test_twins_have_the_same_build(pair: tuple[str, str]) -> None:
    portuguese, english = map(outline, pair)
    assert portuguese == english


def outline(page: str) -> list[str]:
    """Levels of headings, heads of tables and blocks, in order."""
    told = text(page)
    found = [
        (match.start(), match["mark"].strip() if match["mark"][0] == "#" else "table")
        for match in re.finditer(r"^(?P<mark>#+ |\|[ -]*-{3})", told, re.MULTILINE)
    ]
    kinds = [(block.line, type(block).__name__) for block in blocks(told)]
    return [mark for _, mark in found] + [kind for _, kind in kinds]


def test_the_law_names_the_same_things_in_both_languages() -> None:
    """Each section's code words, tables' rows and numbers are those of the other language."""
    portuguese, english = (re.split(r"^## ", text(page), flags=re.MULTILINE) for page in LAW)
    assert len(portuguese) == len(english)
    for one, other in zip(portuguese, english, strict=True):
        assert names(one) == names(other)
        assert one.count("\n|") == other.count("\n|")


def test_the_translation_is_of_this_very_law() -> None:
    """Who changes the law mends its translation too, and says so at its end."""
    now = hashlib.sha256((ROOT / "docs" / LAW[1]).read_bytes()).hexdigest()
    assert text(LAW[0]).endswith(f"<!-- Traduzido de {LAW[1]}: sha256 {now} -->\n")


def names(section: str) -> Counter[str]:
    """Words in code and in capitals, and parameters' names, that no language changes."""
    code = re.findall(r"`([a-zA-Z_][a-z0-9_.]*|\d[A-Z]|24:00|a-b)`", section)
    values = re.findall(r"\b(?:[A-Z]{2,}_)*[A-Z]{4,}\b", section)
    return Counter([*code, *values])


def test_links_between_pages_stay_in_their_language() -> None:
    for page in (page for pair in PAIRS for page in pair if not page.endswith("index.md")):
        for link in re.findall(r"\]\(([^)#]+)[^)]*\)", text(page)):
            target = (ROOT / "docs" / page).parent / link
            language = Path(page).parts[0]
            assert target.resolve().is_relative_to(ROOT / "docs" / language), (page, link)


@pytest.mark.parametrize("page", ["README.md", "README.pt-BR.md"])
def test_links_of_a_readme_lead_somewhere(page: str) -> None:
    links = re.findall(r"\]\(([^)#]+)", (ROOT / page).read_text(encoding="utf-8"))
    assert links
    for link in links:
        assert (ROOT / link).is_file(), link
