"""The office's registers that routes hang on, read once for however many surgeries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from django.db.models import Model, Q

from honorarios.core.validity import Period, as_of
from honorarios.core.vocabulary import PayerGroup
from honorarios.pricing.agreed import in_codes
from honorarios.records.models import (
    Agreement,
    AgreementKind,
    AgreementScope,
    BillingUnit,
    Cooperative,
    CooperativeMembership,
    Credential,
    FactStatus,
    Payer,
    RouteTerms,
    TaxProfile,
)
from honorarios.services.loader.rules import load_side_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from honorarios.launching.model import SideRule
    from honorarios.records.models import PlannedAct, Provider, SurgeryCase
    from honorarios.services.routing.held import HeldCase

AnyRow = TypeVar("AnyRow", bound=Model)

SCOPES: Final = {
    AgreementScope.ELECTIVE: frozenset({"elective"}),
    AgreementScope.URGENCY: frozenset({"urgent"}),
    AgreementScope.BOTH: frozenset({"elective", "urgent"}),
    AgreementScope.PACKAGE: frozenset({"elective", "urgent"}),
}
"""The characters that an agreement holds for."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an agreement is looked up for."""

    day: date
    hospital_id: int
    payer_id: int
    plan_id: int | None
    code: str
    specialty: str
    character: str


def wanted(row: SurgeryCase, day: date, act: PlannedAct, provider: Provider) -> Wanted:
    """What is looked up for an act of a surgery and who does it."""
    return Wanted(
        day=day,
        hospital_id=row.hospital_id,
        payer_id=row.payer_id,
        plan_id=row.plan_id,
        code=act.code,
        specialty=provider.specialty,
        character=row.character,
    )


