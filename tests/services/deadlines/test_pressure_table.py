from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from honorarios.records.models import CaseDocument, DeadlinePressure
from honorarios.routing.pressure import USUAL
from honorarios.services.pressure import missing_papers, table_of
from tests.services.deadlines import planned

if TYPE_CHECKING:
    from tests.services.cast import Cast

pytestmark = pytest.mark.database


def test_the_usual_table_holds_until_the_office_has_its_own(cast: Cast) -> None:
    office = cast.world.office
    assert table_of(office.pk) == USUAL
    DeadlinePressure.objects.create(office=office, days_left=3, loss=Decimal("12.5"))
    table = table_of(office.pk)
    assert table.loss(["guia"], 3) == Decimal("0.125")
    assert table.loss(["guia"], 4) == 0


def test_only_papers_that_somebody_recorded_as_missing_press(cast: Cast) -> None:
    case = planned.plan(cast.world)
    assert missing_papers([case.pk]).get(case.pk, ()) == ()
    for kind, state in (("fee_guia", "missing"), ("exams", "missing")):
        CaseDocument.objects.create(office=case.office, case=case, kind=kind, state=state)
    assert missing_papers([case.pk])[case.pk] == ("fee_guia",)
