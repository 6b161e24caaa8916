"""Two offices, with something of every kind in each of the first one's units and in the other office.

What belongs to others carries a canary: where it shows up in an answer, something has leaked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from honorarios.launching.reading import read_entry
from honorarios.records.models import (
    AccommodationType,
    Agreement,
    Attendance,
    Authorisation,
    AuthorisedAct,
    Bed,
    BedClass,
    BulkEdit,
    BulkEditLine,
    CalendarFeed,
    CaseDocument,
    CaseRequest,
    CaseTask,
    Cooperative,
    CooperativeMembership,
    CostCentre,
    Credential,
    DeadlinePressure,
    FeeLine,
    GeneralParametersVersion,
    HolidayPlace,
    HospitalContact,
    ImportBatch,
    InsideOutsideRule,
    Membership,
    OpmeQuote,
    PackageBook,
    PackageTemplate,
    Participation,
    Patient,
    Payer,
    Plan,
    PlannedAct,
    RouteClaim,
    RouteDecision,
    RouteTerms,
    SavedView,
    SplitRule,
    Stay,
    SurgeryCase,
    TaxProfile,
    Workstation,
)
from honorarios.services import parts, special, tokens
from honorarios.services.actor import ActorRole
from tests.launching.making import SURGERY
from tests.services.cast import Cast, bring, make_cast, make_member, make_part, stock
from tests.services.cast import launch as launch_line

if TYPE_CHECKING:
    from honorarios.services.actor import Actor
    from tests.records.making import World

DAYS = {"Aurora": 1, "Poente": 2, "Sul": 3}
"""What begins where, so that no two begin together."""
ABSENT = 987_654_321
ABSENT_UID = "00000000-0000-4000-8000-000000000000"


@dataclass(frozen=True, slots=True)
class Objects:
    """One of each thing that an address or a body may name."""

    part: int = ABSENT
    billed: int = ABSENT
    line: str = ABSENT_UID
    special: str = ABSENT_UID
    account: int = ABSENT
    attendance: int = ABSENT
    stay: int = ABSENT
    bed: int = ABSENT
    remittance: int = ABSENT
    payer: int = ABSENT
    unit: int = ABSENT
    hospital: int = ABSENT
    patient: int = ABSENT
    template: int = ABSENT
    member: int = ABSENT
    token: int = ABSENT
    batch: int = ABSENT
    view: int = ABSENT
    bulk: str = ABSENT_UID
    feed: int = ABSENT
    case: int = ABSENT
    paper: int = ABSENT
    act: int = ABSENT
    participation: int = ABSENT
    request: int = ABSENT
    quote: int = ABSENT
    task: int = ABSENT
    claim: int = ABSENT
    rows: dict[str, int] | None = None
    """A row of each register, by the register's name."""

    def row(self, register: str) -> int:
        return ABSENT if self.rows is None else self.rows[register]


@dataclass(frozen=True, slots=True)
class Scene:
    """Who asks, and for what."""

    cast: Cast
    own: Objects
    other_unit: Objects
    other_office: Objects
    unit_canaries: tuple[str, ...]
    """What only the other unit has."""
    office_canaries: tuple[str, ...]
    """What only the other office has."""
    own_canaries: tuple[str, ...]
    """The own unit's patient and amounts, which an administrator doesn't see."""


def make_scene(role: ActorRole) -> Scene:
    """The scene as somebody of a role meets it."""
    cast, foreign = make_cast(), make_cast("boreal")
    stock(cast)
    stock(foreign)
    actor = cast.by_role[role]
    colleague = make_member(cast.world, ActorRole.CLERK, cast.other_unit.unit)
    other_clerk = foreign.clerk
    own = _objects(cast, cast.world, cast.clerk, actor, quantity=1)
    other_unit = _objects(cast, cast.other_unit, colleague, colleague, quantity=7, mark="Poente")
    other_office = _objects(
        foreign, foreign.world, other_clerk, other_clerk, quantity=9, mark="Sul"
    )
    return Scene(
        cast,
        own,
        other_unit,
        other_office,
        unit_canaries=(
            *("Canária Poente", other_unit.line, "287000", "NF-Poente", "LOTE-Poente"),
            *("CIR-Poente", "SENHA-Poente", "PEND-Poente"),
        ),
        office_canaries=(
            *(
                "Canária Sul",
                other_office.line,
                "369000",
                "NF-Sul",
                "LOTE-Sul",
                "CAD-Sul",
                "VISAO-Sul",
                "CIR-Sul",
                "SENHA-Sul",
                "PEND-Sul",
            ),
            foreign.world.user.username,
        ),
        own_canaries=("Canária Aurora", own.line, "41000", "NF-Aurora", "CIR-Aurora"),
    )


