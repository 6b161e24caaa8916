"""The bench itself: it counts what is pressed, and a page that complains fails its test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.web.accessibility import barriers
from tests.web.watch import Watch

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

    from tests.web.keys import Keyboard

FORM = "<html lang=pt><title>t</title><main><h1>h</h1><label>Código <input></label></main>"


def show(page: Page, text: str) -> None:
    """Open a page made of the text."""
    page.unroute_all()
    page.route("**/*", lambda route: route.fulfill(body=text, content_type="text/html"))
    page.goto("/quadro")


def test_every_key_of_a_chord_and_every_click_counts(
    context: BrowserContext, typed: Keyboard
) -> None:
    page = context.new_page()
    show(page, FORM)
    page.evaluate("document.querySelector('input').focus()")
    typed.on(page).type("3100").press("Tab", "Control+Enter")
    assert page.input_value("input") == "3100"
    assert typed.count == 7
    assert typed.clicks == 0
    page.click("input")
    assert typed.clicks == 1


def test_what_the_browser_complains_of_is_seen(context: BrowserContext, address: str) -> None:
    watch = Watch(context, address)
    page = context.new_page()
    show(page, FORM)
    page.unroute_all()
    page.evaluate("console.error('quebrou')")
    page.evaluate("fetch('http://127.0.0.2:9/x').catch(() => 0)")
    page.evaluate("setTimeout(() => { throw new Error('falhou') })")
    page.wait_for_timeout(50)
    watch.expect("another host", "failed: GET")
    assert [complaint.split(":")[0] for complaint in watch.left()] == [
        "console error",
        "script",
    ]


def test_a_barrier_is_found(context: BrowserContext) -> None:
    page = context.new_page()
    show(page, FORM)
    assert barriers(page) == []
    show(page, FORM.replace("<label>Código <input></label>", "<input>"))
    assert [barrier.split()[0] for barrier in barriers(page)] == ["label"]
