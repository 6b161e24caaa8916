"""A keyboard that counts: every key that goes down in the page, and every click of a mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

LISTENER: Final = """
for (const kind of ["keydown", "mousedown"])
    addEventListener(kind, (event) => window.honorariosPressed(kind, event.key ?? ""), true);
"""


class Keyboard:
    """What somebody types into a page, counted by the browser and not by who wrote the test.

    Each key of a chord counts: Ctrl+Enter is two presses. A letter that needs Shift or a dead key is
    one press, as Chromium sees it.
    """

    def __init__(self, context: BrowserContext) -> None:
        self.pressed: list[str] = []
        self.clicks = 0
        context.expose_binding("honorariosPressed", self._count)
        context.add_init_script(LISTENER)
        self._page: Page | None = None

    def on(self, page: Page) -> Keyboard:
        """The page that is typed into from now on."""
        self._page = page
        return self

    @property
    def page(self) -> Page:
        if self._page is None:
            raise RuntimeError("call on(page) first")
        return self._page

    def type(self, text: str) -> Keyboard:
        """Type a text where the focus is, a key for each letter."""
        self.page.keyboard.type(text)
        return self

    def press(self, *keys: str) -> Keyboard:
        """Press keys in turn: ``press("Tab", "Control+Enter")``."""
        for key in keys:
            self.page.keyboard.press(key)
        return self

    def reset(self) -> None:
        """Count from here."""
        self._settle()
        self.pressed.clear()
        self.clicks = 0

    @property
    def count(self) -> int:
        """Key presses so far."""
        self._settle()
        return len(self.pressed)

    def _settle(self) -> None:
        """What the page reported before it answers this has arrived."""
        self.page.evaluate("0")

    def _count(self, source: Any, kind: str, key: str) -> None:  # noqa: ANN401, ARG002 - playwright's
        if kind == "keydown":
            self.pressed.append(key)
        else:
            self.clicks += 1
