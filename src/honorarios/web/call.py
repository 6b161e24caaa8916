"""A request as a view sees it: who asks, in which office, what they typed, and their key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import timezone

from honorarios.services.outcomes import Result
from honorarios.services.permissions import allows

if TYPE_CHECKING:
    from datetime import date, datetime

    from django.contrib.auth.models import AnonymousUser
    from django.http import HttpRequest, QueryDict

    from honorarios.core.findings import Finding
    from honorarios.records.models import User
    from honorarios.services.actor import Actor
    from honorarios.services.offices import OfficeView
    from honorarios.services.operations import Operation
    from honorarios.services.preferences import PreferenceView

T = TypeVar("T")

KEY_FIELD = "_key"
"""Hidden field with the idempotency key of a form; ``{% key %}`` writes it."""
KEY_HEADER = "Idempotency-Key"
"""The same from a script, which has no form."""
VERSION_FIELD = "version"
LONGEST_VERSION = 9


class Stopped(Exception):  # noqa: N818 - it is an answer on its way, not an error
    """Stops a view with what a service refused; the door shows it."""

    def __init__(self, result: Result[Any]) -> None:
        super().__init__(", ".join(finding.code for finding in result.findings))
        self.result = result


@dataclass(frozen=True, slots=True)
class Call:
    """What a view is given besides the parameters of its address."""

    request: HttpRequest
    user: User | AnonymousUser
    preference: PreferenceView
    identity: Actor | None = None
    """Who asks, in an office; None before they signed in or chose one."""
    place: OfficeView | None = None

    @property
    def actor(self) -> Actor:
        """Who asks; every row but the public ones and those of a person has one."""
        if self.identity is None:
            raise LookupError("nobody is in an office here: the row's access is PUBLIC or PERSON")
        return self.identity

    @property
    def office(self) -> OfficeView:
        """The office that they are in."""
        if self.place is None:
            raise LookupError("nobody is in an office here: the row's access is PUBLIC or PERSON")
        return self.place

    @property
    def zone(self) -> ZoneInfo | None:
        """The zone of the office's clocks; None before one was chosen."""
        return None if self.place is None else ZoneInfo(self.place.timezone)

    @property
    def now(self) -> datetime:
        """The wall time where the office is, to the second."""
        there = timezone.now().astimezone(ZoneInfo(self.office.timezone))
        return there.replace(tzinfo=None, microsecond=0)

    @property
    def today(self) -> date:
        """The day where the office is."""
        return self.now.date()

    @property
    def htmx(self) -> bool:
        """Whether a piece of a page is asked for; a boosted link asks for a whole one."""
        headers = self.request.headers
        return bool(headers.get("HX-Request")) and not headers.get("HX-Boosted")

    @property
    def came_from(self) -> str:
        """The page of this server that a form was sent from; the first one where none is known."""
        page = urlsplit(self.request.headers.get("Referer", ""))
        if page.netloc != self.request.get_host():
            return reverse("me.home")
        return page._replace(scheme="", netloc="", fragment="").geturl()

    @property
    def posted(self) -> bool:
        """Whether something is to be done, not shown."""
        return self.request.method == "POST"

    @property
    def form(self) -> QueryDict:
        """What was typed."""
        return self.request.POST

    @property
    def query(self) -> QueryDict:
        """What the address asks."""
        return self.request.GET

    @property
    def key(self) -> str | None:
        """The idempotency key: the same form sent twice is answered as once."""
        return self.request.POST.get(KEY_FIELD) or self.request.headers.get(KEY_HEADER) or None

    @property
    def version(self) -> int | None:
        """The version that the person saw, of the hidden field ``version``; None where it is no number."""
        given = self.request.POST.get(VERSION_FIELD, "")
        fits = given.isascii() and given.isdigit() and len(given) <= LONGEST_VERSION
        return int(given) if fits else None

    def may(self, operation: Operation) -> bool:
        """Whether the actor may ask for an operation at all; on which objects the service decides."""
        return self.identity is not None and allows(self.identity, operation)

    def take(self, result: Result[T]) -> T:
        """The value of an answer, or stop with the page of its refusal."""
        if result.value is None or not result.ok:
            raise Stopped(result)
        return result.value

    def refuse(self, *findings: Finding) -> Stopped:
        """What to raise where the door itself finds something wrong: ``raise call.refuse(finding)``."""
        return Stopped(Result(findings=findings))
