"""Coming in and out by a person, told in the trail of every office that they are in."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from honorarios.records.models import User
from honorarios.services import actor as actors
from honorarios.services.audit import trail

if TYPE_CHECKING:
    from collections.abc import Iterable

    from honorarios.services.actor import Actor


class Entrance(StrEnum):
    """What happened at the entrance; the value is its name in the audit trail."""

    SIGNED_IN = "entrance.signed_in"
    REFUSED = "entrance.refused"
    """A wrong password under a name that somebody has."""
    SIGNED_OUT = "entrance.signed_out"
    PASSWORD_CHANGED = "entrance.password_changed"  # noqa: S105 - a name
    SECOND_STEP_ON = "entrance.second_step_on"
    SECOND_STEP_OFF = "entrance.second_step_off"


def record(*, user_id: int, what: Entrance) -> None:
    """Tell what a person did at the entrance, in each of their offices."""
    _record(actors.of_user(user_id=user_id), what)


def record_refused(*, username: str) -> None:
    """Tell that somebody tried a person's name with a wrong password; nothing of a name nobody has."""
    user = User.objects.filter(username__iexact=username[:150]).first()
    if user is not None:
        record(user_id=user.pk, what=Entrance.REFUSED)


def _record(found: Iterable[Actor], what: Entrance) -> None:
    with transaction.atomic():
        # In one order, so that two people who come in at once don't wait for one another.
        for actor in sorted(found, key=lambda one: one.office_id):
            event = trail.Event(what.value, "user", str(actor.user_id), {})
            trail.append(actor, timezone.now(), [event])
