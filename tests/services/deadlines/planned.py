"""Surgeries on record for the tests of deadlines, in the office of a cast; the place is Porto Alegre."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from honorarios.records.models import (
    Agreement,
    AgreementKind,
    Authorisation,
    CaseRequest,
    Cooperative,
    FactStatus,
    Hospital,
    Participation,
    PlannedAct,
    Provider,
    RequestKind,
    RouteClaim,
    RouteDecision,
    RoutePayment,
    RouteTerms,
    SurgeryCase,
)
from honorarios.records.models.route_terms import CutOffEvent, CutOffShape
from honorarios.routing.routes import Route
from honorarios.services import deadlines

if TYPE_CHECKING:
    from honorarios.services.deadlines import DeadlineView
    from tests.records.making import World
    from tests.services.cast import Cast

TODAY = date(2026, 11, 23)
PORTO_ALEGRE = "4314902"


def plan(world: World, number: str = "C1", **more: Any) -> SurgeryCase:  # noqa: ANN401 - fields of a case
    """A surgery with one act and one surgeon, planned for 1 December."""
    Hospital.objects.filter(pk=world.hospital.pk).update(place=PORTO_ALEGRE)
    given = {
        "hospital": world.hospital,
        "patient": world.patient,
        "payer": world.payer,
        "indicated_on": date(2026, 10, 1),
        "planned_at": datetime(2026, 12, 1, 8),
        **more,
    }
    case = SurgeryCase.objects.create(office=world.office, number=number, **given)
    PlannedAct.objects.create(office=world.office, case=case, sequence=1, code="31003079")
    add_surgeon(case, world.provider)
    return case


def add_surgeon(case: SurgeryCase, provider: Provider) -> None:
    Participation.objects.create(office=case.office, case=case, provider=provider, role="surgeon")


def ask(case: SurgeryCase, on: date = TODAY, **more: Any) -> CaseRequest:  # noqa: ANN401 - fields of a request
    given = {"kind": RequestKind.ELECTIVE_ADMISSION, **more}
    return CaseRequest.objects.create(office=case.office, case=case, requested_on=on, **given)


def authorise(request: CaseRequest, **more: Any) -> Authorisation:  # noqa: ANN401 - fields of an authorisation
    given = {"senha": "S1", "granted_on": TODAY, **more}
    return Authorisation.objects.create(office=request.office, request=request, **given)


def agree_repasse(cast: Cast, **terms: Any) -> Agreement:  # noqa: ANN401 - fields of terms
    """A confirmed repasse of the first hospital, its papers due 30 days after the surgery."""
    world = cast.world
    agreement = Agreement.objects.create(
        office=world.office,
        kind=AgreementKind.REPASSE,
        hospital=world.hospital,
        payer=world.payer,
        fact_status=FactStatus.CONFIRMED,
        confirmed_on=date(2026, 9, 3),
        expires_on=date(2026, 12, 31),
        asks="commercial",
        valid_from=date(2025, 1, 15),
    )
    given = {
        "cut_off_shape": CutOffShape.AFTER_EVENT,
        "cut_off_event": CutOffEvent.SURGERY,
        "cut_off_days": 30,
        "appeal_days": 30,
        "payment_days": 60,
        **terms,
    }
    RouteTerms.objects.create(
        office=world.office, agreement=agreement, valid_from=date(2025, 1, 15), **given
    )
    return agreement


def claim(
    case: SurgeryCase,
    cast: Cast,
    route: Route = Route.REPASSE,
    cooperative: Cooperative | None = None,
    provider: Provider | None = None,
) -> RouteClaim:
    decision = RouteDecision.objects.create(
        office=case.office,
        case=case,
        number=case.decisions.count() + 1,
        made_by_id=cast.clerk.user_id,
        inputs_hash="",
        catalogue_hash="",
    )
    act = case.acts.get()
    return RouteClaim.objects.create(
        office=case.office,
        decision=decision,
        case=case,
        act=act,
        role="surgeon",
        provider=provider or cast.world.provider,
        route=route.code_name,
        cooperative=cooperative,
    )


def present(one: RouteClaim, on: date, **more: Any) -> RoutePayment:  # noqa: ANN401 - fields of a payment
    return RoutePayment.objects.create(
        office=one.office,
        payer_id=one.case.payer_id,
        claim=one,
        route=one.route,
        code="31003079",
        presented=100_00,
        presented_on=on,
        **more,
    )


def told(cast: Cast, case: SurgeryCase) -> dict[str, DeadlineView]:
    """The deadlines of a surgery by their kind, of which it has one each."""
    found = deadlines.of_case(actor=cast.clerk, case_id=case.pk).require()
    kinds = {one.kind: one for one in found.deadlines}
    assert len(kinds) == len(found.deadlines)
    return kinds
