"""Scenarios S6 and S8 of ``spec: routes 5.5`` from the registers, in the services and over the API."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from honorarios.records.models import (
    AccommodationType,
    Cooperative,
    CooperativeMembership,
    RouteTerms,
    SurgeryCase,
    TaxProfile,
)
from honorarios.services.routing.opinions import opinion
from tests.api.client import program
from tests.services.routing.stage import Stage, make_stage
from tests.web.signed import signed_in

if TYPE_CHECKING:
    from honorarios.services.routing.shown import WayView

pytestmark = pytest.mark.django_db

SINCE = date(2020, 1, 1)
COOPERATIVE = "cooperative:coop-a"
S6 = (
    "accredited.gross=1500",
    "accredited.glosa=6",
    "accredited.recovery=40",
    "accredited.days=45",
    "class_difference.gross=1500",
)
S8 = (
    f"{COOPERATIVE}.gross=2400",
    f"{COOPERATIVE}.fee=4",
    f"{COOPERATIVE}.glosa=0",
    f"{COOPERATIVE}.days=60",
    "repasse.gross=2250",
    "repasse.fee=10",
    "repasse.glosa=0",
    "repasse.days=60",
)


@pytest.fixture
def stage() -> Stage:
    return make_stage()


def ways(stage: Stage, suppose: tuple[str, ...]) -> dict[str, WayView]:
    told = opinion(actor=stage.clerk, case_id=stage.case.pk, suppose=suppose).require()
    return {way.key: way for way in told.members[0].ways}


@pytest.mark.parametrize(
    "line",
    ["repasse.fee=1e2000000", "repasse.days=1e5000", "repasse.fee=-1e-900000", "*.rate=-1e9"],
)
def test_a_number_that_nobody_supposes_is_told(stage: Stage, line: str) -> None:
    told = opinion(actor=stage.clerk, case_id=stage.case.pk, suppose=(line,))
    assert [one.code for one in told.findings] == ["ROU-INPUT"]


def over_the_api(stage: Stage, suppose: tuple[str, ...]) -> dict[str, int]:
    query = "&".join(f"suppose={line}" for line in suppose)
    told = program(stage.clerk).get(f"/cases/{stage.case.pk}/route?{query}").done
    return {way["key"]: way["expected"] for way in told["members"][0]["ways"]}


def on_the_screen(stage: Stage, suppose: tuple[str, ...]) -> str:
    page = f"/cirurgias/{stage.case.pk}/via/?{'&'.join(suppose)}"
    return signed_in(stage.clerk).get(page).content.decode()


def upgrade(stage: Stage, reason: str, signed_after: int) -> None:
    """The patient in an apartment above the plan's ward, whose term was signed so many days after admission."""
    admitted = stage.today - timedelta(days=2)
    SurgeryCase.objects.filter(pk=stage.case.pk).update(
        occupied_accommodation=AccommodationType.objects.get(code="apartment"),
        upgrade_reason=reason,
        admitted_on=admitted,
        consent_signed_on=admitted + timedelta(days=signed_after),
    )
    RouteTerms.objects.create(
        office=stage.office, loss_share=Decimal(3), payment_days=0, valid_from=SINCE
    )


def test_s6_class_difference_is_added_to_what_the_payer_pays(stage: Stage) -> None:
    upgrade(stage, "patient_option", -1)
    found = ways(stage, S6)
    assert found["accredited"].expected == 123_013
    assert found["class_difference"].expected == 126_105
    assert found["class_difference"].standing == "eligible"
    assert found["accredited"].expected + found["class_difference"].expected == 249_118
    told = over_the_api(stage, S6)
    assert (told["accredited"], told["class_difference"]) == (123_013, 126_105)
    page = on_the_screen(stage, S6)
    assert "1.230,13" in page
    assert "1.261,05" in page


@pytest.mark.parametrize(
    ("reason", "signed_after", "code"),
    [("no_bed", -1, "FALTA_DE_LEITO"), ("patient_option", 1, "SEM_TERMO_PREVIO")],
)
def test_s6_for_want_of_a_bed_or_of_a_prior_term_there_is_none(
    stage: Stage, reason: str, signed_after: int, code: str
) -> None:
    upgrade(stage, reason, signed_after)
    found = ways(stage, S6)["class_difference"]
    assert (found.standing, found.acts) == ("ineligible", 0)
    assert code in {one["code"] for one in found.reasons}


def test_s8_tax_turns_the_order_round(stage: Stage) -> None:
    CooperativeMembership.objects.filter(provider=stage.surgeon).update(receives_as="natural")
    TaxProfile.objects.create(
        office=stage.office,
        provider=stage.surgeon,
        receives_as="natural",
        marginal_rate=Decimal("27.5"),
        social_used=Decimal("8475.55"),
        valid_from=SINCE,
    )
    found = ways(stage, S8)
    assert (found[COOPERATIVE].expected, found["repasse"].expected) == (163_102, 171_369)
    told = over_the_api(stage, S8)
    assert (told[COOPERATIVE], told["repasse"]) == (163_102, 171_369)
    page = on_the_screen(stage, S8)
    assert "1.631,02" in page
    assert "1.713,69" in page
    CooperativeMembership.objects.filter(provider=stage.surgeon).update(receives_as="legal")
    assert ways(stage, S8)[COOPERATIVE].expected == 194_980


def test_s8_a_cooperative_that_pays_no_company_is_closed_to_one(stage: Stage) -> None:
    Cooperative.objects.update(accepts_legal="no")
    RouteTerms.objects.filter(agreement__kind="cooperative").update(accepts_legal="unknown")
    found = ways(stage, ())[COOPERATIVE]
    assert found.standing == "ineligible"
    assert "TIPO_RECEBEDOR" in {one["code"] for one in found.reasons}
