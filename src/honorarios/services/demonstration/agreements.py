"""Fictitious agreements, as an office knows them: some confirmed, some old, some denied, most unknown.

The three cooperatives are those that the seed names; their terms and whatever is said of them are
invented. Days are counted from the day on which the demonstration is made.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from django.utils import timezone

from honorarios.records.models import (
    Agreement,
    Cooperative,
    CooperativeMembership,
    Credential,
    Hospital,
    HospitalContact,
    RouteTerms,
    TaxProfile,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from honorarios.records.models import Office, Payer, Provider

SINCE: Final = date(2024, 1, 1)
INVENTED: Final = "Exemplo fictício"
PAPERS: Final = "Guia de honorários; Descrição cirúrgica assinada; Senha"
COOPERATIVES: Final = (
    (
        "COOPMED-RS",
        "Cooperativa de Trabalho dos Médicos do Rio Grande do Sul",
        {"accepts_natural": "yes"},
    ),
    (
        "COOPHEMORS",
        "Cooperativa dos Médicos Hemodinamicistas e Cardiologistas Intervencionistas do RS",
        {"specialties": "hemodinamica; cardiologia-intervencionista", "accepts_natural": "yes"},
    ),
    (
        "COOPA",
        "Cooperativa dos Anestesistas de Porto Alegre",
        {
            "roles": "anaesthetist anaesthetist_assistant",
            "specialties": "anestesiologia",
            "accepts_natural": "yes",
            "accepts_legal": "yes",
        },
    ),
)
CONTACTS: Final = (
    ("commercial", "Comercial de convênios", "comercial", "(11) 5550-0101"),
    (
        "medical_staff_relations",
        "Escritório do corpo clínico",
        "corpoclinico",
        "(11) 5550-0120",
    ),
    ("billing", "Faturamento de honorários", "faturamento", "(11) 5550-0133"),
)
TERMS_OF_REPASSE: Final = {
    "fee_share": Decimal(8),
    "payment_days": 75,
    "cut_off_shape": "after_event",
    "cut_off_event": "surgery",
    "cut_off_days": 30,
    "appeal_days": 30,
    "documents": PAPERS,
    "papers": 3,
    "accepts_natural": "yes",
    "accepts_legal": "yes",
}
TERMS_OF_COOPERATIVE: Final = {
    "fee_share": Decimal(5),
    "payment_days": 60,
    "cut_off_shape": "month_day",
    "cut_off_event": "surgery",
    "cut_off_day": 5,
    "cut_off_months": 1,
    "cut_off_roll": "previous",
    "appeal_days": 30,
    "documents": PAPERS,
    "papers": 4,
    "accepts_natural": "yes",
}
TERMS_OF_PAYER: Final = {
    "payment_days": 45,
    "cut_off_shape": "after_event",
    "cut_off_event": "discharge",
    "cut_off_days": 60,
    "appeal_days": 30,
    "documents": "Guia de honorários; Senha",
    "papers": 2,
    "accepts_natural": "yes",
    "accepts_legal": "yes",
}


class _Known:
    """How facts are known, by the day on which somebody said so."""

    def __init__(self, today: date) -> None:
        self._today = today

    def confirmed(self, ago: int, left: int, by: str = "Comercial do hospital") -> dict[str, Any]:
        """Confirmed so many days ago, to be believed for so many more."""
        return self._said("confirmed", ago, by) | {"expires_on": self._today + timedelta(left)}

    def denied(self, ago: int) -> dict[str, Any]:
        """Denied so many days ago."""
        return self._said("denied", ago, "Comercial do hospital")

    def presumed(self) -> dict[str, Any]:
        """Believed by custom."""
        return {"fact_status": "presumed", "evidence": f"{INVENTED}: sempre foi pago assim"}

    def _said(self, status: str, ago: int, by: str) -> dict[str, Any]:
        day = self._today - timedelta(ago)
        return {
            "fact_status": status,
            "confirmed_by": by,
            "confirmed_on": day,
            "evidence": f"{INVENTED}: e-mail de {day:%d/%m/%Y}",
        }


def make_agreements(
    office: Office,
    hospitals: Sequence[Hospital],
    payers: Mapping[str, Payer],
    physicians: Sequence[Provider],
) -> None:
    """Write contacts, cooperatives, memberships, agreements with their terms, and tax profiles."""
    known = _Known(timezone.localdate())
    _contacts(office, hospitals)
    cooperatives = {
        code: Cooperative.objects.create(office=office, code=code, name=name, **more)
        for code, name, more in COOPERATIVES
    }
    _memberships(office, cooperatives, physicians, known)
    _repasses(office, hospitals, payers, known)
    _of_cooperatives(office, hospitals, cooperatives, payers, known)
    _other_terms(office, payers)
    _taxes(office, physicians)


def _contacts(office: Office, hospitals: Sequence[Hospital]) -> None:
    for hospital in hospitals:
        for kind, name, address, phone in CONTACTS:
            HospitalContact.objects.create(
                office=office,
                hospital=hospital,
                kind=kind,
                name=name,
                email=f"{address}@{hospital.code}.example",
                phone=phone,
                valid_from=SINCE,
            )


def _memberships(
    office: Office,
    cooperatives: Mapping[str, Cooperative],
    physicians: Sequence[Provider],
    known: _Known,
) -> None:
    """Anaesthetists in theirs, surgeons in the other; one unconfirmed, one long ago."""
    said: tuple[dict[str, Any], ...] = (
        known.confirmed(60, 200, "Secretaria da cooperativa"),
        {},
        known.confirmed(400, -35, "Secretaria da cooperativa"),
    )
    wanted = {
        "anestesiologia": "COOPA",
        "cirurgia-geral": "COOPMED-RS",
        "ginecologia": "COOPMED-RS",
    }
    members = [one for one in physicians if one.specialty in wanted]
    for number, provider in enumerate(members):
        CooperativeMembership.objects.create(
            office=office,
            provider=provider,
            cooperative=cooperatives[wanted[provider.specialty]],
            valid_from=SINCE,
            **said[(0, 0, 0, 1, 0, 2)[number % 6]],
        )


def _repasses(
    office: Office, hospitals: Sequence[Hospital], payers: Mapping[str, Payer], known: _Known
) -> None:
    main, second = hospitals
    rows: tuple[tuple[Hospital, str, str, dict[str, Any]], ...] = (
        (main, "convenio-aurora", "both", {**known.confirmed(40, 120), "accepts_direct": "yes"}),
        (main, "plano-bemtevi", "urgency", known.confirmed(200, -15)),
        (main, "saude-jacaranda", "both", known.presumed()),
        (main, "iamspe-demonstracao", "both", known.confirmed(10, 300)),
        (second, "convenio-aurora", "both", known.denied(55)),
        (second, "plano-bemtevi", "urgency", known.confirmed(95, 12)),
        (second, "plano-bemtevi", "elective", {}),
    )
    for hospital, payer, scope, said in rows:
        agreement = Agreement.objects.create(
            office=office,
            kind="repasse",
            hospital=hospital,
            payer=payers[payer],
            scope=scope,
            asks="commercial medical_staff_relations",
            valid_from=SINCE,
            **said,
        )
        if said.get("fact_status") == "confirmed":
            RouteTerms.objects.create(
                office=office, agreement=agreement, valid_from=SINCE, **TERMS_OF_REPASSE
            )


def _of_cooperatives(
    office: Office,
    hospitals: Sequence[Hospital],
    cooperatives: Mapping[str, Cooperative],
    payers: Mapping[str, Payer],
    known: _Known,
) -> None:
    """What the cooperatives agreed with payers, and where they are accepted."""
    main, second = hospitals
    office_of = "Comercial da cooperativa"
    contracts: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("COOPMED-RS", "convenio-aurora", known.confirmed(80, 38, office_of)),
        ("COOPMED-RS", "plano-bemtevi", {}),
        ("COOPA", "convenio-aurora", known.confirmed(30, 240, office_of)),
        ("COOPA", "plano-bemtevi", known.presumed()),
        ("COOPMED-RS", "cooperativa-ipe", known.confirmed(25, 150, office_of)),
        ("COOPHEMORS", "convenio-aurora", known.denied(120)),
    )
    for code, payer, said in contracts:
        agreement = Agreement.objects.create(
            office=office,
            kind="cooperative",
            cooperative=cooperatives[code],
            payer=payers[payer],
            valid_from=SINCE,
            **said,
        )
        RouteTerms.objects.create(
            office=office, agreement=agreement, valid_from=SINCE, **TERMS_OF_COOPERATIVE
        )
    accepted: tuple[tuple[Hospital, str, dict[str, Any]], ...] = (
        (main, "COOPMED-RS", {**known.confirmed(40, 120), "beside_repasse": True}),
        (main, "COOPA", known.confirmed(40, 120)),
        (second, "COOPMED-RS", known.confirmed(20, 180)),
        (second, "COOPA", known.presumed()),
    )
    for hospital, code, said in accepted:
        Agreement.objects.create(
            office=office,
            kind="acceptance",
            hospital=hospital,
            cooperative=cooperatives[code],
            asks="medical_staff_relations billing",
            valid_from=SINCE,
            **said,
        )


def _other_terms(office: Office, payers: Mapping[str, Payer]) -> None:
    """How two payers pay whom they are accredited with, and how the private fee is paid."""
    direct = Credential.objects.filter(
        office=office,
        mode="direct",
        payer__in=[payers["convenio-aurora"], payers["plano-bemtevi"]],
    )
    RouteTerms.objects.bulk_create(
        RouteTerms(office=office, credential=one, valid_from=one.valid_from, **TERMS_OF_PAYER)
        for one in direct
    )
    direct.update(exclusive="no", forbids_complement="no")
    RouteTerms.objects.create(
        office=office,
        loss_share=Decimal(3),
        payment_days=0,
        documents="Orçamento assinado; Termo de livre escolha",
        papers=2,
        accepts_natural="yes",
        accepts_legal="yes",
        valid_from=SINCE,
    )


def _taxes(office: Office, physicians: Sequence[Provider]) -> None:
    """Half are paid as companies as well; the others pay income tax at the highest margin."""
    rows = []
    for number, provider in enumerate(physicians):
        rows.append(
            TaxProfile(
                office=office,
                provider=provider,
                marginal_rate=Decimal("27.5"),
                social_used=Decimal("8475.55") if number % 3 else Decimal(0),
                valid_from=SINCE,
            )
        )
        if number % 2 == 0:
            rows.append(
                TaxProfile(
                    office=office,
                    provider=provider,
                    receives_as="legal",
                    regime="presumed" if number % 4 else "simples_iii",
                    valid_from=SINCE,
                )
            )
    TaxProfile.objects.bulk_create(rows)
