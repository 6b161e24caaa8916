"""What goes wrong at a desk, played in a browser: nothing may be lost, and nothing doubled.

Each script types a surgery and saves it while something happens, then looks at the record: the surgery
is there once, line by line what the screen showed before it was saved.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from tests.web.desk import ACTS, active

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from playwright.sync_api import Page, Route

    from honorarios.records.models import AccountPart
    from tests.web.hospital import FictitiousHospital

OFFLINE: Final = "net::ERR_INTERNET_DISCONNECTED"
CUT: Final = "net::ERR_FAILED"
TOLD_BY_HTMX: Final = ("Response Status Error Code", "htmx:")
"""How htmx tells the console of an answer that is an error, and of none at all."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a script plays."""

    hospital: FictitiousHospital
    part: AccountPart
    random: Random
    tab: Callable[[], Page]
    """A new tab of the clerk's."""
    colleague: Callable[[], Page]
    """A new window with a session of its own."""
    come_back: Callable[[Page], None]
    """Sign in again in the window of a page."""

    @property
    def address(self) -> str:
        return f"/parciais/{self.part.pk}/lancar/"

    typed: set[tuple[int, int]] = field(default_factory=set)
    """Hours and minutes of the surgeries that were typed."""

    def free_minute(self) -> tuple[int, int]:
        """An hour and a minute at which nothing was typed or saved: two acts alike are asked about (V13)."""
        starts = self.part.lines.values_list("start", flat=True)
        taken = self.typed | {(start.hour, start.minute) for start in starts}
        free = [(h, m) for h in range(1, 23) for m in range(60) if (h, m) not in taken]
        chosen = self.random.choice(free)
        self.typed.add(chosen)
        return chosen

    @property
    def saved(self) -> int:
        return active(self.part).count()


def type_surgery(page: Page, stage: Stage) -> int:
    """Type a surgery into an empty sheet; how many lines the screen shows for it."""
    page.goto(f"{stage.address}?novo=1")
    hour, minute = stage.free_minute()
    acts = stage.random.sample(ACTS, stage.random.randint(1, 2))
    page.keyboard.type(f"{hour:02}{minute:02}")
    page.keyboard.press("Enter")
    for number, code in enumerate(acts, start=1):
        expect(page.locator(f"[id='act.{number}.code']")).to_be_focused()
        page.keyboard.type(code)
        page.keyboard.press("Enter")
        if number > 1:
            page.keyboard.type("2")
            page.keyboard.press("Enter")
    page.keyboard.press("Alt+1")
    lines = len(acts) * 4
    expect(page.locator("#preview tr[data-line][data-number='0']")).to_have_count(lines)
    expect(page.locator("#preview.htmx-request")).to_have_count(0)
    return lines


def save(page: Page) -> None:
    page.keyboard.press("Control+Enter")


def arrives(page: Page) -> None:
    """The account opens, and tells what was saved."""
    page.wait_for_url("**/contas/**")


def double_click(stage: Stage) -> int:
    page = stage.tab()
    lines = type_surgery(page, stage)
    page.locator("button[data-save]").dblclick()
    arrives(page)
    return lines


def impatient_keys(stage: Stage) -> int:
    page = stage.tab()
    lines = type_surgery(page, stage)
    for _ in range(3):
        save(page)
    arrives(page)
    return lines


def back_button(stage: Stage) -> int:
    """Back from the account to the sheet: it is empty, and saving it again saves nothing."""
    page = stage.tab()
    lines = type_surgery(page, stage)
    save(page)
    arrives(page)
    page.go_back()
    expect(page.locator("button[data-save]")).to_be_visible()
    save(page)
    page.wait_for_load_state("networkidle")
    return lines


def reload_after(stage: Stage) -> int:
    page = stage.tab()
    lines = type_surgery(page, stage)
    save(page)
    arrives(page)
    page.reload()
    page.reload()
    return lines


def two_tabs(stage: Stage) -> int:
    first, second = stage.tab(), stage.tab()
    lines = type_surgery(first, stage)
    lines += type_surgery(second, stage)
    save(first)
    arrives(first)
    save(second)
    arrives(second)
    return lines


def two_clerks(stage: Stage) -> int:
    mine, theirs = stage.tab(), stage.colleague()
    lines = type_surgery(mine, stage)
    lines += type_surgery(theirs, stage)
    save(mine)
    save(theirs)
    arrives(mine)
    arrives(theirs)
    return lines


def ended_session(stage: Stage) -> int:
    """The session ends in the middle of the form: one signs in again in another tab, and it goes on."""
    page = stage.tab()
    lines = type_surgery(page, stage)
    Session.objects.all().delete()
    save(page)
    expect(page.locator("#signin")).to_be_visible()
    stage.come_back(page)
    page.locator("#signin [data-retry]").click()
    arrives(page)
    return lines


def lost_connection(stage: Stage) -> int:
    page = stage.tab()
    lines = type_surgery(page, stage)
    page.context.set_offline(True)
    save(page)
    expect(page.locator("#offline")).to_be_visible()
    page.context.set_offline(False)
    page.locator("#offline [data-retry]").click()
    arrives(page)
    return lines


def lost_answer(stage: Stage) -> int:
    """The server saves, and its answer gets lost: sent again, it is answered and not done again."""
    page = stage.tab()
    lines = type_surgery(page, stage)

    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route(f"**{stage.address}", lose, times=1)
    save(page)
    expect(page.locator("#offline")).to_be_visible()
    page.locator("#offline [data-retry]").click()
    arrives(page)
    return lines


def left_and_resumed(stage: Stage) -> int:
    """The window is closed half-way: the draft is there the next time, and is saved once."""
    page = stage.tab()
    lines = type_surgery(page, stage)
    expect(page.locator("[data-state]")).to_contain_text("Rascunho")
    page.close()
    again = stage.tab()
    again.goto(stage.address)
    expect(again.locator("#preview tr[data-line][data-number='0']")).to_have_count(lines)
    save(again)
    arrives(again)
    return lines


SCRIPTS: Final[dict[str, Callable[[Stage], int]]] = {
    play.__name__: play
    for play in (
        double_click,
        impatient_keys,
        back_button,
        reload_after,
        two_tabs,
        two_clerks,
        ended_session,
        lost_connection,
        lost_answer,
        left_and_resumed,
    )
}


def play(name: str, stage: Stage) -> int:
    """Play a script; how many lines it saved. An assertion fails where one is lost or doubled."""
    before = stage.saved
    lines = SCRIPTS[name](stage)
    assert stage.saved == before + lines
    return lines
