"""Deadlines of surgeries as the record has them: counted, listed, and seen by whom they may be."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from honorarios.planning.deadlines import Kind, Owner, State
from honorarios.records.models import (
    CaseDocument,
    CaseTask,
    Cooperative,
    CooperativeMembership,
    Credential,
    HolidayPlace,
    OpmeQuote,
    RequestAnswer,
    RoutePayment,
    RouteTerms,
)
from honorarios.routing.routes import Route
from honorarios.services import deadlines
from honorarios.services.actor import ActorRole
from honorarios.services.deadlines import DeadlinesAsked, counting
from honorarios.services.outcomes import Refusal
from honorarios.services.routing.held import hold
from tests.services.deadlines import planned
from tests.services.deadlines.planned import told

if TYPE_CHECKING:
    from honorarios.records.models import SurgeryCase
    from honorarios.services.routing.held import HeldCase
    from tests.services.cast import Cast

pytestmark = pytest.mark.database


def test_a_surgery_without_requests_has_its_own_day(cast: Cast) -> None:
    found = told(cast, planned.plan(cast.world))
    assert {kind: one.due for kind, one in found.items()} == {"surgery": date(2026, 12, 1)}


def test_a_request_is_counted_with_the_holidays_of_the_place(cast: Cast) -> None:
    case = planned.plan(cast.world)
    planned.ask(case, date(2027, 1, 25), protocol="77")
    found = told(cast, case)
    # 2 February is Navegantes, in Porto Alegre only.
    assert found["answer"].due == date(2027, 2, 9)
    assert found["answer"].owner == Owner.PAYER.value
    HolidayPlace.objects.create(office=case.office, code=planned.PORTO_ALEGRE, name="Porto Alegre")
    assert told(cast, case)["answer"].due == date(2027, 2, 8)


def test_the_offices_own_list_of_a_place_counts_its_feasts_and_dates(cast: Cast) -> None:
    case = planned.plan(cast.world)
    planned.ask(case, date(2027, 1, 25))
    HolidayPlace.objects.create(
        office=case.office,
        code=planned.PORTO_ALEGRE,
        name="Porto Alegre",
        state="RS",
        days="02-02 02-03",
        dates="2027-02-05",
        carnival_monday=True,
    )
    # 8 February 2027 is Carnival Monday.
    assert told(cast, case)["answer"].due == date(2027, 2, 12)


def test_a_generic_answer_stops_no_clock(cast: Cast) -> None:
    case = planned.plan(cast.world)
    day = date(2026, 11, 9)
    request = planned.ask(case, day, answer=RequestAnswer.GENERIC, answered_on=date(2026, 11, 10))
    # Ten working days, with the 20th a holiday: that is today.
    assert told(cast, case)["answer"].state == State.SOON.value
    request.answer = RequestAnswer.PARTIAL
    request.save()
    found = told(cast, case)
    assert found["answer"].done_on == date(2026, 11, 10)
    assert found["performance"].done_on is None


def test_a_refused_request_is_waited_for_no_more(cast: Cast) -> None:
    case = planned.plan(cast.world)
    answered = date(2026, 11, 12)
    planned.ask(case, date(2026, 11, 9), answer=RequestAnswer.DENIED, answered_on=answered)
    assert told(cast, case)["performance"].done_on == answered


def test_senhas_quotes_and_tasks(cast: Cast) -> None:
    case = planned.plan(cast.world)
    request = planned.ask(case, answer=RequestAnswer.AUTHORISED, answered_on=planned.TODAY)
    planned.authorise(request)
    OpmeQuote.objects.create(
        office=case.office, case=case, supplier="F1", requested_on=planned.TODAY
    )
    CaseTask.objects.create(
        office=case.office, case=case, kind="other", title="Anexar laudo", due=planned.TODAY
    )
    found = told(cast, case)
    assert found["senha_expiry"].due == date(2026, 12, 23)
    assert found["senha_expiry"].presumed
    assert found["opme_quotes"].due == date(2026, 11, 30)
    assert found["task"].due == planned.TODAY


def test_the_performed_surgery_settles_what_was_waited_for(cast: Cast) -> None:
    case = planned.plan(cast.world, performed_at=datetime(2026, 11, 22, 9), status="performed")
    request = planned.ask(case, date(2026, 11, 9))
    planned.authorise(request, granted_on=date(2026, 11, 18), valid_until=date(2026, 12, 5))
    found = told(cast, case)
    assert {found[kind].done_on for kind in ("surgery", "performance", "senha_expiry")} == {
        date(2026, 11, 22)
    }


def test_a_cancelled_surgery_waits_for_nothing(cast: Cast) -> None:
    case = planned.plan(cast.world, status="cancelled")
    planned.ask(case)
    assert told(cast, case) == {}


def test_the_routes_that_seem_open_say_until_when_papers_are_taken(cast: Cast) -> None:
    planned.agree_repasse(cast)
    world = cast.world
    case = planned.plan(world)
    credential = Credential.objects.create(
        office=world.office,
        provider=world.provider,
        payer=world.payer,
        mode="direct",
        valid_from=date(2020, 1, 1),
    )
    RouteTerms.objects.create(
        office=world.office,
        credential=credential,
        cut_off_shape="month_day",
        cut_off_event="surgery",
        cut_off_day=5,
        cut_off_months=1,
        cut_off_roll="next",
        valid_from=date(2020, 1, 1),
    )
    found = told(cast, case)
    assert found["hospital_inclusion"].due == date(2026, 12, 31)
    assert found["hospital_inclusion"].presumed
    assert found["presentation"].due == date(2027, 1, 5)
    assert "mês seguinte" in found["presentation"].rule


def test_a_cooperative_counts_where_somebody_of_the_team_is_a_member(cast: Cast) -> None:
    world = cast.world
    case = planned.plan(world)
    cooperative = Cooperative.objects.create(office=world.office, code="COOP", name="Coop")
    agreement = planned.agree_repasse(cast)
    agreement.kind, agreement.cooperative, agreement.hospital = "cooperative", cooperative, None
    agreement.save()
    assert "cooperative_delivery" not in told(cast, case)
    member = CooperativeMembership.objects.create(
        office=world.office,
        provider=world.provider,
        cooperative=cooperative,
        valid_from=date(2024, 1, 1),
    )
    found = told(cast, case)["cooperative_delivery"]
    assert (found.due, found.subject) == (date(2026, 12, 31), "Coop")
    member.valid_to = date(2026, 11, 30)
    member.save()
    assert "cooperative_delivery" not in told(cast, case)


def test_an_agreement_without_its_rule_has_no_day_and_says_so(cast: Cast) -> None:
    planned.agree_repasse(cast, cut_off_shape="", cut_off_event="", cut_off_days=None)
    found = told(cast, planned.plan(cast.world))["hospital_inclusion"]
    assert (found.due, found.state) == (None, State.UNKNOWN.value)
    assert "pergunte" in found.source


def test_once_a_route_is_chosen_only_its_papers_are_waited_for(cast: Cast) -> None:
    planned.agree_repasse(cast)
    world = cast.world
    case = planned.plan(world, performed_at=datetime(2026, 11, 4, 8), status="performed")
    Credential.objects.create(
        office=world.office,
        provider=world.provider,
        payer=world.payer,
        mode="direct",
        valid_from=date(2020, 1, 1),
    )
    assert {"presentation", "hospital_inclusion"} <= told(cast, case).keys()
    planned.claim(case, cast)
    found = told(cast, case)
    assert "presentation" not in found
    assert found["hospital_inclusion"].due == date(2026, 12, 4)
    assert not found["hospital_inclusion"].presumed


def test_what_was_presented_is_expected_paid_and_its_refusal_appealed(cast: Cast) -> None:
    planned.agree_repasse(cast)
    world = cast.world
    case = planned.plan(world, performed_at=datetime(2026, 9, 1, 8), status="billed")
    one = planned.claim(case, cast)
    payment = planned.present(one, date(2026, 9, 10))
    found = told(cast, case)
    assert found["hospital_inclusion"].done_on == date(2026, 9, 10)
    # Sixty days after the presentation, by the contract, as what was seen is counted too.
    assert found["payment"].due == date(2026, 11, 9)
    assert found["payment"].state == State.LATE.value
    for waited in (30, 40, 80, 90):
        RoutePayment.objects.create(
            office=world.office,
            payer=world.payer,
            route="repasse",
            code="1",
            presented=1,
            presented_on=date(2026, 1, 5),
            paid_on=date(2026, 1, 5),
            waited=waited,
        )
    found = told(cast, case)
    assert found["payment"].due == date(2026, 11, 29)
    assert found["late_payment"].due == date(2026, 12, 9)
    payment.denied, payment.paid_on, payment.waited = 20_00, date(2026, 11, 16), 67
    payment.save()
    found = told(cast, case)
    assert found["payment"].done_on == date(2026, 11, 16)
    assert found["appeal"].due == date(2026, 12, 16)
    assert "appeal_reply" not in found


def test_a_company_that_was_paid_gives_its_invoice(cast: Cast) -> None:
    planned.agree_repasse(cast)
    case = planned.plan(cast.world, performed_at=datetime(2026, 9, 1, 8), status="paid")
    case.participations.update(receives_as="legal")
    one = planned.claim(case, cast)
    planned.present(one, date(2026, 9, 10), paid_on=date(2026, 11, 16), waited=67)
    found = told(cast, case)["fiscal_document"]
    assert (found.due, found.state) == (date(2026, 11, 16), State.LATE.value)


def test_the_account_and_the_refund(cast: Cast) -> None:
    world = cast.world
    case = planned.plan(world, attendance=world.attendance)
    world.part.period_end, world.part.version = date(2026, 12, 15), world.part.version + 1
    world.part.save()
    CaseDocument.objects.create(
        office=case.office, case=case, kind="refund_request", state="sent", on=planned.TODAY
    )
    found = told(cast, case)
    assert found["account_closing"].due == date(2026, 12, 15)
    assert found["refund"].due == date(2026, 12, 23)


def test_the_office_has_deadlines_of_its_own(cast: Cast) -> None:
    planned.agree_repasse(cast)
    page = deadlines.listed(actor=cast.clerk).require()
    assert [(one.kind, one.due) for one in page.deadlines] == [
        ("fact_expiry", date(2026, 12, 31)),
        ("anniversary", date(2027, 1, 15)),
        ("negotiation", date(2027, 3, 31)),
    ]
    assert page.deadlines[0].case_id is None
    assert "comercial" in page.deadlines[0].rule


def test_a_list_is_narrowed(cast: Cast) -> None:
    planned.agree_repasse(cast)
    case = planned.plan(cast.world)
    planned.ask(case, date(2026, 11, 3))
    every = deadlines.listed(actor=cast.clerk).require()
    assert (every.late, every.total) == (1, len(every.deadlines))

    def kinds(**asked: object) -> list[str]:
        found = deadlines.listed(actor=cast.clerk, asked=DeadlinesAsked(**asked))  # type: ignore[arg-type] # fields of it
        return [one.kind for one in found.require().deadlines]

    assert kinds(kinds=frozenset({Kind.ANSWER, Kind.SURGERY})) == ["answer", "surgery"]
    assert kinds(owners=frozenset({Owner.PAYER})) == ["answer", "performance"]
    assert kinds(states=frozenset({State.LATE})) == ["answer"]
    assert kinds(since=date(2026, 12, 1), until=date(2026, 12, 31)) == [
        "surgery",
        "performance",
        "hospital_inclusion",
        "fact_expiry",
    ]
    assert kinds(unit=cast.world.unit.code, states=frozenset({State.LATE})) == ["answer"]
    assert kinds(unit=cast.other_unit.unit.code) == []


def test_a_window_that_ends_before_it_begins_is_told(cast: Cast) -> None:
    asked = DeadlinesAsked(since=date(2026, 12, 1), until=date(2026, 11, 1))
    found = deadlines.listed(actor=cast.clerk, asked=asked)
    assert [finding.code for finding in found.findings] == ["PRZ-WINDOW"]


def test_nobody_sees_the_deadlines_of_what_is_not_theirs(cast: Cast) -> None:
    planned.agree_repasse(cast)
    own = planned.plan(cast.world, "C1")
    other = planned.plan(cast.other_unit, "C2")
    other.participations.update(provider=cast.colleague)
    seen = {
        role: {
            one.case_number
            for one in deadlines.listed(actor=actor).require().deadlines
            if one.case_id is not None
        }
        for role, actor in cast.by_role.items()
    }
    assert seen == {
        ActorRole.SYSTEM: {"C1", "C2"},
        ActorRole.CLERK: {"C1"},
        ActorRole.AUDITOR: {"C1"},
        ActorRole.PHYSICIAN: {"C1"},
        # No fee of it goes through the hospital.
        ActorRole.HOSPITAL_FINANCE: set(),
        ActorRole.ADMINISTRATOR: set(),
    }
    for role in (ActorRole.CLERK, ActorRole.PHYSICIAN, ActorRole.HOSPITAL_FINANCE):
        found = deadlines.of_case(actor=cast.by_role[role], case_id=other.pk)
        assert found.refusal is Refusal.NOT_FOUND
    administrator = cast.by_role[ActorRole.ADMINISTRATOR]
    refused = deadlines.of_case(actor=administrator, case_id=own.pk)
    assert refused.refusal is Refusal.FORBIDDEN
    physician = deadlines.listed(actor=cast.by_role[ActorRole.PHYSICIAN]).require()
    assert all(one.case_id is not None for one in physician.deadlines)


def test_a_hospitals_finance_sees_the_deadlines_of_repasse_only(cast: Cast) -> None:
    planned.agree_repasse(cast)
    case = planned.plan(cast.world, fees_requested="yes")
    planned.authorise(planned.ask(case))
    world = cast.world
    Credential.objects.create(
        office=world.office,
        provider=world.provider,
        payer=world.payer,
        mode="direct",
        valid_from=date(2020, 1, 1),
    )
    finance = cast.by_role[ActorRole.HOSPITAL_FINANCE]
    listed = deadlines.listed(actor=finance).require().deadlines
    of_case = deadlines.of_case(actor=finance, case_id=case.pk).require().deadlines
    for found in (listed, of_case):
        assert {one.kind for one in found} == {"surgery", "hospital_inclusion"}
    assert {"presentation", "senha_expiry", "answer"} <= told(cast, case).keys()


def test_what_one_cooperative_took_in_is_not_delivered_to_another(cast: Cast) -> None:
    world = cast.world
    case = planned.plan(world, performed_at=datetime(2026, 11, 4, 8), status="performed")
    first, _second = (
        planned.claim(
            case,
            cast,
            Route.COOPERATIVE,
            Cooperative.objects.create(office=world.office, code=provider.code, name=provider.code),
            provider,
        )
        for provider in (world.provider, cast.colleague)
    )
    planned.present(first, date(2026, 11, 10))
    found = deadlines.of_case(actor=cast.clerk, case_id=case.pk).require().deadlines
    done = {one.subject: one.done_on for one in found if one.kind == "cooperative_delivery"}
    assert sorted(done.values(), key=str) == [date(2026, 11, 10), None]


def test_surgeries_that_are_over_are_not_counted_again(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[str] = []

    def spy(rows: list[SurgeryCase]) -> list[HeldCase]:
        counted.extend(row.number for row in rows)
        return hold(rows)

    def over(name: str, paid_on: date) -> SurgeryCase:
        at = datetime(2025, 12, 1, 8)
        case = planned.plan(cast.world, name, performed_at=at, planned_at=None, status="paid")
        one = planned.claim(case, cast)
        planned.present(one, date(2026, 1, 5), paid_on=paid_on, waited=28, denied=10_00)
        return case

    planned.agree_repasse(cast)
    planned.plan(cast.world, "aberta")
    with CaptureQueriesContext(connection) as before:
        deadlines.listed(actor=cast.clerk).require()
    over("paga-1", date(2026, 2, 2))
    with_task = over("paga-2", date(2026, 2, 3))
    monkeypatch.setattr(counting, "hold", spy)
    with CaptureQueriesContext(connection) as after:
        deadlines.listed(actor=cast.clerk).require()
    assert len(after) == len(before)
    assert counted == ["aberta"]
    over("com-glosa", date(2026, 10, 26))
    CaseTask.objects.create(
        office=with_task.office, case=with_task, kind="other", title="Guardar o recibo"
    )
    counted.clear()
    page = deadlines.listed(actor=cast.clerk).require()
    assert sorted(counted) == ["aberta", "com-glosa", "paga-2"]
    assert ("appeal", "com-glosa") in {(one.kind, one.case_number) for one in page.deadlines}
    # Whoever asks for what was kept asks for those that are over, too.
    counted.clear()
    deadlines.listed(actor=cast.clerk, asked=DeadlinesAsked(done=True)).require()
    assert len(counted) == 4


def test_many_surgeries_cost_as_many_queries_as_one(
    cast: Cast, django_assert_max_num_queries: pytest.FixtureRequest
) -> None:
    planned.agree_repasse(cast)
    for number in range(12):
        case = planned.plan(cast.world, f"C{number}")
        planned.authorise(planned.ask(case))
    with django_assert_max_num_queries(40):  # type: ignore[operator] # pytest-django's own fixture
        page = deadlines.listed(actor=cast.clerk).require()
    assert page.total > 48
