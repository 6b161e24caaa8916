"""The checklist asks for what a surgery needs, says whose turn it is and by when, and no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from honorarios.core.vocabulary import Role, UpgradeReason
from honorarios.planning.case import Answer, Quote, Status
from honorarios.planning.checklist import Item, Standing, checklist
from honorarios.planning.deadlines.deadline import Owner
from tests.planning.cases import (
    ASKED,
    PLACE,
    READY,
    SENHA,
    TODAY,
    answered,
    case,
    granted,
    papers,
)

if TYPE_CHECKING:
    from honorarios.planning.case import Case

PLANNED = date(2026, 11, 30)
OPTION: dict[str, Any] = {
    "is_above_contract": True,
    "upgrade_reason": UpgradeReason.PATIENT_OPTION,
    "planned_on": PLANNED,
}


def items(one: Case, today: date = TODAY) -> dict[str, Item]:
    """The items by code."""
    return {item.code: item for item in checklist(one, PLACE, today)}


def opened(one: Case, today: date = TODAY) -> set[str]:
    """Codes of what is still to be seen to."""
    return {code for code, item in items(one, today).items() if item.is_open}


def test_a_surgery_just_indicated_asks_for_papers_a_request_and_a_date() -> None:
    assert opened(case()) == {
        "date",
        "paper.medical_report",
        "paper.guia",
        "paper.exams",
        "paper.plan_card",
        "request",
        "fees_requested",
    }


def test_nothing_is_open_once_all_is_there() -> None:
    ready = case(
        planned_on=PLANNED,
        papers=papers(*READY),
        requests=(answered(Answer.AUTHORISED),),
        senhas=(SENHA,),
        acts=granted(1, 2),
        fees_requested=True,
    )
    assert opened(ready) == set()


def test_a_team_without_anaesthetist_and_surgeon_says_so() -> None:
    found = opened(case(roles=frozenset({Role.FIRST_ASSISTANT})))
    assert {"surgeon", "anaesthetist"} <= found


def test_an_answer_is_waited_for_until_its_day_and_late_after_it() -> None:
    asked = case(requests=(ASKED,))
    item = items(asked)["answer"]
    assert item.due == date(2026, 12, 7)
    assert (item.standing, item.owner) == (Standing.WAITING, Owner.PAYER)
    assert items(asked, date(2026, 12, 8))["answer"].standing is Standing.LATE


def test_a_generic_answer_does_not_count() -> None:
    item = items(case(requests=(answered(Answer.GENERIC),)))["answer"]
    assert item.is_open
    assert "não conta" in item.why


def test_a_refusal_goes_to_the_ombudsman_within_seven_working_days() -> None:
    item = items(case(requests=(answered(Answer.DENIED),)))["ombudsman"]
    assert item.due == date(2026, 12, 2)


def test_a_partial_authorisation_names_the_codes_that_are_missing() -> None:
    item = items(case(requests=(answered(Answer.PARTIAL),), acts=granted(1, 1)))["missing"]
    assert "31307205" in item.title
    assert "31005497" not in item.title


@pytest.mark.parametrize(
    ("until", "is_open"),
    [(PLANNED, False), (PLANNED - timedelta(days=1), True), (None, True)],
)
def test_a_senha_has_to_hold_on_the_day(until: date | None, is_open: bool) -> None:  # noqa: FBT001 - a case of the table
    one = case(planned_on=PLANNED, senhas=(replace(SENHA, valid_until=until),))
    assert items(one)["senha"].is_open is is_open


def test_three_quotes_are_asked_for_where_there_is_material() -> None:
    assert "opme.quotes" not in items(case())
    asked = Quote(supplier="A", requested_on=TODAY - timedelta(days=8))
    late = case(needs_opme=True, quotes=(asked,))
    item = items(late)["opme.quotes"]
    assert (item.standing, item.owner) == (Standing.LATE, Owner.HOSPITAL)
    came = tuple(replace(asked, supplier=name, received_on=TODAY) for name in "ABC")
    assert not items(case(needs_opme=True, quotes=came))["opme.quotes"].is_open
    assert {"paper.justification", "paper.opme_request"} <= opened(case(needs_opme=True))


def test_the_consent_is_signed_before_the_admission() -> None:
    assert items(case(**OPTION))["class_consent"].is_open
    signed = case(**OPTION, consent_signed_on=PLANNED)
    assert not items(signed)["class_consent"].is_open
    after = case(**OPTION, consent_signed_on=PLANNED + timedelta(days=1))
    assert items(after)["class_consent"].is_open


def test_no_consent_is_asked_for_where_there_was_no_bed() -> None:
    no_bed = case(**{**OPTION, "upgrade_reason": UpgradeReason.NO_BED})
    assert "class_consent" not in items(no_bed)
    unknown = case(**{**OPTION, "upgrade_reason": None})
    assert "upgrade_reason" in opened(unknown)
    assert "class_consent" not in items(case())


def test_whoever_pays_themselves_signs_a_budget_and_asks_no_payer() -> None:
    found = items(case(is_private=True))
    assert "budget" in found
    assert "request" not in found
    assert "fees_requested" not in found
    assert "network" not in found
    assert {"budget", "network"} <= opened(case(free_choice=True))


def test_after_the_surgery_the_papers_of_the_fee_are_asked_for() -> None:
    done = case(ended=Status.PERFORMED, performed_on=TODAY, fees_requested=True)
    assert {"paper.surgery_report", "paper.fee_guia", "repasse"} <= opened(done)
    assert "repasse" not in opened(replace(done, repasse_requested_on=TODAY))
    unsigned = replace(done, papers=papers("surgery_report"))
    assert "paper.surgery_report" in opened(unsigned)
    signed = replace(done, papers=papers("surgery_report", state="signed"))
    assert "paper.surgery_report" not in opened(signed)


def test_nothing_is_asked_of_a_surgery_that_was_cancelled() -> None:
    assert checklist(case(ended=Status.CANCELLED), PLACE, TODAY) == ()
