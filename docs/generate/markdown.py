"""Pieces of Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    r"""The lines of a table, and the blank one that closes it.

    >>> list(table(["a", "b"], [["1", "x|y"]]))
    ['| a | b |', '| --- | --- |', '| 1 | x\\|y |', '']
    """
    yield _row(head)
    yield _row(["---"] * len(head))
    yield from map(_row, rows)
    yield ""


def _row(cells: Sequence[str]) -> str:
    escaped = (cell.replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(escaped)} |"


def code(text: str) -> str:
    """A word of the program's own.

    >>> code("no_price"), code("")
    ('`no_price`', '')
    """
    return f"`{text}`" if text else ""


def uncited(text: str) -> str:
    """A description without the citations that only the code's readers can follow.

    >>> uncited("Only urgent ones (seed, section 03)."), uncited("Half up, or drop.")
    ('Only urgent ones.', 'Half up, or drop.')
    """
    return re.sub(r"\s*\(`*(?:spec|seed|docs)\b[^)]*\)", "", text)


def blanks(text: str) -> str:
    """A message with an ellipsis where the program fills in what it found.

    >>> blanks("“{value}” não é um número."), blanks("{near}As colunas são: {columns}.")
    ('“…” não é um número.', 'As colunas são: …')
    >>> blanks("{form}")
    ''
    """
    text = re.sub(r"\{[^}]*\}", "…", text.replace("{near}", "")).replace("….", "…").strip()
    return "" if text == "…" else text
