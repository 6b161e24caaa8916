"""The first password of somebody who is let in: they choose it, and nobody else knows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from honorarios.records.models import AuditEvent, Membership, User
from honorarios.services import members
from honorarios.services.actor import ActorRole
from tests.services.cast import Cast, make_cast
from tests.web.signed import signed_in

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.once

CHOSEN: Final = "seis gaviões sobre o telhado"


@pytest.fixture
def cast(db: None) -> Cast:  # noqa: ARG001 - the fixture opens the database
    cache.clear()
    return make_cast()


@pytest.fixture
def later() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(1_790_000_000, tick=False) as traveller:
        yield traveller


def member_of(cast: Cast, role: ActorRole = ActorRole.CLERK) -> Membership:
    actor = cast.by_role[role]
    return Membership.objects.get(user_id=actor.user_id, office_id=actor.office_id)


def invitation(cast: Cast, member: Membership) -> str:
    """The path of an invitation that the administrator makes."""
    administrator = signed_in(cast.by_role[ActorRole.ADMINISTRATOR])
    page = administrator.post(reverse("invitations.make", args=[member.pk]))
    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"]
    found = re.search(r'value="(http[^"]+/convite/[^"]+)"', page.content.decode())
    assert found
    return urlsplit(found[1]).path


def test_the_invited_person_chooses_a_password_once_and_comes_in_with_it(cast: Cast) -> None:
    member = member_of(cast)
    path = invitation(cast, member)
    person = Client()
    assert member.user.username in person.get(path).content.decode()
    name = member.user.username
    for password, again in (("curta", "curta"), (CHOSEN, CHOSEN + "!"), (name, name)):
        refused = person.post(path, {"password": password, "again": again})
        assert refused.status_code == 422
    done = person.post(path, {"password": CHOSEN, "again": CHOSEN})
    assert (done.status_code, done["Location"]) == (303, reverse("account_login"))
    assert person.post(path, {"password": CHOSEN, "again": CHOSEN}).status_code == 404
    assert person.get(path).status_code == 404
    login = {"login": member.user.username, "password": CHOSEN}
    assert person.post(reverse("account_login"), login)["Location"] == reverse("me.home")
    actions = AuditEvent.objects.filter(office=cast.world.office).values_list("action", flat=True)
    assert {"members.invite", "entrance.password_changed"} <= set(actions)


def test_an_invitation_is_worth_a_day(cast: Cast, later: time_machine.Traveller) -> None:
    path = invitation(cast, member_of(cast))
    later.shift(settings.PASSWORD_RESET_TIMEOUT)
    assert Client().get(path).status_code == 200
    later.shift(2)
    assert Client().get(path).status_code == 404


def test_another_person_s_name_or_token_opens_nothing(cast: Cast) -> None:
    path = invitation(cast, member_of(cast))
    *_, number, token, _end = path.split("/")
    auditor = member_of(cast, ActorRole.AUDITOR).user_id
    for wrong in (f"/convite/{auditor}/{token}/", f"/convite/{number}/{token[:-1]}x/"):
        assert Client().get(wrong).status_code == 404
        assert Client().post(wrong, {"password": CHOSEN, "again": CHOSEN}).status_code == 404


def test_whoever_was_switched_off_is_not_let_in_by_an_old_invitation(cast: Cast) -> None:
    member = member_of(cast)
    path = invitation(cast, member)
    User.objects.filter(pk=member.user_id).update(is_active=False)
    assert Client().get(path).status_code == 404


def test_nobody_makes_an_invitation_for_themselves_or_for_who_is_elsewhere_too(cast: Cast) -> None:
    own = member_of(cast, ActorRole.ADMINISTRATOR)
    administrator = signed_in(cast.by_role[ActorRole.ADMINISTRATOR])
    refused = administrator.post(reverse("invitations.make", args=[own.pk]))
    assert "PER-OWN-ACCESS" in refused.content.decode()
    member = member_of(cast)
    other = make_cast("boreal")
    Membership.objects.create(
        office=other.world.office, user_id=member.user_id, role=ActorRole.AUDITOR.value
    )
    elsewhere = administrator.post(reverse("invitations.make", args=[member.pk]))
    assert "PER-ELSEWHERE" in elsewhere.content.decode()
    assert "/convite/" not in elsewhere.content.decode()
    clerk = signed_in(cast.clerk)
    assert clerk.post(reverse("invitations.make", args=[member.pk])).status_code == 403


def test_a_lost_second_step_is_taken_away_and_told(cast: Cast) -> None:
    member = member_of(cast)
    here = signed_in(cast.by_role[ActorRole.CLERK])
    administrator = signed_in(cast.by_role[ActorRole.ADMINISTRATOR])
    address = reverse("members.reset", args=[member.pk])
    assert administrator.post(address).status_code == 422
    Authenticator.objects.create(user=member.user, type=Authenticator.Type.TOTP, data={})
    Authenticator.objects.create(user=member.user, type=Authenticator.Type.RECOVERY_CODES, data={})
    assert here.post(address).status_code == 403
    assert administrator.post(address).status_code == 303
    assert not Authenticator.objects.filter(user=member.user).exists()
    (event,) = AuditEvent.objects.filter(action="members.reset_second_step")
    assert event.subject_id == str(member.pk)


def test_nobody_takes_their_own_second_step_away(cast: Cast) -> None:
    own = member_of(cast, ActorRole.ADMINISTRATOR)
    Authenticator.objects.create(user=own.user, type=Authenticator.Type.TOTP, data={})
    administrator = signed_in(cast.by_role[ActorRole.ADMINISTRATOR])
    assert administrator.post(reverse("members.reset", args=[own.pk])).status_code == 422
    assert Authenticator.objects.filter(user=own.user).exists()


def test_members_have_pages(cast: Cast) -> None:
    administrator = cast.by_role[ActorRole.ADMINISTRATOR]
    every = members.listed(actor=administrator).require()
    first = members.listed(actor=administrator, size=2).require()
    rest = members.listed(actor=administrator, after=first[-1].username, size=100).require()
    assert (*first, *rest) == every
    assert len(first) == 2
