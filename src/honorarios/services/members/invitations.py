"""The first password of a member, or another one: an invitation that they open themselves.

Whoever lets people in never knows their password. An invitation is worth a day and is used once: it is
bound to the password that the person has, or to their having none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError
from django.db import transaction

from honorarios.records import selectors
from honorarios.records.models import Membership, User
from honorarios.services import access
from honorarios.services import codes as service_codes
from honorarios.services.entrances import Entrance, record
from honorarios.services.members import codes
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result, at, refuse
from honorarios.services.work import perform

if TYPE_CHECKING:
    from honorarios.services.actor import Actor
    from honorarios.services.work import Work


@dataclass(frozen=True, slots=True)
class Invitation:
    """What the address of an invitation is made of; it can't be shown again."""

    user_id: int
    username: str
    token: str


def invite(*, actor: Actor, member_id: int) -> Result[Invitation]:
    """Make an invitation for a member to choose a password.

    Whoever is in another office too is refused: the password is one for all of them, and theirs to lose.
    """

    def do(work: Work) -> Invitation:
        members = selectors.owned(Membership, work.scope).select_related("user")
        member = access.one(members, f"O acesso {member_id}", pk=member_id)
        if member.user_id == work.actor.user_id:
            refuse(at(codes.OWN_ACCESS))
        if Membership.objects.filter(user_id=member.user_id).count() > 1:
            refuse(at(codes.ELSEWHERE))
        work.record("member", member.pk, {"user": member.user_id}, action="members.invite")
        token = default_token_generator.make_token(member.user)
        return Invitation(member.user_id, member.user.get_username(), token)

    return perform(actor=actor, operation=Operation.MEMBERS_WRITE, answer=Invitation, do=do)


def invited(*, user_id: int, token: str) -> Result[str]:
    """The name of whom an invitation is for; PER-INVITATION where it isn't worth anything any more."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user is None or not default_token_generator.check_token(user, token):
        return Result(findings=(at(codes.INVITATION),))
    return Result(user.get_username())


def accept(*, user_id: int, token: str, password: str) -> Result[str]:
    """Take the password that the invited person chose; the answer is their name."""
    with transaction.atomic():
        found = invited(user_id=user_id, token=token)
        if not found.ok:
            return found
        user = User.objects.select_for_update().get(pk=user_id)
        # Of two at once, the second finds the first one's password, and the invitation used.
        if not default_token_generator.check_token(user, token):
            return Result(findings=(at(codes.INVITATION),))
        try:
            validate_password(password, user)
        except ValidationError as weak:
            told = (at(service_codes.PASSWORD, "password", why=why) for why in weak.messages)
            return Result(findings=tuple(told))
        user.set_password(password)
        user.save(update_fields=["password"])
        record(user_id=user.pk, what=Entrance.PASSWORD_CHANGED)
        return Result(user.get_username())
