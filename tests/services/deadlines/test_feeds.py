"""The private addresses of a calendar: what they show, to whom, and until when."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from icalendar import Calendar

from honorarios.records.models import CalendarFeed, CaseTask, Membership, User
from honorarios.services import deadlines
from honorarios.services.actor import ActorRole
from honorarios.services.outcomes import Refusal
from tests.services.cast import CANARY
from tests.services.deadlines import planned

if TYPE_CHECKING:
    from tests.services.cast import Cast

pytestmark = pytest.mark.database


def walked(text: bytes) -> list[Any]:
    """The events of a calendar; the library's values are of many types."""
    return list(Calendar.from_ical(text).walk("VEVENT"))


def events(text: bytes) -> dict[str, date]:
    return {str(one["summary"]): one["dtstart"].dt for one in walked(text)}


@pytest.fixture
def key(cast: Cast) -> str:
    planned.agree_repasse(cast)
    planned.ask(planned.plan(cast.world, "2026/1"), date(2026, 11, 16), protocol="P;1,2")
    return deadlines.issue(actor=cast.clerk, label="Telefone").require().key


def test_a_feed_has_the_open_deadlines_as_events_of_a_day(key: str) -> None:
    text = deadlines.read(key=key, site="https://exemplo.br/").require()
    found = events(text)
    assert found["Cirurgia: Data planejada · cirurgia 2026/1"] == date(2026, 12, 1)
    answer = next(day for summary, day in found.items() if summary.startswith("Resposta"))
    assert answer == date(2026, 12, 1)
    assert b"\r\n" in text
    one = walked(text)[0]
    assert one["dtend"].dt - one["dtstart"].dt == timedelta(days=1)
    assert one["dtstamp"].dt.replace(tzinfo=UTC) >= datetime(2026, 11, 23, tzinfo=UTC)
    assert one["url"].startswith("https://exemplo.br/cirurgias/")
    assert one.walk("VALARM")[0]["trigger"].dt < timedelta()


def test_events_keep_their_identity_when_their_day_moves(cast: Cast, key: str) -> None:
    def uids() -> dict[str, str]:
        found = walked(deadlines.read(key=key).require())
        return {str(one["summary"]): str(one["uid"]) for one in found}

    before = uids()
    assert len(set(before.values())) == len(before)
    cast.world.hospital.cases.update(planned_at=datetime(2026, 12, 3, 8))
    assert uids() == before


def test_nobody_is_named(key: str) -> None:
    text = deadlines.read(key=key).require().decode()
    assert CANARY not in text
    assert CANARY.split()[0] not in text


def test_no_typed_word_and_no_number_of_a_payer_is_told(cast: Cast, key: str) -> None:
    case = planned.plan(cast.world, "2026/2")
    planned.authorise(planned.ask(case, protocol="PROTOCOLO-9"), senha="SENHA-9")
    CaseTask.objects.create(
        office=case.office,
        case=case,
        title="Ligar para Fulana",
        rule="como Fulana pediu",
        due=planned.TODAY,
    )
    text = deadlines.read(key=key).require()
    assert {"Pendência · cirurgia 2026/2", "Validade da senha · cirurgia 2026/2"} <= events(
        text
    ).keys()
    plain = text.decode().replace("\r\n ", "")
    assert not [word for word in ("Fulana", "PROTOCOLO-9", "SENHA-9") if word in plain]


def test_what_is_kept_leaves_the_calendar(cast: Cast, key: str) -> None:
    cast.world.hospital.cases.update(performed_at=datetime(2026, 11, 20, 8), status="performed")
    found = events(deadlines.read(key=key).require())
    assert not [summary for summary in found if summary.startswith(("Cirurgia", "Garantia"))]


def test_only_the_digest_of_an_address_is_kept(key: str) -> None:
    assert len(key) >= 40
    assert key not in str(CalendarFeed.objects.values_list("digest", "label"))


@pytest.mark.parametrize("wrong", ["", "x", "é" * 50, "\x00", "\ud800"])
def test_a_wrong_address_answers_nothing(key: str, wrong: str) -> None:
    assert deadlines.read(key=wrong).refusal is Refusal.NOT_FOUND
    assert deadlines.read(key=key + "x").refusal is Refusal.NOT_FOUND


def test_a_revoked_address_answers_nothing(cast: Cast, key: str) -> None:
    (feed,) = deadlines.feeds(actor=cast.clerk).require()
    for _ in range(2):
        assert deadlines.revoke(actor=cast.clerk, feed_id=feed.feed_id).require().revoked_at
    assert deadlines.read(key=key).refusal is Refusal.NOT_FOUND


def test_whoever_leaves_takes_their_address_along(cast: Cast, key: str) -> None:
    User.objects.filter(pk=cast.clerk.user_id).update(is_active=False)
    assert deadlines.read(key=key).refusal is Refusal.NOT_FOUND
    User.objects.filter(pk=cast.clerk.user_id).update(is_active=True)
    assert deadlines.read(key=key).ok
    member = Membership.objects.get(user_id=cast.clerk.user_id)
    member.billing_units.set([cast.other_unit.unit])
    assert not [one for one in events(deadlines.read(key=key).require()) if "2026/1" in one]


def test_feeds_are_ones_own(cast: Cast, key: str) -> None:
    assert key
    (feed,) = deadlines.feeds(actor=cast.clerk).require()
    administrator = cast.by_role[ActorRole.ADMINISTRATOR]
    assert deadlines.feeds(actor=administrator).require() == ()
    refused = deadlines.revoke(actor=administrator, feed_id=feed.feed_id)
    assert refused.refusal is Refusal.NOT_FOUND


def test_a_feed_says_where_it_is_used(cast: Cast) -> None:
    answer = deadlines.issue(actor=cast.clerk, label="  ")
    assert [finding.code for finding in answer.findings] == ["PRZ-FEED-LABEL"]
