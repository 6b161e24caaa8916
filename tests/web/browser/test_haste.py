"""Who types and saves faster than the values arrive: the last thing typed counts, and saving is never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.web.desk import ACTS, active, keep_team, open_parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, Route

    from tests.web.hospital import FictitiousHospital

ASKED_AGAIN = """
document.getElementById("preview")
  .addEventListener("sheet:changed", () => { document.body.dataset.asked = "again"; }, {once: true})
"""


def test_the_last_thing_typed_is_valued_and_saved(
    page_as: Callable[[str], Page], hospital: FictitiousHospital
) -> None:
    """A value is on its way while more is typed: it is not the one that stays on the screen."""
    keep_team(hospital.actor("faturista"))
    part = open_parts(hospital)[0]
    before = active(part).count()
    page = page_as("faturista")
    page.goto(f"/parciais/{part.pk}/lancar/?novo=1")
    page.keyboard.type("412")
    page.keyboard.press("Alt+1")
    slow: list[Route] = []

    def hold(route: Route) -> None:
        slow.append(route)

    page.route("**/previa/", hold, times=1)
    with page.expect_request("**/previa/"):
        page.locator("[id='act.1.code']").fill(ACTS[0])
    page.evaluate(ASKED_AGAIN)
    page.locator("[id='act.1.quantity']").fill("2")
    expect(page.locator("body")).to_have_attribute("data-asked", "again")
    slow[0].continue_()
    lines = page.locator("#preview tr[data-line][data-number='0']")
    expect(lines).to_have_count(4)
    expect(lines.first.locator("td").nth(4)).to_have_text("2")
    page.route("**/previa/", hold, times=1)
    with page.expect_request("**/previa/"):
        page.locator("[id='act.1.quantity']").fill("3")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/contas/**")
    assert list(active(part)[before:].values_list("quantity", flat=True)) == [3] * 4
