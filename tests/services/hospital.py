"""The hospital of ``tests.launching.making`` on record: its context, loaded, is the pure one.

Everything that the pure tests make of facts is here made of rows, with the same codes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from honorarios.catalogue.schema import DifferenceMode, LaunchTerms
from honorarios.records.models import (
    AccommodationType,
    Account,
    AccountPart,
    Attendance,
    Bed,
    BedClass,
    BillingUnit,
    CostCentre,
    Credential,
    FeeLine,
    GeneralParametersVersion,
    Hospital,
    Membership,
    MembershipRole,
    Office,
    OpenPackage,
    PackageBook,
    PackageItem,
    PackageTemplate,
    Patient,
    Payer,
    Plan,
    Provider,
    SplitRule,
    SplitShare,
    Stay,
    User,
    Workstation,
)
from honorarios.services import actor as actors
from honorarios.services.catalogues import store_catalogue
from tests.launching import making

if TYPE_CHECKING:
    from honorarios.catalogue.schema import Catalogue
    from honorarios.services.actor import Actor

DIFFERENCE = making.contract("diferenca", "ch", launching=LaunchTerms(fee_difference=True))
PRIVATE_TABLE = making.contract(
    "privado",
    "ch",
    launching=LaunchTerms(
        fee_difference=True,
        difference_contract="particular",
        difference_mode=DifferenceMode.TOTAL_MINUS,
    ),
)


@dataclass(frozen=True, slots=True)
class House:
    """An office with one inpatient's account part, and a clerk."""

    office: Office
    clerk: Actor
    hospital: Hospital
    unit: BillingUnit
    payer: Payer
    plan: Plan
    attendance: Attendance
    account: Account
    part: AccountPart
    providers: dict[str, Provider]

    def lines(self, **only: Any) -> list[FeeLine]:  # noqa: ANN401 - any column
        """The office's lines in the order they were recorded."""
        return list(FeeLine.objects.filter(office=self.office, **only).order_by("pk"))


@cache
def catalogue() -> Catalogue:
    """The small catalogue with contracts of fee difference, without and with a private table."""
    return making.catalogue(DIFFERENCE, PRIVATE_TABLE)


def make_house(name: str = "aurora", *, stocked: bool = True) -> House:
    """The house with its catalogue on record, its patient in the ward since the first of November 2025."""
    office = Office.objects.create(name=name.title(), slug=name)
    if stocked:
        system = actors.system(office_id=office.pk)
        store_catalogue(actor=system, catalogue=catalogue()).require()
    hospital = Hospital.objects.create(office=office, code="h1", name="Hospital")
    providers = {
        code: Provider.objects.create(office=office, code=code, name=code)
        for code in making.PROVIDERS
    }
    unit = BillingUnit.objects.create(
        office=office,
        hospital=hospital,
        code="unidade",
        name="Unidade",
        principal_provider=providers["hospital"],
    )
    payer = Payer.objects.create(office=office, code="convenio-ch", name="CH", group="insurer")
    Payer.objects.create(office=office, code="particular", name="Particular", group="self_pay")
    for code, facts in making.PROVIDERS.items():
        for credential in facts.credentials:
            Credential.objects.create(
                office=office,
                provider=providers[code],
                payer=payer,
                mode=credential.mode.code_name,
                valid_from=credential.valid_from,
            )
    plan = _places(office, hospital, payer)
    attendance = _attendance(office, hospital)
    account = Account.objects.create(office=office, attendance=attendance, billing_unit=unit)
    clerk = _member(office, MembershipRole.CLERK)
    part = AccountPart.objects.create(
        office=office,
        account=account,
        seq=1,
        payer=payer,
        plan=plan,
        billing_unit=unit,
        contract="ch",
        period_start=date(2025, 11, 1),
        period_end=date(2025, 11, 30),
    )
    return House(office, clerk, hospital, unit, payer, plan, attendance, account, part, providers)


def _member(office: Office, role: MembershipRole) -> Actor:
    user = User.objects.create(username=f"{office.slug}-{role}")
    Membership.objects.create(office=office, user=user, role=role)
    found = actors.of_member(user_id=user.pk, office_id=office.pk)
    assert found is not None
    return found


