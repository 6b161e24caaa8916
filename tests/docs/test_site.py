"""The site builds, speaks each page's language and asks no other host for anything."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.docs.reader import ROOT

ELSEWHERE: Final = re.compile(
    r"""<(?:script|link|img|iframe|source)\b[^>]*\b(?:src|href)\s*=\s*["']?(?:https?:)?//""",
    re.IGNORECASE,
)
IN_STYLES: Final = re.compile(r"(?:@import|url\()\s*[\"']?(?:https?:)?//", re.IGNORECASE)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site")
    shutil.copy(ROOT / "zensical.toml", root)
    shutil.copytree(ROOT / "docs", root / "docs")
    built = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--clean"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return root / "site"


def test_every_page_is_built(site: Path) -> None:
    pages = {path.relative_to(ROOT / "docs") for path in (ROOT / "docs").glob("[ep][nt]/**/*.md")}
    built = {path.relative_to(site) for path in site.rglob("*.html")}
    assert {page.with_suffix(".html") for page in pages} <= built
    assert Path("index.html") in built


def test_nothing_comes_from_another_host(site: Path) -> None:
    for page in site.rglob("*.html"):
        assert ELSEWHERE.findall(page.read_text(encoding="utf-8")) == [], page
    for style in site.rglob("*.css"):
        assert IN_STYLES.findall(style.read_text(encoding="utf-8")) == [], style


def test_each_page_speaks_its_language(site: Path) -> None:
    for folder, language, word in (("pt", "pt", "Voltar para o topo"), ("en", "en", "Back to top")):
        page = (site / folder / "index.html").read_text(encoding="utf-8")
        assert f'<html lang="{language}"' in page
        assert word in page


def test_only_pages_and_their_assets_are_published(site: Path) -> None:
    assert {path.name for path in site.iterdir()} == {
        "404.html", "assets", "en", "index.html", "pt", "search.json", "sitemap.xml",
    }  # fmt: skip
