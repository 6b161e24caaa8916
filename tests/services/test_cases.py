"""Surgeries from indication to payment: what is asked, what is authorised, who sees which."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from honorarios.core.vocabulary import Role, UpgradeReason
from honorarios.planning.case import Status
from honorarios.planning.documents import LetterKind
from honorarios.records.models import (
    Attendance,
    AuditEvent,
    CaseTask,
    Credential,
    Participation,
    Payer,
    SurgeryCase,
)
from honorarios.services import cases, jump
from honorarios.services.actor import ActorRole
from honorarios.services.cases import Ask, NewAct, NewMember, NewTask, Performance, held
from honorarios.services.cases.detail import detail
from honorarios.services.cases.letters import Wanted, letter, print_letter
from honorarios.services.cases.listing import CaseFilter, View, listed
from honorarios.services.cases.patient import of_case
from honorarios.services.cases.refunds import estimate
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Refusal
from honorarios.services.work import perform
from tests.launching.making import SURGERY
from tests.services.cast import CANARY, make_cast, stock
from tests.services.surgeries import SECOND, facts, new_case, plan, refunding, rooms, today_of

if TYPE_CHECKING:
    from honorarios.services.cases.views import CaseDetail
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work
    from tests.services.cast import Cast
    from tests.services.surgeries import Planned

pytestmark = pytest.mark.database


@pytest.fixture(autouse=True)
def _stocked(cast: Cast) -> None:
    """The small catalogue names the acts."""
    stock(cast)


def codes(result: Result[Any]) -> list[str]:
    return [finding.code for finding in result.findings]


def seen(planned: Planned) -> CaseDetail:
    """The surgery as its clerk sees it."""
    return detail(actor=planned.actor, case_id=planned.case_id).require()


# Planning.


def test_a_surgery_is_planned_with_its_acts_and_team_and_numbered_by_year(cast: Cast) -> None:
    first, second = plan(cast), plan(cast)
    year = (first.today - timedelta(days=10)).year
    found = seen(first)
    assert found.case.number == f"{year}-0001"
    assert seen(second).case.number == f"{year}-0002"
    assert [(act.code, act.quantity) for act in found.acts] == [(SURGERY, 1), (SECOND, 2)]
    assert [(one.provider_id, one.role) for one in found.team] == [
        (cast.world.provider.pk, "surgeon")
    ]
    assert found.case.status == "indicated"


@pytest.mark.parametrize(
    ("missing", "field"),
    [("hospital_id", "hospital_id"), ("payer_id", "payer_id"), ("indicated_on", "indicated_on")],
)
def test_a_surgery_without_the_necessary_is_refused_whole(
    cast: Cast, missing: str, field: str
) -> None:
    new = new_case(cast.world, today_of(cast), **{missing: None})
    result = cases.create(actor=cast.clerk, new=new)
    assert codes(result) == ["CIR-REQUIRED"]
    assert result.findings[0].place.field == field
    assert not SurgeryCase.objects.exists()


def test_a_refusal_late_in_the_form_leaves_nothing_written(cast: Cast) -> None:
    new = replace(
        new_case(cast.world, today_of(cast)),
        patient_id=None,
        patient={"code": "900", "name": "Nova Paciente"},
        acts=(NewAct(code=SURGERY), NewAct(code="?!")),
    )
    assert codes(cases.create(actor=cast.clerk, new=new)) == ["CIR-CODE"]
    assert not SurgeryCase.objects.exists()
    assert cases.create(actor=cast.clerk, new=replace(new, acts=())).ok


def test_days_that_contradict_each_other_are_told(cast: Cast) -> None:
    today = today_of(cast)
    past = datetime.combine(today - timedelta(days=20), datetime.min.time())
    tomorrow = today + timedelta(days=1)

    def found(**changes: Any) -> list[str]:  # noqa: ANN401 - any fact
        new = new_case(cast.world, today, **changes)
        return codes(cases.create(actor=cast.clerk, new=new, dry_run=True))

    assert found(planned_at=past) == ["CIR-BEFORE-INDICATION"]
    assert "CIR-PAST" in found(planned_at=past + timedelta(days=15))
    assert found(indicated_on=tomorrow) == ["CIR-FUTURE"]
    assert found(discharged_on=today, admitted_on=tomorrow) == ["CIR-ORDER"]
    assert found(consent_signed_on=tomorrow) == ["CIR-FUTURE"]


def test_a_number_is_nobody_elses(cast: Cast) -> None:
    new = replace(new_case(cast.world, today_of(cast)), number="A-1")
    assert cases.create(actor=cast.clerk, new=new).ok
    assert codes(cases.create(actor=cast.clerk, new=new)) == ["CIR-NUMBER"]


def test_the_same_request_twice_makes_one_surgery(cast: Cast) -> None:
    new = new_case(cast.world, today_of(cast))
    first = cases.create(actor=cast.clerk, new=new, key="k")
    again = cases.create(actor=cast.clerk, new=new, key="k")
    assert again.replayed
    assert first.value == again.value
    assert SurgeryCase.objects.count() == 1


def test_another_version_than_the_one_seen_is_refused(cast: Cast) -> None:
    planned = plan(cast)
    seen_version = seen(planned).version
    cases.add_act(ask=planned.ask, new=NewAct(code="30722713")).require()
    stale = Ask(cast.clerk, planned.case_id, seen_version)
    result = cases.edit(ask=stale, facts=facts(cast.world, planned.today))
    assert result.refusal is Refusal.STALE


def test_acts_and_team_change_until_they_are_in_use(cast: Cast) -> None:
    planned = plan(cast)
    made = cases.add_act(ask=planned.ask, new=NewAct(code="3.07.22.71-3", quantity=3)).require()
    assert made.row_id is not None
    assert seen(planned).acts[-1].code == "30722713"
    assert cases.remove_act(ask=planned.ask, act_id=made.row_id).ok
    planned.answer(planned.asked(), "authorised", senha="S").require()
    assert codes(cases.remove_act(ask=planned.ask, act_id=planned.act(1))) == ["CIR-ACT-USED"]
    for quantity in (0, 100):
        found = cases.add_act(ask=planned.ask, new=NewAct(code=SURGERY, quantity=quantity))
        assert codes(found) == ["CIR-QUANTITY"]
    again = NewMember(provider_id=cast.world.provider.pk, role=Role.SURGEON)
    assert codes(cases.add_member(ask=planned.ask, new=again)) == ["CIR-TEAM"]
    other = NewMember(provider_code=cast.colleague.code, role=Role.SURGEON)
    added = cases.add_member(ask=planned.ask, new=other)
    assert codes(added) == ["CIR-ROLE"]
    assert added.ok
    member = Participation.objects.get(provider=cast.colleague)
    assert cases.remove_member(ask=planned.ask, member_id=member.pk).ok


# What the payer answers.


def test_a_full_answer_authorises_every_act_and_the_date_makes_it_scheduled(cast: Cast) -> None:
    planned = plan(cast)
    done = planned.answer(planned.asked(), "authorised", senha="S1").require()
    assert done.status == "scheduled"
    assert [act.granted.value for act in seen(planned).acts] == ["authorised"] * 2


def test_a_partial_answer_shows_what_is_missing_and_the_rest_may_come_later(cast: Cast) -> None:
    planned = plan(cast)
    request_id = planned.asked()
    done = planned.answer(
        request_id, "partial", senha="S1", quantities={planned.act(2): 1}
    ).require()
    assert done.status == "partly_authorised"
    assert [(act.granted.value, act.authorised) for act in seen(planned).acts] == [
        ("not_authorised", 0),
        ("partial", 1),
    ]
    over = planned.answer(request_id, "partial", senha="S2", quantities={planned.act(2): 2})
    assert codes(over) == ["CIR-TOO-MANY"]
    rest = planned.answer(request_id, "authorised", senha="S2").require()
    assert rest.status == "scheduled"
    senhas = [(one.senha, dict(one.quantities)) for one in seen(planned).requests[0].senhas]
    assert senhas == [("S1", {planned.act(2): 1}), ("S2", {planned.act(1): 1, planned.act(2): 1})]
    assert codes(planned.answer(request_id, "denied")) == ["CIR-ANSWERED"]


def test_a_generic_answer_does_not_stop_the_clock(cast: Cast) -> None:
    planned = plan(cast)
    result = planned.answer(planned.asked(), "generic", text="Em auditoria.")
    assert codes(result) == ["CIR-GENERIC"]
    assert result.require().status == "requested"
    assert seen(planned).requests[0].waits


def test_a_refusal_wants_its_ground_in_writing(cast: Cast) -> None:
    planned = plan(cast)
    result = planned.answer(planned.asked(), "denied")
    assert codes(result) == ["CIR-DENIAL"]
    assert result.require().status == "denied"
    assert [act.granted.value for act in seen(planned).acts] == ["not_authorised"] * 2


def test_a_request_that_is_withdrawn_authorises_nothing_any_more(cast: Cast) -> None:
    planned = plan(cast)
    request_id = planned.asked()
    planned.answer(request_id, "authorised", senha="S1").require()
    done = cases.withdraw(ask=planned.ask, request_id=request_id, on=planned.today).require()
    assert done.status == "indicated"
    assert codes(planned.answer(request_id, "authorised", senha="S2")) == ["CIR-ANSWERED"]


def test_answers_that_make_no_sense_are_told_at_their_field(cast: Cast) -> None:
    planned = plan(cast)
    request_id = planned.asked(days_ago=1)
    before = planned.today - timedelta(days=2)
    assert codes(planned.answer(request_id, "authorised")) == ["CIR-SENHA"]
    assert codes(planned.answer(request_id, "partial", senha="S")) == ["CIR-NOTHING"]
    assert codes(planned.answer(request_id, "talvez")) == ["CIR-ANSWER"]
    assert codes(planned.answer(request_id, "denied", answered_on=before)) == ["CIR-ORDER"]
    late = planned.answer(request_id, "authorised", senha="S", valid_until=before)
    assert codes(late) == ["CIR-ORDER"]
    short = planned.answer(request_id, "authorised", senha="S", valid_until=planned.today)
    assert codes(short) == ["CIR-SENHA-SHORT"]
    nowhere = planned.answer(987_654, "denied")
    assert nowhere.refusal is Refusal.NOT_FOUND


def test_nothing_can_be_asked_for_a_surgery_without_codes(cast: Cast) -> None:
    new = replace(new_case(cast.world, today_of(cast)), acts=())
    made = cases.create(actor=cast.clerk, new=new).require()
    asked = cases.NewRequest(kind="urgent", requested_on=today_of(cast))
    assert codes(cases.request(ask=Ask(cast.clerk, made.case_id), new=asked)) == ["CIR-NO-ACTS"]


# Papers, quotes and tasks.


def test_a_signed_consent_dates_the_signature(cast: Cast) -> None:
    planned = plan(cast)
    cases.document(ask=planned.ask, kind="class_consent", state="signed").require()
    assert seen(planned).case.consent_signed_on == planned.today
    cases.document(ask=planned.ask, kind="class_consent", state="missing").require()
    assert seen(planned).case.consent_signed_on is None


def test_quotes_are_asked_of_each_supplier_once_and_received(cast: Cast) -> None:
    planned = plan(cast, needs_opme=True)
    on = planned.today - timedelta(days=1)
    made = cases.quote(ask=planned.ask, supplier="Alfa", requested_on=on).require()
    assert made.row_id is not None
    again = cases.quote(ask=planned.ask, supplier="Alfa", requested_on=on)
    assert codes(again) == ["CIR-SUPPLIER"]
    early = cases.receive_quote(
        ask=planned.ask, quote_id=made.row_id, received_on=on - timedelta(days=1)
    )
    assert codes(early) == ["CIR-ORDER"]
    cases.receive_quote(
        ask=planned.ask, quote_id=made.row_id, received_on=planned.today, centavos=12_345
    ).require()
    assert seen(planned).quotes[0].centavos == 12_345


def test_a_task_is_opened_once_owned_and_done(cast: Cast) -> None:
    planned = plan(cast)
    new = NewTask(title="Ligar para o comercial", kind="confirm", owner_id=cast.clerk.user_id)
    first = cases.add_task(ask=planned.ask, new=new).require()
    assert cases.add_task(ask=planned.ask, new=new).require().row_id == first.row_id
    assert first.row_id is not None
    physician = cast.by_role[ActorRole.PHYSICIAN].user_id
    refused = cases.own_task(ask=planned.ask, task_id=first.row_id, owner_id=physician)
    assert codes(refused) == ["CIR-OWNER"]
    cases.finish_task(ask=planned.ask, task_id=first.row_id).require()
    assert CaseTask.objects.get().done_on == planned.today
    assert codes(cases.add_task(ask=planned.ask, new=NewTask(title=" "))) == ["CIR-TASK"]


# Done, charged, cancelled.


def test_a_surgery_that_was_done_becomes_part_of_an_attendance(cast: Cast) -> None:
    planned = plan(cast)
    planned.answer(planned.asked(), "partial", senha="S1", quantities={planned.act(2): 2}).require()
    at = datetime.combine(planned.today, datetime.min.time())
    elsewhere = Performance(performed_at=at, attendance_id=cast.other_unit.attendance.pk)
    assert cases.perform(ask=planned.ask, done=elsewhere).refusal is Refusal.NOT_FOUND
    done = cases.perform(
        ask=planned.ask, done=Performance(performed_at=at, attendance_number="2026-9")
    )
    assert codes(done) == ["CIR-NOT-AUTHORISED"]
    assert SURGERY in done.findings[0].message
    assert done.require().status == "performed"
    opened = Attendance.objects.get(number="2026-9")
    assert opened.patient_id == cast.world.patient.pk
    assert seen(planned).case.attendance_id == opened.pk
    assert codes(cases.cancel(ask=planned.ask, reason="Engano.")) == ["CIR-ENDED"]


def test_a_surgery_done_without_an_attendance_is_tied_to_one_later(cast: Cast) -> None:
    planned = plan(cast)
    assert codes(cases.attach(ask=planned.ask, attendance_number="2026-9")) == ["CIR-NOT-PERFORMED"]
    at = datetime.combine(planned.today, datetime.min.time())
    cases.perform(ask=planned.ask, done=Performance(performed_at=at)).require()
    assert codes(cases.attach(ask=planned.ask)) == ["CIR-NO-ATTENDANCE"]
    tied = cases.attach(ask=planned.ask, attendance_number="2026-9").require()
    opened = Attendance.objects.get(number="2026-9")
    assert (tied.status, tied.row_id) == ("performed", opened.pk)
    assert (opened.started_at, seen(planned).case.attendance_id) == (at, opened.pk)
    again = cases.attach(ask=planned.ask, attendance_id=cast.world.attendance.pk)
    assert codes(again) == ["CIR-ATTENDED"]


def test_only_a_surgery_that_was_done_is_billed_and_paid(cast: Cast) -> None:
    planned = plan(cast)

    def advance(status: Status) -> Result[cases.CaseAnswer]:
        def do(work: Work) -> cases.CaseAnswer:
            return cases.advance(work, held.hold(work, planned.case_id), status)

        return perform(
            actor=cast.clerk, operation=Operation.CASES_WRITE, answer=cases.CaseAnswer, do=do
        )

    assert codes(advance(Status.BILLED)) == ["CIR-ENDED"]
    at = datetime.combine(planned.today, datetime.min.time())
    cases.perform(ask=planned.ask, done=Performance(performed_at=at)).require()
    assert [advance(one).require().status for one in (Status.BILLED, Status.PAID)] == [
        "billed",
        "paid",
    ]


def test_a_cancelled_surgery_changes_no_more(cast: Cast) -> None:
    planned = plan(cast)
    assert codes(cases.cancel(ask=planned.ask, reason=" ")) == ["EST-REASON"]
    assert cases.cancel(ask=planned.ask, reason="Desistiu.").require().status == "cancelled"
    assert codes(cases.add_act(ask=planned.ask, new=NewAct(code=SURGERY))) == ["CIR-ENDED"]
    assert codes(cases.document(ask=planned.ask, kind="guia", state="sent")) == ["CIR-ENDED"]
    assert seen(planned).checklist == ()


# Letters and refunds.


def test_every_letter_is_written_where_it_may_be_and_its_reader_recorded(cast: Cast) -> None:
    room = rooms(cast)
    planned = plan(
        cast,
        free_choice=True,
        contracted_accommodation_id=room["ward"],
        occupied_accommodation_id=room["apartment"],
        upgrade_reason=UpgradeReason.PATIENT_OPTION,
    )
    early = letter(actor=cast.clerk, case_id=planned.case_id, wanted=Wanted(LetterKind.ANSWER))
    assert codes(early) == ["CIR-NO-REQUEST"]
    planned.asked()
    for kind in LetterKind:
        before = AuditEvent.objects.count()
        told = letter(actor=cast.clerk, case_id=planned.case_id, wanted=Wanted(kind)).require()
        assert CANARY.split(maxsplit=1)[0] in told.text
        assert AuditEvent.objects.count() == before + 1
    printed = print_letter(
        actor=cast.clerk, case_id=planned.case_id, wanted=Wanted(LetterKind.CONSENT)
    ).require()
    assert printed.content.startswith(b"%PDF")
    assert CANARY not in printed.name


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"upgrade_reason": UpgradeReason.NO_BED}, "Falta de leito"),
        ({"upgrade_reason": None}, "Falta registrar"),
        ({"occupied_accommodation_id": None}, "não é superior"),
    ],
)
def test_no_consent_is_offered_beyond_its_fence(
    cast: Cast, changes: dict[str, Any], word: str
) -> None:
    room = rooms(cast)
    usual: dict[str, Any] = {
        "contracted_accommodation_id": room["ward"],
        "occupied_accommodation_id": room["apartment"],
        "upgrade_reason": UpgradeReason.PATIENT_OPTION,
    }
    planned = plan(cast, **usual | changes)
    found = letter(actor=cast.clerk, case_id=planned.case_id, wanted=Wanted(LetterKind.CONSENT))
    assert codes(found) == ["CIR-CLASS-DIFFERENCE"]
    assert word in found.findings[0].message


def test_a_contract_that_bars_complements_bars_the_consent(cast: Cast) -> None:
    room = rooms(cast)
    planned = plan(
        cast,
        contracted_accommodation_id=room["ward"],
        occupied_accommodation_id=room["apartment"],
        upgrade_reason=UpgradeReason.PATIENT_OPTION,
    )
    assert seen(planned).difference_barred == ""
    Credential.objects.create(
        office=cast.world.office,
        provider=cast.world.provider,
        payer=cast.world.payer,
        mode="direct",
        forbids_complement="yes",
        valid_from=planned.today - timedelta(days=30),
    )
    assert "veda o complemento" in seen(planned).difference_barred


def test_a_refund_is_estimated_by_the_payers_table_alone(cast: Cast) -> None:
    payer = refunding(cast)
    planned = plan(cast)
    refused = estimate(actor=cast.clerk, case_id=planned.case_id, contract="ch")
    assert codes(refused) == ["CIR-NOT-FREE-CHOICE"]
    free = plan(cast, free_choice=True, payer_id=payer)
    found = estimate(actor=cast.clerk, case_id=free.case_id, contract="ch").require()
    assert found.total == sum(one.centavos or 0 for one in found.lines)
    # The small catalogue's surgery is worth R$ 410,00.
    assert found.of_act(free.act(1)) == 41_000
    unknown = estimate(actor=cast.clerk, case_id=free.case_id, contract="nenhum")
    assert unknown.refusal is Refusal.NOT_FOUND


# Who sees which.


def test_a_physician_sees_the_surgeries_they_take_part_in_and_no_other(cast: Cast) -> None:
    planned = plan(cast)
    mine = cast.by_role[ActorRole.PHYSICIAN]
    found = detail(actor=mine, case_id=planned.case_id).require()
    assert [one.receives_as for one in found.team] == ["natural"]
    cases.add_member(
        ask=planned.ask, new=NewMember(provider_id=cast.colleague.pk, role=Role.ANAESTHETIST)
    ).require()
    team = detail(actor=mine, case_id=planned.case_id).require().team
    assert [one.receives_as for one in team] == ["natural", ""]
    Participation.objects.filter(provider=cast.world.provider).delete()
    hidden = detail(actor=mine, case_id=planned.case_id)
    assert hidden.refusal is Refusal.NOT_FOUND
    assert listed(actor=mine).require().rows == ()
    assert of_case(actor=mine, case_id=planned.case_id).refusal is Refusal.NOT_FOUND


def test_a_hospitals_finance_sees_what_goes_through_the_hospital(cast: Cast) -> None:
    planned = plan(cast)
    finance = cast.by_role[ActorRole.HOSPITAL_FINANCE]
    assert detail(actor=finance, case_id=planned.case_id).refusal is Refusal.NOT_FOUND
    SurgeryCase.objects.filter(pk=planned.case_id).update(fees_requested="yes")
    SurgeryCase.objects.filter(pk=planned.case_id).update(note="Particular da paciente.")
    planned.answer(planned.asked(), "denied", text="Por causa da paciente.").require()
    told = detail(actor=finance, case_id=planned.case_id).require()
    assert (told.case.note, told.requests[0].answer_text) == ("", "")
    own = seen(planned)
    assert (own.case.note, own.requests[0].answer_text) == (
        "Particular da paciente.",
        "Por causa da paciente.",
    )


def test_an_administrator_sees_no_surgery_and_another_office_none_of_ours(cast: Cast) -> None:
    planned = plan(cast)
    administrator = cast.by_role[ActorRole.ADMINISTRATOR]
    assert detail(actor=administrator, case_id=planned.case_id).refusal is Refusal.FORBIDDEN
    foreign = make_cast("boreal").clerk
    assert detail(actor=foreign, case_id=planned.case_id).refusal is Refusal.NOT_FOUND
    refused = cases.cancel(ask=Ask(foreign, planned.case_id), reason="Alheia.")
    assert refused.refusal is Refusal.NOT_FOUND
    auditor = cast.by_role[ActorRole.AUDITOR]
    assert detail(actor=auditor, case_id=planned.case_id).ok
    assert cases.cancel(ask=Ask(auditor, planned.case_id), reason="x").refusal is Refusal.FORBIDDEN


def test_what_is_done_is_in_the_trail_and_names_nobody(cast: Cast) -> None:
    planned = plan(cast)
    planned.answer(planned.asked(), "authorised", senha="S1").require()
    events = list(AuditEvent.objects.filter(subject_type="surgery").order_by("seq"))
    assert [one.action for one in events] == ["cases.write"] * 3
    assert CANARY not in str([one.__dict__ for one in AuditEvent.objects.all()])


# Lists.


def test_lists_go_by_day_and_page_without_loss(cast: Cast) -> None:
    planned = [plan(cast) for _ in range(3)]
    undated = plan(cast, planned_at=None)
    over = plan(cast)
    cases.cancel(ask=over.ask, reason="Desistiu.").require()
    found: list[int] = []
    after: str | None = ""
    while after is not None:
        page = listed(actor=cast.clerk, after=after, size=2).require()
        found += [row.case_id for row in page.rows]
        after = page.after
    assert found == [one.case_id for one in planned]

    def of(view: View, **only: Any) -> list[int]:  # noqa: ANN401 - any filter
        rows = listed(actor=cast.clerk, only=CaseFilter(view=view, **only)).require().rows
        return [row.case_id for row in rows]

    assert of(View.UNDATED) == [undated.case_id]
    assert of(View.OVER) == [over.case_id]
    assert of(View.NEXT, text=SECOND) == found
    assert of(View.NEXT, text="ninguém") == []
    other = Payer.objects.create(office=cast.world.office, code="x", name="X", group="insurer")
    assert of(View.NEXT, payer_id=other.pk) == []


def test_a_surgery_is_gone_to_by_its_number(cast: Cast) -> None:
    planned = plan(cast)
    number = seen(planned).case.number
    for query in (number, number[-4:], f"cirurgia {int(number[-4:])}"):
        (found,) = jump.cases(actor=cast.clerk, query=query).require()
        assert found.case_id == planned.case_id
    assert jump.cases(actor=cast.clerk, query="nada").require() == ()
    administrator = cast.by_role[ActorRole.ADMINISTRATOR]
    assert jump.cases(actor=administrator, query=number).refusal is Refusal.FORBIDDEN


def test_a_row_says_what_is_missing_first(cast: Cast) -> None:
    plan(cast)
    (row,) = listed(actor=cast.clerk).require().rows
    assert row.patient == "Z. C."
    assert row.open_items > 0
    assert row.next_item
    assert (row.acts, row.authorised) == (2, 0)


@pytest.mark.parametrize("mark", ["~", "abc~1", "2026-11-30T07:00:00~", "2026-11-30T07:00+00:00~1"])
def test_a_mark_that_is_none_lists_from_the_beginning(cast: Cast, mark: str) -> None:
    plan(cast)
    assert len(listed(actor=cast.clerk, after=mark).require().rows) == 1
