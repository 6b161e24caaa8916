"""Where the tests of the desk work: parts, teams and codes of the fictitious hospital."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.core.vocabulary import PartStatus
from honorarios.records.models import AccountPart, FeeLine, OpenPackage
from honorarios.services import teams
from honorarios.services.teams import TeamMember

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from honorarios.services.actor import Actor
    from tests.web.hospital import FictitiousHospital

TEAM: Final = (
    ("surgeon", "m01"),
    ("first_assistant", "m09"),
    ("second_assistant", "m17"),
    ("anaesthetist", "m05"),
)
"""Four people of an operation."""
ACTS: Final = ("31003583", "31009166", "31009115")
"""Three acts that the demonstration's agreements price, the greatest first."""


def open_parts(hospital: FictitiousHospital, payer: str = "convenio-aurora") -> list[AccountPart]:
    """Open parts of inpatients of a payer, without an open package: nothing is asked there."""
    packaged = OpenPackage.objects.filter(closed_at=None).values("account")
    found: QuerySet[AccountPart] = (
        AccountPart.objects.filter(
            office=hospital.office,
            status=PartStatus.OPEN.code_name,
            payer__code=payer,
            account__attendance__setting="inpatient",
            account__attendance__is_emergency=False,
        )
        .exclude(account__in=packaged)
        .select_related("account__attendance")
        .order_by("pk")
    )
    return list(found)


def all_open_parts(hospital: FictitiousHospital) -> list[AccountPart]:
    """Open parts of every payer and kind of attendance."""
    found = AccountPart.objects.filter(office=hospital.office, status=PartStatus.OPEN.code_name)
    return list(found.order_by("pk"))


def keep_team(actor: Actor, number: int = 1) -> None:
    """Make the team a favourite of the actor's."""
    members = [TeamMember(role, provider) for role, provider in TEAM]
    teams.save(actor=actor, number=number, name="Equipe da manhã", members=members).require()


def active(part: AccountPart) -> QuerySet[FeeLine]:
    """The part's lines in force."""
    return FeeLine.objects.filter(part=part, status="active").order_by("number")
