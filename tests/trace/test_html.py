"""The page: well formed, reachable by keyboard and screen reader, escaped, nothing from elsewhere."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from honorarios.pricing.trace import as_html
from tests.trace.example import told

VOID = {"meta"}


class Reader(HTMLParser):
    """Reads a page and remembers what stands in it; fails on a tag that does not close."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID and tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.fixture
def page() -> Reader:
    reader = Reader()
    reader.feed(as_html(told(code="31003079", contract="contract")))
    return reader


def test_every_tag_closes(page: Reader) -> None:
    assert page.open == []


def test_nothing_runs_and_nothing_is_loaded(page: Reader) -> None:
    html = as_html(told())
    assert {"script", "link", "img", "iframe"}.isdisjoint(tag for tag, _ in page.tags)
    assert "http" not in html
    assert not [name for _, attributes in page.tags for name in attributes if name[:2] == "on"]


def test_what_the_catalogue_says_is_text_and_not_markup(page: Reader) -> None:
    assert "teste" not in {tag for tag, _ in page.tags}
    assert any("Apendicectomia <teste>" in text for text in page.text)
    assert "Página 7 &amp; anexo" in as_html(told())


def test_structure_for_assistive_technology(page: Reader) -> None:
    tags = page.tags
    assert tags[0] == ("html", {"lang": "pt-BR"})
    assert [tag for tag, _ in tags].count("h1") == 1
    headings = {attributes["id"] for tag, attributes in tags if tag == "h2"}
    named = {attributes["aria-labelledby"] for tag, attributes in tags if tag == "table"}
    assert named == headings
    assert all(attributes == {"scope": "row"} for tag, attributes in tags if tag == "th")
    assert {"main", "footer", "title"} <= {tag for tag, _ in tags}


def test_a_warning_is_announced() -> None:
    reader = Reader()
    reader.feed(as_html(told(start="ontem")))
    assert not [one for one in reader.tags if one[1].get("role") == "alert"]
    assert any("Sem valor" in text for text in reader.text)
