"""Choosing, launching by every route, refusing and withdrawing; no act is claimed twice (E19)."""

from __future__ import annotations

import json
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from honorarios.records.models import (
    AccountPart,
    AuditEvent,
    BillingUnit,
    CaseTask,
    ClaimState,
    FeeLine,
    Provider,
    RouteClaim,
    RouteDecision,
    RoutePayment,
    SplitRule,
    SplitShare,
)
from honorarios.records.models.decisions import PaidBy
from honorarios.routing.routes import Route
from honorarios.services import splits
from honorarios.services.fees import reverse
from honorarios.services.outcomes import Refusal
from honorarios.services.routing.claims import refuse_claim, withdraw
from honorarios.services.routing.deciding import decide
from honorarios.services.routing.launching import launch
from honorarios.services.routing.opinions import opinion
from honorarios.services.routing.outcomes import Payment, record_payment
from honorarios.services.splits import SplitFilter
from tests.services.routing.stage import Stage, join, make_stage, perform

pytestmark = [pytest.mark.django_db, pytest.mark.database]

COOPERATIVE = "cooperative:coop-a"


@pytest.fixture
def stage() -> Stage:
    return make_stage()


def choose(stage: Stage, key: str, reason: str = "") -> RouteClaim:
    told = decide(
        actor=stage.clerk,
        case_id=stage.case.pk,
        chosen={stage.member.pk: key},
        reason=reason,
    )
    assert told.ok, told.findings
    return RouteClaim.objects.get(act=stage.act, state=ClaimState.OPEN.code_name)


def test_a_decision_keeps_the_opinion_its_claim_its_prediction_and_its_tasks(stage: Stage) -> None:
    seen = opinion(actor=stage.clerk, case_id=stage.case.pk).require()
    told = decide(
        actor=stage.clerk,
        case_id=stage.case.pk,
        chosen={stage.member.pk: COOPERATIVE},
        seen_hash=seen.inputs_hash,
    ).require()
    decision = RouteDecision.objects.get(pk=told.decision_id)
    assert (told.number, told.claims) == (1, 1)
    assert decision.inputs_hash == seen.inputs_hash
    assert decision.document["members"][0]["expected"] == 155_403
    claim = decision.claims.get()
    assert (claim.route, claim.state, claim.cooperative) == (
        "cooperative",
        "open",
        stage.cooperative,
    )
    assert (claim.prediction.presented, claim.prediction.expected) == (200_000, 155_403)
    (task,) = CaseTask.objects.filter(case=stage.case, kind="route")
    assert task.title.startswith("Entregar por Cooperativa coop-a: guia de honorários")


def test_another_route_than_the_advised_asks_why(stage: Stage) -> None:
    without = decide(
        actor=stage.clerk, case_id=stage.case.pk, chosen={stage.member.pk: "accredited"}
    )
    assert without.findings[0].code == "ROU-REASON"
    assert not RouteDecision.objects.exists()
    with_reason = decide(
        actor=stage.clerk,
        case_id=stage.case.pk,
        chosen={stage.member.pk: "accredited"},
        reason="Recebe antes",
    )
    assert with_reason.ok
    assert [finding.code for finding in with_reason.findings] == ["ROU-NOT-ADVISED"]


@pytest.mark.parametrize(
    ("key", "code"), [("private", "ROU-CLOSED"), ("nenhuma", "ROU-WAY"), ("", "ROU-WAY")]
)
def test_a_closed_or_unknown_route_is_refused(stage: Stage, key: str, code: str) -> None:
    told = decide(actor=stage.clerk, case_id=stage.case.pk, chosen={stage.member.pk: key})
    assert told.findings[0].code == code
    assert not RouteClaim.objects.exists()


def test_what_changed_since_the_page_was_seen_stops_the_decision(stage: Stage) -> None:
    seen = opinion(actor=stage.clerk, case_id=stage.case.pk).require()
    stage.cooperative.agreements.update(fact_status="presumed")
    told = decide(
        actor=stage.clerk,
        case_id=stage.case.pk,
        chosen={stage.member.pk: COOPERATIVE},
        seen_hash=seen.inputs_hash,
    )
    assert told.findings[0].code == "ROU-CHANGED"
    assert told.refusal is Refusal.STALE


def test_a_decision_that_was_not_launched_gives_way_to_the_next(stage: Stage) -> None:
    first = choose(stage, COOPERATIVE)
    second = choose(stage, "repasse", "O hospital paga melhor")
    first.refresh_from_db()
    assert (first.state, second.route) == ("withdrawn", "repasse")
    assert RouteDecision.objects.count() == 2


def test_the_database_holds_one_claim_of_an_act_role_and_professional(stage: Stage) -> None:
    claim = choose(stage, COOPERATIVE)
    claim.pk = None
    claim.route = "repasse"
    claim.cooperative = None
    with pytest.raises(IntegrityError), transaction.atomic():
        claim.save(force_insert=True)
    RouteClaim.objects.update(state=ClaimState.REFUSED.code_name)
    claim.save(force_insert=True)


