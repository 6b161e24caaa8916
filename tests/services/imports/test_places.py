"""A row says its part by what people have of it; what it doesn't say is chosen, or asked for."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from honorarios.records.models import (
    Account,
    AccountPart,
    Attendance,
    BillingUnit,
    Hospital,
    Payer,
)
from honorarios.records.selectors import Scope
from honorarios.services import parts
from honorarios.services.imports.places import Found, Parts, Spot, read_spot
from tests.services.hospital import under

if TYPE_CHECKING:
    from honorarios.core.findings import Finding
    from tests.services.hospital import House

pytestmark = pytest.mark.database
DAY = date(2025, 11, 19)


def find(house: House, **said: Any) -> Found | Finding:  # noqa: ANN401 - any field of a spot
    spot = Spot(row=2, **({"day": DAY} | said))
    return Parts(Scope(house.office.pk), [spot]).of(spot)


def part_of(found: Found | Finding) -> int:
    assert isinstance(found, Found), found
    return found.pk


def code_of(found: Found | Finding) -> str:
    assert not isinstance(found, Found), found
    return found.code


def test_an_attendance_with_one_part_says_enough(house: House) -> None:
    assert part_of(find(house, attendance="1")) == house.part.pk
    assert part_of(find(house, part=house.part.pk)) == house.part.pk


@pytest.mark.parametrize(
    "wrong",
    [
        {"attendance": "2"},
        {"attendance": "1", "hospital": "h2"},
        {"attendance": "1", "account": 2},
        {"attendance": "1", "part_seq": 9},
        {"attendance": "1", "payer": "outro"},
        {"attendance": "1", "billing_unit": "outra"},
        {"part": 10**12},
        {"part": 2**70},
        {"part": 0},
    ],
)
def test_what_is_not_there_is_told_in_words(house: House, wrong: dict[str, Any]) -> None:
    assert code_of(find(house, **wrong)) == "REG-IMPORT-NO-PART"


def test_an_id_with_another_attendance_is_refused(house: House) -> None:
    assert code_of(find(house, part=house.part.pk, attendance="2")) == "REG-IMPORT-NO-PART"


def test_no_place_is_refused(house: House) -> None:
    assert code_of(find(house)) == "REG-IMPORT-NO-PLACE"


def test_of_several_parts_the_row_says_which(house: House) -> None:
    other = under(house, "ch")
    found = find(house, attendance="1")
    assert code_of(found) == "REG-IMPORT-MANY-PARTS"
    assert "conta 1, parcial 2 (convenio-ch)" in str(found)
    assert part_of(find(house, attendance="1", part_seq=2)) == other.pk


def test_of_several_periods_the_day_chooses(house: House) -> None:
    later = under(house, "ch", period_start=date(2025, 12, 1), period_end=None)
    assert part_of(find(house, attendance="1")) == house.part.pk
    assert part_of(find(house, attendance="1", day=date(2026, 1, 5))) == later.pk


def test_a_part_that_takes_lines_goes_before_one_that_does_not(house: House) -> None:
    other = under(house, "ch")
    parts.cancel(actor=house.clerk, part_id=house.part.pk, reason="Engano.").require()
    assert part_of(find(house, attendance="1")) == other.pk


def test_private_expenses_are_asked_for_by_name(house: House) -> None:
    private = under(house, "ch", payer=Payer.objects.get(code="particular"), plan=None)
    assert part_of(find(house, attendance="1")) == house.part.pk
    assert part_of(find(house, attendance="1", payer="particular")) == private.pk


def test_an_attendance_of_two_hospitals_is_told_apart(house: House) -> None:
    office = house.office
    hospital = Hospital.objects.create(office=office, code="h2", name="Outro")
    unit = BillingUnit.objects.create(office=office, hospital=hospital, code="u2", name="Outra")
    attendance = Attendance.objects.create(
        office=office,
        hospital=hospital,
        patient=house.attendance.patient,
        number="1",
        setting="inpatient",
        started_at=datetime(2025, 11, 1, 8),
    )
    account = Account.objects.create(office=office, attendance=attendance, billing_unit=unit)
    part = AccountPart.objects.create(
        office=office,
        account=account,
        seq=1,
        payer=house.payer,
        billing_unit=unit,
        period_start=date(2025, 11, 1),
    )
    assert code_of(find(house, attendance="1")) == "REG-IMPORT-MANY-PARTS"
    assert part_of(find(house, attendance="1", hospital="h2")) == part.pk
    assert part_of(find(house, attendance="1", billing_unit="unidade")) == house.part.pk
    spot = Spot(row=2, attendance="1", day=DAY)
    reached = Parts(Scope(office.pk, frozenset({unit.pk})), [spot]).of(spot)
    assert part_of(reached) == part.pk
    beyond = Spot(row=2, part=house.part.pk, day=DAY)
    assert code_of(Parts(Scope(office.pk, frozenset({unit.pk})), [beyond]).of(beyond)) == (
        "REG-IMPORT-NO-PART"
    )


@pytest.mark.parametrize("text", ["x", "1,5", "-1", "²", "1" * 25])
def test_a_number_that_is_none_is_told(text: str) -> None:
    found = read_spot({"part": text, "account": text, "part_seq": text}, 7, None)
    assert isinstance(found, list)
    assert {finding.code for finding in found} == {"REG-IMPORT-NUMBER"}
    assert [finding.place.line for finding in found] == [7, 7, 7]
