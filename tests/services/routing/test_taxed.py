"""Taxes from the registers: CEBAS, the month of the INSS base, and each step told beside the net value."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from honorarios.records.models import CooperativeMembership, Participation, TaxProfile
from honorarios.services.routing.opinions import opinion
from tests.services.routing.stage import SINCE, Stage, make_stage

if TYPE_CHECKING:
    from honorarios.services.routing.shown import TaxView, WayView

pytestmark = pytest.mark.django_db
CEILING = Decimal("8475.55")


@pytest.fixture
def stage() -> Stage:
    return make_stage()


def way(stage: Stage, key: str) -> WayView:
    (member,) = opinion(actor=stage.clerk, case_id=stage.case.pk).require().members
    return next(one for one in member.ways if one.key == key)


def step(stage: Stage, key: str, name: str) -> TaxView:
    return next(one for one in way(stage, key).taxes if one.label.startswith(name))


def as_person(stage: Stage, used_in: date | None = None, used: Decimal = Decimal(0)) -> None:
    Participation.objects.update(receives_as="natural")
    CooperativeMembership.objects.update(receives_as="natural")
    TaxProfile.objects.create(
        office=stage.office,
        provider=stage.surgeon,
        receives_as="natural",
        marginal_rate=Decimal("27.5"),
        social_used=used,
        social_month=used_in,
        valid_from=SINCE,
    )


def test_a_hospital_with_cebas_keeps_the_whole_contribution_while_it_lasts(stage: Stage) -> None:
    as_person(stage)
    usual = way(stage, "repasse")
    assert step(stage, "repasse", "INSS").label == "INSS, 11 %"
    stage.hospital.charity_until = stage.today
    stage.hospital.save()
    charity = step(stage, "repasse", "INSS")
    # 20 % of 1.740,64 and of 118,68, of what is left after the hospital's fee.
    assert (charity.label, charity.centavos) == ("INSS, 20 %", 348_13 + 23_74)
    assert "hospital filantrópico com CEBAS" in charity.note
    assert way(stage, "repasse").expected < usual.expected
    stage.hospital.charity_until = stage.today - timedelta(days=1)
    stage.hospital.save()
    assert way(stage, "repasse").expected == usual.expected


def test_the_base_of_a_month_counts_in_the_payments_of_that_month_alone(stage: Stage) -> None:
    first = stage.today + timedelta(days=45)
    as_person(stage, first.replace(day=1), CEILING)
    told = step(stage, "accredited", "INSS")
    # The first payment finds the ceiling reached; what the appeal brings, 43,20 later on, does not.
    assert told.centavos == 8_64
    assert f"já se contribuiu sobre R$ 8.475,55 de {first:%m/%Y}" in told.note
    TaxProfile.objects.update(social_month=None)
    assert step(stage, "accredited", "INSS").centavos == 0
    TaxProfile.objects.update(social_month=date(2020, 1, 1))
    assert step(stage, "accredited", "INSS").centavos == 338_40 + 8_64


def test_what_is_kept_of_a_company_is_an_advance_beside_its_net(stage: Stage) -> None:
    told = way(stage, "repasse")
    assert [(one.label, one.centavos, one.is_advance) for one in told.taxes] == [
        ("Lucro presumido, 13,33 %", 232_03 + 15_82, False),
        ("IRRF, 1,5 %", 26_11 + 1_78, True),
        # 5,52 of the second payment are under the 10,00 that are worth keeping.
        ("CSRF, 4,65 %", 80_94, True),
    ]
    assert told.nominal == 161_147


def test_nothing_is_kept_of_simples_nor_by_a_patient(stage: Stage) -> None:
    assert not any(one.is_advance for one in way(stage, "private").taxes)
    TaxProfile.objects.update(regime="simples_iii")
    assert not any(one.is_advance for one in way(stage, "repasse").taxes)
