"""Who acts in the services' tests: a member of each role in an office, with units and productions apart."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from honorarios.records.models import (
    Account,
    AccountPart,
    Attendance,
    BillingUnit,
    Hospital,
    Membership,
    MembershipRole,
    Patient,
    Provider,
    User,
)
from honorarios.services import actor as actors
from honorarios.services import parts
from honorarios.services.actor import Actor, ActorRole
from honorarios.services.catalogues import store_catalogue
from honorarios.services.fees.launching import launch as launch_fees
from tests.launching.making import SURGERY, catalogue, entry
from tests.records.making import World, make_world

if TYPE_CHECKING:
    from collections.abc import Callable

    from honorarios.catalogue.schema import Catalogue
    from honorarios.records.models import Office
    from honorarios.services.fees.views import LineView
    from honorarios.services.outcomes import Result

CANARY = "Zelândia Canário"
"""Name of every patient here: where it shows up, personal data has leaked."""
CANARY_CPF = "98765432100"

numbers = itertools.count(1000)


@dataclass(frozen=True, slots=True)
class Cast:
    """An office of two units, a member of each role, and a part in each unit."""

    world: World
    other_unit: World
    """The same office's other unit, in another hospital, with a part of its own."""
    colleague: Provider
    by_role: dict[ActorRole, Actor]

    @property
    def clerk(self) -> Actor:
        return self.by_role[ActorRole.CLERK]

    @property
    def part(self) -> AccountPart:
        return self.world.part


def make_cast(name: str = "aurora") -> Cast:
    """An office named ``name``; its members reach the first unit only, but for the administrator."""
    world = make_world(name)
    Patient.objects.filter(pk=world.patient.pk).update(name=CANARY, cpf=CANARY_CPF)
    colleague = Provider.objects.create(office=world.office, code="p2", name="Dr. Ésio Fictício")
    by_role: dict[ActorRole, Actor] = {ActorRole.SYSTEM: actors.system(office_id=world.office.pk)}
    for role in MembershipRole:
        by_role[ActorRole(role)] = make_member(world, ActorRole(role))
    return Cast(world, _other_unit(world), colleague, by_role)


def make_member(world: World, role: ActorRole, unit: BillingUnit | None = None) -> Actor:
    """A member of the world's office: of one unit, or of all for an administrator."""
    user = User.objects.create(username=f"{world.office.slug}-{role}-{next(numbers)}")
    member = Membership.objects.create(
        office=world.office,
        user=user,
        role=role.value,
        provider=world.provider if role is ActorRole.PHYSICIAN else None,
    )
    if role is not ActorRole.ADMINISTRATOR:
        member.billing_units.add(unit or world.unit)
    found = actors.of_member(user_id=user.pk, office_id=world.office.pk)
    assert found is not None
    return found


@cache
def small_catalogue() -> Catalogue:
    """The small catalogue, made once: it can't be changed."""
    return catalogue()


def stock(cast: Cast) -> None:
    """Put the small catalogue on record: from now on the cast's parts have prices."""
    store_catalogue(actor=cast.by_role[ActorRole.SYSTEM], catalogue=small_catalogue()).require()


def launch(cast: Cast, part: AccountPart, code: str = SURGERY, **changes: Any) -> LineView:  # noqa: ANN401 - any field of an entry
    """The line of a surgeon's act on a part, R$ 410,00 unless changed."""
    one = entry(code=code, provider="p1", **changes)
    answer = launch_fees(actor=cast.clerk, part_id=part.pk, entries=[one]).require()
    return answer.entries[0].lines[0]


def make_part(world: World, seq: int | None = None) -> AccountPart:
    """Another part of the world's account, under the contract ``ch`` of the small catalogue."""
    return AccountPart.objects.create(
        office=world.office,
        account=world.account,
        seq=next(numbers) if seq is None else seq,
        payer=world.payer,
        billing_unit=world.unit,
        contract="ch",
        period_start=date(2025, 11, 1),
    )


def bring(cast: Cast, part: AccountPart, status: str) -> AccountPart:
    """Take an open part to another state, by its verbs."""
    path: dict[str, list[Callable[..., Result[Any]]]] = {
        "open": [],
        "closed": [parts.close],
        "released": [parts.close, parts.release],
        "cancelled": [parts.cancel],
    }
    for verb in path[status]:
        verb(actor=cast.clerk, part_id=part.pk, reason="Teste.").require()
    part.refresh_from_db()
    return part


def _other_unit(world: World) -> World:
    office: Office = world.office
    hospital = Hospital.objects.create(office=office, code="h2", name="Hospital Poente")
    unit = BillingUnit.objects.create(office=office, hospital=hospital, code="u2", name="Poente")
    patient = Patient.objects.create(office=office, code="200", name=CANARY, cpf=CANARY_CPF)
    attendance = Attendance.objects.create(
        office=office,
        hospital=hospital,
        patient=patient,
        number="1",
        setting="inpatient",
        started_at=datetime(2025, 11, 1, 8),
    )
    account = Account.objects.create(office=office, attendance=attendance, billing_unit=unit)
    own = replace(
        world,
        hospital=hospital,
        unit=unit,
        patient=patient,
        attendance=attendance,
        account=account,
    )
    return replace(own, part=make_part(own, seq=1))
