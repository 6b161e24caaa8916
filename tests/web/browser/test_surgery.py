"""A whole surgery, from the empty sheet to saved, by keyboard alone; its key presses are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.web.desk import ACTS, TEAM, active, keep_team, open_parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.web.hospital import FictitiousHospital
    from tests.web.keys import Keyboard

WITHOUT_FAVOURITES = 60
"""Key presses of the same surgery when each of the team is typed."""


@pytest.fixture
def clerk(page_as: Callable[[str], Page]) -> Page:
    return page_as("faturista")


def test_three_acts_and_a_favourite_team_of_four(
    clerk: Page,
    hospital: FictitiousHospital,
    typed: Keyboard,
) -> None:
    part = open_parts(hospital)[0]
    keep_team(hospital.actor("faturista"))
    before = active(part).count()
    clerk.goto(f"/parciais/{part.pk}/lancar/")
    keys = typed.on(clerk)
    keys.reset()
    keys.type("930 1115").press("Enter")
    keys.type("apend vid").press("Enter")
    expect(clerk.locator("[id='act.2.code']")).to_be_focused()
    for place, code in ((2, ACTS[1]), (3, ACTS[2])):
        keys.type(code[:8]).press("Enter").press("2", "Enter")
        expect(clerk.locator(f"[id='act.{place + 1}.code']")).to_be_focused()
    keys.press("Alt+1")
    expect(clerk.locator("#preview [data-line]")).to_have_count(12)
    keys.press("Control+Enter")
    expect(clerk.get_by_role("status").filter(has_text="gravados")).to_be_visible()
    assert keys.clicks == 0
    assert active(part).count() == before + 12
    assert keys.count <= 60


def test_three_acts_and_four_people_without_a_favourite(
    clerk: Page, hospital: FictitiousHospital, typed: Keyboard
) -> None:
    part = open_parts(hospital)[1]
    before = active(part).count()
    clerk.goto(f"/parciais/{part.pk}/lancar/")
    keys = typed.on(clerk)
    keys.reset()
    keys.type("930 1115").press("Enter")
    keys.type("apend vid").press("Enter")
    for place, code in ((2, ACTS[1]), (3, ACTS[2])):
        expect(clerk.locator(f"[id='act.{place}.code']")).to_be_focused()
        keys.type(code).press("Enter").press("2", "Enter")
    expect(clerk.locator("[id='act.4.code']")).to_be_focused()
    keys.press("Enter")
    for place, (_role, provider) in enumerate(TEAM, start=1):
        expect(clerk.locator(f"[id='member.{place}.provider']")).to_be_focused()
        keys.type(provider).press("Enter")
    expect(clerk.locator("#preview tr[data-line][data-number='0']")).to_have_count(12)
    keys.press("Control+Enter")
    clerk.wait_for_url("**/contas/**")
    assert keys.clicks == 0
    assert active(part).count() == before + 12
    assert keys.count == WITHOUT_FAVOURITES


def test_from_the_start_to_the_first_priced_line(clerk: Page, typed: Keyboard) -> None:
    """By the keyboard alone: the list of open parts, an account, a line with its value."""
    clerk.goto("/")
    keys = typed.on(clerk)
    keys.reset()
    keys.press("Control+k")
    expect(clerk.locator("#palette")).to_be_visible()
    keys.type("conta")
    expect(clerk.locator("#palette-list")).to_contain_text("Contatos dos hospitais")
    first = clerk.locator("#palette-list [role=option]").first
    expect(first).to_contain_text("Contas")
    expect(first).to_have_attribute("aria-selected", "true")
    keys.press("Enter")
    clerk.wait_for_url("**/contas/**")
    keys.press("j", "Enter")
    clerk.wait_for_url("**/contas/*/**")
    keys.press("Alt+n")
    clerk.wait_for_url("**/lancar/**")
    expect(clerk.locator("#when")).to_be_focused()
    keys.type("930").press("Enter")
    keys.type("apend").press("Enter")
    expect(clerk.locator("#preview [data-total]")).to_contain_text("R$")
    assert keys.clicks == 0
    assert keys.count <= 25


def test_enter_waits_for_the_first_act_and_the_hour_24_is_told_before_it(
    clerk: Page, hospital: FictitiousHospital, typed: Keyboard
) -> None:
    clerk.goto(f"/parciais/{open_parts(hospital)[0].pk}/lancar/?novo=1")
    keys = typed.on(clerk)
    keys.type("24:00").press("Enter")
    expect(clerk.locator("[data-note='when']")).to_contain_text("24:00")
    keys.press("Enter")
    expect(clerk.locator("[id='act.1.code']")).to_be_focused()
