"""The checks V1 to V16 (3.3), each on everything that it forbids, through the services."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from honorarios.core.vocabulary import Role
from honorarios.launching.reading import read_entry
from honorarios.records.models import InsideOutsideRule, Patient, Stay, Workstation
from honorarios.services import parts, special
from tests.launching import making
from tests.services import hospital
from tests.services.doing import codes, launched, row, try_launch
from tests.services.rules.acting import (
    bring,
    by_value,
    change_attendance,
    edit,
    issue_invoice,
    reverse,
    ways_in,
)

if TYPE_CHECKING:
    from honorarios.services.fees import LineView
    from tests.services.hospital import House

pytestmark = pytest.mark.database

EVERY_WAY = ("insert", "edit", "reverse")


def spoilt(house: House, way: str, spoil: Any) -> list[str]:  # noqa: ANN401 - what spoils the part
    """The findings of a way in, once a part with a line was spoilt."""
    (line,) = launched(house, making.entry())
    spoil(house)
    before = [(one.pk, one.version) for one in house.lines()]
    answer = ways_in(house, line)[way]
    assert not answer.ok
    assert [(one.pk, one.version) for one in house.lines()] == before
    return codes(answer)


@pytest.mark.parametrize("way", EVERY_WAY)
def test_v01_cancelled_attendance(house: House, way: str) -> None:
    assert "LAN-V01" in spoilt(
        house, way, lambda house: change_attendance(house, status="cancelled")
    )


@pytest.mark.parametrize("way", EVERY_WAY)
@pytest.mark.parametrize("status", ["released", "billed", "cancelled"])
def test_v02_frozen_part(house: House, way: str, status: str) -> None:
    assert spoilt(house, way, lambda house: bring(house, status)) == ["LAN-V02"]


def test_v02_open_and_closed_parts_take_lines(house: House) -> None:
    for status in ("open", "closed"):
        if status == "closed":
            bring(house, status)
        (line,) = launched(house, making.entry(code=making.EXAM))
        assert [answer.ok for answer in ways_in(house, line).values()] == [True] * 3


@pytest.mark.parametrize("way", EVERY_WAY)
def test_v03_private_part_with_a_tax_invoice(house: House, way: str) -> None:
    found = spoilt(house, way, lambda house: issue_invoice(house, private=True))
    assert found == ["LAN-V03"]


def test_v03_tax_invoice_of_an_insurer_does_not_block(house: House) -> None:
    issue_invoice(house, private=False)
    assert try_launch(house, making.entry()).ok


def expect_no_empty_centre(house: House, line: LineView, code: str) -> None:
    """Neither an insertion nor an edit leaves the cost centre empty."""
    assert codes(try_launch(house, making.entry(start=making.SATURDAY))) == [code]
    assert codes(edit(house, line, quantity=2)) == [code]


def test_v04a_cost_centre_required(house: House) -> None:
    (line,) = launched(house, making.entry())
    hospital.set_parameters(house, cost_centre_required=True)
    expect_no_empty_centre(house, line, "LAN-V04A")
    assert try_launch(house, making.entry(start=making.SATURDAY, cost_centre="cc-101")).ok


def test_v04b_cost_centre_of_the_bed(house: House) -> None:
    hospital.set_parameters(house, cost_centre_from_bed=True)
    (line,) = launched(house, making.entry())
    assert line.cost_centre == "cc-101"
    locked = try_launch(house, making.entry(start=making.SATURDAY, cost_centre="cc-201"))
    assert codes(locked) == ["LAN-COST-CENTRE-LOCKED"]
    assert locked.require().entries[0].lines[0].cost_centre == "cc-101"


def test_v04b_without_a_bed(house: House) -> None:
    (line,) = launched(house, making.entry())
    hospital.set_parameters(house, cost_centre_from_bed=True)
    Stay.objects.all().delete()
    expect_no_empty_centre(house, line, "LAN-V04B")


def test_v04c_cost_centre_of_the_workstation(house: House) -> None:
    hospital.set_parameters(house, cost_centre_from_workstation=True)
    change_attendance(house, setting="outpatient")
    (line,) = launched(house, making.entry())
    assert line.cost_centre == "cc-estacao"


def test_v04c_without_a_workstations_cost_centre(house: House) -> None:
    change_attendance(house, setting="outpatient")
    (line,) = launched(house, making.entry())
    hospital.set_parameters(house, cost_centre_from_workstation=True)
    Workstation.objects.update(cost_centre=None)
    expect_no_empty_centre(house, line, "LAN-V04C")


def test_v05_reversed_line_is_not_edited(house: House) -> None:
    (line,) = launched(house, making.entry())
    reversal = reverse(house, line).require()
    for frozen in (*reversal.lines, *reversal.added):
        assert codes(edit(house, frozen, quantity=2)) == ["LAN-V05"]


def test_v06_special_item_is_not_edited_but_reversed_and_entered_again(house: House) -> None:
    answer = special.launch(actor=house.clerk, part_id=house.part.pk, entries=[making.entry()])
    (line,) = answer.require().entries[0].lines
    assert codes(edit(house, line, quantity=2)) == ["LAN-V06"]
    again = special.reenter(
        actor=house.clerk, uid=str(line.uid), entry=making.entry(quantity=2), reason="Quantidade."
    ).require()
    assert [one.total for one in again.launched.entries[0].lines] == [82_000]


def test_v07_value_above_zero(house: House) -> None:
    assert codes(try_launch(house, making.entry(code=making.FREE_ACT))) == ["LAN-V07"]
    (line,) = launched(house, making.entry())
    assert codes(edit(house, line, code=making.FREE_ACT)) == ["LAN-V07"]


def test_v07_each_share_too(house: House) -> None:
    hospital.divide(house, "medico", ("medico", "0.000001"))
    assert codes(try_launch(house, making.entry())) == ["LAN-V07"]


@pytest.mark.parametrize(
    ("start", "inside"),
    [
        (datetime(2025, 11, 1), True),
        (datetime(2025, 11, 30, 23, 59), True),
        (datetime(2025, 10, 31, 23, 59), False),
        (datetime(2025, 12, 1), False),
    ],
    ids=["first day", "last day", "the day before", "the day after"],
)
def test_v08a_date_within_the_part(house: House, start: datetime, *, inside: bool) -> None:
    answer = try_launch(house, making.entry(start=start))
    assert codes(answer) == ([] if inside else ["LAN-V08A"])
    (line,) = launched(house, making.entry())
    assert codes(edit(house, line, start=start)) == ([] if inside else ["LAN-V08A"])


def test_v08a_end_too_unless_the_parameter_says_no(house: House) -> None:
    late = making.entry(start=datetime(2025, 11, 30, 23), end=datetime(2025, 12, 1, 1))
    assert codes(try_launch(house, late)) == ["LAN-V08A"]
    hospital.set_parameters(house, period_tests_end=False)
    assert try_launch(house, late).ok


def test_v08a_open_end_is_no_limit(house: House) -> None:
    part = hospital.under(house, "ch", period_end=None)
    assert try_launch(house, making.entry(start=datetime(2031, 1, 1)), part=part).ok


def test_v08b_start_after_the_end(house: House) -> None:
    late, same = making.WEDNESDAY - timedelta(minutes=1), making.WEDNESDAY
    assert codes(try_launch(house, making.entry(end=late))) == ["LAN-V08B"]
    (line,) = launched(house, making.entry(end=same))
    assert codes(edit(house, line, end=late)) == ["LAN-V08B"]


@pytest.mark.parametrize("field", ["start", "end"])
def test_v08c_hour_24(house: House, field: str) -> None:
    cells = {
        "code": making.SURGERY,
        "start": "2025-11-19 10:00",
        "provider": "medico",
        "role": "cirurgião",
    }
    refused = try_launch(house, read_entry({**cells, field: "2025-11-19 24:00"}))
    assert codes(refused) == ["LAN-V08C"]
    (line,) = launched(house, read_entry({**cells, field: "2025-11-20 00:00"} | {"end": None}))
    assert codes(edit(house, line, **{field: "19/11/2025 24:00"})) == ["LAN-V08C"]


@pytest.mark.parametrize(("sex", "code"), [("m", "LAN-V09"), ("", "LAN-V09-UNKNOWN")])
def test_v09_sex_of_the_procedure(house: House, sex: str, code: str) -> None:
    (line,) = launched(house, making.entry(code=making.FEMALE_SURGERY))
    Patient.objects.filter(office=house.office).update(sex=sex)
    other = making.entry(code=making.FEMALE_SURGERY, start=making.SATURDAY)
    assert codes(try_launch(house, other)) == [code]
    assert codes(edit(house, line, quantity=2)) == [code]


@pytest.mark.parametrize("code", [making.OFFICE, making.EMERGENCY_ROOM])
def test_v10_consultation_of_an_inpatient(house: House, code: str) -> None:
    assert codes(try_launch(house, making.entry(code=code))) == ["LAN-V10"]
    hospital.set_parameters(house, office_consultation_severity="WARN")
    warned = try_launch(house, making.entry(code=code))
    assert (warned.ok, codes(warned)) == (True, ["LAN-V10-WARN"])
    change_attendance(house, setting="outpatient")
    assert codes(try_launch(house, making.entry(code=code, start=making.SATURDAY))) == []


def test_v10b_kind_of_patient(house: House) -> None:
    act = making.entry(code=making.OUTPATIENT_ACT)
    assert codes(try_launch(house, act)) == ["LAN-V10B"]
    change_attendance(house, setting="outpatient")
    assert try_launch(house, act).ok


def test_v11_principal_provider_outside_the_account(house: House) -> None:
    outside = making.entry(provider="hospital", outside_requested=True)
    assert codes(try_launch(house, outside)) == ["LAN-V11"]
    (line,) = launched(house, making.entry(provider="hospital"))
    assert codes(edit(house, line, outside_requested=True)) == ["LAN-V11"]
    InsideOutsideRule.objects.create(
        office=house.office, payer=house.payer, side="outside", valid_from=making.LONG_AGO
    )
    by_rule = making.entry(provider="hospital", start=making.SATURDAY)
    assert codes(try_launch(house, by_rule)) == ["LAN-V11"]


def test_v12_role(house: House) -> None:
    assert codes(try_launch(house, making.entry(role=None))) == ["LAN-V12"]
    (line,) = launched(house, making.entry())
    assert codes(edit(house, line, role=None)) == ["LAN-V12"]


def test_v13_identical_line_is_a_warning(house: House) -> None:
    (line,) = launched(house, making.entry())
    again = try_launch(house, making.entry())
    assert (again.ok, codes(again)) == (True, ["LAN-V13"])
    other = making.entry(start=making.WEDNESDAY + timedelta(minutes=1))
    assert codes(try_launch(house, other)) == []
    assert codes(edit(house, line, quantity=2)) == []


def test_v14_division_is_not_changed(house: House) -> None:
    (whole,) = launched(house, making.entry(code=making.EXAM, provider="hospital"))
    changed = edit(house, whole, split_form="value", split_provider="medico")
    assert codes(changed) == ["LAN-V14"]
    cost, _ = launched(house, by_value(start=making.SATURDAY))
    assert codes(edit(house, cost, split_form="none", split_provider=None)) == ["LAN-V14"]


def test_v15_visit_after_the_surgery_when_closing(house: House) -> None:
    launched(house, making.entry())
    (visit,) = launched(
        house,
        making.entry(
            code=making.VISIT, role=Role.CLINICIAN, start=making.WEDNESDAY + timedelta(days=10)
        ),
    )
    closing: dict[str, Any] = {"actor": house.clerk, "part_id": house.part.pk}
    assert codes(parts.close(**closing)) == ["LAN-V15"]
    edit(house, visit, start=making.WEDNESDAY + timedelta(days=11)).require()
    assert parts.close(**closing).ok


def test_v16_reversed_once(house: House) -> None:
    (line,) = launched(house, making.entry())
    reversal = reverse(house, line).require()
    for frozen in (*reversal.lines, *reversal.added):
        assert codes(reverse(house, frozen)) == ["LAN-V16"]


def test_33_reversal_mirrors_and_the_sum_is_nothing(house: House) -> None:
    hospital.divide(house, "medico", ("medico", "33.33"))
    shares = launched(house, making.entry(quantity=3))
    changed = reverse(house, shares[1]).require()
    assert [row(one).total for one in changed.added] == [-one.total for one in shares]
    assert sum(one.total for one in house.lines()) == 0


def test_33_everything_that_is_wrong_is_told_at_once(house: House) -> None:
    hospital.set_parameters(house, cost_centre_required=True)
    wrong = making.entry(
        code=making.OFFICE,
        start=datetime(2025, 12, 1, 10),
        end=datetime(2025, 12, 1, 9),
        role=None,
    )
    told = codes(try_launch(house, wrong))
    assert told == ["LAN-V04A", "LAN-V08A", "LAN-V08B", "LAN-V10", "LAN-V12"]
