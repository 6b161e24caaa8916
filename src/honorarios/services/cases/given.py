"""Values of a request, checked once for every verb of surgeries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.records.models import Membership, MembershipRole
from honorarios.services import days, texts
from honorarios.services.cases import codes
from honorarios.services.outcomes import at, refuse

if TYPE_CHECKING:
    from datetime import date

    from honorarios.services.work import Work

OWNERS: Final = (MembershipRole.CLERK, MembershipRole.AUDITOR)
"""Who follows surgeries: those who see the hospital's, and not only their own."""


def today(work: Work) -> date:
    """The office's day."""
    return days.today(work.actor.office_id, work.now)


def past(work: Work, day: date | None, field: str, what: str) -> None:
    """Stop where something is said to have happened on a day that hasn't come."""
    if day is not None and day > today(work):
        refuse(at(codes.FUTURE, field, what=what, day=day))


def in_order(first: date | None, first_name: str, then: date | None, field: str, name: str) -> None:
    """Stop where a day comes before the one that it follows."""
    if first is not None and then is not None and then < first:
        refuse(at(codes.IN_ORDER, field, what=name, day=then, other=first_name, before=first))


def note(text: str, field: str = "note", longest: int = 500) -> str:
    """A free text as its column holds it."""
    return texts.within(text, field, title="Observação", longest=longest)


def owner(work: Work, user_id: int | None, field: str = "owner_id") -> int | None:
    """Who follows something: a clerk or an auditor of the office; None is nobody."""
    if user_id is None:
        return None
    members = Membership.objects.filter(office_id=work.actor.office_id, role__in=OWNERS)
    if not members.filter(user_id=user_id, user__is_active=True).exists():
        refuse(at(codes.NOT_AN_OWNER, field))
    return user_id
