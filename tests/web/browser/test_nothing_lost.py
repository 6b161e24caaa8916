"""Two clerks, two tabs, the back button, a double click, an ended session, a lost connection."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from honorarios.services import preferences
from tests.web.browser.mischief import CUT, OFFLINE, SCRIPTS, TOLD_BY_HTMX, Stage, play
from tests.web.desk import keep_team, open_parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.web.hospital import FictitiousHospital
    from tests.web.watch import Watch


@pytest.mark.parametrize("name", SCRIPTS)
def test_nothing_is_lost_and_nothing_doubled(
    name: str,
    hospital: FictitiousHospital,
    page_as: Callable[[str], Page],
    another: Callable[[str], Page],
    sign_in: Callable[..., None],
    watch: Watch,
) -> None:
    keep_team(hospital.actor("faturista"))
    watch.expect(OFFLINE, CUT, *TOLD_BY_HTMX)
    place = list(SCRIPTS).index(name)
    stage = Stage(
        hospital=hospital,
        part=open_parts(hospital)[place % 5],
        random=Random(place),
        tab=lambda: page_as("faturista"),
        colleague=lambda: another("faturista"),
        come_back=lambda page: sign_in(page.context, "faturista"),
    )
    assert play(name, stage) > 0


def test_what_one_typed_is_not_sent_in_the_name_of_another(
    hospital: FictitiousHospital,
    page_as: Callable[[str], Page],
    sign_in: Callable[..., None],
) -> None:
    """A colleague signs in on another tab of the same browser: the first one asks its own person again."""
    page = page_as("faturista")
    page.goto("/minha-conta/preferencias/")
    page.locator("input[name=theme][value=dark]").check(force=True)
    sign_in(page.context, "auditoria")
    page.locator("main form button[type=submit]").first.click()
    expect(page.locator("#signin")).to_be_visible()
    for name in ("faturista", "auditoria"):
        assert preferences.of_user(hospital.user(name).pk).theme == preferences.DEFAULTS.theme
    sign_in(page.context, "faturista")
    page.locator("#signin [data-retry]").click()
    expect(page.get_by_text("Preferências salvas.")).to_be_visible()
    assert preferences.of_user(hospital.user("faturista").pk).theme == "dark"
