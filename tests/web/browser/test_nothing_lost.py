"""Two clerks, two tabs, the back button, a double click, an ended session, a lost connection."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.web.browser.mischief import CUT, OFFLINE, SCRIPTS, TOLD_BY_HTMX, Stage, play
from tests.web.desk import keep_team, open_parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.web.hospital import FictitiousHospital
    from tests.web.watch import Watch


@pytest.mark.parametrize("name", SCRIPTS)
def test_nothing_is_lost_and_nothing_doubled(
    name: str,
    hospital: FictitiousHospital,
    page_as: Callable[[str], Page],
    another: Callable[[str], Page],
    sign_in: Callable[..., None],
    watch: Watch,
) -> None:
    keep_team(hospital.actor("faturista"))
    watch.expect(OFFLINE, CUT, *TOLD_BY_HTMX)
    place = list(SCRIPTS).index(name)
    stage = Stage(
        hospital=hospital,
        part=open_parts(hospital)[place % 5],
        random=Random(place),
        tab=lambda: page_as("faturista"),
        colleague=lambda: another("faturista"),
        come_back=lambda page: sign_in(page.context, "faturista"),
    )
    assert play(name, stage) > 0
