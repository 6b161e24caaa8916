"""How the pages of the desk are built: what of a page has not been looked at yet."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final

from tests.web.markup import VOID

STATES: Final = ("class", "role", "type", "style")
"""Attributes whose value decides how an element looks or what it is."""
SAID: Final = "#text"


@dataclass(frozen=True, slots=True)
class Shapes:
    """The shapes of a page."""

    main: frozenset[int]
    """Those of what the page is about."""
    frame: frozenset[int]
    """Those of what stands around it on every page."""


class Builder(HTMLParser):
    """Gathers the shapes of a page: an element with the way to it, its states and what else it has."""

    def __init__(self) -> None:
        super().__init__()
        self.main: set[int] = set()
        self.frame: set[int] = set()
        self._way: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        states = tuple(" ".join(sorted(named.get(name, "").split())) for name in STATES)
        has = tuple(sorted(name for name in named if not name.startswith(("data-", "hx-"))))
        shape = hash((self._above, tag, states, has))
        self._gathered.add(shape)
        if tag not in VOID:
            self._way.append((tag, shape))

    def handle_endtag(self, tag: str) -> None:
        if any(tag == name for name, _shape in self._way):
            while self._way.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if data.strip():
            self._gathered.add(hash((self._above, SAID)))

    @property
    def _above(self) -> int:
        return self._way[-1][1] if self._way else 0

    @property
    def _gathered(self) -> set[int]:
        return self.main if any(tag == "main" for tag, _shape in self._way) else self.frame


def shapes_of(page: str) -> Shapes:
    """The shapes of a page; one with the same rows twice has those of the page with each once."""
    builder = Builder()
    builder.feed(page)
    builder.close()
    return Shapes(frozenset(builder.main), frozenset(builder.frame))
