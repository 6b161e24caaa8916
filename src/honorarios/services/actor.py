"""Who asks: a person in an office, a program acting for one, or the operator of this machine."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from honorarios.records import selectors
from honorarios.records.models import Membership, MembershipRole, User

if TYPE_CHECKING:
    from collections.abc import Iterable

SYSTEM_USER: Final = "sistema"
"""Name of the user in whose name the command line acts; nobody can sign in as it."""


class ActorRole(StrEnum):
    """What somebody is in an office: the roles of its members, and the machine's operator."""

    CLERK = MembershipRole.CLERK
    AUDITOR = MembershipRole.AUDITOR
    PHYSICIAN = MembershipRole.PHYSICIAN
    HOSPITAL_FINANCE = MembershipRole.HOSPITAL_FINANCE
    ADMINISTRATOR = MembershipRole.ADMINISTRATOR
    SYSTEM = "system"
    """Whoever runs commands on this machine: may do everything, and is audited all the same."""

    @property
    def label(self) -> str:
        """The Portuguese word on the screen."""
        if self is ActorRole.SYSTEM:
            return "Operador do sistema"
        return str(MembershipRole(self.value).label)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks, already identified; every service takes one and trusts it.

    What an actor may do is decided in :mod:`honorarios.services.permissions` alone.
    """

    user_id: int
    office_id: int
    role: ActorRole
    unit_ids: frozenset[int] | None = None
    """Billing units within reach; None is all of the office's."""
    provider_id: int | None = None
    """Who a physician is; None for everybody else."""
    token_id: int | None = None
    """The token by which a program came in for its owner."""

    @property
    def is_a_person(self) -> bool:
        """Whether somebody acts in person: not a program for its owner, nor the machine's operator."""
        return self.token_id is None and self.role is not ActorRole.SYSTEM


def of_member(*, user_id: int, office_id: int) -> Actor | None:
    """The actor that an active user is in an office; None where they are not a member."""
    members = Membership.objects.filter(office_id=office_id, user_id=user_id, user__is_active=True)
    return _actor(selectors.any_of(members.prefetch_related("billing_units")))


def of_user(*, user_id: int) -> tuple[Actor, ...]:
    """Every actor that an active user is, one an office, by the office's name."""
    members = (
        Membership.objects.filter(user_id=user_id, user__is_active=True)
        .prefetch_related("billing_units")
        .order_by("office__name")
    )
    return tuple(actor for actor in map(_actor, members) if actor is not None)


def system(*, office_id: int) -> Actor:
    """The operator of this machine in an office, as the command line acts."""
    # An empty password would let anybody in; a first password that is unusable lets nobody.
    user, _ = User.objects.get_or_create(
        username=SYSTEM_USER,
        defaults={"is_active": False, "password": "!", "first_name": "Operador do sistema"},
    )
    return Actor(user_id=user.pk, office_id=office_id, role=ActorRole.SYSTEM)


def _actor(member: Membership | None) -> Actor | None:
    if member is None:
        return None
    units: Iterable[int] = (unit.pk for unit in member.billing_units.all())
    role = ActorRole(member.role)
    return Actor(
        user_id=member.user_id,
        office_id=member.office_id,
        role=role,
        unit_ids=frozenset(units) or None,
        provider_id=member.provider_id if role is ActorRole.PHYSICIAN else None,
    )
