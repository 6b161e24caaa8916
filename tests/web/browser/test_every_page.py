"""Every page that a role reaches: nothing serious for axe, in both themes and widths, and no complaint."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

import pytest

from tests.web.accessibility import barriers_everywhere
from tests.web.crawl import ROLES
from tests.web.shapes import shapes_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.web.crawl import Found

SHARES: Final = 4
"""So that the workers of a run share the pages."""
FRAME: Final = "frame"


@pytest.fixture(scope="module")
def pages(pages_of: Callable[..., list[Found]]) -> list[tuple[str, Found]]:
    """Each view as the role sees it that is shown most, and as another does to whom it shows something else."""
    every = [
        (username, place, shapes_of(place.text))
        for username in ROLES
        for place in pages_of(username)
        if "<html" in place.text
    ]
    seen: defaultdict[str, set[int]] = defaultdict(set)
    found = []
    for username, place, shapes in sorted(every, key=lambda one: -len(one[2].main)):
        if not (shapes.main <= seen[place.view] and shapes.frame <= seen[FRAME]):
            found.append((username, place))
        seen[place.view] |= shapes.main
        seen[FRAME] |= shapes.frame
    return found


@pytest.mark.parametrize("share", range(SHARES))
def test_every_page_is_accessible(
    pages: list[tuple[str, Found]], another: Callable[[str], Page], share: int
) -> None:
    views = sorted({place.view for _username, place in pages})
    mine = set(views[share::SHARES])
    opened: dict[str, Page] = {}
    found: dict[tuple[str, str], list[str]] = {}
    for username, place in pages:
        if place.view not in mine:
            continue
        page = opened.get(username) or opened.setdefault(username, another(username))
        page.goto(place.address)
        barriers = barriers_everywhere(page)
        if barriers:
            found[username, place.address] = barriers
    assert found == {}