def _objects(
    cast: Cast, world: World, clerk: Actor, owner: Actor, *, quantity: int, mark: str = "Aurora"
) -> Objects:
    """One of each thing in a unit; what only the unit has is marked."""
    office = world.office
    Patient.objects.filter(pk=world.patient.pk).update(name=f"Canária {mark}")
    Attendance.objects.filter(pk=world.attendance.pk).update(version=2)
    part, billed = make_part(world), make_part(world)
    acting = Cast(world, cast.other_unit, cast.colleague, {**cast.by_role, ActorRole.CLERK: clerk})
    line = launch_line(acting, part, quantity=quantity)
    entry = read_entry(
        {"code": SURGERY, "start": "2025-11-20 10:00", "provider": "p1", "role": "surgeon"}
    )
    made = special.launch(actor=clerk, part_id=part.pk, entries=[entry]).require()
    launch_line(acting, billed, quantity=quantity)
    bring(acting, billed, "released")
    remittance = parts.bill(
        actor=clerk, payer_id=world.payer.pk, billing_unit_id=world.unit.pk
    ).require()
    parts.issue_tax_invoice(actor=clerk, part_id=billed.pk, number=f"NF-{mark}").require()
    rows = _rows(world, mark, owner)
    bed = Bed.objects.get(pk=rows["beds"])
    stay = Stay.objects.create(
        office=office, attendance=world.attendance, bed=bed, start=datetime(2025, 11, 1, 9)
    )
    member = Membership.objects.get(office=office, user_id=clerk.user_id)
    token = tokens.issue(actor=owner, label=f"CHAVE-{mark}").require()
    batch = ImportBatch.objects.create(
        office=office,
        kind="fees",
        file_name=f"LOTE-{mark}.csv",
        file_digest=mark.ljust(64, "0"),
        options={"headers": [], "identical": "hold"},
        created_by_id=owner.user_id,
    )
    view = SavedView.objects.create(
        office=office, user_id=owner.user_id, screen="worklist", name=f"VISAO-{mark}", query="q=1"
    )
    feed = CalendarFeed.objects.create(
        office=office, user_id=owner.user_id, digest=mark.ljust(64, "0"), label=f"AGENDA-{mark}"
    )
    bulk = BulkEdit.objects.create(office=office, user_id=clerk.user_id, changes={})
    changed = FeeLine.objects.get(uid=str(line.uid))
    BulkEditLine.objects.create(office=office, bulk=bulk, line=changed, before=1, after=2)
    return Objects(
        part=part.pk,
        billed=billed.pk,
        line=str(line.uid),
        special=str(made.entries[0].lines[0].uid),
        account=world.account.pk,
        attendance=world.attendance.pk,
        stay=stay.pk,
        bed=bed.pk,
        remittance=remittance.remittance_id,
        payer=world.payer.pk,
        unit=world.unit.pk,
        hospital=world.hospital.pk,
        patient=world.patient.pk,
        template=rows["package-templates"],
        member=member.pk,
        token=token.token_id,
        batch=batch.pk,
        view=view.pk,
        bulk=str(bulk.uid),
        feed=feed.pk,
        rows=rows,
        **_surgery(world, mark),
    )


