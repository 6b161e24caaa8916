"""A page brings something new if an element of it is built, placed or marked as none before."""

from __future__ import annotations

import pytest

from tests.web.shapes import shapes_of

TABLE = "<main><table><tr class='a b'><td>{}</td></tr>{}</table></main>"
PAGE = TABLE.format("1", "")


@pytest.mark.parametrize(
    "same",
    [
        TABLE.format("2", "<tr class='b a'><td>3</td></tr>"),
        PAGE.replace("<tr", "<tr data-row='7'"),
    ],
    ids=["another row like it", "what only a script reads"],
)
def test_what_is_built_alike_is_nothing_new(same: str) -> None:
    assert shapes_of(same) == shapes_of(PAGE)


@pytest.mark.parametrize(
    "other",
    [
        TABLE.format("1", "<tr class='a'><td>1</td></tr>"),
        TABLE.format("", ""),
        TABLE.format("<b>1</b>", ""),
        PAGE.replace("<td", "<td aria-label='x'"),
        PAGE.replace("<td", "<td style='color: red'"),
    ],
    ids=["another class", "nothing said", "another element", "a name", "a colour of its own"],
)
def test_what_is_built_otherwise_is_new(other: str) -> None:
    assert shapes_of(other) != shapes_of(PAGE)
