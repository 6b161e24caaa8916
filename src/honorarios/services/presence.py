"""Who comes in: how they like the screens, and what they are in each of their offices, in one query.

Every page asks for it anew, so that whoever lost their access has none from then on.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from honorarios.records.models import MembershipRole, User
from honorarios.services import actor as actors
from honorarios.services import preferences
from honorarios.services.offices import OfficeView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from honorarios.services.actor import Actor
    from honorarios.services.preferences import PreferenceView

LIKED: Final = ("theme", "language", "single_keys", "dismissed")
HELD: Final = ("office_id", "role", "provider_id")
OFFICE: Final = ("slug", "name", "timezone")


@dataclass(frozen=True, slots=True)
class Place:
    """An office that a person is in, and what they are there."""

    office: OfficeView
    actor: Actor


@dataclass(frozen=True, slots=True)
class Presence:
    """A person who came in."""

    liked: PreferenceView = preferences.DEFAULTS
    places: tuple[Place, ...] = ()
    """By the office's name."""


def of_user(user_id: int) -> Presence:
    """An active user; nobody else is anywhere."""
    rows = (
        User.objects.filter(pk=user_id, is_active=True)
        .order_by("memberships__office__name", "memberships__pk")
        .values_list(
            *(f"preference__{name}" for name in LIKED),
            *(f"memberships__{name}" for name in HELD),
            *(f"memberships__office__{name}" for name in OFFICE),
            "memberships__billing_units",
        )
    )
    # One row for each billing unit of a membership.
    found = list(rows)
    if not found:
        return Presence()
    liked, held = found[0][: len(LIKED)], [row[len(LIKED) :] for row in found]
    return Presence(_liked(liked), tuple(_places(user_id, held)))


def _liked(values: tuple[Any, ...]) -> PreferenceView:
    theme, language, single_keys, dismissed = values
    if theme is None:
        return preferences.DEFAULTS
    return preferences.PreferenceView(theme, language, single_keys, tuple(dismissed))


def _places(user_id: int, rows: Iterable[tuple[Any, ...]]) -> Iterable[Place]:
    for (office_id, role, provider_id, slug, name, timezone), own in groupby(
        rows, itemgetter(slice(-1))
    ):
        if office_id is None:
            continue
        units = [unit for *_, unit in own if unit is not None]
        yield Place(
            OfficeView(office_id, slug, name, timezone, str(MembershipRole(role).label)),
            actors.member(
                user_id=user_id,
                office_id=office_id,
                role=role,
                unit_ids=units,
                provider_id=provider_id,
            ),
        )