@pytest.mark.parametrize(
    ("key", "route", "side", "total"),
    [
        ("accredited", "accredited", "outside", 180_000),
        ("repasse", "hospital_repasse", "inside", 215_000),
        (COOPERATIVE, "cooperative", "inside", 200_000),
    ],
)
def test_each_route_is_launched_on_its_own_part(
    stage: Stage, key: str, route: str, side: str, total: int
) -> None:
    choose(stage, key, "assim")
    perform(stage)
    told = launch(actor=stage.clerk, case_id=stage.case.pk).require()
    (part,) = told.parts
    line = FeeLine.objects.get(part_id=part.part_id)
    assert (part.route, part.total, line.charged) == (route, total, total)
    assert line.outside_stored is (side == "outside")
    claim = RouteClaim.objects.get(act=stage.act)
    assert (claim.state, claim.fee_line) == ("billed", line)
    stage.case.refresh_from_db()
    assert stage.case.status == "billed"
    again = launch(actor=stage.clerk, case_id=stage.case.pk)
    assert again.findings[0].code == "ROU-NO-CLAIM"


def test_a_route_that_closed_since_the_decision_is_not_launched(stage: Stage) -> None:
    claim = choose(stage, COOPERATIVE)
    perform(stage)
    stage.cooperative.agreements.filter(kind="cooperative").update(fact_status="denied")
    told = launch(actor=stage.clerk, case_id=stage.case.pk)
    (finding,) = told.findings
    assert (finding.code, told.refusal) == ("ROU-CLOSED-SINCE", Refusal.STATE)
    assert "(E8)" in finding.message
    claim.refresh_from_db()
    assert claim.state == "open"
    assert not FeeLine.objects.exists()


def test_a_route_with_something_to_confirm_is_launched_and_says_so(stage: Stage) -> None:
    choose(stage, COOPERATIVE)
    perform(stage)
    stage.cooperative.agreements.filter(kind="cooperative").update(fact_status="presumed")
    told = launch(actor=stage.clerk, case_id=stage.case.pk)
    assert told.ok
    (asked,) = [one for one in told.findings if one.code == "ROU-STILL-ASKS"]
    assert "E0 DADO_FALTANTE" in asked.message


def test_a_team_by_every_route_has_a_part_of_each(stage: Stage) -> None:
    members = [
        stage.member,
        join(stage, stage.assistant, "first_assistant"),
        join(stage, stage.assistant, "second_assistant"),
    ]
    keys = ("accredited", "repasse", COOPERATIVE)
    decide(
        actor=stage.clerk,
        case_id=stage.case.pk,
        chosen={member.pk: key for member, key in zip(members, keys, strict=True)},
        reason="Cada um pela sua",
    ).require()
    perform(stage)
    told = launch(actor=stage.clerk, case_id=stage.case.pk).require()
    assert {part.route for part in told.parts} == {
        "accredited",
        "hospital_repasse",
        "cooperative",
    }
    assert AccountPart.objects.count() == 3


def test_nothing_is_launched_before_the_surgery(stage: Stage) -> None:
    choose(stage, COOPERATIVE)
    told = launch(actor=stage.clerk, case_id=stage.case.pk)
    assert told.findings[0].code == "ROU-NOT-PERFORMED"


def test_a_billed_claim_closes_the_other_routes_until_it_is_refused(stage: Stage) -> None:
    claim = choose(stage, COOPERATIVE)
    perform(stage)
    launch(actor=stage.clerk, case_id=stage.case.pk).require()
    (member,) = opinion(actor=stage.clerk, case_id=stage.case.pk).require().members
    closed = {way.key for way in member.ways if way.standing == "ineligible"}
    assert {"accredited", "repasse"} <= closed
    told = refuse_claim(actor=stage.clerk, claim_id=claim.pk, reason="Negada").require()
    assert (told.state, told.reversed) == ("refused", True)
    assert FeeLine.objects.filter(status="reversal").count() == 1
    (member,) = opinion(actor=stage.clerk, case_id=stage.case.pk).require().members
    repasse = next(way for way in member.ways if way.key == "repasse")
    assert repasse.standing == "eligible"


def test_a_line_that_is_reversed_gives_its_claim_back(stage: Stage) -> None:
    claim = choose(stage, COOPERATIVE)
    perform(stage)
    launch(actor=stage.clerk, case_id=stage.case.pk).require()
    claim.refresh_from_db()
    assert claim.fee_line is not None
    reverse(actor=stage.clerk, uid=claim.fee_line.uid, reason="Lançado errado").require()
    given_back = RouteClaim.objects.get(pk=claim.pk)
    assert (given_back.state, given_back.fee_line) == ("open", None)
    assert launch(actor=stage.clerk, case_id=stage.case.pk).ok


