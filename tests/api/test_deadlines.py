"""Deadlines over the API."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
import time_machine
from icalendar import Calendar

from honorarios.services import deadlines
from honorarios.services.actor import ActorRole
from tests.api.client import Program, program
from tests.services.cast import CANARY, make_cast
from tests.services.deadlines import planned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.records.models import SurgeryCase
    from tests.services.cast import Cast

pytestmark = pytest.mark.database


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel("2026-11-23T12:00:00Z", tick=True):
        yield


@pytest.fixture
def cast(db: None) -> Cast:  # noqa: ARG001 - the fixture opens the database
    """A cast without prices: nothing here needs one."""
    return make_cast()


@pytest.fixture
def clerk(cast: Cast) -> Program:
    return program(cast.clerk)


@pytest.fixture
def case(cast: Cast) -> SurgeryCase:
    planned.agree_repasse(cast)
    case = planned.plan(cast.world, performed_at=datetime(2026, 9, 1, 8), status="billed")
    planned.ask(case, date(2026, 11, 3))
    one = planned.claim(case, cast)
    planned.present(one, date(2026, 9, 10), denied=20_00, paid_on=date(2026, 11, 16), waited=67)
    return case


def test_deadlines_are_listed_and_narrowed(clerk: Program, case: SurgeryCase) -> None:
    page = clerk.get("/deadlines").done
    assert page["today"] == "2026-11-23"
    assert page["total"] == len(page["deadlines"])
    assert CANARY not in str(page)
    (answer,) = clerk.get("/deadlines?kind=answer").done["deadlines"]
    assert (answer["due"], answer["state"], answer["owner"]) == ("2026-11-17", "late", "payer")
    assert answer["case_number"] == case.number
    assert clerk.get("/deadlines?until=2026-12-31&since=2026-12-17").done["total"] == 1
    assert clerk.get("/deadlines?owner=office&state=late").done["total"] == 0
    assert clerk.get("/deadlines?done=true&kind=performance").done["total"] == 1


@pytest.mark.parametrize(
    "query",
    ["kind=nada", "owner=nada", "since=hoje", "size=0", "tipo=answer", "until=2026-02-30"],
)
def test_a_filter_that_cannot_be_read_is_told(clerk: Program, query: str) -> None:
    assert clerk.get(f"/deadlines?{query}").status == 422


def test_a_window_that_ends_before_it_begins(clerk: Program) -> None:
    found = clerk.get("/deadlines?since=2026-12-01&until=2026-11-01")
    assert (found.status, found.codes) == (422, ["PRZ-WINDOW"])


def test_a_surgerys_deadlines_are_read_kept_and_reopened(clerk: Program, case: SurgeryCase) -> None:
    path = f"/cases/{case.pk}/deadlines"
    found = clerk.get(path).done
    first = next(one for one in found["deadlines"] if one["uid"] == found["next_uid"])
    assert first["kind"] == "answer"
    appeal = next(one for one in found["deadlines"] if one["kind"] == "appeal")
    assert (appeal["due"], appeal["by_hand"]) == ("2026-12-16", True)
    which = {"kind": "appeal", "key": appeal["key"]}
    kept = clerk.post(f"{path}/keep", {**which, "done_on": "2026-11-20"}).done
    assert (kept["state"], kept["done_on"]) == ("done", "2026-11-20")
    assert clerk.post(f"{path}/reopen", which).done["done_on"] is None
    ahead = clerk.post(f"{path}/keep", {**which, "done_on": "2026-11-30"})
    assert (ahead.status, ahead.codes) == (422, ["PRZ-AHEAD"])
    absent = clerk.post(f"{path}/keep", {"kind": "refund"})
    assert (absent.status, absent.codes) == (404, ["PRZ-UNKNOWN"])


def test_the_calendar_is_a_file(clerk: Program, case: SurgeryCase) -> None:
    found = clerk.get("/deadlines.ics")
    assert found.status == 200
    assert found.headers["Content-Type"].startswith("text/calendar")
    calendar = Calendar.from_ical(found.text)
    assert [one for one in calendar.walk("VEVENT") if case.number in str(one["summary"])]


def test_feeds_are_listed_and_revoked_by_their_owner(cast: Cast, clerk: Program) -> None:
    made = deadlines.issue(actor=cast.clerk, label="Telefone").require()
    (feed,) = clerk.get("/calendar-feeds").done
    assert feed["label"] == "Telefone"
    assert made.key not in str(feed)
    other = program(cast.by_role[ActorRole.AUDITOR])
    assert other.post(f"/calendar-feeds/{feed['feed_id']}/revoke").status == 404
    assert clerk.post(f"/calendar-feeds/{feed['feed_id']}/revoke").done["revoked_at"]


def test_roles(cast: Cast, case: SurgeryCase) -> None:
    path = f"/cases/{case.pk}/deadlines"
    asked = {
        role: program(cast.by_role[role]).get(path).status
        for role in ActorRole
        if role is not ActorRole.SYSTEM
    }
    assert asked == {
        ActorRole.CLERK: 200,
        ActorRole.AUDITOR: 200,
        ActorRole.PHYSICIAN: 200,
        ActorRole.HOSPITAL_FINANCE: 200,
        ActorRole.ADMINISTRATOR: 403,
    }
    physician = program(cast.by_role[ActorRole.PHYSICIAN])
    assert physician.post(f"{path}/keep", {"kind": "appeal"}).status == 403
