"""Beginning an office: itself and nothing else; its registers, terms and people come after."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.db import DatabaseError, InterfaceError, transaction
from django.utils import timezone

from honorarios.records.models import Membership, Office
from honorarios.services import actor as actors
from honorarios.services import codes, texts
from honorarios.services.audit import trail
from honorarios.services.failures import meaning
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Refused, Result, at, refuse

if TYPE_CHECKING:
    from honorarios.services.actor import Actor

LONGEST_NAME: Final = 200
SLUG: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?")
"""What names an office in addresses and commands."""


@dataclass(frozen=True, slots=True)
class OfficeAnswer:
    """An office that was made."""

    office_id: int
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class OfficeView:
    """An office as somebody who is in it sees it."""

    office_id: int
    slug: str
    name: str
    timezone: str
    role: str
    """What they are in it, in Portuguese."""


def of_user(user_id: int) -> tuple[OfficeView, ...]:
    """The offices that an active user is in, by name: what they choose from when they come in."""
    members = Membership.objects.filter(user_id=user_id, user__is_active=True)
    return tuple(
        OfficeView(
            member.office_id,
            member.office.slug,
            member.office.name,
            member.office.timezone,
            str(member.get_role_display()),
        )
        for member in members.select_related("office").order_by("office__name")
    )


def create(*, slug: str, name: str) -> Result[OfficeAnswer]:
    """Make an office, in the name of the machine's operator: nobody is a member of it yet.

    It is the first event of the office's audit trail.
    """
    try:
        with transaction.atomic():
            return Result(_create(slug, name))
    except Refused as refused:
        return Result(findings=refused.findings)
    except (DatabaseError, InterfaceError) as problem:
        finding = meaning(problem)
        if finding is None:
            raise
        return Result(findings=(finding,))


def _create(slug: str, name: str) -> OfficeAnswer:
    named = texts.within(name, "name", title="Nome", longest=LONGEST_NAME)
    if not named:
        refuse(at(codes.OFFICE_NAME, "name"))
    if not SLUG.fullmatch(slug):
        refuse(at(codes.OFFICE_SLUG, "slug", slug=slug))
    if Office.objects.filter(slug=slug).exists():
        refuse(at(codes.OFFICE_TAKEN, "slug", slug=slug))
    office = Office.objects.create(slug=slug, name=named)
    operator: Actor = actors.system(office_id=office.pk)
    made = trail.Event(Operation.OFFICES_WRITE.value, "office", str(office.pk), {})
    trail.append(operator, timezone.now(), [made])
    return OfficeAnswer(office.pk, office.slug, office.name)
