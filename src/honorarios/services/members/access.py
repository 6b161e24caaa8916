"""Letting people into the office, changing what they reach, and taking their access away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError

from honorarios.core.findings import Place
from honorarios.records import selectors
from honorarios.records.models import (
    ApiToken,
    BillingUnit,
    Membership,
    MembershipRole,
    Provider,
    User,
)
from honorarios.services import access, locks, texts
from honorarios.services.members import codes
from honorarios.services.members.views import MemberView, NewMember, view
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, refuse
from honorarios.services.work import consult, perform

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

LONGEST_NAME = 150


@dataclass(frozen=True, slots=True)
class MemberAnswer:
    """A member as a verb left it; it names nobody, since it is stored with an idempotency key."""

    member_id: int
    role: str
    active: bool


def listed(
    *, actor: Actor, after: str = "", size: int | None = None
) -> Result[tuple[MemberView, ...]]:
    """The members of the office, by name of user: all, or ``size`` of those after a name."""

    def do(work: Work) -> tuple[MemberView, ...]:
        rows = _members(work).filter(user__username__gt=after).order_by("user__username")
        return tuple(map(view, rows if size is None else rows[: max(1, size)]))

    return consult(actor=actor, operation=Operation.MEMBERS_READ, do=do)


def read(*, actor: Actor, member_id: int) -> Result[MemberView]:
    """One of them."""

    def do(work: Work) -> MemberView:
        return view(access.one(_members(work), f"O acesso {member_id}", pk=member_id))

    return consult(actor=actor, operation=Operation.MEMBERS_READ, do=do)


def add(
    *, actor: Actor, new: NewMember, key: str | None = None, dry_run: bool = False
) -> Result[MemberAnswer]:
    """Let a new user into the office, with no password yet.

    A name that anybody has, in whatever office, is refused: who is a user elsewhere is let in here by
    the operator of the machine, not by the office.
    """

    def do(work: Work) -> MemberAnswer:
        locks.office(work.actor.office_id)
        units, provider = _places(work, new.role, new.billing_units, new.provider)
        member = Membership.objects.create(
            office_id=work.actor.office_id, user=_user(new), role=new.role, provider=provider
        )
        member.billing_units.set(units)
        return _told(work, member, action="members.add")

    return perform(
        actor=actor,
        operation=Operation.MEMBERS_WRITE,
        answer=MemberAnswer,
        do=do,
        key=key,
        request=new,
        dry_run=dry_run,
    )


def change(
    *,
    actor: Actor,
    member_id: int,
    role: str,
    billing_units: Sequence[str] = (),
    provider: str | None = None,
    key: str | None = None,
    dry_run: bool = False,
) -> Result[MemberAnswer]:
    """Say anew what somebody is in the office and what they reach; nobody does it to themselves."""

    def do(work: Work) -> MemberAnswer:
        member = _held(work, member_id)
        units, person = _places(work, role, billing_units, provider)
        member.role, member.provider = role, person
        member.save(update_fields=["role", "provider"])
        member.billing_units.set(units)
        return _told(work, member, action="members.change")

    return perform(
        actor=actor,
        operation=Operation.MEMBERS_WRITE,
        answer=MemberAnswer,
        do=do,
        key=key,
        request=["change", member_id, role, list(billing_units), provider],
        dry_run=dry_run,
    )


def remove(
    *, actor: Actor, member_id: int, key: str | None = None, dry_run: bool = False
) -> Result[MemberAnswer]:
    """Take somebody's access to the office away, their tokens' too; what they did stays theirs."""

    def do(work: Work) -> MemberAnswer:
        member = _held(work, member_id)
        tokens = ApiToken.objects.filter(office_id=member.office_id, user_id=member.user_id)
        tokens.filter(revoked_at__isnull=True).update(revoked_at=work.now)
        answer = _told(work, member, action="members.remove", active=False)
        member.billing_units.clear()
        member.delete()
        return answer

    return perform(
        actor=actor,
        operation=Operation.MEMBERS_WRITE,
        answer=MemberAnswer,
        do=do,
        key=key,
        request=["remove", member_id],
        dry_run=dry_run,
    )


def _members(work: Work) -> QuerySet[Membership]:
    rows = selectors.owned(Membership, work.scope).select_related("user", "provider")
    return rows.prefetch_related("billing_units")


def _held(work: Work, member_id: int) -> Membership:
    """A member who isn't the actor, with the office locked."""
    locks.office(work.actor.office_id)
    member = access.one(_members(work), f"O acesso {member_id}", pk=member_id)
    if member.user_id == work.actor.user_id:
        refuse(at(codes.OWN_ACCESS))
    return member


def _user(new: NewMember) -> User:
    """The new user; stops where the name can't be one, or is somebody's."""
    names: dict[str, Any] = {
        name: texts.within(getattr(new, name), name, title=title, longest=LONGEST_NAME)
        for name, title in (("first_name", "Nome"), ("last_name", "Sobrenome"))
    }
    user = User(username=User.normalize_username(new.username.strip()), **names)
    try:
        user.clean_fields(exclude=["password"])
    except ValidationError:
        refuse(at(codes.USERNAME, "username", why="tem o que um nome de usuário não tem"))
    if User.objects.filter(username__iexact=user.username).exists():
        refuse(at(codes.USERNAME, "username", why="alguém já o tem"))
    user.set_unusable_password()
    user.save()
    return user


def _places(
    work: Work, role: str, unit_codes: Sequence[str], provider_code: str | None
) -> tuple[list[BillingUnit], Provider | None]:
    """The units and the provider of an access; stops with what is not registered."""
    wanted = list(dict.fromkeys(unit_codes))
    units = list(selectors.owned(BillingUnit, work.scope).filter(code__in=wanted))
    known = {unit.code for unit in units}
    found = [
        codes.UNKNOWN.at(Place(field="billing_units"), title="Unidade de faturamento", value=code)
        for code in wanted
        if code not in known
    ]
    provider = selectors.owned(Provider, work.scope).filter(code=provider_code).first()
    if provider_code is not None and provider is None:
        place = Place(field="provider")
        found.append(codes.UNKNOWN.at(place, title="Prestador", value=provider_code))
    if (role == MembershipRole.PHYSICIAN) is (provider_code is None):
        found.append(at(codes.PHYSICIAN_PROVIDER, "provider"))
    if found:
        refuse(*found)
    return units, provider


def _told(work: Work, member: Membership, *, action: str, active: bool = True) -> MemberAnswer:
    units = sorted(member.billing_units.values_list("pk", flat=True))
    detail = {"user": member.user_id, "role": member.role, "units": units}
    work.record("member", member.pk, {**detail, "provider": member.provider_id}, action=action)
    return MemberAnswer(member.pk, member.role, active)