def _places(office: Office, hospital: Hospital, payer: Payer) -> Plan:
    """Two beds of two classes, the plan of the ward."""
    types = {
        code: AccommodationType.objects.create(office=office, code=code, name=code, rank=rank)
        for code, rank in (("ward", 1), ("apartment", 2))
    }
    for code, kind in (("101", "ward"), ("201", "apartment")):
        Bed.objects.create(
            office=office,
            hospital=hospital,
            code=code,
            bed_class=BedClass.objects.create(
                office=office, code=kind, name=kind, accommodation_type=types[kind]
            ),
            cost_centre=CostCentre.objects.create(office=office, code=f"cc-{code}", name=code),
        )
    return Plan.objects.create(
        office=office, payer=payer, code="plano", name="Plano", accommodation_type=types["ward"]
    )


def _attendance(office: Office, hospital: Hospital) -> Attendance:
    patient = Patient.objects.create(
        office=office, code="100", name="Paciente Fictícia", sex="f", birth_date=date(1980, 1, 31)
    )
    centre = CostCentre.objects.create(office=office, code="cc-estacao", name="Estação")
    station = Workstation.objects.create(
        office=office, hospital=hospital, code="e1", name="Estação", cost_centre=centre
    )
    attendance = Attendance.objects.create(
        office=office,
        hospital=hospital,
        patient=patient,
        number="1",
        setting="inpatient",
        started_at=datetime(2025, 11, 1, 8),
        workstation=station,
    )
    move(attendance, "101")
    return attendance


def move(attendance: Attendance, bed: str, **facts: Any) -> Stay:  # noqa: ANN401 - any column
    """Put the patient in a bed since the first of November, and in no other."""
    Stay.objects.filter(attendance=attendance).delete()
    found = Bed.objects.get(hospital=attendance.hospital, code=bed)
    given = {"start": datetime(2025, 11, 1), **facts}
    return Stay.objects.create(office=attendance.office, attendance=attendance, bed=found, **given)


def upgrade(house: House) -> Stay:
    """The patient chose the apartment and consented to pay for it."""
    return move(
        house.attendance,
        "201",
        reason="patient_option",
        consent_at=timezone.now(),
        consent_by_id=house.clerk.user_id,
    )


def under(house: House, contract: str, **facts: Any) -> AccountPart:  # noqa: ANN401 - any column
    """Another part of the account, under a contract."""
    last = AccountPart.objects.filter(account=house.account).order_by("-seq").first()
    given: dict[str, Any] = {
        "payer": house.payer,
        "plan": house.plan,
        "billing_unit": house.unit,
        "period_start": date(2025, 11, 1),
        "period_end": date(2025, 11, 30),
    }
    return AccountPart.objects.create(
        office=house.office,
        account=house.account,
        seq=1 + (last.seq if last else 0),
        contract=contract,
        **(given | facts),
    )


def set_parameters(
    house: House,
    day: date = making.LONG_AGO,
    **parameters: Any,  # noqa: ANN401 - any general parameter
) -> GeneralParametersVersion:
    """General parameters from a day on."""
    return GeneralParametersVersion.objects.create(
        office=house.office,
        valid_from=day,
        content=parameters,
        author_id=house.clerk.user_id,
    )


def divide(house: House, provider: str, *shares: tuple[str, str], **facts: Any) -> SplitRule:  # noqa: ANN401 - any column
    """A rule that divides a provider's acts among receivers, each with a percentage."""
    rule = SplitRule.objects.create(
        office=house.office,
        provider=house.providers[provider],
        **{"valid_from": making.LONG_AGO, **facts},
    )
    for position, (receiver, percent) in enumerate(shares, 1):
        SplitShare.objects.create(
            office=house.office,
            rule=rule,
            position=position,
            provider=house.providers[receiver],
            percent=Decimal(percent),
        )
    return rule


def open_package(house: House, since: datetime, **quantities: int) -> OpenPackage:
    """A package open on the account, covering codes (written ``c31003079=2``) since a moment."""
    book = PackageBook.objects.create(
        office=house.office, payer=house.payer, name="Caderno", valid_from=making.LONG_AGO
    )
    template = PackageTemplate.objects.create(
        office=house.office, book=book, code="g1", name="Gabarito 1"
    )
    for code, quantity in quantities.items():
        PackageItem.objects.create(
            office=house.office, template=template, code=code.removeprefix("c"), quantity=quantity
        )
    return OpenPackage.objects.create(
        office=house.office, account=house.account, template=template, opened_at=since
    )
