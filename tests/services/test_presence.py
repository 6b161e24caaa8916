"""Who comes in: what they like, and the very actor that they are in each of their offices."""

from __future__ import annotations

import pytest

from honorarios.records.models import Membership, MembershipRole, User
from honorarios.services import actor as actors
from honorarios.services import offices, preferences, presence
from tests.services.cast import Cast, make_cast

pytestmark = pytest.mark.database


def test_everybody_is_who_they_are_in_their_office(cast: Cast) -> None:
    for role in MembershipRole:
        known = cast.by_role[actors.ActorRole(role)]
        found = presence.of_user(known.user_id)
        assert [place.actor for place in found.places] == [known]
        assert [place.office for place in found.places] == [*offices.of_user(known.user_id)]
        assert found.liked == preferences.DEFAULTS


def test_somebody_of_several_units_and_offices_is_in_each_with_their_own(cast: Cast) -> None:
    clerk, other = cast.clerk, make_cast("zenite")
    member = Membership.objects.get(office_id=clerk.office_id, user_id=clerk.user_id)
    member.billing_units.add(cast.other_unit.unit)
    Membership.objects.create(
        office=other.world.office, user_id=clerk.user_id, role=MembershipRole.AUDITOR
    )
    found = presence.of_user(clerk.user_id)
    assert tuple(place.actor for place in found.places) == actors.of_user(user_id=clerk.user_id)
    assert [place.office for place in found.places] == [*offices.of_user(clerk.user_id)]
    assert len(found.places) == 2
    assert len(found.places[0].actor.unit_ids or ()) == 2


def test_what_somebody_likes_comes_with_them(cast: Cast) -> None:
    preferences.keep(actor=cast.clerk, theme="dark", language="en").require()
    preferences.dismiss(actor=cast.clerk, tip="first-steps").require()
    found = presence.of_user(cast.clerk.user_id)
    assert found.liked == preferences.of_user(cast.clerk.user_id)
    assert len(found.places) == 1


def test_whoever_lost_their_access_is_nowhere(cast: Cast) -> None:
    physician = cast.by_role[actors.ActorRole.PHYSICIAN]
    Membership.objects.filter(user_id=physician.user_id).delete()
    assert presence.of_user(physician.user_id).places == ()
    User.objects.filter(pk=cast.clerk.user_id).update(is_active=False)
    assert presence.of_user(cast.clerk.user_id) == presence.Presence()
    assert presence.of_user(0) == presence.Presence()
