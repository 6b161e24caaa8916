"""Each deadline of ``spec: routes 5.7``: its day, whose turn it is, its rule, and how it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from honorarios.planning.clocks import Request
from honorarios.planning.cutoffs import AfterEvent, Cutoff, DeliveryCalendar, Event, MonthDay
from honorarios.planning.deadlines import (
    Asked,
    CaseFacts,
    Confirmed,
    Contract,
    Deadline,
    Delivery,
    Denied,
    Kind,
    Owner,
    Paid,
    Presented,
    Quote,
    Refund,
    Senha,
    State,
    Surgery,
    Todo,
    next_due,
    of_case,
    of_office,
    reminders,
)
from honorarios.planning.places import TOWNS

PLACE = TOWNS["4314902"]
TODAY = date(2026, 11, 23)
SURGERY_ON = date(2026, 11, 4)


def told(**facts: Any) -> dict[Kind, Deadline]:  # noqa: ANN401 - the fields of CaseFacts
    facts.setdefault("surgery", Surgery())
    facts.setdefault("events", {Event.SURGERY: SURGERY_ON})
    found = of_case(CaseFacts(**facts), PLACE, TODAY)
    kinds = {one.kind: one for one in found}
    assert len(kinds) == len(found)
    return kinds


def test_nothing_known_asks_for_nothing() -> None:
    assert told() == {}


def test_a_request_starts_two_clocks() -> None:
    asked = Asked(request=Request.ELECTIVE_ADMISSION, on=TODAY, protocol="123")
    found = told(requests=(asked,))
    answer, performance = found[Kind.ANSWER], found[Kind.PERFORMANCE]
    assert (answer.due, performance.due) == (date(2026, 12, 7), date(2026, 12, 22))
    assert answer.owner is performance.owner is Owner.PAYER
    assert answer.rule.text == "10 dias úteis depois do pedido"
    assert "623/2024" in answer.rule.source
    assert "566/2022" in performance.rule.source
    assert "protocolo 123" in answer.subject


def test_an_answer_stops_its_clock_and_not_that_of_the_service() -> None:
    asked = Asked(request=Request.HIGH_COMPLEXITY, on=date(2026, 11, 3), answered_on=TODAY)
    found = told(requests=(asked,))
    assert found[Kind.ANSWER].state is State.DONE
    assert found[Kind.ANSWER].kept is False
    assert found[Kind.PERFORMANCE].state is State.OPEN


def test_a_request_given_up_is_waited_for_no_more() -> None:
    asked = Asked(request=Request.HIGH_COMPLEXITY, on=date(2026, 9, 1), ended_on=date(2026, 9, 3))
    assert {one.state for one in told(requests=(asked,)).values()} == {State.DONE}


def test_what_was_asked_before_the_norm_has_no_answer_to_wait_for() -> None:
    asked = Asked(request=Request.DAY_HOSPITAL, on=date(2025, 6, 30))
    assert set(told(requests=(asked,))) == {Kind.PERFORMANCE}


def test_the_shorter_clock_prevails_and_says_which_it_is() -> None:
    answer = told(requests=(Asked(request=Request.LABORATORY, on=TODAY),))[Kind.ANSWER]
    assert answer.due == date(2026, 11, 26)
    assert answer.rule.text == "3 dias úteis depois do pedido"
    assert "566/2022" in answer.rule.source


def test_urgency_is_answered_at_once() -> None:
    answer = told(requests=(Asked(request=Request.URGENT, on=TODAY),))[Kind.ANSWER]
    assert (answer.due, answer.rule.text, answer.state) == (TODAY, "imediata", State.SOON)


def test_a_senha_holds_until_its_day() -> None:
    senha = Senha(number="A1", granted_on=date(2026, 11, 2), valid_until=date(2026, 11, 28))
    found = told(senhas=(senha,))[Kind.SENHA_EXPIRY]
    assert (found.due, found.state, found.presumed) == (date(2026, 11, 28), State.SOON, False)
    assert found.owner is Owner.OFFICE


def test_a_senha_without_a_day_is_presumed_to_hold_thirty() -> None:
    found = told(senhas=(Senha(number="A1", granted_on=date(2026, 11, 2)),))[Kind.SENHA_EXPIRY]
    assert (found.due, found.presumed) == (date(2026, 12, 2), True)


def test_quotes_tasks_closing_and_the_surgery_itself() -> None:
    found = told(
        surgery=Surgery(planned_on=date(2026, 12, 1)),
        quotes=(Quote(supplier="Fornecedor 1", requested_on=date(2026, 11, 18)),),
        todos=(Todo(title="Anexar laudo", owner="Ana", due=TODAY),),
        closing_on=date(2026, 12, 10),
    )
    assert {one.kind: (one.due, one.owner) for one in found.values()} == {
        Kind.TASK: (TODAY, Owner.OFFICE),
        Kind.OPME_QUOTES: (date(2026, 11, 25), Owner.SUPPLIER),
        Kind.SURGERY: (date(2026, 12, 1), Owner.TEAM),
        Kind.ACCOUNT_CLOSING: (date(2026, 12, 10), Owner.HOSPITAL),
    }
    assert found[Kind.TASK].subject == "Anexar laudo (Ana)"


@pytest.mark.parametrize(
    ("kind", "cutoff", "due", "owner"),
    [
        (Kind.HOSPITAL_INCLUSION, AfterEvent(Event.SURGERY, 30), date(2026, 12, 4), Owner.TEAM),
        (
            Kind.COOPERATIVE_DELIVERY,
            DeliveryCalendar((date(2026, 11, 1), date(2026, 11, 25))),
            date(2026, 11, 25),
            Owner.OFFICE,
        ),
        (Kind.PRESENTATION, MonthDay(5), date(2026, 12, 7), Owner.OFFICE),
        (Kind.PRESENTATION, AfterEvent(Event.DISCHARGE, 180), None, Owner.OFFICE),
        (Kind.HOSPITAL_INCLUSION, None, None, Owner.TEAM),
    ],
)
def test_papers_are_handed_in_by_the_rule_of_the_route(
    kind: Kind, cutoff: Cutoff | None, due: date | None, owner: Owner
) -> None:
    one = Delivery(kind=kind, receiver="Hospital", cutoff=cutoff, source="condições da via")
    found = told(deliveries=(one,))[kind]
    assert (found.due, found.owner) == (due, owner)
    assert (found.state is State.UNKNOWN) == (due is None)


def test_money_is_expected_by_what_was_seen() -> None:
    one = Presented(
        payer="Operadora",
        owner=Owner.PAYER,
        on=date(2026, 10, 1),
        usual_days=45,
        slow_days=70,
        contract_due=date(2026, 10, 31),
    )
    found = told(presented=(one,))
    assert found[Kind.PAYMENT].due == date(2026, 11, 15)
    assert found[Kind.LATE_PAYMENT].due == date(2026, 12, 10)
    assert found[Kind.PAYMENT].presumed


def test_money_is_expected_by_the_contract_where_nothing_was_seen() -> None:
    due = date(2027, 1, 22)
    one = Presented(payer="Hospital", owner=Owner.HOSPITAL, on=TODAY, contract_due=due)
    found = told(presented=(one,))
    assert set(found) == {Kind.PAYMENT}
    assert found[Kind.PAYMENT].due == due
    assert found[Kind.PAYMENT].owner is Owner.HOSPITAL
    unknown = told(presented=(replace(one, contract_due=None),))[Kind.PAYMENT]
    assert unknown.state is State.UNKNOWN


def test_reply_and_appeal_have_the_same_term() -> None:
    one = Denied(on=date(2026, 10, 26), receiver="Operadora", appeal_days=30)
    found = told(denied=(one,))
    assert set(found) == {Kind.APPEAL}
    assert (found[Kind.APPEAL].due, found[Kind.APPEAL].owner) == (date(2026, 11, 25), Owner.OFFICE)
    found = told(denied=(replace(one, filed_on=date(2026, 11, 20)),))
    assert found[Kind.APPEAL].state is State.DONE
    assert found[Kind.APPEAL_REPLY].due == date(2026, 12, 20)
    assert found[Kind.APPEAL_REPLY].owner is Owner.PAYER


def test_an_appeal_may_count_working_days_and_its_term_may_be_unknown() -> None:
    one = Denied(on=date(2026, 11, 13), receiver="Operadora", appeal_days=5, working=True)
    # The 20th is a holiday.
    assert told(denied=(one,))[Kind.APPEAL].due == date(2026, 11, 23)
    assert told(denied=(replace(one, appeal_days=None),))[Kind.APPEAL].state is State.UNKNOWN


def test_an_accepted_glosa_is_not_waited_for() -> None:
    one = Denied(on=date(2026, 9, 1), receiver="Operadora", appeal_days=30, accepted_on=TODAY)
    assert told(denied=(one,))[Kind.APPEAL].state is State.DONE


@pytest.mark.parametrize(
    ("by_patient", "to_company", "source"),
    [(True, False, "Receita Saúde"), (True, True, "ISS"), (False, True, "ISS")],
)
def test_a_payment_asks_for_its_document(by_patient: bool, to_company: bool, source: str) -> None:  # noqa: FBT001 - a row of the table
    one = Paid(on=TODAY, payer="Paciente", by_patient=by_patient, to_company=to_company)
    found = told(paid=(one,))[Kind.FISCAL_DOCUMENT]
    assert found.due == TODAY
    assert source in found.rule.source


def test_a_person_paid_by_a_company_has_no_document_to_give() -> None:
    one = Paid(on=TODAY, payer="Operadora", by_patient=False, to_company=False)
    assert told(paid=(one,)) == {}


def test_a_refund_comes_within_thirty_days() -> None:
    found = told(refunds=(Refund(papers_on=TODAY, payer="Operadora"),))[Kind.REFUND]
    assert (found.due, found.owner) == (date(2026, 12, 23), Owner.PAYER)


def test_contracts_have_an_anniversary_and_payers_an_end_of_negotiation() -> None:
    contracts = [
        Contract(name="Credenciamento", payer="Bem-te-vi", since=date(2024, 12, 10)),
        Contract(name="Repasse", payer="Jacarandá", since=date(2025, 3, 1)),
        Contract(name="Cooperativa", payer="Jacarandá", since=date(2025, 5, 1)),
    ]
    found = of_office(contracts, [], TODAY)
    assert [(one.kind, one.subject, one.due) for one in found] == [
        (Kind.ANNIVERSARY, "Credenciamento", date(2026, 12, 10)),
        (Kind.ANNIVERSARY, "Repasse", date(2027, 3, 1)),
        (Kind.NEGOTIATION, "Bem-te-vi, Jacarandá", date(2027, 3, 31)),
        (Kind.ANNIVERSARY, "Cooperativa", date(2027, 5, 1)),
    ]


def test_a_contract_that_ends_before_asks_for_nothing() -> None:
    one = Contract(
        name="Repasse", payer="Bem-te-vi", since=date(2024, 12, 10), until=date(2026, 12, 1)
    )
    assert of_office([one], [], TODAY) == ()


def test_the_day_itself_still_counts() -> None:
    one = Contract(name="X", payer="X", since=date(2020, 3, 31))
    found = of_office([one], [], date(2026, 3, 31))
    assert [(found.kind, found.due) for found in found] == [
        (Kind.ANNIVERSARY, date(2026, 3, 31)),
        (Kind.NEGOTIATION, date(2026, 3, 31)),
    ]


def test_a_fact_is_confirmed_again() -> None:
    fact = Confirmed(name="Acordo", expires_on=date(2026, 12, 5), asks="comercial")
    (found,) = of_office([], [fact], TODAY)
    assert (found.kind, found.state) == (Kind.FACT_EXPIRY, State.SOON)
    assert "comercial" in found.rule.text


@pytest.mark.parametrize(
    ("due", "state", "left"),
    [
        (TODAY - timedelta(days=1), State.LATE, -1),
        (TODAY, State.SOON, 0),
        (TODAY + timedelta(days=3), State.SOON, 3),
        (TODAY + timedelta(days=4), State.OPEN, 4),
        (None, State.UNKNOWN, None),
    ],
)
def test_how_a_deadline_stands(due: date | None, state: State, left: int | None) -> None:
    found = told(todos=(Todo(title="Laudo", due=due),))[Kind.TASK]
    assert (found.state, found.days_left, found.kept) == (state, left, None)


def test_reminders_are_what_is_late_or_soon() -> None:
    days = (None, TODAY + timedelta(days=30), TODAY, TODAY - timedelta(days=9))
    todos = tuple(Todo(title=f"Item {number}", due=day) for number, day in enumerate(days))
    done = Todo(title="Feito", due=TODAY, done_on=TODAY)
    found = of_case(CaseFacts(surgery=Surgery(), events={}, todos=(*todos, done)), PLACE, TODAY)
    assert [one.subject for one in reminders(found)] == ["Item 3", "Item 2"]
    first = next_due(found)
    assert first is not None
    assert first.subject == "Item 3"
    assert next_due([]) is None
    assert found[-1].due is None
