"""What is told beside the ranking: papers to bring, appeals to make, the patient's cost, and whole teams."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from honorarios.records.models import CaseDocument, RouteClaim, RouteTerms
from honorarios.services.cases.detail import detail
from honorarios.services.routing import claims
from honorarios.services.routing.appeals import appeals
from honorarios.services.routing.deciding import decide
from honorarios.services.routing.launching import launch
from honorarios.services.routing.opinions import opinion
from honorarios.services.routing.outcomes import Payment, record_payment
from honorarios.services.routing.own_cost import own_cost
from tests.api.client import program
from tests.services.routing.stage import Stage, join, make_stage, perform

if TYPE_CHECKING:
    from honorarios.services.outcomes import Result
    from honorarios.services.routing.own_cost import OwnCost

pytestmark = pytest.mark.django_db
COOPERATIVE = "cooperative:coop-a"


@pytest.fixture
def stage() -> Stage:
    return make_stage()


def test_a_missing_paper_is_worth_what_its_pressure_takes(stage: Stage) -> None:
    CaseDocument.objects.create(
        office=stage.office, case=stage.case, kind="surgery_report", state="missing"
    )
    assert opinion(actor=stage.clerk, case_id=stage.case.pk).require().reliefs == ()
    RouteTerms.objects.filter(agreement__kind="cooperative").update(cut_off_days=2)
    RouteTerms.objects.filter(agreement__kind="repasse").update(fee_share=30)
    told = opinion(actor=stage.clerk, case_id=stage.case.pk).require()
    assert told.members[0].recommended == "accredited"
    (relief,) = told.reliefs
    assert (relief.mend, relief.detail) == ("paper", "surgery_report")
    assert relief.label == "Trazer: Descrição cirúrgica assinada"
    # 1.554,03 of the cooperative with the paper, 1.476,15 of the accreditation without it.
    assert relief.worth == 77_88
    assert relief.changes == ("Cirurgião: Cooperativa coop-a",)


def test_a_route_for_the_whole_team_leaves_nobody_out(stage: Stage) -> None:
    RouteTerms.objects.filter(agreement__kind="cooperative").update(same_route_for_all=True)
    other = join(stage, stage.assistant, "first_assistant")
    told = opinion(actor=stage.clerk, case_id=stage.case.pk).require()
    assert {way.key for way in told.members[0].ways if way.whole_team} == {COOPERATIVE}

    def chosen(**ways: str) -> list[str]:
        members = {"surgeon": stage.member.pk, "other": other.pk}
        picked = {members[name]: key for name, key in ways.items()}
        answer = decide(actor=stage.clerk, case_id=stage.case.pk, chosen=picked, reason="Combinado")
        return [one.code for one in answer.findings if one.code == "ROU-WHOLE"]

    assert chosen(surgeon=COOPERATIVE) == ["ROU-WHOLE"]
    assert chosen(surgeon=COOPERATIVE, other="accredited") == ["ROU-WHOLE"]
    assert not RouteClaim.objects.exists()
    assert chosen(surgeon=COOPERATIVE, other=COOPERATIVE) == []
    # Who is left out of the next decision keeps the claim of the first.
    assert chosen(surgeon=COOPERATIVE) == []
    assert chosen(other="accredited") == ["ROU-WHOLE"]


def test_what_was_refused_is_weighed_for_an_appeal(stage: Stage) -> None:
    assert appeals(actor=stage.clerk, case_id=stage.case.pk).require() == ()
    decide(
        actor=stage.clerk, case_id=stage.case.pk, chosen={stage.member.pk: COOPERATIVE}
    ).require()
    perform(stage)
    launch(actor=stage.clerk, case_id=stage.case.pk).require()
    claim = RouteClaim.objects.get()
    payment = Payment(presented_on=stage.today, paid_on=stage.today, denied=500_00)
    record_payment(actor=stage.clerk, claim_id=claim.pk, payment=payment).require()
    (told,) = appeals(actor=stage.clerk, case_id=stage.case.pk).require()
    assert (told.receiver, told.file_until) == ("Coop A", stage.today + timedelta(days=40))
    (item,) = told.carried
    assert (item.claim_id, item.refused, told.worth_filing) == (claim.pk, 500_00, True)
    # About 60 % comes back, after 5 % of fee and 13,33 % of tax, forty days later.
    assert 235_00 < item.worth < 244_00
    page = f"/cases/{stage.case.pk}/appeals?cost=30000"
    (dear,) = program(stage.clerk).get(page).done
    assert (dear["worth_filing"], dear["worth"]) == (False, item.worth - 300_00)
    assert appeals(actor=stage.actors["physician"], case_id=stage.case.pk).ok


def test_a_free_choice_costs_the_patient_the_fee_less_the_refund(stage: Stage) -> None:
    def asked() -> Result[OwnCost]:
        return own_cost(actor=stage.clerk, case_id=stage.case.pk, contract="direto")

    assert asked().findings[0].code == "CIR-NOT-FREE-CHOICE"
    stage.case.free_choice = True
    stage.case.save()
    told = asked().require()
    assert (told.fee, told.refund, told.cost) == (400_000, 180_000, 220_000)
    (line,) = told.lines
    assert (line.role_label, line.cost) == ("Cirurgião", 220_000)


def test_a_sent_guia_and_a_claim_say_who_receives_them(stage: Stage) -> None:
    def sent_to() -> list[str]:
        return [
            one.sent_to for one in detail(actor=stage.clerk, case_id=stage.case.pk).require().papers
        ]

    for kind in ("fee_guia", "repasse_request", "surgery_report"):
        CaseDocument.objects.create(
            office=stage.office, case=stage.case, kind=kind, state="sent", on=stage.today
        )
    # While nobody decided, the guia is the payer's form.
    assert sent_to() == ["Convênio", "Hospital", ""]
    decide(
        actor=stage.clerk, case_id=stage.case.pk, chosen={stage.member.pk: COOPERATIVE}
    ).require()
    assert sent_to() == ["Coop A", "Hospital", ""]
    claim = RouteClaim.objects.get()
    assert claims.detail(actor=stage.clerk, claim_id=claim.pk).require().receiver == "Coop A"
    CaseDocument.objects.filter(kind="fee_guia").update(state="received")
    assert sent_to()[0] == ""
