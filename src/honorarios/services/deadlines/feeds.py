"""Feeds: the private addresses by which a calendar program reads a person's deadlines.

Whoever has the address reads what its owner may read at that moment, and nothing else: it names no patient,
changes nothing, and ends when it is revoked or its owner leaves. Only its SHA-256 is kept.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from django.utils import timezone

from honorarios.planning.deadlines import State
from honorarios.records.models import CalendarFeed
from honorarios.services import access, texts
from honorarios.services import actor as actors
from honorarios.services.days import today
from honorarios.services.deadlines import codes
from honorarios.services.deadlines.icalendar import written
from honorarios.services.deadlines.listing import listed as list_deadlines
from honorarios.services.deadlines.views import DeadlinesAsked
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result, at, refuse
from honorarios.services.work import consult, perform

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from honorarios.services.actor import Actor
    from honorarios.services.work import Work

KEY_BYTES: Final = 32
LONGEST_LABEL: Final = 100
AHEAD: Final = timedelta(days=400)
BEHIND: Final = timedelta(days=120)
OPEN: Final = frozenset({State.LATE, State.SOON, State.OPEN})


@dataclass(frozen=True, slots=True)
class FeedView:
    """A feed, without its address."""

    feed_id: int
    label: str
    created_at: datetime
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class NewFeed:
    """A feed just made; its address can't be shown again."""

    feed_id: int
    key: str
    """The secret part of the address."""


def issue(*, actor: Actor, label: str) -> Result[NewFeed]:
    """Make a feed of one's own deadlines; a lost address is revoked, and another is made."""
    key = secrets.token_urlsafe(KEY_BYTES)

    def do(work: Work) -> NewFeed:
        named = texts.within(label, "label", title="Rótulo", longest=LONGEST_LABEL)
        if not named:
            refuse(at(codes.LABEL_REQUIRED, "label"))
        feed = CalendarFeed.objects.create(
            office_id=work.actor.office_id,
            user_id=work.actor.user_id,
            digest=_digest(key),
            label=named,
        )
        work.record("calendar_feed", feed.pk, {}, action="calendar.issue")
        return NewFeed(feed.pk, key)

    return perform(actor=actor, operation=Operation.CALENDAR_OWN, answer=NewFeed, do=do)


def revoke(*, actor: Actor, feed_id: int) -> Result[FeedView]:
    """End a feed of one's own; again does nothing."""

    def do(work: Work) -> FeedView:
        feed = access.one(_own(work.actor), f"A assinatura {feed_id}", pk=feed_id)
        if feed.revoked_at is None:
            feed.revoked_at = work.now
            feed.save(update_fields=["revoked_at"])
            work.record("calendar_feed", feed.pk, {}, action="calendar.revoke")
        return _view(feed)

    return perform(actor=actor, operation=Operation.CALENDAR_OWN, answer=FeedView, do=do)


def listed(*, actor: Actor) -> Result[tuple[FeedView, ...]]:
    """One's own feeds, the newest first."""

    def do(work: Work) -> tuple[FeedView, ...]:
        return tuple(_view(feed) for feed in _own(work.actor).order_by("-pk"))

    return consult(actor=actor, operation=Operation.CALENDAR_OWN, do=do)


def read(*, key: str, site: str = "") -> Result[bytes]:
    """The calendar of whoever the address is of; PRZ-FEED for every kind of failure.

    Args:
        key: The secret part of the address.
        site: Address of the server, for the links of events; empty: none.
    """
    feed = CalendarFeed.objects.filter(digest=_digest(key), revoked_at__isnull=True).first()
    owner = (
        None if feed is None else actors.of_member(user_id=feed.user_id, office_id=feed.office_id)
    )
    if feed is None or owner is None:
        return Result(findings=(at(codes.NO_FEED),))
    return calendar(actor=owner, site=site)


def calendar(*, actor: Actor, asked: DeadlinesAsked | None = None, site: str = "") -> Result[bytes]:
    """The open deadlines within reach as iCalendar: of the last months and of the year to come."""
    now = timezone.now()
    day = today(actor.office_id, now)
    wanted = asked or DeadlinesAsked(since=day - BEHIND, until=day + AHEAD, states=OPEN)
    found = list_deadlines(actor=actor, asked=wanted)
    if found.value is None or not found.ok:
        return Result(findings=found.findings)
    return Result(written(found.value.deadlines, now, site))


def _own(actor: Actor) -> QuerySet[CalendarFeed]:
    return CalendarFeed.objects.filter(office_id=actor.office_id, user_id=actor.user_id)


def _digest(key: str) -> str:
    # An address has 256 random bits: nothing that a slow digest would protect.
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


def _view(feed: CalendarFeed) -> FeedView:
    return FeedView(
        feed_id=feed.pk,
        label=feed.label,
        created_at=feed.created_at,
        revoked_at=feed.revoked_at,
    )
