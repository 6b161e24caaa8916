"""Scenario S1 of ``spec: routes 5.5`` on record: three covered routes of a surgeon, to the centavo.

What an office saw of each route is chosen so that the estimates of glosa, recovery and delay are the
scenario's own numbers after all their shrinkage.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from honorarios.catalogue.prices import price_rows
from honorarios.core.vocabulary import BillingRoute
from honorarios.records.models import (
    AccommodationType,
    Agreement,
    Authorisation,
    AuthorisedAct,
    BillingUnit,
    CaseRequest,
    Cooperative,
    CooperativeMembership,
    Credential,
    Hospital,
    Membership,
    MembershipRole,
    Office,
    Participation,
    Patient,
    Payer,
    Plan,
    PlannedAct,
    Provider,
    RoutePayment,
    RouteTerms,
    SurgeryCase,
    TaxProfile,
    User,
)
from honorarios.services import actor as actors
from honorarios.services import days
from honorarios.services.catalogues import store_catalogue
from honorarios.services.routing.history import PRIOR_RECOVERY
from tests.launching import making

if TYPE_CHECKING:
    from honorarios.catalogue.schema import Catalogue
    from honorarios.services.actor import Actor

SURGERY = "31005497"
SECOND = "31005470"
"""Priced in every table at half of the first."""
SINCE = date(2020, 1, 1)
TABLES = {
    "direto": ("convenio", "unidade", BillingRoute.ACCREDITED, 1800),
    "repasse": ("convenio", "unidade", BillingRoute.HOSPITAL_REPASSE, 2150),
    "coop": ("convenio", "unidade", BillingRoute.COOPERATIVE, 2000),
    "privado": ("particular", "unidade", BillingRoute.PRIVATE, 4000),
}
"""Table, who pays, who bills, by which route, and the price of the surgery in reais."""
SEEN = {
    "accredited": (60, Decimal("0.06"), Decimal("0.4"), 45),
    "repasse": (17, Decimal("0.12"), Decimal("0.5"), 75),
    "cooperative": (41, Decimal("0.08"), Decimal("0.6"), 60),
}
"""Lines that an office presented, and the glosa, the recovery and the days that they are to tell."""


@dataclass(slots=True)
class Stage:
    """An office with a surgery of today, authorised, whose surgeon has three open routes."""

    office: Office
    hospital: Hospital
    unit: BillingUnit
    payer: Payer
    plan: Plan
    surgeon: Provider
    assistant: Provider
    cooperative: Cooperative
    case: SurgeryCase
    act: PlannedAct
    member: Participation
    actors: dict[str, Actor]
    today: date

    @property
    def clerk(self) -> Actor:
        """Who chooses."""
        return self.actors["clerk"]


def catalogue() -> Catalogue:
    """The small catalogue with a contract of each route at the scenario's prices."""
    contracts = []
    for name, (payer, unit, route, _) in TABLES.items():
        made = making.contract(name, f"tabela-{name}")
        named = {"payer": payer, "billing_unit": unit, "route": route}
        contracts.append(made.model_copy(update=named))
    whole = making.catalogue(*contracts)
    schedules, prices = dict(whole.schedules), dict(whole.prices)
    for name, (*_, reais) in TABLES.items():
        rows = (
            {"code": SURGERY, "basis": "BRL", "fee": Decimal(reais)},
            {"code": SECOND, "basis": "BRL", "fee": Decimal(reais) / 2},
        )
        schedules[f"tabela-{name}"] = making._schedule(f"tabela-{name}")
        prices[f"tabela-{name}", "1"] = price_rows(rows)
    return replace(whole, schedules=schedules, prices=prices)


def make_stage(name: str = "aurora") -> Stage:
    """The scenario on record."""
    office = Office.objects.create(name=name.title(), slug=name)
    system = actors.system(office_id=office.pk)
    store_catalogue(actor=system, catalogue=catalogue()).require()
    today = days.today(office.pk, datetime.now().astimezone())
    hospital = Hospital.objects.create(office=office, code="h1", name="Hospital", place="RS")
    unit = BillingUnit.objects.create(office=office, hospital=hospital, code="unidade", name="U")
    payer = Payer.objects.create(office=office, code="convenio", name="Convênio", group="insurer")
    Payer.objects.create(office=office, code="particular", name="Particular", group="self_pay")
    ward = AccommodationType.objects.create(office=office, code="ward", name="Enfermaria", rank=1)
    AccommodationType.objects.create(office=office, code="apartment", name="Apartamento", rank=2)
    plan = Plan.objects.create(
        office=office, payer=payer, code="plano", name="Plano", accommodation_type=ward
    )
    surgeon, assistant = (
        Provider.objects.create(office=office, code=code, name=told, specialty="cirurgia-geral")
        for code, told in (("m1", "Dra. Íris (fictícia)"), ("m2", "Dr. Ésio (fictício)"))
    )
    cooperative = _agree(office, hospital, payer, (surgeon, assistant))
    case, act, member = _plan(office, hospital, payer, plan, surgeon, today)
    _remember(office, payer, today)
    found = {
        role.value: _member(office, role, surgeon if role == MembershipRole.PHYSICIAN else None)
        for role in MembershipRole
    }
    return Stage(
        *(office, hospital, unit, payer, plan, surgeon, assistant, cooperative),
        *(case, act, member, found, today),
    )


def join(stage: Stage, provider: Provider, role: str) -> Participation:
    """Another member of the team."""
    return Participation.objects.create(
        office=stage.office, case=stage.case, provider=provider, role=role, receives_as="legal"
    )


