"""Subscribing to the calendar: an address of one's own, shown once."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.test import Client
from icalendar import Calendar

from tests.services.cast import CANARY, make_cast
from tests.services.deadlines import planned
from tests.web.signed import signed_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.services.cast import Cast

pytestmark = pytest.mark.once


@pytest.fixture
def cast(db: None) -> Iterator[Cast]:  # noqa: ARG001 - the fixture opens the database
    with time_machine.travel("2026-11-23T12:00:00Z", tick=True):
        cast = make_cast()
        planned.ask(planned.plan(cast.world, "2026/7"), date(2026, 11, 16))
        yield cast


def test_an_address_is_made_read_without_a_session_and_revoked(cast: Cast) -> None:
    clerk = signed_in(cast.clerk)
    made = clerk.post("/prazos/assinaturas/", {"label": "Telefone"}).content.decode()
    found = re.search(r"http://testserver(/agenda/[\w-]+\.ics)", made)
    assert found is not None
    path = found[1]
    assert path not in clerk.get("/prazos/assinaturas/").content.decode()
    nobody = Client()
    answer = nobody.get(path)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar")
    assert "no-store" in answer["Cache-Control"]
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert [one for one in events if "2026/7" in str(one["summary"])]
    assert CANARY not in answer.content.decode()
    assert str(events[0]["url"]).startswith("http://testserver/cirurgias/")
    listed = clerk.get("/prazos/assinaturas/").content.decode()
    revoke = re.search(r"/prazos/assinaturas/\d+/revogar/", listed)
    assert revoke is not None
    assert clerk.post(revoke[0]).status_code == 303
    assert nobody.get(path).status_code == 404


def test_it_has_to_say_where_it_is_used(cast: Cast) -> None:
    answer = signed_in(cast.clerk).post("/prazos/assinaturas/", {"label": " "})
    assert answer.status_code == 422
    assert "PRZ-FEED-LABEL" in answer.content.decode()


@pytest.mark.usefixtures("cast")
def test_a_wrong_address_says_nothing() -> None:
    answer = Client().get("/agenda/0123456789.ics")
    assert answer.status_code == 404
    assert "2026/7" not in answer.content.decode()


def test_the_calendar_can_be_saved_once(cast: Cast) -> None:
    answer = signed_in(cast.clerk).get("/prazos/prazos.ics")
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]