class Book:
    """Credentials, memberships, agreements, terms and tax profiles of one office."""

    def __init__(self, office_id: int, cases: Sequence[HeldCase]) -> None:
        """Read what the surgeries' teams, payers and hospitals may lean on."""
        providers = {member.provider_id for case in cases for member in case.team}
        # A claim stays when who it is of left the team.
        providers |= {claim.provider_id for case in cases for claim in case.claims.values()}
        payers = {case.row.payer_id for case in cases}
        hospitals = {case.row.hospital_id for case in cases}
        self.office_id = office_id
        self._credentials = _grouped(
            Credential.objects.filter(provider_id__in=providers, payer_id__in=payers),
            "provider_id",
            "payer_id",
        )
        self._memberships = _grouped(
            CooperativeMembership.objects.filter(provider_id__in=providers).order_by("valid_from"),
            "provider_id",
        )
        agreed = _grouped(Agreement.objects.filter(office_id=office_id).order_by("pk"), "kind")
        self._repasse = _grouped(agreed[AgreementKind.REPASSE,], "hospital_id", "payer_id")
        self._cooperative = _grouped(
            agreed[AgreementKind.COOPERATIVE,], "cooperative_id", "payer_id"
        )
        self._acceptance = _grouped(
            agreed[AgreementKind.ACCEPTANCE,], "cooperative_id", "hospital_id"
        )
        self.cooperatives = {
            row.pk: row for row in Cooperative.objects.filter(office_id=office_id).order_by("code")
        }
        terms = RouteTerms.objects.filter(
            Q(credential__isnull=True) | Q(credential__provider_id__in=providers),
            office_id=office_id,
        )
        self._terms = _grouped(terms, "agreement_id", "credential_id")
        self._profiles = _grouped(
            TaxProfile.objects.filter(provider_id__in=providers), "provider_id", "receives_as"
        )
        self._units = _grouped(
            BillingUnit.objects.filter(hospital_id__in=hospitals).order_by("code"), "hospital_id"
        )
        self.self_pay = list(
            Payer.objects.filter(office_id=office_id, group=PayerGroup.SELF_PAY.code_name).order_by(
                "code"
            )
        )
        self.side_rules: Mapping[int, tuple[SideRule, ...]] = load_side_rules(payers)

    def units(self, hospital_id: int) -> list[BillingUnit]:
        """Who bills at a hospital."""
        return self._units[hospital_id,]

    def credential(self, provider_id: int, payer_id: int, day: date) -> Credential | None:
        """How a professional stands with a payer on a day; the newest ended one where none is in force."""
        rows = self._credentials[provider_id, payer_id]
        started = [row for row in rows if row.valid_from <= day]
        return as_of(rows, day) or max(started, key=lambda row: row.valid_from, default=None)

    def memberships(self, provider_id: int, day: date) -> list[CooperativeMembership]:
        """The newest membership of each cooperative that had begun by a day, ended ones included."""
        newest = {
            row.cooperative_id: row
            for row in self._memberships[provider_id,]
            if row.valid_from <= day
        }
        return list(newest.values())

    def repasse(self, wanted: Wanted) -> Agreement | None:
        """The hospital's agreement with the payer that is nearest to what is wanted."""
        return _nearest(self._repasse[wanted.hospital_id, wanted.payer_id], wanted)

    def cooperative(self, cooperative_id: int, wanted: Wanted) -> Agreement | None:
        """A cooperative's agreement with the payer."""
        return _nearest(self._cooperative[cooperative_id, wanted.payer_id], wanted)

    def acceptance(self, cooperative_id: int, wanted: Wanted) -> Agreement | None:
        """What the hospital said of a cooperative, for the payer or for all."""
        rows = self._acceptance[cooperative_id, wanted.hospital_id]
        return _nearest([row for row in rows if row.payer_id in {None, wanted.payer_id}], wanted)

    def packaged(self, wanted: Wanted) -> bool:
        """Whether a package's price already has the fee, by what was confirmed."""
        return any(
            row.scope == AgreementScope.PACKAGE
            and row.fact_status == FactStatus.CONFIRMED
            and _matches(row, wanted)
            for row in self._repasse[wanted.hospital_id, wanted.payer_id]
        )

    def terms_of_agreement(self, row: Agreement | None, day: date) -> RouteTerms | None:
        """An agreement's terms on a day."""
        return None if row is None else as_of(self._terms[row.pk, None], day)

    def terms_of_credential(self, row: Credential | None, day: date) -> RouteTerms | None:
        """A credential's terms on a day."""
        return None if row is None else as_of(self._terms[None, row.pk], day)

    def private_terms(self, day: date) -> RouteTerms | None:
        """The office's own terms for what patients pay."""
        return as_of(self._terms[None, None], day)

    def profile(self, provider_id: int, receives_as: str, day: date) -> TaxProfile | None:
        """How a professional is taxed as what they receive."""
        return as_of(self._profiles[provider_id, receives_as], day)


def _grouped(rows: Iterable[AnyRow], *names: str) -> defaultdict[tuple[object, ...], list[AnyRow]]:
    """Rows by the values of some of their columns."""
    found: defaultdict[tuple[object, ...], list[AnyRow]] = defaultdict(list)
    for row in rows:
        found[tuple(getattr(row, name) for name in names)].append(row)
    return found


def _nearest(rows: Sequence[Agreement], wanted: Wanted) -> Agreement | None:
    """The most specific that holds for what is wanted; of those alike, one that has its character.

    What was denied for another character says nothing of the wanted one.
    """
    fitting = [
        row
        for row in rows
        if _matches(row, wanted)
        and (row.fact_status != FactStatus.DENIED or _has_character(row, wanted.character))
    ]
    return max(
        fitting,
        key=lambda row: (
            _has_character(row, wanted.character),
            bool(row.plan_id) + bool(row.codes) + bool(row.specialty) + bool(row.payer_id),
            row.valid_from,
            row.pk,
        ),
        default=None,
    )


def _has_character(row: Agreement, character: str) -> bool:
    return character in SCOPES[AgreementScope(row.scope)]


def _matches(row: Agreement, wanted: Wanted) -> bool:
    return (
        wanted.day in Period(row.valid_from, row.valid_to)
        and row.plan_id in {None, wanted.plan_id}
        and row.specialty in {"", wanted.specialty}
        and in_codes(tuple(row.codes.split()), wanted.code)
    )
