"""The registers of the fictitious hospital: places, payers, physicians, rules and one user per role."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from django.contrib.auth.hashers import make_password

from honorarios.records.models import (
    AccommodationType,
    Bed,
    BedClass,
    BillingUnit,
    CostCentre,
    Credential,
    GeneralParametersVersion,
    Hospital,
    InsideOutsideRule,
    Membership,
    MembershipRole,
    PackageBook,
    PackageItem,
    PackageTemplate,
    Payer,
    Plan,
    Provider,
    SplitRule,
    SplitShare,
    User,
    Workstation,
)
from honorarios.services.demonstration.agreements import make_agreements
from honorarios.services.demonstration.people import person

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from honorarios.records.models import Office

SINCE: Final = date(2024, 1, 1)
PHYSICIANS: Final = 40
BEDS: Final = 24
"""Beds of each accommodation."""
ACCOMMODATIONS: Final = (
    ("ward", "Enfermaria", 1),
    ("apartment", "Apartamento", 2),
    ("icu", "UTI", 3),
)
PAYERS: Final = (
    (
        "convenio-aurora",
        "Convênio Aurora",
        "insurer",
        (("aurora-essencial", "Essencial", "ward"), ("aurora-plena", "Pleno", "apartment")),
    ),
    (
        "plano-bemtevi",
        "Plano Bem-Te-Vi",
        "insurer",
        (("prata", "Prata", "ward"), ("ouro", "Ouro", "apartment")),
    ),
    ("saude-jacaranda", "Saúde Jacarandá", "insurer", (("jacaranda", "Jacarandá", "ward"),)),
    ("iamspe-demonstracao", "IAMSPE (demonstração)", "state", ()),
    ("cooperativa-ipe", "Cooperativa Ipê", "insurer", (("ipe", "Ipê", "apartment"),)),
    ("particular", "Particular", "self_pay", ()),
)
SPECIALTIES: Final = (
    "cirurgia-geral",
    "ginecologia",
    "urologia",
    "ortopedia",
    "anestesiologia",
    "clinica-medica",
    "pediatria",
    "radiologia",
)
USERS: Final = (
    ("faturista", "Faturista", MembershipRole.CLERK),
    ("auditoria", "Auditoria", MembershipRole.AUDITOR),
    ("medica", "Médica", MembershipRole.PHYSICIAN),
    ("financeiro", "Financeiro", MembershipRole.HOSPITAL_FINANCE),
    ("administracao", "Administração", MembershipRole.ADMINISTRATOR),
)


@dataclass(frozen=True, slots=True)
class Places:
    """A hospital with its billing unit, beds and workstation."""

    hospital: Hospital
    unit: BillingUnit
    principal: Provider
    """The institution itself, as a provider."""
    beds: Mapping[str, tuple[Bed, ...]]
    """By accommodation type."""
    workstation: Workstation


@dataclass(frozen=True, slots=True)
class Registers:
    """Everything that attendances refer to."""

    office: Office
    main: Places
    second: Places
    payers: Mapping[str, Payer]
    plans: Mapping[str, tuple[Plan, ...]]
    """By payer; a payer without plans has none."""
    physicians: tuple[Provider, ...]
    templates: Mapping[str, PackageTemplate]
    """Package of each payer that has one."""

    def of(self, specialty: str) -> list[Provider]:
        """The physicians of a specialty."""
        return [one for one in self.physicians if one.specialty == specialty]


def make_registers(office: Office, author: User, random: Random, password: str) -> Registers:
    """Write every register of a new office."""
    types = [
        AccommodationType.objects.create(office=office, code=code, name=name, rank=rank)
        for code, name, rank in ACCOMMODATIONS
    ]
    physicians = _physicians(office, random)
    main = _places(office, types, "hospital-serra-azul", "Hospital Serra Azul")
    second = _places(office, types, "hospital-das-figueiras", "Hospital das Figueiras")
    payers = {
        code: Payer.objects.create(office=office, code=code, name=name, group=group)
        for code, name, group, _ in PAYERS
    }
    by_code = {one.code: one for one in types}
    plans = {
        payer: tuple(
            Plan.objects.create(
                office=office,
                payer=payers[payer],
                code=code,
                name=name,
                accommodation_type=by_code[accommodation],
            )
            for code, name, accommodation in told
        )
        for payer, _, _, told in PAYERS
    }
    _credentials(office, random, physicians, payers)
    _rules(office, physicians, payers)
    GeneralParametersVersion.objects.create(
        office=office,
        valid_from=SINCE,
        author=author,
        content={"check_package": True, "package_action": "AUTOMATIC"},
    )
    _users(office, physicians[0], password)
    make_agreements(office, (main.hospital, second.hospital), payers, physicians)
    templates = {"plano-bemtevi": _package(office, payers["plano-bemtevi"])}
    return Registers(office, main, second, payers, plans, physicians, templates)


def _places(office: Office, types: list[AccommodationType], code: str, name: str) -> Places:
    principal = Provider.objects.create(office=office, code=code, name=name, kind="company")
    hospital = Hospital.objects.create(office=office, code=code, name=name, place="SP")
    unit = BillingUnit.objects.create(
        office=office, hospital=hospital, code=code, name=name, principal_provider=principal
    )
    beds: dict[str, tuple[Bed, ...]] = {}
    for kind in types:
        centre = CostCentre.objects.create(
            office=office, code=f"{code}-{kind.code}", name=f"{kind.name}, {name}"
        )
        bed_class = BedClass.objects.create(
            office=office, code=f"{code}-{kind.code}", name=kind.name, accommodation_type=kind
        )
        made = [
            Bed(
                office=office,
                hospital=hospital,
                code=f"{kind.rank}{number:02d}",
                bed_class=bed_class,
                cost_centre=centre,
            )
            for number in range(1, BEDS + 1)
        ]
        beds[kind.code] = tuple(Bed.objects.bulk_create(made))
    centre = CostCentre.objects.create(
        office=office, code=f"{code}-pa", name=f"Ambulatório, {name}"
    )
    workstation = Workstation.objects.create(
        office=office, hospital=hospital, code="recepcao", name="Recepção", cost_centre=centre
    )
    return Places(hospital, unit, principal, beds, workstation)


def _physicians(office: Office, random: Random) -> tuple[Provider, ...]:
    made = []
    for number in range(PHYSICIANS):
        somebody = person(random, 900 + number, SINCE)
        title = "Dra." if somebody.sex == "f" else "Dr."
        made.append(
            Provider(
                office=office,
                code=f"m{number + 1:02d}",
                name=f"{title} {somebody.name}",
                council=f"CRM-XX {number + 1:05d}",
                specialty=SPECIALTIES[number % len(SPECIALTIES)],
            )
        )
    return tuple(Provider.objects.bulk_create(made))


def _credentials(
    office: Office, random: Random, physicians: tuple[Provider, ...], payers: Mapping[str, Payer]
) -> None:
    """Direct or indirect with each payer, some of each changing in the middle of the story."""
    changed = date(2026, 9, 15)
    made = []
    for physician in physicians:
        for payer in payers.values():
            if payer.group == "self_pay" or random.random() < 0.1:
                continue
            mode = random.choice(("direct", "indirect", "indirect"))
            common = {"office": office, "provider": physician, "payer": payer}
            if random.random() < 0.15:
                other = "indirect" if mode == "direct" else "direct"
                made.append(
                    Credential(**common, mode=other, valid_from=SINCE, valid_to=date(2026, 9, 14))
                )
                made.append(Credential(**common, mode=mode, valid_from=changed))
            else:
                made.append(Credential(**common, mode=mode, valid_from=SINCE))
    Credential.objects.bulk_create(made)


def _rules(office: Office, physicians: tuple[Provider, ...], payers: Mapping[str, Payer]) -> None:
    """Two physicians share their exams with the house; one payer's consultations stay inside."""
    radiologists = [one for one in physicians if one.specialty == "radiologia"]
    for physician, percent in zip(radiologists[:2], ("70", "33.33"), strict=True):
        rule = SplitRule.objects.create(
            office=office, provider=physician, codes="4", valid_from=SINCE
        )
        SplitShare.objects.create(
            office=office, rule=rule, position=1, provider=physician, percent=Decimal(percent)
        )
    InsideOutsideRule.objects.create(
        office=office,
        payer=payers["saude-jacaranda"],
        codes="101",
        side="inside",
        valid_from=SINCE,
    )


def _package(office: Office, payer: Payer) -> PackageTemplate:
    book = PackageBook.objects.create(
        office=office, payer=payer, name="Pacotes 2026", valid_from=SINCE
    )
    template = PackageTemplate.objects.create(
        office=office, book=book, code="colecistectomia", name="Pacote de colecistectomia"
    )
    PackageItem.objects.create(office=office, template=template, code="31005497", quantity=1)
    PackageItem.objects.create(office=office, template=template, code="10102019", quantity=3)
    return template


def _users(office: Office, physician: Provider, password: str) -> None:
    """One ready login for each role."""
    secret = make_password(password)
    for name, title, role in USERS:
        user = User.objects.create(username=name, first_name=title, password=secret)
        Membership.objects.create(
            office=office,
            user=user,
            role=role,
            provider=physician if role == MembershipRole.PHYSICIAN else None,
        )
