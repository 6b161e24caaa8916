"""Scenarios S6 and S8 of ``spec: routes 5.5`` with all their variants, from facts to advice.

S1 is in :mod:`tests.routing.test_team`. Each goes through eligibility, value and ranking at once.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from honorarios.routing.explain import as_text
from honorarios.routing.option import Case, Option, UpgradeReason
from honorarios.routing.prospect import Prospect, compare
from honorarios.routing.routes import Route
from honorarios.routing.taxes import Month, Payer, Receiver, tax_year
from honorarios.routing.value import Expectation, Terms
from tests.routing.test_eligibility import CASE, NO, OPTIONS, YES

if TYPE_CHECKING:
    from honorarios.routing.ranking import Ranking

COMPANY = Receiver("presumed")
AT_MARGIN = Decimal("0.275")
PERSON_AT_CEILING = Receiver(None, Month(contributed=847_555, marginal=AT_MARGIN))
PERSON = Receiver(None, Month(marginal=AT_MARGIN))
ADMITTED = date(2026, 11, 30)
AFTER_ADMISSION = date(2026, 12, 1)


def advice(case: Case, prospects: list[Prospect]) -> Ranking:
    year = tax_year(case.today)
    assert year is not None
    return compare(case, prospects, year)


def class_difference(case: dict[str, Any]) -> Ranking:
    """S6: a ward plan, an apartment; the payer pays the ward."""
    as_company: dict[str, Any] = {"is_legal_person": True}
    ward = Prospect(
        option=replace(OPTIONS[Route.ACCREDITED], **as_company),
        gross=150_000,
        expectation=Expectation(Decimal("0.06"), Decimal("0.4"), 45, 120),
        terms=Terms(),
        paid_by=Payer.OPERATOR,
        receiver=COMPANY,
        slow_days=60,
    )
    complement = Prospect(
        option=replace(OPTIONS[Route.CLASS_DIFFERENCE], **as_company),
        # The apartment's factor 2 less the ward's 1, of the same fee.
        gross=150_000,
        expectation=Expectation(Decimal(0), Decimal(0), 0, 0),
        terms=Terms(loss=Decimal("0.03")),
        paid_by=Payer.PATIENT,
        receiver=COMPANY,
        slow_days=0,
    )
    return advice(replace(CASE, **case), [ward, complement])


def total(ranking: Ranking) -> int:
    assert ranking.best is not None
    return ranking.best.value.expected + sum(one.value.expected for one in ranking.patient)


def test_s6_the_patients_own_option_adds_a_complement() -> None:
    ranking = class_difference({"upgrade": UpgradeReason.PATIENTS_OPTION})
    assert ranking.best is not None
    assert (ranking.best.option.route, ranking.best.value.expected) == (Route.ACCREDITED, 123_013)
    (complement,) = ranking.patient
    assert (complement.value.nominal, complement.value.expected) == (130_005, 126_105)
    # The sum of its two rounded parts: the scenario's own 2.491,18.
    assert total(ranking) == 249_118


def test_s6_without_a_ward_bed_there_is_no_complement() -> None:
    ranking = class_difference({"upgrade": UpgradeReason.NO_BED})
    assert (ranking.patient, total(ranking)) == ((), 123_013)
    (closed,) = ranking.closed
    assert [reason.rule.code for reason in closed.reasons] == ["FALTA_DE_LEITO"]


@pytest.mark.parametrize(
    "deal",
    [
        {"today": AFTER_ADMISSION, "consent_signed_on": None},
        {"today": AFTER_ADMISSION, "consent_signed_on": AFTER_ADMISSION},
    ],
    ids=["verbal", "signed-after"],
)
def test_s6_a_deal_after_the_admission_is_blocked_and_says_why(deal: dict[str, Any]) -> None:
    ranking = class_difference({"admitted_on": ADMITTED, **deal})
    assert (ranking.patient, total(ranking)) == ((), 123_013)
    (closed,) = ranking.closed
    assert [reason.rule.code for reason in closed.reasons] == ["SEM_TERMO_PREVIO"]
    assert "nota do CREMERS" in as_text(ranking)


def taxed(
    cooperative: Receiver, hospital: Receiver, accepts: dict[str, Any] | None = None
) -> Ranking:
    """S8: no glosa, both on day 60; 2.400,00 less 4 % against 2.250,00 less 10 %."""
    offers: tuple[tuple[Route, int, str, Payer, Receiver, dict[str, Any]], ...] = (
        (Route.COOPERATIVE, 240_000, "0.04", Payer.COOPERATIVE, cooperative, accepts or {}),
        (Route.REPASSE, 225_000, "0.10", Payer.HOSPITAL, hospital, {}),
    )
    return advice(
        CASE,
        [
            Prospect(
                option=_paid_as(OPTIONS[route], receiver, facts),
                gross=gross,
                expectation=Expectation(Decimal(0), Decimal(0), 60, 60),
                terms=Terms(fee=Decimal(fee)),
                paid_by=payer,
                receiver=receiver,
                slow_days=60,
            )
            for route, gross, fee, payer, receiver, facts in offers
        ],
    )


def _paid_as(option: Option, receiver: Receiver, facts: dict[str, Any]) -> Option:
    return replace(option, is_legal_person=receiver is COMPANY, **facts)


def worth(ranking: Ranking) -> dict[Route, int]:
    return {one.option.route: one.value.expected for one in ranking.covered}


def test_s8_tax_flips_the_ranking() -> None:
    ranking = taxed(PERSON_AT_CEILING, COMPANY, {"accepts_legal": NO})
    assert worth(ranking) == {Route.REPASSE: 171_369, Route.COOPERATIVE: 163_102}
    assert ranking.best is not None
    assert ranking.best.option.route is Route.REPASSE


def test_s8_the_cooperative_that_pays_persons_only_is_closed_to_a_company() -> None:
    ranking = taxed(COMPANY, COMPANY, {"accepts_legal": NO})
    assert worth(ranking) == {Route.REPASSE: 171_369}
    (closed,) = ranking.closed
    assert [reason.rule.code for reason in closed.reasons] == ["TIPO_RECEBEDOR"]


def test_s8_the_cooperative_that_pays_companies_too_wins() -> None:
    ranking = taxed(COMPANY, COMPANY, {"accepts_legal": YES})
    assert worth(ranking) == {Route.COOPERATIVE: 194_980, Route.REPASSE: 171_369}
    assert ranking.best is not None
    assert ranking.best.option.route is Route.COOPERATIVE


def test_s8_two_persons_below_the_ceiling() -> None:
    ranking = taxed(PERSON, PERSON)
    assert worth(ranking) == {Route.COOPERATIVE: 130_482, Route.REPASSE: 127_583}
    assert ranking.best is not None
    assert ranking.best.option.route is Route.COOPERATIVE
    social = {one.option.route: one.value.tranches[0].tax for one in ranking.covered}
    assert (social[Route.COOPERATIVE].social, social[Route.COOPERATIVE].income) == (46_080, 50_688)
    assert (social[Route.REPASSE].social, social[Route.REPASSE].income) == (22_275, 49_562)
