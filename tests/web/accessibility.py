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

OF_COLOURS: Final = ("color-contrast", "link-in-text-block")
"""What a theme can change: how a page is built and laid out is the same in both."""
PREPARE: Final = """
(tags) => {
  const serious = (rule) => ["serious", "critical"].includes(rule.impact);
  const stands = (rule) => !rule.tags.some((tag) => ["deprecated", "experimental"].includes(tag));
  return axe._audit.rules
    .filter((rule) => serious(rule) && stands(rule) && rule.tags.some((tag) => tags.includes(tag)))
    .map((rule) => rule.id);
}
"""
"""The rules that can find something serious: nothing else of axe fails a test, and so nothing else is run."""
TAGS: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
MARK_ALIKE: Final = """
() => {
  const built = (element) => {
    if (element instanceof SVGElement) return element.tagName;
    const said = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const names = element.getAttributeNames().filter((name) => name !== "data-alike").sort();
    const states = ["class", "type", "role", "style"].map((name) => element.getAttribute(name) ?? "");
    return [element.tagName, names, states, said, [...element.children].map(built)].join(",");
  };
  for (const many of document.querySelectorAll("tbody, ul, ol, dl, select")) {
    const met = new Map();
    for (const one of [...many.children].slice(0, -1)) {
      const like = built(one);
      met.set(like, (met.get(like) ?? 0) + 1);
      if (met.get(like) > 2) one.dataset.alike = "";
    }
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { transition: none !important; }
    [data-examined] [data-alike] { display: none !important; }
  `);
  document.adoptedStyleSheets.push(sheet);
}
"""
"""Of the rows of a table, or of a list, that are built and styled alike, axe looks at two and the last."""
EXAMINE: Final = """
async (rules) => {
  const root = document.documentElement;
  root.dataset.examined = "";
  const found = await axe.run({resultTypes: ["violations"], runOnly: {type: "rule", values: rules}});
  delete root.dataset.examined;
  return found.violations;
}
"""
DRAWN: Final = (
    "() => new Promise((ready) => requestAnimationFrame(() => requestAnimationFrame(ready)))"
)
WEAR: Final = "(theme) => { document.documentElement.dataset.theme = theme; }"
UNDRESS: Final = """
(theme) => {
  const worn = document.documentElement.dataset;
  if (theme) worn.theme = theme;
  else delete worn.theme;
}
"""
SERIOUS: Final = {"serious", "critical"}


def looks(
    page: Page, height: int = HEIGHT, widths: Mapping[str, int] = WIDTHS
) -> Iterator[tuple[str, Theme]]:
    """Show the page in each width and theme in turn; leaves it as it was, and wide."""
    before = page.evaluate("document.documentElement.dataset.theme ?? ''")
    for width, pixels in widths.items():
        page.set_viewport_size({"width": pixels, "height": height})
        for theme in THEMES:
            page.evaluate(WEAR, theme)
            page.evaluate(DRAWN)
            yield width, theme
    page.evaluate(UNDRESS, before)
    page.set_viewport_size({"width": WIDTHS["wide"], "height": HEIGHT})


def barriers(page: Page) -> list[str]:
    """What axe finds serious or critical on the page as it is now: rule, place and why."""
    return _found(page, _prepared(page))


def barriers_everywhere(page: Page) -> list[str]:
    """What axe finds serious in any theme and width, and where the page must be scrolled sideways.

    Each width is looked at whole; the dark of it for what a theme changes.
    """
    rules = _prepared(page)
    page.evaluate(MARK_ALIKE)
    colours = [rule for rule in rules if rule in OF_COLOURS]
    found: list[str] = []
    for width, theme in looks(page):
        seen = _found(page, colours if theme == "dark" else rules)
        found += [f"{theme} {width}: {barrier}" for barrier in seen]
        if theme == "light" and _wider_than_the_screen(page):
            found.append(f"{width}: the page is wider than the screen")
    return found


def _prepared(page: Page) -> list[str]:
    """Bring axe to the page, once; the rules to run."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    rules: list[str] = page.evaluate(PREPARE, TAGS)
    return rules


def _found(page: Page, rules: list[str]) -> list[str]:
    violations: list[dict[str, Any]] = page.evaluate(EXAMINE, rules)
    return [
        f"{rule['id']} ({rule['impact']}) {' '.join(map(str, node['target']))}: "
        f"{node['failureSummary']}"
        for rule in violations
        if rule["impact"] in SERIOUS
        for node in rule["nodes"]
    ]


def _wider_than_the_screen(page: Page) -> bool:
    return bool(
        page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    )
