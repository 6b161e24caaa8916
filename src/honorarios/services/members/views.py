"""What the services of members take and answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from honorarios.records.models import Membership


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMember:
    """Somebody to be let into the office; places and people by their codes."""

    username: str
    role: str
    """Code name of :class:`~honorarios.records.models.MembershipRole`."""
    first_name: str = ""
    last_name: str = ""
    billing_units: tuple[str, ...] = ()
    """Units that they reach; none: all of the office's."""
    provider: str | None = None
    """Who a physician is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberView:
    """A member of the office."""

    member_id: int
    user_id: int
    username: str
    name: str
    active: bool
    role: str
    billing_units: tuple[str, ...]
    provider: str | None


def view(member: Membership) -> MemberView:
    """A member as it is shown."""
    return MemberView(
        member_id=member.pk,
        user_id=member.user_id,
        username=member.user.get_username(),
        name=member.user.get_full_name(),
        active=member.user.is_active,
        role=member.role,
        billing_units=tuple(sorted(unit.code for unit in member.billing_units.all())),
        provider=None if member.provider is None else member.provider.code,
    )
