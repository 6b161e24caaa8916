"""What can be put right before it is too late, what it is worth, and what nobody can mend."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from honorarios.routing.obstacles import LEGAL, NATURAL, Mend
from honorarios.routing.option import Case, Character
from honorarios.routing.pressure import USUAL, pressed
from honorarios.routing.prospect import Prospect, compare
from honorarios.routing.reliefs import Relief, advice, counted_on, reliefs
from honorarios.routing.routes import Route
from honorarios.routing.taxes import Payer, Receiver, tax_year
from honorarios.routing.value import Expectation, Terms
from tests.routing.test_eligibility import CASE, NO, OPTIONS, YES

A, R, C, P, D = OPTIONS
YEAR = tax_year(CASE.today)
COMPANY = Receiver("presumed")
PAYS = {
    A: Payer.OPERATOR,
    R: Payer.HOSPITAL,
    C: Payer.COOPERATIVE,
    P: Payer.PATIENT,
    D: Payer.PATIENT,
}
GROSS = {A: 180_000, R: 215_000, C: 260_000, P: 400_000, D: 180_000}


def prospect(route: Route, changed: dict[str, Any] | None = None) -> Prospect:
    option = replace(OPTIONS[route], is_legal_person=True, **(changed or {}))
    return Prospect(
        option=option,
        gross=GROSS[route],
        expectation=Expectation(Decimal("0.06"), Decimal("0.4"), 45, 120),
        terms=Terms(),
        paid_by=PAYS[route],
        receiver=COMPANY,
        slow_days=60,
    )


def found(prospects: list[Prospect], case: dict[str, Any] | None = None) -> tuple[Relief, ...]:
    assert YEAR is not None
    return reliefs(replace(CASE, **(case or {})), prospects, YEAR, USUAL)


def total(case: Case, *prospects: Prospect) -> int:
    assert YEAR is not None
    ranking = compare(case, prospects, YEAR)
    return counted_on(ranking, alone=not ranking.covered)


def test_with_everything_done_there_is_nothing_to_mend() -> None:
    assert found([prospect(route) for route in OPTIONS]) == ()


# What is lacking, of which route, and the deed that mends it.
DEEDS: list[tuple[Mend, str, Route, dict[str, Any], dict[str, Any]]] = [
    (Mend.ACCREDITATION, "", A, {"accredited": NO}, {}),
    (Mend.ACCREDITATION, "", A, {"consultation_only": YES}, {}),
    (Mend.MEMBERSHIP, "coop", C, {"member": NO, "through": "coop"}, {}),
    (Mend.FEES_REQUEST, "", R, {"fees_requested": NO}, {}),
    (Mend.SENHA, "", R, {}, {"senha_valid_until": date(2026, 11, 25)}),
    (Mend.BUDGET, "", P, {}, {"budget_signed_on": None}),
    (Mend.NETWORK, "", P, {}, {"knew_of_network": None}),
]


@pytest.mark.parametrize(("mend", "detail", "route", "lacks", "case"), DEEDS)
def test_an_only_route_that_waits_for_a_deed_is_worth_all_of_it_until_the_surgery(
    mend: Mend, detail: str, route: Route, lacks: dict[str, Any], case: dict[str, Any]
) -> None:
    one = prospect(route, lacks)
    (relief,) = found([one], case)
    assert (relief.obstacle.mend, relief.obstacle.detail) == (mend, detail)
    assert relief.worth == total(CASE, prospect(route)) > 0
    before = CASE.admitted_on if mend in {Mend.BUDGET, Mend.NETWORK} else CASE.surgery_on
    assert before is not None
    assert relief.until == before
    after = {"today": before + timedelta(days=1)} | case
    assert found([one], after) == ()


def test_a_repasse_that_was_not_asked_for_is_worth_what_it_pays_more() -> None:
    nobody = prospect(R, {"repasse_requested": NO})
    (relief,) = found([prospect(A), nobody])
    assert relief.obstacle.mend is Mend.REPASSE_REQUEST
    assert relief.worth == total(CASE, prospect(R)) - total(CASE, prospect(A))
    # It is the advice already, under its condition: the deed changes no suggestion.
    assert not relief.changes_leader
    assert relief.until == OPTIONS[R].deliver_until


def test_the_membership_that_lapsed_is_the_advice_where_its_cooperative_pays_best() -> None:
    lapsed = prospect(C, {"member": NO, "through": "coop"})
    told = found([prospect(A), prospect(R, {"fees_requested": NO}), lapsed])
    assert [one.obstacle.mend for one in told] == [Mend.MEMBERSHIP, Mend.FEES_REQUEST]
    first = advice(told)
    assert first is not None
    assert first.leader is not None
    assert first.leader.option.route is C
    assert first.worth == total(CASE, prospect(C)) - total(CASE, prospect(R))


def test_a_refused_code_is_worth_what_it_would_be_paid() -> None:
    refused = replace(prospect(A, {"authorised": False}), if_authorised=GROSS[A])
    (relief,) = found([refused])
    assert relief.obstacle.mend is Mend.REANALYSIS
    assert relief.worth == total(CASE, prospect(A))
    assert found([replace(refused, if_authorised=None)]) == ()


def test_a_private_fee_takes_nothing_from_the_worth_of_a_covered_route() -> None:
    refused = replace(prospect(A, {"authorised": False}), if_authorised=GROSS[A])
    (relief,) = found([refused, prospect(P)])
    assert relief.worth == total(CASE, prospect(A))


def test_a_paper_of_a_route_that_closed_is_missed_no_more() -> None:
    past = replace(prospect(C, {"deliver_until": date(2026, 11, 22)}), missing=("fee_guia",))
    assert found([prospect(A), past]) == ()


def test_who_has_a_company_may_receive_by_it() -> None:
    option = replace(OPTIONS[R], is_legal_person=False, accepts_natural=NO)
    person = replace(prospect(R), option=option, receiver=Receiver(), other_receiver=COMPANY)
    (relief,) = found([person])
    assert (relief.obstacle.mend, relief.obstacle.detail) == (Mend.RECEIVER, LEGAL)
    assert relief.worth == total(CASE, prospect(R))
    assert found([replace(person, other_receiver=None)]) == ()
    other = replace(prospect(R, {"accepts_legal": NO}), other_receiver=Receiver())
    assert [one.obstacle.detail for one in found([other])] == [NATURAL]


def test_the_patients_signature_is_worth_the_difference_while_it_may_be_given() -> None:
    unsigned = {"consent_signed_on": None}
    (relief,) = found([prospect(A), prospect(D)], unsigned)
    assert relief.obstacle.mend is Mend.CONSENT
    assert relief.worth == total(CASE, prospect(D), prospect(A)) - total(CASE, prospect(A))
    assert found([prospect(A), prospect(D)], unsigned | {"today": date(2026, 11, 30)}) == ()
    # Signed after the admission, it mends nothing any more.
    late = {"consent_signed_on": date(2026, 12, 1), "today": date(2026, 12, 1)}
    assert found([prospect(A), prospect(D)], late) == ()


def test_what_the_patient_would_pay_is_never_set_against_a_covered_route() -> None:
    told = found([prospect(A), prospect(P)], {"budget_signed_on": None})
    assert [(one.obstacle.mend, one.worth) for one in told] == [(Mend.BUDGET, 0)]
    assert advice(told) is None


@pytest.mark.parametrize(
    ("route", "changed"),
    [
        (R, {"agreement": NO}),
        (R, {"characters": frozenset({Character.URGENT})}),
        (R, {"allowed_by_side": False}),
        (A, {"in_package": True}),
        (A, {"deliver_until": date(2026, 11, 22)}),
        (C, {"contract": NO}),
        (C, {"serves_role": False}),
        (P, {"accredited": YES}),
        (D, {"forbids_complement": YES}),
        (A, {"claimed_by": Route.REPASSE}),
    ],
)
def test_what_the_team_cannot_put_right_is_no_obstacle(
    route: Route, changed: dict[str, Any]
) -> None:
    assert found([prospect(A), prospect(route, changed)]) == ()


def test_a_missing_paper_is_worth_what_its_pressure_takes() -> None:
    missing, left = ("fee_guia",), {"deliver_until": CASE.today + timedelta(days=2)}
    terms = pressed(Terms(), missing, 2, USUAL)
    one = replace(prospect(C, left), missing=missing, terms=terms)
    told = found([prospect(A), one])
    (relief,) = told
    assert (relief.obstacle.mend, relief.obstacle.detail) == (Mend.PAPER, "fee_guia")
    assert relief.worth == total(CASE, prospect(C)) - total(CASE, prospect(A))
    assert relief.until == left["deliver_until"]
    assert advice(told) is relief


def test_two_closed_doors_are_not_opened_by_one_key() -> None:
    both = prospect(C, {"member": NO, "contract": NO, "through": "coop"})
    told = found([prospect(A), both])
    assert [(one.obstacle.mend, one.worth) for one in told] == [(Mend.MEMBERSHIP, 0)]
