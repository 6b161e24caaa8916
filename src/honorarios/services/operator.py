"""What only the operator of the machine does for an office's people: passwords, and tokens of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from honorarios.records.models import MembershipRole, User
from honorarios.services import actor as actors
from honorarios.services import codes, members, tokens
from honorarios.services.members import MemberAnswer
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, not_found, refuse
from honorarios.services.tokens import NewToken
from honorarios.services.work import perform

if TYPE_CHECKING:
    from datetime import timedelta

    from honorarios.services.actor import Actor
    from honorarios.services.members import NewMember
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work


def let_in(*, actor: Actor, new: NewMember, password: str) -> Result[MemberAnswer]:
    """Let a new user into the office with a first password, which is judged as on any screen.

    Not idempotent: the password would be kept with the key.
    """

    def do(work: Work) -> MemberAnswer:
        if new.role not in MembershipRole.values:
            known = ", ".join(MembershipRole.values)
            refuse(at(codes.UNKNOWN_ROLE, "role", role=new.role, known=known))
        user = User(username=new.username, first_name=new.first_name, last_name=new.last_name)
        try:
            validate_password(password, user)
        except ValidationError as weak:
            refuse(*(at(codes.PASSWORD, "password", why=why) for why in weak.messages))
        made = members.add(actor=work.actor, new=new)
        if made.value is None or not made.ok:
            refuse(*made.findings)
        user = User.objects.get(memberships=made.value.member_id)
        user.set_password(password)
        user.save(update_fields=["password"])
        work.record("user", user.pk, {}, action="members.set_password")
        return made.value

    return perform(actor=actor, operation=Operation.MEMBERS_WRITE, answer=MemberAnswer, do=do)


def issue_token(
    *, actor: Actor, username: str, label: str, valid_for: timedelta | None = None
) -> Result[NewToken]:
    """Make a token that acts for a member of the office, as if that member had; shown once."""

    def do(work: Work) -> NewToken:
        found = User.objects.filter(username=username).first()
        owner = found and actors.of_member(user_id=found.pk, office_id=work.actor.office_id)
        if not owner:
            not_found(f"O usuário {username}")
        made = tokens.issue(actor=owner, label=label, valid_for=valid_for)
        if made.value is None or not made.ok:
            refuse(*made.findings)
        detail = {"owner": owner.user_id}
        work.record("token", made.value.token_id, detail, action="tokens.issue_for")
        return made.value

    return perform(actor=actor, operation=Operation.MEMBERS_WRITE, answer=NewToken, do=do)
