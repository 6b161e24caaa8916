"""Tokens: a program is what its owner is, at that moment, and no more."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from honorarios.records.models import ApiToken, AuditEvent, Membership, User
from honorarios.services import tokens
from honorarios.services.actor import SYSTEM_USER, ActorRole, system
from honorarios.services.outcomes import Refusal
from tests.services.cast import Cast, make_cast

pytestmark = pytest.mark.database

NOW = datetime(2025, 11, 22, 10, tzinfo=UTC)


@pytest.mark.parametrize("role", [role for role in ActorRole if role is not ActorRole.SYSTEM])
def test_a_token_comes_in_as_its_owner(cast: Cast, role: ActorRole) -> None:
    owner = cast.by_role[role]
    made = tokens.issue(actor=owner, label="Integração").require()
    came = tokens.authenticate(made.key).require()
    assert (came.user_id, came.office_id, came.role) == (owner.user_id, owner.office_id, role)
    assert (came.unit_ids, came.provider_id) == (owner.unit_ids, owner.provider_id)
    assert came.token_id == made.token_id


def test_only_the_digest_is_kept(cast: Cast) -> None:
    made = tokens.issue(actor=cast.clerk, label="Integração").require()
    row = ApiToken.objects.get()
    assert made.key not in {str(getattr(row, field.name)) for field in row._meta.fields}
    assert len(row.digest) == 64
    assert made.key not in AuditEvent.objects.get().detail.content


@pytest.mark.parametrize("key", ["", "hon_errada", "\ud800", "x" * 10_000])
def test_a_key_that_is_none_does_not_come_in(cast: Cast, key: str) -> None:
    tokens.issue(actor=cast.clerk, label="Integração").require()
    assert tokens.authenticate(key).refusal is Refusal.NOT_SIGNED_IN


def test_a_token_expires_and_is_revoked(cast: Cast) -> None:
    with time_machine.travel(NOW, tick=False):
        brief = tokens.issue(
            actor=cast.clerk, label="Um dia", valid_for=timedelta(days=1)
        ).require()
        lasting = tokens.issue(actor=cast.clerk, label="Sem fim").require()
    with time_machine.travel(NOW + timedelta(hours=23), tick=False):
        assert tokens.authenticate(brief.key).ok
    with time_machine.travel(NOW + timedelta(days=1), tick=False):
        assert tokens.authenticate(brief.key).refusal is Refusal.NOT_SIGNED_IN
        assert tokens.authenticate(lasting.key).ok
    tokens.revoke(actor=cast.clerk, token_id=lasting.token_id).require()
    assert tokens.authenticate(lasting.key).refusal is Refusal.NOT_SIGNED_IN
    assert tokens.revoke(actor=cast.clerk, token_id=lasting.token_id).ok


def test_a_token_narrows_and_ends_with_its_owner(cast: Cast) -> None:
    made = tokens.issue(actor=cast.clerk, label="Integração").require()
    Membership.objects.filter(user_id=cast.clerk.user_id).update(role="auditor")
    assert tokens.authenticate(made.key).require().role is ActorRole.AUDITOR
    User.objects.filter(pk=cast.clerk.user_id).update(is_active=False)
    assert tokens.authenticate(made.key).refusal is Refusal.NOT_SIGNED_IN
    User.objects.filter(pk=cast.clerk.user_id).update(is_active=True)
    Membership.objects.filter(user_id=cast.clerk.user_id).delete()
    assert tokens.authenticate(made.key).refusal is Refusal.NOT_SIGNED_IN


def test_a_token_does_not_make_another(cast: Cast) -> None:
    made = tokens.issue(actor=cast.clerk, label="Integração").require()
    program = tokens.authenticate(made.key).require()
    assert tokens.issue(actor=program, label="Outra").refusal is Refusal.FORBIDDEN


def test_whose_tokens_one_sees_and_revokes(cast: Cast) -> None:
    mine = tokens.issue(actor=cast.clerk, label="Minha").require()
    theirs = tokens.issue(actor=cast.by_role[ActorRole.AUDITOR], label="Dela").require()
    foreign = tokens.issue(actor=make_cast("boreal").clerk, label="De fora").require()
    assert [one.token_id for one in tokens.listed(actor=cast.clerk).require()] == [mine.token_id]
    administrator = cast.by_role[ActorRole.ADMINISTRATOR]
    assert {one.token_id for one in tokens.listed(actor=administrator).require()} == {
        mine.token_id,
        theirs.token_id,
    }
    assert tokens.revoke(actor=cast.clerk, token_id=theirs.token_id).refusal is Refusal.NOT_FOUND
    assert tokens.revoke(actor=administrator, token_id=theirs.token_id).ok
    assert tokens.revoke(actor=administrator, token_id=foreign.token_id).refusal is (
        Refusal.NOT_FOUND
    )


@pytest.mark.parametrize("label", [" ", "x" * 101])
def test_a_label_is_needed_and_short(cast: Cast, label: str) -> None:
    assert not tokens.issue(actor=cast.clerk, label=label).ok


def test_nobody_signs_in_as_the_operator_of_the_machine(cast: Cast) -> None:
    operator = system(office_id=cast.world.office.pk)
    assert operator == system(office_id=cast.world.office.pk)
    user = User.objects.get(username=SYSTEM_USER)
    assert not user.is_active
    assert not user.check_password("!")
    made = tokens.issue(actor=operator, label="Operação").require()
    assert tokens.authenticate(made.key).refusal is Refusal.NOT_SIGNED_IN
