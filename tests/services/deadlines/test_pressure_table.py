from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from honorarios.records.models import DeadlinePressure
from honorarios.routing.pressure import USUAL
from honorarios.services import deadlines

if TYPE_CHECKING:
    from tests.services.cast import Cast

pytestmark = pytest.mark.database


def test_the_usual_table_holds_until_the_office_has_its_own(cast: Cast) -> None:
    office = cast.world.office
    assert deadlines.pressure_table(office.pk) == USUAL
    DeadlinePressure.objects.create(office=office, days_left=3, loss=Decimal("12.5"))
    table = deadlines.pressure_table(office.pk)
    assert table.loss(["guia"], 3) == Decimal("0.125")
    assert table.loss(["guia"], 4) == 0
