"""Feeds of a calendar (assinaturas): private addresses by which a calendar program reads one's deadlines."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from honorarios.services import deadlines as services
from honorarios.services.deadlines.icalendar import MEDIA
from honorarios.web.answers import File, Go, Page
from honorarios.web.refused import status_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.web.answers import Answer
    from honorarios.web.call import Call


def index(call: Call) -> Answer:
    """One's feeds, and making a new one, whose address is shown once."""
    if not call.posted:
        return _page(call, {})
    label = call.form.get("label", "")
    result = services.issue(actor=call.actor, label=label)
    if result.value is None or not result.ok:
        return _page(call, {"findings": result.findings, "label": label}, status_of(result))
    # The address exists nowhere else: it is shown here, and a reload makes no other without asking.
    path = reverse("feeds.read", args=[result.value.key])
    return _page(call, {"made": call.request.build_absolute_uri(path)})


def revoke(call: Call, feed_id: int) -> Answer:
    """An address that answers nothing any more."""
    call.take(services.revoke(actor=call.actor, feed_id=feed_id))
    return Go(reverse("feeds.index"), _("Assinatura revogada."))


def read(call: Call, key: str) -> Answer:
    """The calendar behind an address, for whoever has it."""
    site = call.request.build_absolute_uri("/")
    found = services.read(key=key, site=site)
    return File(call.take(found), "prazos.ics", MEDIA, inline=True)


def _page(call: Call, context: Mapping[str, object], status: int = HTTPStatus.OK) -> Answer:
    rows = call.take(services.feeds(actor=call.actor))
    return Page("web/deadlines/feeds.html", {"rows": rows, **context}, status)
