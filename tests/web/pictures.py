"""Pictures of the screens for the documentation, made by the tests that show them.

``./run test tests/web/browser --pictures`` writes them anew into ``docs/images``; without the flag
nothing is written.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.web.accessibility import looks

if TYPE_CHECKING:
    from playwright.sync_api import Page

FOLDER: Final = Path(__file__).parents[2] / "docs" / "images"


class Pictures:
    """Takes a page's picture in each theme and width."""

    def __init__(self, wanted: bool) -> None:  # noqa: FBT001 - the flag of the command line
        self.wanted = wanted

    def __call__(self, page: Page, name: str) -> None:
        """Write ``docs/images/<name>-<light|dark>-<wide|narrow>.png``."""
        if not self.wanted:
            return
        FOLDER.mkdir(exist_ok=True)
        for theme, width in looks(page):
            page.screenshot(
                path=FOLDER / f"{name}-{theme}-{width}.png", animations="disabled", caret="hide"
            )
