"""Every rule of launching that a person can meet, met in a real browser: a scene each, in one session."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.conf import settings

from tests.services.rules.scene import rules_house
from tests.web.accessibility import HEIGHT, WIDTHS
from tests.web.browser.rules.desk import Desk, admit, tidy
from tests.web.browser.rules.table import SCENES
from tests.web.signed import signed_in
from tests.web.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.services.hospital import House
    from tests.web.browser.rules.scene import Scene
    from tests.web.hospital import FictitiousHospital

TOLD_BY_HTMX = "Response Status Error Code"
"""How htmx tells the console of a refusal."""


@pytest.fixture(scope="module")
def house(hospital: FictitiousHospital) -> House:  # noqa: ARG001 - the office stands in its database
    """The office of the rules."""
    return rules_house()


@pytest.fixture(scope="module")
def page(house: House, address: str, browser: Browser) -> Iterator[Page]:
    """The page that all scenes are played on, with the clerk of the office signed in."""
    context = browser.new_context(
        base_url=address,
        locale="pt-BR",
        timezone_id="America/Sao_Paulo",
        viewport={"width": WIDTHS["wide"], "height": HEIGHT},
        reduced_motion="reduce",
    )
    watch = Watch(context, address)
    watch.expect(TOLD_BY_HTMX)
    cookie = signed_in(house.clerk).cookies[settings.SESSION_COOKIE_NAME]
    context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": address}])
    yield context.new_page()
    context.close()
    assert watch.left() == []


@pytest.fixture
def desk(house: House, page: Page) -> Iterator[Desk]:
    """The desk, with a patient of the scene's own in the ward."""
    yield Desk(admit(house), page)
    tidy(house)


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_a_rule_is_met(scene: Scene, desk: Desk) -> None:
    scene.play(desk)
    assert desk.met == scene.meets
