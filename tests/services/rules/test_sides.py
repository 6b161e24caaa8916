"""Inside or outside the account (3.12), row by row, on record."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from honorarios.records.models import Credential, InsideOutsideRule
from tests.launching import making
from tests.services import hospital
from tests.services.doing import codes, launched, try_launch

if TYPE_CHECKING:
    from tests.services.hospital import House

pytestmark = pytest.mark.database


def rule(house: House, side: str, **conditions: Any) -> InsideOutsideRule:  # noqa: ANN401 - any column
    """An inside/outside rule of the payer."""
    given = {"payer": house.payer, "valid_from": making.LONG_AGO, **conditions}
    return InsideOutsideRule.objects.create(office=house.office, side=side, **given)


def outside(house: House, provider: str, *, ticked: bool, **changes: Any) -> bool:  # noqa: ANN401 - any field
    """HONORARIOFORA of a line, as the record keeps it."""
    entry = making.entry(provider=provider, outside_requested=ticked, **changes)
    launched(house, entry)
    return house.lines()[-1].outside_stored


def test_312_row1_executing_provider_of_a_division_is_always_outside(house: House) -> None:
    hospital.divide(house, "indireto", ("indireto", "70"))
    rule(house, "inside")
    lines = launched(house, making.entry(provider="indireto"))
    assert [line.outside for line in lines] == [True, False]


def test_312_row2_a_rule_prevails(house: House) -> None:
    rule(house, "inside", provider=house.providers["medico"])
    assert outside(house, "medico", ticked=True) is False
    rule(house, "outside", provider=house.providers["indireto"])
    assert outside(house, "indireto", ticked=False) is True


def test_312_row3_direct_always_outside_is_a_parameter(house: House) -> None:
    assert outside(house, "medico", ticked=False) is False
    hospital.set_parameters(house, direct_always_outside=True)
    assert outside(house, "medico", ticked=False) is True
    assert outside(house, "indireto", ticked=False) is False


def test_312_row4_ticked_and_direct(house: House) -> None:
    assert outside(house, "medico", ticked=True) is True


def test_312_row5_ticked_and_indirect(house: House) -> None:
    assert outside(house, "indireto", ticked=True) is False


def test_312_row6_ticked_without_a_credential_is_a_warning(house: House) -> None:
    answer = try_launch(house, making.entry(provider="sem-credencial", outside_requested=True))
    assert (answer.ok, codes(answer)) == (True, ["LAN-NO-CREDENTIAL"])
    assert [line.outside_stored for line in house.lines()] == [False]


def test_312_row7_not_ticked(house: House) -> None:
    assert outside(house, "medico", ticked=False) is False


def test_312_credential_is_the_one_of_the_day(house: House) -> None:
    Credential.objects.filter(provider=house.providers["medico"]).update(
        valid_to=date(2025, 11, 19)
    )
    Credential.objects.create(
        office=house.office,
        provider=house.providers["medico"],
        payer=house.payer,
        mode="indirect",
        valid_from=date(2025, 11, 20),
    )
    assert outside(house, "medico", ticked=True) is True
    assert outside(house, "medico", ticked=True, start=making.SATURDAY) is False


def test_312_most_specific_rule_then_the_newest(house: House) -> None:
    rule(house, "outside")
    rule(house, "inside", provider=house.providers["medico"])
    assert outside(house, "medico", ticked=False) is False
    rule(house, "outside", provider=house.providers["medico"], valid_from=date(2025, 1, 1))
    assert outside(house, "medico", ticked=False, start=making.SATURDAY) is True
