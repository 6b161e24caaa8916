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


def member(
    *, user_id: int, office_id: int, role: str, unit_ids: Iterable[int], provider_id: int | None
) -> Actor:
    """The actor of a membership, from its columns."""
    known = ActorRole(role)
    return Actor(
        user_id=user_id,
        office_id=office_id,
        role=known,
        unit_ids=frozenset(unit_ids) or None,
        provider_id=provider_id if known is ActorRole.PHYSICIAN else None,
    )


def _actor(row: Membership | None) -> Actor | None:
    if row is None:
        return None
    return member(
        user_id=row.user_id,
        office_id=row.office_id,
        role=row.role,
        unit_ids=(unit.pk for unit in row.billing_units.all()),
        provider_id=row.provider_id,
    )
