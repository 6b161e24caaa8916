"""Pictures of the screens for the documentation, made by the tests that show them.

``./run test tests/web/browser --pictures`` writes them anew into the documentation of each language;
without the flag nothing is written.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.web.accessibility import looks

if TYPE_CHECKING:
    from playwright.sync_api import Page

WIDTHS: Final = {"wide": 1120, "narrow": 360}
HEIGHT: Final = 680
DOCS: Final = Path(__file__).parents[2] / "docs"
SHOW: Final = """
(one) => {
  scrollTo(0, 0);
  one.scrollIntoView({block: "start"});
}
"""
"""From the top, where what sticks to the window stands beside the page's beginning."""
FOLDERS: Final = {"pt-br": DOCS / "pt" / "imagens", "en": DOCS / "en" / "images"}
"""Where the pictures of a language stand."""


class Pictures:
    """Takes a page's picture in each theme and width."""

    def __init__(self, *, wanted: bool) -> None:
        self.wanted = wanted

    def __call__(
        self,
        page: Page,
        name: str,
        language: str = "pt-br",
        at: str = "body",
        height: int = HEIGHT,
    ) -> None:
        """Write ``<name>-<light|dark>-<wide|narrow>.png`` in the language's folder.

        Args:
            page: What is shown.
            name: What the pictures are called.
            language: The language that the page is in.
            at: What the picture begins with, as a selector: on a narrow screen things stand further down.
            height: Of the picture, in pixels.
        """
        if not self.wanted:
            return
        folder = FOLDERS[language]
        folder.mkdir(exist_ok=True)
        for width, theme in looks(page, height, WIDTHS):
            page.locator(at).first.evaluate(SHOW)
            page.screenshot(
                path=folder / f"{name}-{theme}-{width}.png", animations="disabled", caret="hide"
            )