def perform(stage: Stage, number: str = "77") -> None:
    """The surgery done today, in an attendance of its own."""
    from honorarios.services.cases import Ask, Performance
    from honorarios.services.cases import perform as done

    at = datetime.combine(stage.today, time(0, 5))
    ask = Ask(actor=stage.clerk, case_id=stage.case.pk)
    done(ask=ask, done=Performance(performed_at=at, attendance_number=number)).require()


def _agree(
    office: Office, hospital: Hospital, payer: Payer, providers: tuple[Provider, ...]
) -> Cooperative:
    """Every fact that keeps the three routes open, with their terms."""
    sure: dict[str, Any] = {
        "office": office,
        "fact_status": "confirmed",
        "confirmed_on": SINCE,
        "confirmed_by": "Comercial",
        "valid_from": SINCE,
    }
    cooperative = Cooperative.objects.create(
        office=office, code="coop-a", name="Coop A", accepts_natural="yes", accepts_legal="yes"
    )
    repasse = Agreement.objects.create(
        **sure, kind="repasse", hospital=hospital, payer=payer, accepts_direct="yes"
    )
    billed = Agreement.objects.create(
        **sure, kind="cooperative", cooperative=cooperative, payer=payer
    )
    Agreement.objects.create(
        **sure, kind="acceptance", hospital=hospital, cooperative=cooperative, beside_repasse=True
    )
    terms: dict[str, Any] = {
        "office": office,
        "valid_from": SINCE,
        "accepts_natural": "yes",
        "accepts_legal": "yes",
        "cut_off_shape": "after_event",
        "cut_off_event": "surgery",
        "cut_off_days": 30,
        "documents": "guia de honorários; descrição cirúrgica assinada",
        "papers": 2,
    }
    RouteTerms.objects.create(
        **terms, agreement=repasse, fee_share=Decimal(8), payment_days=75, appeal_days=45
    )
    RouteTerms.objects.create(
        **terms, agreement=billed, fee_share=Decimal(5), payment_days=60, appeal_days=40
    )
    for provider in providers:
        credential = Credential.objects.create(
            **sure, provider=provider, payer=payer, mode="direct", exclusive="no",
            forbids_complement="no",
        )  # fmt: skip
        RouteTerms.objects.create(**terms, credential=credential, payment_days=45)
        CooperativeMembership.objects.create(
            **sure, provider=provider, cooperative=cooperative, receives_as="legal"
        )
        TaxProfile.objects.create(
            office=office,
            provider=provider,
            receives_as="legal",
            regime="presumed",
            valid_from=SINCE,
        )
    return cooperative


def _plan(
    office: Office, hospital: Hospital, payer: Payer, plan: Plan, surgeon: Provider, today: date
) -> tuple[SurgeryCase, PlannedAct, Participation]:
    patient = Patient.objects.create(
        office=office, code="100", name="Paciente Fictício", birth_date=date(1980, 1, 31), sex="f"
    )
    case = SurgeryCase.objects.create(
        office=office,
        number="C-1",
        hospital=hospital,
        patient=patient,
        payer=payer,
        plan=plan,
        status="authorised",
        indicated_on=today - timedelta(days=30),
        planned_at=datetime.combine(today, time(8)),
        fees_requested="yes",
        repasse_requested_on=today - timedelta(days=1),
    )
    act = PlannedAct.objects.create(
        office=office, case=case, sequence=1, code=SURGERY, description="Ato"
    )
    member = Participation.objects.create(
        office=office, case=case, provider=surgeon, role="surgeon", receives_as="legal"
    )
    request = CaseRequest.objects.create(
        office=office,
        case=case,
        requested_on=today - timedelta(days=20),
        answer="authorised",
        answered_on=today - timedelta(days=10),
    )
    given = Authorisation.objects.create(
        office=office,
        request=request,
        senha="S-1",
        granted_on=today - timedelta(days=10),
        valid_until=today + timedelta(days=60),
    )
    AuthorisedAct.objects.create(office=office, authorisation=given, act=act, quantity=1)
    return case, act, member


def _remember(office: Office, payer: Payer, today: date) -> None:
    """Payments whose shrunken shares are those of the scenario."""
    for route, (count, denied, recovered, waited) in SEEN.items():
        each = 10_000_000
        lost = _before_shrinking(count, denied, Decimal("0.12"))
        back = _before_shrinking(count, recovered, PRIOR_RECOVERY)
        refused = int(lost * each)
        since = today - timedelta(days=400)
        RoutePayment.objects.bulk_create(
            RoutePayment(
                office=office,
                payer=payer,
                route=route,
                code=SURGERY,
                presented=each,
                denied=refused,
                recovered=int(back * refused),
                presented_on=since,
                paid_on=since + timedelta(days=waited),
                waited=waited,
            )
            for _ in range(count)
        )


def _before_shrinking(count: int, wanted: Decimal, prior: Decimal) -> Decimal:
    """The share to be seen in lines of equal value so that three levels of shrinkage tell ``wanted``."""
    kept = (Decimal(20) / (20 + count)) ** 3
    return (wanted - prior * kept) / (1 - kept)


def _member(office: Office, role: MembershipRole, provider: Provider | None) -> Actor:
    user = User.objects.create(username=f"{office.slug}-{role}")
    Membership.objects.create(office=office, user=user, role=role, provider=provider)
    found = actors.of_member(user_id=user.pk, office_id=office.pk)
    assert found is not None
    return found