def test_a_claim_follows_the_act_that_is_divided_again(stage: Stage) -> None:
    claim = billed(stage)
    before = claim.fee_line
    assert before is not None
    assert before.provider is not None
    principal = Provider.objects.create(office=stage.office, code="instituicao", name="Instituição")
    BillingUnit.objects.filter(pk=before.billing_unit_id).update(principal_provider=principal)
    rule = SplitRule.objects.create(
        office=stage.office, provider=before.provider, valid_from=stage.today - timedelta(days=999)
    )
    SplitShare.objects.create(
        office=stage.office, rule=rule, position=1, provider=before.provider, percent=Decimal(60)
    )
    done = splits.reprocess(actor=stage.clerk, only=SplitFilter(), reason="Regra nova").require()
    assert len(done.redivided) == 1
    claim.refresh_from_db()
    assert claim.fee_line is not None
    assert (claim.state, claim.fee_line.status) == ("billed", "active")
    told = refuse_claim(actor=stage.clerk, claim_id=claim.pk, reason="Negada").require()
    assert told.reversed
    assert not FeeLine.objects.filter(status="active").exists()


def billed(stage: Stage) -> RouteClaim:
    claim = choose(stage, COOPERATIVE)
    perform(stage)
    launch(actor=stage.clerk, case_id=stage.case.pk).require()
    claim.refresh_from_db()
    return claim


def pay(stage: Stage, claim: RouteClaim, payment: Payment) -> None:
    record_payment(actor=stage.clerk, claim_id=claim.pk, payment=payment).require()


def told_last(action: str, subject: RouteClaim) -> dict[str, object]:
    events = AuditEvent.objects.filter(action=action, subject_id=str(subject.pk))
    event = events.filter(subject_type="claim").latest("pk")
    detail: dict[str, object] = json.loads(event.detail.content)["detail"]
    return detail


def test_reversing_the_line_of_a_paid_claim_opens_it_again_with_nothing_paid(stage: Stage) -> None:
    claim = billed(stage)
    pay(stage, claim, Payment(presented_on=stage.today, paid_on=stage.today))
    stage.case.refresh_from_db()
    assert stage.case.status == "paid"
    assert claim.fee_line is not None
    reverse(actor=stage.clerk, uid=claim.fee_line.uid, reason="Lançado errado").require()
    given_back = RouteClaim.objects.get(pk=claim.pk)
    stage.case.refresh_from_db()
    told = (given_back.state, given_back.fee_line, stage.case.status)
    assert told == ("open", None, "performed")
    assert not RoutePayment.objects.filter(claim=claim).exists()
    payment = told_last("fees.reverse", claim)["payment"]
    assert isinstance(payment, dict)
    assert (payment["presented"], payment["paid_on"]) == (200_000, str(stage.today))
    assert launch(actor=stage.clerk, case_id=stage.case.pk).ok


def test_a_refused_claim_leaves_no_payment_to_wait_for(stage: Stage) -> None:
    claim = billed(stage)
    pay(stage, claim, Payment(presented_on=stage.today, denied=10_000))
    refuse_claim(actor=stage.clerk, claim_id=claim.pk, reason="Negada").require()
    assert not RoutePayment.objects.filter(claim=claim).exists()


def test_a_payment_that_is_recorded_again_tells_what_stood_before(stage: Stage) -> None:
    claim = billed(stage)
    pay(stage, claim, Payment(presented_on=stage.today, denied=10_000))
    assert told_last("routes.decide", claim)["before"] is None
    pay(stage, claim, Payment(presented_on=stage.today, paid_on=stage.today))
    told = told_last("routes.decide", claim)
    assert told["before"] == {
        "presented": 200_000,
        "denied": 10_000,
        "recovered": 0,
        "presented_on": str(stage.today),
        "paid_on": None,
    }
    assert (told["denied"], told["paid_on"]) == (0, str(stage.today))


def test_a_withdrawal_says_why(stage: Stage) -> None:
    claim = choose(stage, COOPERATIVE)
    told = withdraw(actor=stage.clerk, claim_id=claim.pk, reason=" ")
    assert told.findings[0].code == "ROU-CLAIM-REASON"
    done = withdraw(actor=stage.clerk, claim_id=claim.pk, reason="Paciente desistiu").require()
    assert (done.state, done.reversed) == ("withdrawn", False)
    twice = withdraw(actor=stage.clerk, claim_id=claim.pk, reason="De novo")
    assert twice.refusal is Refusal.STATE


def test_the_same_key_decides_once(stage: Stage) -> None:
    def once() -> int:
        told = decide(
            actor=stage.clerk,
            case_id=stage.case.pk,
            chosen={stage.member.pk: COOPERATIVE},
            key="k-1",
        )
        return told.require().decision_id

    assert once() == once()
    assert RouteDecision.objects.count() == 1


@pytest.mark.parametrize("role", ["auditor", "physician", "hospital_finance", "administrator"])
def test_only_the_clerk_decides(stage: Stage, role: str) -> None:
    actor = stage.actors[role]
    told = decide(actor=actor, case_id=stage.case.pk, chosen={stage.member.pk: COOPERATIVE})
    assert told.refusal is Refusal.FORBIDDEN
    assert launch(actor=actor, case_id=stage.case.pk).refusal is Refusal.FORBIDDEN


def test_the_record_and_the_rules_name_the_routes_alike() -> None:
    assert [(one.code_name, one.label) for one in PaidBy] == [
        (one.code_name, one.label) for one in Route
    ]
