"""What the registers say, and don't say, of a route: a missing fact is asked about, and a denied one closes."""

from __future__ import annotations

import pytest

from honorarios.records.models import (
    Agreement,
    CaseRequest,
    Cooperative,
    CooperativeMembership,
    Credential,
    Provider,
    RouteTerms,
    SurgeryCase,
)
from honorarios.services.routing.opinions import opinion
from tests.services.routing.stage import Stage, make_stage

pytestmark = pytest.mark.django_db

COOPERATIVE = "cooperative:coop-a"


@pytest.fixture
def stage() -> Stage:
    return make_stage()


def standings(stage: Stage) -> dict[str, str]:
    told = opinion(actor=stage.clerk, case_id=stage.case.pk).require()
    return {way.key: way.standing for way in told.members[0].ways}


def rules(stage: Stage, key: str) -> set[str]:
    """The rules that said anything of a way."""
    told = opinion(actor=stage.clerk, case_id=stage.case.pk).require()
    way = next(one for one in told.members[0].ways if one.key == key)
    return {reason["rule"] + " " + reason["code"] for reason in way.reasons}


def test_a_specialty_that_nobody_registered_is_asked_about(stage: Stage) -> None:
    Cooperative.objects.update(specialties="anestesiologia; cirurgia-geral")
    Provider.objects.update(specialty="")
    assert standings(stage)[COOPERATIVE] == "conditional"
    Provider.objects.update(specialty="hemodinamica")
    assert standings(stage)[COOPERATIVE] == "ineligible"


def test_a_cooperative_of_which_nothing_is_on_record_is_asked_about(stage: Stage) -> None:
    CooperativeMembership.objects.all().delete()
    agreed = Agreement.objects.filter(cooperative=stage.cooperative)
    agreed.update(fact_status="denied")
    assert COOPERATIVE not in standings(stage)
    RouteTerms.objects.filter(agreement__in=agreed).delete()
    agreed.delete()
    assert standings(stage)[COOPERATIVE] == "conditional"


@pytest.mark.parametrize("answer", ["pending", "denied"])
def test_a_code_that_is_not_authorised_may_still_be_covered(stage: Stage, answer: str) -> None:
    stage.act.authorised.all().delete()
    CaseRequest.objects.update(answer=answer)
    assert "E0 DADO_FALTANTE" in rules(stage, "private")
    assert standings(stage)["private"] == "conditional"


def test_an_accreditation_through_the_hospital_asks_whether_it_binds(stage: Stage) -> None:
    Credential.objects.update(mode="indirect")
    assert "E0 DADO_FALTANTE" in rules(stage, "private")
    assert "E1 SEM_CREDENCIAMENTO" in rules(stage, "accredited")


def test_an_accreditation_for_consultations_binds_for_no_surgery(stage: Stage) -> None:
    Credential.objects.update(scope="consultation")
    found = rules(stage, "private")
    assert not {"E12 CREDENCIADO_COBERTO", "E0 DADO_FALTANTE"} & found


@pytest.mark.parametrize(
    ("without", "standing"), [("", "ineligible"), ("cooperative", "conditional")]
)
def test_in_urgency_a_cooperative_is_a_covered_route_and_an_elective_repasse_none(
    stage: Stage, without: str, standing: str
) -> None:
    Credential.objects.update(scope="consultation")
    SurgeryCase.objects.update(character="urgent")
    Agreement.objects.filter(kind="repasse").update(scope="elective")
    Agreement.objects.filter(kind=without).update(fact_status="denied")
    assert standings(stage)["private"] == standing


def test_what_was_denied_for_urgency_says_nothing_of_the_elective(stage: Stage) -> None:
    Agreement.objects.filter(kind="repasse").update(fact_status="denied", scope="urgency")
    assert standings(stage)["repasse"] == "conditional"
    assert "E3 ACORDO_DESCONHECIDO" in rules(stage, "repasse")


@pytest.mark.parametrize(
    ("status", "standing"), [("confirmed", "ineligible"), ("presumed", "conditional")]
)
def test_a_cooperatives_agreement_for_urgency_closes_the_elective_where_it_is_sure(
    stage: Stage, status: str, standing: str
) -> None:
    Agreement.objects.filter(kind="cooperative").update(fact_status=status, scope="urgency")
    assert standings(stage)[COOPERATIVE] == standing
