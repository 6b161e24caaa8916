"""Which tax parameters a surgery's day takes: the newest that hold, and the first where none does yet."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

import pytest

from honorarios.records.models import Office, SurgeryCase, TaxParameters
from honorarios.routing.taxes.parameters import tax_years
from honorarios.services.routing.batch import rerank
from honorarios.services.routing.opinions import opinion
from honorarios.services.routing.years import year_of
from tests.services.routing.stage import make_stage

if TYPE_CHECKING:
    from honorarios.routing.taxes import TaxYear

pytestmark = pytest.mark.django_db

PRODUCT = tax_years()[-1]
LATER = PRODUCT.valid_from.year + 3


def keep(office: Office, since: date) -> TaxYear:
    """Parameters of the office's own, from a day on."""
    own = PRODUCT.model_copy(update={"valid_from": since})
    TaxParameters.objects.create(
        office=office, year=since.year, document=own.model_dump_json(), source="Contador (fictício)"
    )
    return own


def test_the_newest_holds_and_the_offices_own_goes_before_the_products() -> None:
    office = Office.objects.create(name="Aurora", slug="aurora")
    assert year_of(office.pk, date(LATER, 5, 1)) == PRODUCT
    own = keep(office, date(PRODUCT.valid_from.year, 1, 1))
    assert year_of(office.pk, date(LATER, 5, 1)) == own
    newer = keep(office, date(LATER, 1, 1))
    assert year_of(office.pk, date(LATER + 1, 5, 1)) == newer
    assert year_of(office.pk, date(LATER - 1, 5, 1)) == own


def test_a_surgery_before_any_is_weighed_with_the_first_and_says_so() -> None:
    stage = make_stage()
    old = datetime.combine(date(2021, 3, 4), time(8))
    SurgeryCase.objects.filter(pk=stage.case.pk).update(planned_at=old)
    told = opinion(actor=stage.clerk, case_id=stage.case.pk)
    assert told.ok
    (finding,) = told.findings
    assert finding.code == "ROU-TAX-YEAR"
    assert f"{tax_years()[0].valid_from:%d/%m/%Y}" in finding.message
    again = rerank(actor=stage.clerk)
    assert [one.code for one in again.findings] == ["ROU-TAX-YEAR"]
    assert again.require().cases == 1
