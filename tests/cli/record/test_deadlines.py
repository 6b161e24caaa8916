"""Deadlines on the command line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
import time_machine
from icalendar import Calendar

from tests.services.cast import CANARY, make_cast
from tests.services.deadlines import planned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.cli.running import Ran

pytestmark = pytest.mark.database


@pytest.fixture(autouse=True)
def planned_surgery(db: None) -> Iterator[None]:  # noqa: ARG001 - the fixture opens the database
    with time_machine.travel("2026-11-23T12:00:00Z", tick=True):
        cast = make_cast()
        planned.agree_repasse(cast)
        planned.ask(planned.plan(cast.world), date(2026, 11, 3))
        yield


def test_what_is_due_is_told_with_its_rule(run: Callable[..., Ran]) -> None:
    ran = run("deadlines")
    assert ran.code == 0
    assert "17/11/2026  Resposta da operadora" in ran.out
    assert "vencido" in ran.out
    assert "10 dias úteis" in ran.out
    assert CANARY not in ran.out
    # Thirty days from today, by default.
    assert "31/12/2026" not in ran.out
    assert "1 vencido" in ran.err


def test_the_window_and_the_filters(run: Callable[..., Ran]) -> None:
    assert "31/12/2026" in run("deadlines", "--until", "31/12/2026").out
    assert "/12/2026" not in run("deadlines", "--until", "2026-11-30").out
    late = run("deadlines", "--late", "--json").json()
    assert [one["kind"] for one in late["deadlines"]] == ["answer"]
    assert late["format"] == "honorarios.deadlines/1"
    one = run("deadlines", "--owner", "team", "--kind", "surgery", "--json").json()
    assert [row["kind"] for row in one["deadlines"]] == ["surgery"]


def test_what_it_does_not_know_is_told(run: Callable[..., Ran]) -> None:
    ran = run("deadlines", "--kind", "nada")
    assert ran.code == 2
    assert "Não há o tipo “nada”" in ran.err
    backwards = run("deadlines", "--from", "01/12/2026", "--until", "01/11/2026")
    assert backwards.code == 3
    assert "PRZ-WINDOW" in backwards.err


def test_the_calendar_goes_to_a_file(run: Callable[..., Ran]) -> None:
    ran = run("deadlines", "--ics")
    assert ran.code == 0
    assert len(Calendar.from_ical(ran.out).walk("VEVENT")) == 3