def _surgery(world: World, mark: str) -> dict[str, int]:
    """A surgery that the hospital charges the fees of, with one of each thing that hangs on it."""
    office, day = world.office, date(2025, 11, 10)
    case = SurgeryCase.objects.create(
        office=office,
        number=f"CIR-{mark}",
        hospital=world.hospital,
        patient=world.patient,
        payer=Payer.objects.get_or_create(
            office=office,
            code="convenio-ch",
            defaults={"name": "Convênio da tabela", "group": "insurer"},
        )[0],
        indicated_on=day,
        status="requested",
        fees_requested="yes",
        free_choice=True,
    )
    dated: Any = {"office": office, "case": case}
    act = PlannedAct.objects.create(sequence=1, code="31003079", **dated)
    other = PlannedAct.objects.create(sequence=2, code="31003583", **dated)
    asked = CaseRequest.objects.create(requested_on=day, answer="partial", answered_on=day, **dated)
    granted = Authorisation.objects.create(
        office=office, request=asked, senha=f"SENHA-{mark}", granted_on=day
    )
    AuthorisedAct.objects.create(office=office, authorisation=granted, act=other, quantity=1)
    member = Participation.objects.create(provider=world.provider, role="surgeon", **dated)
    decision = RouteDecision.objects.create(
        number=1, made_by=world.user, document={"members": []}, **dated
    )
    claim = RouteClaim.objects.create(
        decision=decision,
        act=other,
        role="surgeon",
        provider=world.provider,
        route="repasse",
        **dated,
    )
    refund = CaseDocument.objects.create(kind="refund_request", state="sent", on=day, **dated)
    return {
        "case": case.pk,
        "paper": refund.pk,
        "act": act.pk,
        "participation": member.pk,
        "claim": claim.pk,
        "request": asked.pk,
        "quote": OpmeQuote.objects.create(supplier="F", requested_on=day, **dated).pk,
        "task": CaseTask.objects.create(kind="other", title=f"PEND-{mark}", **dated).pk,
    }


def _rows(world: World, mark: str, owner: Actor) -> dict[str, int]:
    """A row of each register."""
    office, name, day = world.office, f"CAD-{mark}", date(2025, 1, 1)
    kind = AccommodationType.objects.create(office=office, code=name, name=name, rank=1)
    bed_class = BedClass.objects.create(
        office=office, code=name, name=name, accommodation_type=kind
    )
    centre = CostCentre.objects.create(office=office, code=name, name=name)
    bed = Bed.objects.create(office=office, hospital=world.hospital, code=name, bed_class=bed_class)
    station = Workstation.objects.create(
        office=office, hospital=world.hospital, code=name, name=name
    )
    plan = Plan.objects.create(office=office, payer=world.payer, code=name, name=name)
    valid = date(2020, 1, DAYS[mark])
    credential = Credential.objects.create(
        office=office, provider=world.provider, payer=world.payer, mode="direct", valid_from=valid
    )
    book = PackageBook.objects.create(office=office, payer=world.payer, name=name, valid_from=valid)
    template = PackageTemplate.objects.create(office=office, book=book, code=name, name=name)
    split = SplitRule.objects.create(
        office=office, provider=world.provider, contract=name, valid_from=day
    )
    rule = InsideOutsideRule.objects.create(
        office=office, payer=world.payer, side="inside", provider_class=name, valid_from=day
    )
    cooperative = Cooperative.objects.create(office=office, code=name, name=name)
    dated: Any = {"office": office, "valid_from": valid}
    membership = CooperativeMembership.objects.create(
        provider=world.provider, cooperative=cooperative, **dated
    )
    agreement = Agreement.objects.create(
        kind="repasse", hospital=world.hospital, payer=world.payer, specialty=name, **dated
    )
    GeneralParametersVersion.objects.create(
        office=office, valid_from=date(2020, 1, DAYS[mark]), author_id=owner.user_id
    )
    return {
        "hospitals": world.hospital.pk,
        "billing-units": world.unit.pk,
        "providers": world.provider.pk,
        "credentials": credential.pk,
        "payers": world.payer.pk,
        "plans": plan.pk,
        "accommodation-types": kind.pk,
        "bed-classes": bed_class.pk,
        "cost-centres": centre.pk,
        "beds": bed.pk,
        "workstations": station.pk,
        "patients": world.patient.pk,
        "package-books": book.pk,
        "package-templates": template.pk,
        "split-rules": split.pk,
        "inside-outside-rules": rule.pk,
        "hospital-contacts": HospitalContact.objects.create(
            hospital=world.hospital, kind="commercial", name=name, **dated
        ).pk,
        "cooperatives": cooperative.pk,
        "memberships": membership.pk,
        "agreements": agreement.pk,
        "route-terms": RouteTerms.objects.create(agreement=agreement, **dated).pk,
        "tax-profiles": TaxProfile.objects.create(provider=world.provider, **dated).pk,
        "holiday-places": HolidayPlace.objects.create(office=office, code=mark, name=name).pk,
        "deadline-pressure": DeadlinePressure.objects.create(
            office=office, days_left=DAYS[mark], loss=Decimal(10)
        ).pk,
    }
