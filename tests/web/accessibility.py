"""axe-core on a page as people see it: light and dark, wide and narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from playwright.sync_api import Page

Theme = Literal["light", "dark"]
THEMES: Final[tuple[Theme, ...]] = get_args(Theme)
WIDTHS: Final = {"wide": 1280, "narrow": 360}
HEIGHT: Final = 800

WHOLE: Final[dict[str, Any]] = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
OF_A_LOOK: Final[dict[str, Any]] = {
    "resultTypes": ["violations"],
    "runOnly": {
        "type": "rule",
        "values": [
            "color-contrast",
            "target-size",
            "scrollable-region-focusable",
            "aria-hidden-focus",
        ],
    },
}
DRAWN: Final = "() => new Promise((ready) => setTimeout(() => requestAnimationFrame(ready), 50))"
"""Colours that change by however short a transition are on their way until the page is drawn again."""
SERIOUS: Final = {"serious", "critical"}


def looks(
    page: Page, height: int = HEIGHT, widths: Mapping[str, int] = WIDTHS
) -> Iterator[tuple[Theme, str]]:
    """Show the page in each theme and width in turn; leaves it light and wide."""
    for theme in THEMES:
        # Without motion a colour is what it is at once, not on its way from the other theme's.
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        for name, width in widths.items():
            page.set_viewport_size({"width": width, "height": height})
            page.evaluate(DRAWN)
            yield theme, name
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": WIDTHS["wide"], "height": HEIGHT})


def barriers(page: Page, options: dict[str, Any] = WHOLE) -> list[str]:
    """What axe finds serious or critical on the page as it is now: rule, place and why."""
    found: dict[str, Any] = Axe().run(page, options=options).response
    return [
        f"{rule['id']} ({rule['impact']}) {' '.join(map(str, node['target']))}: "
        f"{node['failureSummary']}"
        for rule in found["violations"]
        if rule["impact"] in SERIOUS
        for node in rule["nodes"]
    ]


def barriers_everywhere(page: Page) -> list[str]:
    """What axe finds serious in any theme and width, and where the page must be scrolled sideways.

    What a page says and how it is built is the same in every look: the first is examined whole, the others
    for what a look changes, its colours and the size of its targets.
    """
    found: list[str] = []
    for number, (theme, width) in enumerate(looks(page)):
        options = OF_A_LOOK if number else WHOLE
        found += [f"{theme} {width}: {barrier}" for barrier in barriers(page, options)]
        if _wider_than_the_screen(page):
            found.append(f"{theme} {width}: the page is wider than the screen")
    return found


def _wider_than_the_screen(page: Page) -> bool:
    return bool(
        page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    )
