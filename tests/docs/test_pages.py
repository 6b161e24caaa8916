"""Every page can be followed to the letter: its files written, its commands given, its Python typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest

from tests.docs.blocks import Command, File, Session, blocks
from tests.docs.reader import ROOT, Reader, matches

if TYPE_CHECKING:
    from pathlib import Path

PAGES: Final = [
    page
    for page in [*sorted(ROOT.glob("docs/*/**/*.md")), *sorted(ROOT.glob("README*.md"))]
    if any(blocks(page.read_text(encoding="utf-8")))
]


def alike(pages: list[Path]) -> dict[str, list[Path]]:
    """Pages by what they make their reader do: two languages that do the same are followed once."""
    found: dict[str, list[Path]] = {}
    for page in pages:
        deeds = [replace(block, line=0) for block in blocks(page.read_text(encoding="utf-8"))]
        found.setdefault(repr(deeds), []).append(page)
    return found


@pytest.mark.parametrize(
    "page",
    [pages[0] for pages in alike(PAGES).values()],
    ids=lambda page: page.relative_to(ROOT).as_posix(),
)
def test_page_is_true(page: Path, tmp_path: Path) -> None:
    assert Reader(tmp_path).follow(page) > 0


def test_what_does_another_thing_is_another_page(tmp_path: Path) -> None:
    texts = ["```console\n$ echo a\n```\n", "\n\n```console\n$ echo a\n```\n", "```sh\n```\n"]
    pages = [tmp_path / f"{number}.md" for number in range(len(texts))]
    for page, text in zip(pages, texts, strict=True):
        page.write_text(text, encoding="utf-8")
    assert list(alike(pages).values()) == [pages[:2], pages[2:]]


def follow(folder: Path, text: str) -> None:
    (folder / "at").mkdir()
    page = folder / "page.md"
    page.write_text(text, encoding="utf-8")
    Reader(folder / "at").follow(page)


def test_files_commands_and_python_share_the_folder(tmp_path: Path) -> None:
    follow(
        tmp_path,
        '```yaml title="a/b.yaml"\nx: 1\n```\n\n'
        "```console\n$ cat \\\n  a/b.yaml\nx: 1\n$ echo two > c\n```\n\n"
        "```python\n>>> from pathlib import Path\n>>> Path('c').read_text()\n'two\\n'\n```\n",
    )


@pytest.mark.parametrize(
    "untrue",
    [
        "```console\n$ echo a\nb\n```\n",
        "```console\n$ false\n```\n",
        "```console\n$ false\n$ true\n```\n",
        "```python\n>>> 1 + 1\n3\n```\n",
        "```console\n$ false\n$ echo $?\n0\n```\n",
    ],
)
def test_an_untrue_page_fails(tmp_path: Path, untrue: str) -> None:
    with pytest.raises(AssertionError):
        follow(tmp_path, untrue)


def test_a_failure_that_the_page_tells_is_no_failure(tmp_path: Path) -> None:
    follow(tmp_path, "```console\n$ exit 3\n$ echo $?\n3\n```\n")


def test_a_block_knows_its_line() -> None:
    told = list(blocks("text\n\n```console\n$ one\nout\n$ two\n```\n\n```sh\nnot run\n```\n"))
    assert told == [Command(4, "one", "out"), Command(6, "two", "")]
    assert list(blocks('```csv title="x.csv"\na\n```\n')) == [File(2, "x.csv", "a\n")]
    assert list(blocks("```python\n>>> 1\n1\n```\n")) == [Session(2, ">>> 1\n1\n")]


def test_an_ellipsis_line_stands_for_any_lines() -> None:
    assert matches("…\nend", "a\nb\nend")
    assert not matches("…\nend", "a\nb")
