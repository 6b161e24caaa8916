"""A surgery typed in a real browser: how long from a key to the new values on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from playwright.sync_api import sync_playwright

from benchmarks.desk.figures import spread
from tests.web import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Page

CODE: Final = "31003079"
"""Appendectomy."""
TIMED: Final = """
() => {
  const preview = document.getElementById("preview");
  window.waits = [];
  let pressed = null;
  document.addEventListener("keydown", () => { pressed = performance.now(); }, true);
  new MutationObserver(() => {
    if (pressed === null) return;
    const from = pressed;
    pressed = null;
    requestAnimationFrame(() => window.waits.push(performance.now() - from));
  }).observe(preview, {childList: true, subtree: true, characterData: true});
}
"""


def recalculate(address: str, cookie: str, part: int, times: int) -> dict[str, Any]:
    """Change the quantity of an act again and again, and wait for its value each time."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.path(), args=list(chromium.ARGUMENTS)
        )
        context = browser.new_context(locale="pt-BR")
        host = address.partition(":")[0]
        context.add_cookies([{"name": "sessionid", "value": cookie, "domain": host, "path": "/"}])
        page = context.new_page()
        page.goto(f"http://{address}/parciais/{part}/lancar/?novo=1")
        _begin(page)
        page.evaluate(TIMED)
        for number in range(times + 3):
            before = page.evaluate("() => window.waits.length")
            page.keyboard.press("Backspace")
            page.keyboard.press(str(number % 3 + 1))
            page.wait_for_function("before => window.waits.length > before", arg=before)
            # As a person does, who reads a value before changing it again.
            page.wait_for_timeout(300)
        waits = page.evaluate("() => window.waits")
        browser.close()
    return spread([wait / 1000 for wait in waits[3:]])


def _begin(page: Page) -> None:
    page.fill("#when", "930 1115")
    code = page.locator("[data-code]").first
    code.fill(CODE)
    page.wait_for_timeout(800)
    quantity = page.locator('[id$="quantity"]').first
    quantity.focus()
    page.wait_for_timeout(800)
