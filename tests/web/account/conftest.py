"""What the tests of an account's screens find in the fictitious hospital."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from honorarios.core.vocabulary import PartStatus
from honorarios.records.models import AccountPart, FeeLine
from honorarios.services import fees

if TYPE_CHECKING:
    from honorarios.services.fees import LineView
    from tests.web.hospital import FictitiousHospital

PartIn = Callable[[PartStatus], AccountPart]


@pytest.fixture
def part_in(hospital: FictitiousHospital) -> PartIn:
    """A part with lines in a state, by the state: the first there is."""

    def found(status: PartStatus) -> AccountPart:
        parts = AccountPart.objects.filter(
            office=hospital.office, status=status.code_name, lines__status="active"
        )
        return parts.order_by("pk")[0]

    return found


@pytest.fixture
def fee_of(hospital: FictitiousHospital) -> Callable[[AccountPart], LineView]:
    """An ordinary fee in force of a part: no share, no difference, no fee that came by itself."""

    def found(part: AccountPart) -> LineView:
        rows = FeeLine.objects.filter(
            part=part,
            status="active",
            kind="professional_fee",
            split_group__isnull=True,
            difference_of__isnull=True,
            differences__isnull=True,
            special=False,
        )
        row = rows.order_by("-number")[0]
        return fees.line(actor=hospital.actor("faturista"), uid=row.uid).require()

    return found
