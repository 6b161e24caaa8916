"""Every page that a role reaches: nothing serious for axe, in both themes and widths, and no complaint."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.accessibility import barriers_everywhere
from tests.web.crawl import ROLES, Found, crawl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.test import Client
    from playwright.sync_api import Page


@pytest.mark.parametrize("username", ROLES)
def test_every_page_is_accessible(
    client_as: Callable[[str], Client],
    page_as: Callable[[str], Page],
    username: str,
) -> None:
    page = page_as(username)
    found: dict[str, list[str]] = {}
    for place in _own(client_as, username):
        page.goto(place.address)
        barriers = barriers_everywhere(page)
        if barriers:
            found[place.address] = barriers
    assert found == {}


def _own(client_as: Callable[[str], Client], username: str) -> Iterator[Found]:
    """Whole pages of a role, and of the other roles' views none that an earlier one reaches too."""
    earlier = ROLES[: ROLES.index(username)]
    known = {place.view for one in earlier for place in _pages(client_as(one))}
    for place in _pages(client_as(username)):
        if place.view not in known:
            yield place


def _pages(client: Client) -> Iterator[Found]:
    for place in crawl(client, of_a_kind=1):
        if "<html" in place.text:
            yield place
