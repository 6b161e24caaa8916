"""Tokens: the keys by which programs act for a member of an office, never wider than that member.

A token has no permission of its own: whoever comes in by one is what its owner is in that office at
that moment. Only its SHA-256 is kept; the key itself is shown once, when it is made.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta  # noqa: TC003 - pydantic reads the annotations
from typing import TYPE_CHECKING, Final

from django.db.models import Q
from django.utils import timezone

from honorarios.records import selectors
from honorarios.records.models import ApiToken
from honorarios.services import access, codes, texts
from honorarios.services import actor as actors
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result, at, refuse
from honorarios.services.permissions import allows
from honorarios.services.work import consult, perform

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from honorarios.services.actor import Actor
    from honorarios.services.work import Work

PREFIX: Final = "hon_"
"""Lets a scanner of secrets recognise one that leaked."""
KEY_BYTES: Final = 32
LONGEST_LABEL: Final = 100


@dataclass(frozen=True, slots=True)
class TokenView:
    """A token, without its key."""

    token_id: int
    user_id: int
    label: str
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class NewToken:
    """A token just made; its key can't be shown again."""

    token_id: int
    key: str


def authenticate(key: str) -> Result[Actor]:
    """Who comes in by a key: its owner, in the token's office; PER-TOKEN for every kind of failure."""
    now = timezone.now()
    in_force = Q(expires_at__isnull=True) | Q(expires_at__gt=now)
    mine = ApiToken.objects.filter(in_force, digest=_digest(key), revoked_at__isnull=True)
    token = selectors.any_of(mine)
    if token is not None:
        owner = actors.of_member(user_id=token.user_id, office_id=token.office_id)
        if owner is not None:
            return Result(replace(owner, token_id=token.pk))
    return Result(findings=(at(codes.NO_TOKEN),))


def issue(*, actor: Actor, label: str, valid_for: timedelta | None = None) -> Result[NewToken]:
    """Make a token for oneself; ``valid_for`` None is until it is revoked.

    Not idempotent: the key is kept nowhere, so that a lost answer is a lost token, to be revoked.
    """
    key = PREFIX + secrets.token_urlsafe(KEY_BYTES)

    def do(work: Work) -> NewToken:
        named = texts.within(label, "label", title="Rótulo", longest=LONGEST_LABEL)
        if not named:
            refuse(at(codes.LABEL_REQUIRED, "label"))
        if work.actor.token_id is not None:
            # A key that leaked for a while must not be able to outlive its own revocation.
            refuse(at(codes.TOKEN_BY_TOKEN))
        token = ApiToken.objects.create(
            office_id=work.actor.office_id,
            user_id=work.actor.user_id,
            digest=_digest(key),
            label=named,
            expires_at=None if valid_for is None else work.now + valid_for,
        )
        work.record("token", token.pk, {"expires": str(token.expires_at)}, action="tokens.issue")
        return NewToken(token.pk, key)

    return perform(actor=actor, operation=Operation.TOKENS_OWN, answer=NewToken, do=do)


def revoke(*, actor: Actor, token_id: int) -> Result[TokenView]:
    """Revoke a token of one's own, or anybody's in the office for whoever may; again does nothing."""

    def do(work: Work) -> TokenView:
        token = access.one(_within_reach(work.actor), f"A chave {token_id}", pk=token_id)
        if token.revoked_at is None:
            token.revoked_at = work.now
            token.save(update_fields=["revoked_at"])
            work.record("token", token.pk, {"owner": token.user_id}, action="tokens.revoke")
        return _view(token)

    return perform(actor=actor, operation=Operation.TOKENS_OWN, answer=TokenView, do=do)


def listed(*, actor: Actor) -> Result[tuple[TokenView, ...]]:
    """One's own tokens, or all of the office's for whoever may revoke them; newest first."""

    def do(work: Work) -> tuple[TokenView, ...]:
        return tuple(_view(token) for token in _within_reach(work.actor).order_by("-pk"))

    return consult(actor=actor, operation=Operation.TOKENS_OWN, do=do)


def _within_reach(actor: Actor) -> QuerySet[ApiToken]:
    tokens = ApiToken.objects.filter(office_id=actor.office_id)
    if allows(actor, Operation.TOKENS_REVOKE):
        return tokens
    return tokens.filter(user_id=actor.user_id)


def _digest(key: str) -> str:
    # A key is 256 random bits: nothing that a slow digest would protect.
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


def _view(token: ApiToken) -> TokenView:
    return TokenView(
        token_id=token.pk,
        user_id=token.user_id,
        label=token.label,
        created_at=token.created_at,
        expires_at=token.expires_at,
        revoked_at=token.revoked_at,
    )
