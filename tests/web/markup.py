"""What a person reads of a page: its text and the attributes that are shown or read aloud."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

SAID_BY_ATTRIBUTES: Final = {
    "alt",
    "aria-description",
    "aria-label",
    "aria-roledescription",
    "aria-valuetext",
    "content",
    "label",
    "placeholder",
    "title",
}
UNREAD: Final = {"script", "style", "template"}
NOTATION: Final = {"code", "kbd", "samp", "var"}
"""Elements that hold names of keys, fields and files: the same in every language."""
VOID: Final = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}


class Reader(HTMLParser):
    """Gathers what a page says, piece by piece as it stands in it."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.links: list[str] = []
        self._open: list[str] = []
        self._quoted = 0
        """How deep stands what the page says on purpose in one language: a letter; 0 where nothing does."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self._open.append(tag)
        named = dict(attrs)
        if tag != "html" and "lang" in named and not self._quoted:
            self._quoted = len(self._open)
        for name in ("href", "hx-get"):
            if tag == "a" and named.get(name):
                self.links.append(str(named[name]))
        for name, value in attrs:
            if value and self._is_said(tag, name, named):
                self._say(value)

    def handle_endtag(self, tag: str) -> None:
        while tag in self._open and self._open.pop() != tag:
            pass
        if len(self._open) < self._quoted:
            self._quoted = 0

    def handle_data(self, data: str) -> None:
        if not self._quoted and not {*UNREAD, *NOTATION}.intersection(self._open):
            self._say(data)

    def _is_said(self, tag: str, name: str, named: dict[str, str | None]) -> bool:
        if name == "content":
            return tag == "meta" and named.get("name") == "description"
        if name == "value":
            return tag == "input" and named.get("type") in {"submit", "button", "reset"}
        return name in SAID_BY_ATTRIBUTES

    def _say(self, text: str) -> None:
        said = " ".join(text.split())
        if said:
            self.said.append(said)


def read(page: str) -> Reader:
    """Read a page."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader
