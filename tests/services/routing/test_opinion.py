"""The opinion on a surgery from the registers: scenario S1 to the centavo, and who may see it."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from honorarios.records.models import Agreement, Participation, RouteTerms, SurgeryCase
from honorarios.services.outcomes import Refusal
from honorarios.services.routing.changes import Change
from honorarios.services.routing.opinions import opinion, trace
from honorarios.services.routing.supposing import Supposed
from tests.services.routing.stage import Stage, join, make_stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage() -> Stage:
    return make_stage()


def expected(stage: Stage, supposed: Supposed | None = None) -> dict[str, int]:
    told = opinion(actor=stage.clerk, case_id=stage.case.pk, supposed=supposed).require()
    return {way.key: way.expected for way in told.members[0].ways}


def test_s1_from_the_registers(stage: Stage) -> None:
    told = opinion(actor=stage.clerk, case_id=stage.case.pk).require()
    (member,) = told.members
    ways = {way.key: way for way in member.ways}
    covered = ("accredited", "repasse", "cooperative:coop-a")
    assert [ways[key].gross for key in covered] == [180_000, 215_000, 200_000]
    assert [ways[key].expected for key in covered] == [147_615, 156_062, 155_403]
    assert {ways[key].standing for key in covered} == {"eligible"}
    assert member.recommended == "cooperative:coop-a"
    assert "Repasse hospitalar renderia R$ 6,59 a mais" in member.why
    assert "(8 %, n = 41, contra 12 %, n = 17)" in member.why
    assert (told.team and told.team.expected) == 155_403
    assert told.next_deadline == stage.today + timedelta(days=30)


def test_s1_says_what_would_change_it(stage: Stage) -> None:
    told = opinion(actor=stage.clerk, case_id=stage.case.pk).require()
    opinion_of_act = told.members[0].seats[0].opinion
    assert any(
        "de 8 % para 5,44 % ou menos" in one["sentence"] for one in opinion_of_act["changes_if"]
    )
    assert "Descartada: Particular" in opinion_of_act["text"]
    assert "(E12)" in opinion_of_act["text"]


def test_a_supposed_fee_moves_the_ranking(stage: Stage) -> None:
    lower = Supposed({"repasse": Change(fee=Decimal("0.0544"))})
    told = opinion(actor=stage.clerk, case_id=stage.case.pk, supposed=lower).require()
    assert told.supposed
    assert told.members[0].recommended == "repasse"


def test_every_amount_opens_its_trace(stage: Stage) -> None:
    told = trace(
        actor=stage.clerk,
        case_id=stage.case.pk,
        act_id=stage.act.pk,
        participation_id=stage.member.pk,
        key="repasse",
    ).require()
    assert told.way_name == "Repasse hospitalar"
    absent = trace(
        actor=stage.clerk,
        case_id=stage.case.pk,
        act_id=stage.act.pk,
        participation_id=stage.member.pk,
        key="class_difference",
    )
    assert absent.refusal is Refusal.NOT_FOUND


def test_an_unknown_agreement_is_asked_about_and_not_closed(stage: Stage) -> None:
    Agreement.objects.filter(kind="repasse").update(fact_status="unknown", confirmed_on=None)
    told = opinion(actor=stage.clerk, case_id=stage.case.pk).require()
    repasse = next(way for way in told.members[0].ways if way.key == "repasse")
    assert repasse.standing == "conditional"
    assert "ACORDO_DESCONHECIDO" in {reason["code"] for reason in repasse.reasons}
    assert (
        repasse.reasons[0]["whom"]
        == "comercial ou relacionamento com o corpo clínico ou faturamento"
    )


def test_a_denied_agreement_closes_the_repasse(stage: Stage) -> None:
    Agreement.objects.filter(kind="repasse").update(fact_status="denied")
    told = opinion(actor=stage.clerk, case_id=stage.case.pk).require()
    repasse = next(way for way in told.members[0].ways if way.key == "repasse")
    assert (repasse.standing, repasse.acts) == ("ineligible", 0)


def test_a_code_without_authorisation_has_no_amount(stage: Stage) -> None:
    stage.act.authorised.all().delete()
    told = opinion(actor=stage.clerk, case_id=stage.case.pk).require()
    ways = {way.key: way for way in told.members[0].ways}
    assert ways["repasse"].gross == 0
    assert told.members[0].seats[0].prices["repasse"].message
    assert "CODIGO_NAO_AUTORIZADO" in {reason["code"] for reason in ways["repasse"].reasons}


def test_a_route_for_all_takes_the_whole_team(stage: Stage) -> None:
    join(stage, stage.assistant, "first_assistant")
    RouteTerms.objects.filter(agreement__kind="repasse").update(
        same_route_for_all=True, fee_share=Decimal(0)
    )
    told = opinion(actor=stage.clerk, case_id=stage.case.pk).require()
    assert told.whole == "repasse"
    assert [member.recommended for member in told.members] == ["repasse", "repasse"]
    assert told.team is not None
    assert told.team.expected == sum(member.expected for member in told.members)


def test_class_difference_is_the_patients_own_option(stage: Stage) -> None:
    from honorarios.records.models import AccommodationType

    apartment = AccommodationType.objects.get(code="apartment")
    SurgeryCase.objects.filter(pk=stage.case.pk).update(
        occupied_accommodation=apartment, upgrade_reason="no_bed"
    )
    told = opinion(actor=stage.clerk, case_id=stage.case.pk).require()
    difference = next(way for way in told.members[0].ways if way.key == "class_difference")
    assert difference.group == "B"
    assert "FALTA_DE_LEITO" in {reason["code"] for reason in difference.reasons}
    assert told.members[0].recommended == "cooperative:coop-a"


def test_a_physician_sees_their_own_part_only(stage: Stage) -> None:
    join(stage, stage.assistant, "first_assistant")
    told = opinion(actor=stage.actors["physician"], case_id=stage.case.pk).require()
    assert [member.provider for member in told.members] == ["m1"]
    assert told.team is None
    Participation.objects.filter(provider=stage.surgeon).delete()
    absent = opinion(actor=stage.actors["physician"], case_id=stage.case.pk)
    assert absent.refusal is Refusal.NOT_FOUND


@pytest.mark.parametrize("role", ["hospital_finance", "administrator"])
def test_what_a_professional_nets_is_no_business_of_others(stage: Stage, role: str) -> None:
    told = opinion(actor=stage.actors[role], case_id=stage.case.pk)
    assert told.refusal is Refusal.FORBIDDEN


def test_without_a_team_it_says_what_is_missing(stage: Stage) -> None:
    Participation.objects.all().delete()
    told = opinion(actor=stage.clerk, case_id=stage.case.pk)
    assert [finding.code for finding in told.findings] == ["ROU-NO-TEAM"]


def test_a_wrong_supposition_is_refused(stage: Stage) -> None:
    told = opinion(
        actor=stage.clerk,
        case_id=stage.case.pk,
        supposed=Supposed({"repasse": Change(fee=Decimal(2))}),
    )
    assert [finding.code for finding in told.findings] == ["ROU-INPUT"]
