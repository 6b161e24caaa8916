"""The people of an office: who may come in, as what, and the tokens of their programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError

from honorarios.records.models import BillingUnit, Membership, MembershipRole, Provider, User
from honorarios.records.selectors import owned
from honorarios.services import access, codes, tokens
from honorarios.services import actor as actors
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result, at, not_found, refuse
from honorarios.services.tokens import NewToken
from honorarios.services.work import perform

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import timedelta

    from honorarios.services.actor import Actor
    from honorarios.services.work import Work

LONGEST_USERNAME: Final = 150


@dataclass(frozen=True, slots=True)
class MemberAnswer:
    """A member of the office."""

    user_id: int
    username: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMember:
    """Somebody to let in."""

    username: str
    password: str
    role: str
    """Of :class:`~honorarios.records.models.MembershipRole`."""
    billing_units: Sequence[str] = ()
    """Codes of the units within reach; none is all of the office's."""
    provider: str = ""
    """Code of whom a physician is."""


def create(*, actor: Actor, new: NewMember) -> Result[MemberAnswer]:
    """Make a user and their place in the office; the password is judged as on any screen.

    Not idempotent: the password would be kept with the key.
    """
    return perform(
        actor=actor,
        operation=Operation.MEMBERS_WRITE,
        answer=MemberAnswer,
        do=lambda work: _create(work, new),
    )


def issue_token(
    *, actor: Actor, username: str, label: str, valid_for: timedelta | None = None
) -> Result[NewToken]:
    """Make a token that acts for a member of the office, as that member's own; shown once."""

    def do(work: Work) -> NewToken:
        found = User.objects.filter(username=username).first()
        owner = found and actors.of_member(user_id=found.pk, office_id=work.actor.office_id)
        if not owner:
            not_found(f"O usuário {username}")
        made = tokens.issue(actor=owner, label=label, valid_for=valid_for)
        if made.value is None:
            refuse(*made.findings)
        work.record("token", made.value.token_id, {"owner": owner.user_id})
        return made.value

    return perform(actor=actor, operation=Operation.MEMBERS_WRITE, answer=NewToken, do=do)


def _create(work: Work, new: NewMember) -> MemberAnswer:
    if new.role not in MembershipRole.values:
        known = ", ".join(MembershipRole.values)
        refuse(at(codes.UNKNOWN_ROLE, "role", role=new.role, known=known))
    provider = _provider(work, new)
    units = [
        access.one(owned(BillingUnit, work.scope), f"A unidade de faturamento {code}", code=code)
        for code in new.billing_units
    ]
    user = _user(new)
    member = Membership.objects.create(
        office_id=work.actor.office_id, user=user, role=new.role, provider=provider
    )
    member.billing_units.set(units)
    work.record("user", user.pk, {"role": new.role, "units": sorted(unit.pk for unit in units)})
    return MemberAnswer(user.pk, user.username, new.role)


def _provider(work: Work, new: NewMember) -> Provider | None:
    if new.role != MembershipRole.PHYSICIAN:
        return None
    if not new.provider:
        refuse(at(codes.PHYSICIAN_IS_NOBODY, "provider"))
    rows = owned(Provider, work.scope)
    return access.one(rows, f"O prestador {new.provider}", code=new.provider)


def _user(new: NewMember) -> User:
    """The new user; stops with all that is wrong with their name and password."""
    user = User(username=User.normalize_username(new.username))
    found = []
    if not _is_username(user.username):
        found.append(at(codes.USERNAME, "username", longest=LONGEST_USERNAME))
    elif User.objects.filter(username__iexact=user.username).exists():
        found.append(at(codes.USERNAME_TAKEN, "username", username=user.username))
    try:
        validate_password(new.password, user)
    except ValidationError as weak:
        found += [at(codes.PASSWORD, "password", why=why) for why in weak.messages]
    if found:
        refuse(*found)
    user.set_password(new.password)
    user.save()
    return user


def _is_username(name: str) -> bool:
    try:
        UnicodeUsernameValidator()(name)
    except ValidationError:
        return False
    return 0 < len(name) <= LONGEST_USERNAME
