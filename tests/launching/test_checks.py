"""The checks V1 to V14 of spec 3.3 as they are when an entry is launched, each by its number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honorarios.core.findings import Severity
from honorarios.core.vocabulary import (
    AttendanceStatus,
    LineStatus,
    PartStatus,
    PayerGroup,
    Role,
    Setting,
    Sex,
    Side,
    SplitForm,
)
from honorarios.launching.launch import launch
from honorarios.launching.model import (
    LaunchedKey,
    Outcome,
    Recorded,
    Request,
    SideRule,
)
from honorarios.launching.parameters import GeneralParameters
from honorarios.launching.reading import read_entry
from tests.launching.making import (
    CHILDRENS_SURGERY,
    DIRECT,
    EMERGENCY_ROOM,
    FEMALE_SURGERY,
    FREE_ACT,
    LONG_AGO,
    OFFICE,
    OUTPATIENT_ACT,
    SURGERY,
    WARD,
    WEDNESDAY,
    attendance,
    context,
    entry,
    found,
    launched,
    part,
    pricer,
    the_line,
    with_parameters,
)

OUTPATIENT = attendance(setting=Setting.OUTPATIENT)


def edited(recorded: Recorded, **changes: object) -> Outcome:
    """What becomes of an edit of a line on record."""
    one = Request(entry(**changes), context(), replaces=recorded)
    return launch([one], pricer())[0]


def on_record(status: LineStatus = LineStatus.ACTIVE, **changes: Any) -> Recorded:  # noqa: ANN401 - any field of the line
    """The usual entry's line, on record."""
    line = the_line(launched(entry()))
    return Recorded(key=1, line=replace(line, **changes), part="parcial", status=status)


def test_nothing_is_found_where_nothing_is_wrong() -> None:
    outcome = launched(entry())
    assert outcome.ready
    assert the_line(outcome).total == 41000


def test_v01_cancelled_attendance() -> None:
    where = context(attendance=attendance(status=AttendanceStatus.CANCELLED))
    assert found(launched(entry(), where)) == ["LAN-V01"]
    assert launched(entry(), where).lines == ()


def test_v01_discharged_attendance_still_takes_lines() -> None:
    assert launched(
        entry(), context(attendance=attendance(status=AttendanceStatus.DISCHARGED))
    ).ready


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (PartStatus.RELEASED, "Parcial Liberada: lançamento não permitido."),
        (PartStatus.BILLED, "Parcial Faturada: lançamento não permitido."),
        (PartStatus.CANCELLED, "Parcial Cancelada: lançamento não permitido."),
    ],
)
def test_v02_frozen_part(status: PartStatus, message: str) -> None:
    outcome = launched(entry(), context(part=part(status=status)))
    assert [(one.code, one.message) for one in outcome.findings] == [("LAN-V02", message)]
    assert outcome.blocked


@pytest.mark.parametrize("status", [PartStatus.OPEN, PartStatus.CLOSED])
def test_v02_open_and_closed_parts_take_lines(status: PartStatus) -> None:
    assert launched(entry(), context(part=part(status=status))).ready


def test_v03_tax_invoice_of_a_private_part() -> None:
    private = part(payer_group=PayerGroup.SELF_PAY, tax_invoice=True)
    assert found(launched(entry(), context(part=private))) == ["LAN-V03"]


def test_v03_tax_invoice_of_an_insurers_part_does_not_block() -> None:
    assert launched(entry(), context(part=part(tax_invoice=True))).ready


def test_v04a_cost_centre_required() -> None:
    where = with_parameters(cost_centre_required=True)
    assert found(launched(entry(), where)) == ["LAN-V04A"]
    assert the_line(launched(entry(cost_centre="cc-1"), where)).cost_centre == "cc-1"
    assert the_line(launched(entry())).cost_centre is None


def test_v04b_cost_centre_of_the_bed_is_taken_and_locked() -> None:
    where = with_parameters(cost_centre_from_bed=True)
    assert the_line(launched(entry(), where)).cost_centre == "cc-101"
    other = launched(entry(cost_centre="cc-1"), where)
    assert found(other) == ["LAN-COST-CENTRE-LOCKED"]
    assert other.lines[0].cost_centre == "cc-101"


def test_v04b_inpatient_without_a_beds_cost_centre() -> None:
    parameters = GeneralParameters(cost_centre_from_bed=True)
    no_bed = context(parameters=parameters, stays=())
    assert found(launched(entry(), no_bed)) == ["LAN-V04B"]
    bare_bed = context(parameters=parameters, stays=(replace(WARD, cost_centre=None),))
    assert found(launched(entry(), bare_bed)) == ["LAN-V04B"]


def test_v04b_is_not_for_outpatients() -> None:
    parameters = GeneralParameters(cost_centre_from_bed=True)
    where = context(parameters=parameters, attendance=OUTPATIENT, stays=())
    assert launched(entry(), where).ready


def test_v04c_cost_centre_of_the_workstation_is_taken_and_locked() -> None:
    parameters = GeneralParameters(cost_centre_from_workstation=True)
    where = context(parameters=parameters, attendance=OUTPATIENT)
    assert the_line(launched(entry(), where)).cost_centre == "cc-estacao"
    assert found(launched(entry(cost_centre="cc-1"), where)) == ["LAN-COST-CENTRE-LOCKED"]


def test_v04c_outpatient_without_a_workstations_cost_centre() -> None:
    parameters = GeneralParameters(cost_centre_from_workstation=True)
    bare = attendance(setting=Setting.OUTPATIENT, workstation_cost_centre=None)
    assert found(launched(entry(), context(parameters=parameters, attendance=bare))) == ["LAN-V04C"]
    assert launched(entry(), context(parameters=parameters)).ready  # an inpatient


@pytest.mark.parametrize("status", [LineStatus.REVERSED, LineStatus.REVERSAL])
def test_v05_reversed_line_cannot_be_edited(status: LineStatus) -> None:
    assert found(edited(on_record(status))) == ["LAN-V05"]
    assert edited(on_record()).ready


def test_v06_special_line_cannot_be_edited() -> None:
    assert found(edited(on_record(special=True))) == ["LAN-V06"]


def test_v06_special_line_is_entered_by_its_verb() -> None:
    assert the_line(launched(entry(special=True))).special


def test_v07_value_must_be_above_zero() -> None:
    outcome = launched(entry(code=FREE_ACT))
    assert [one.message for one in outcome.findings] == [
        "Valor do honorário deve ser maior que zero."
    ]
    assert found(outcome) == ["LAN-V07"]
    assert outcome.preview == ()


def test_v07_item_without_a_price_is_an_error_and_no_line_of_zero() -> None:
    outcome = launched(entry(code="99999999"))
    assert found(outcome) == ["LAN-NO-PRICE"]
    assert outcome.lines == ()


def test_code_that_the_payer_did_not_authorise_has_no_amount() -> None:
    outcome = launched(entry(authorised=False))
    assert found(outcome) == ["LAN-NOT-AUTHORISED"]
    assert outcome.preview == ()


@pytest.mark.parametrize("day", [date(2025, 11, 1), date(2025, 11, 30)])
def test_v08a_first_and_last_day_are_within_the_part(day: date) -> None:
    start = datetime(day.year, day.month, day.day, 23, 59)
    assert launched(entry(start=start, end=start)).ready


@pytest.mark.parametrize("day", [date(2025, 10, 31), date(2025, 12, 1)])
def test_v08a_start_outside_the_part(day: date) -> None:
    start = datetime(day.year, day.month, day.day)
    outcome = launched(entry(start=start), context(stays=()))
    assert found(outcome) == ["LAN-V08A"]
    assert outcome.findings[0].place.field == "start"
    assert outcome.findings[0].message == (
        f"Data fora do período da parcial: {day:%d/%m/%Y} não está entre 01/11/2025 e 30/11/2025."
    )


def test_v08a_end_outside_the_part() -> None:
    late = entry(start=datetime(2025, 11, 30, 23), end=datetime(2025, 12, 1, 1))
    assert found(launched(late)) == ["LAN-V08A"]
    assert launched(late).findings[0].place.field == "end"


def test_v08a_end_may_be_left_out_of_the_test() -> None:
    late = entry(start=datetime(2025, 11, 30, 23), end=datetime(2025, 12, 1, 1))
    assert launched(late, with_parameters(period_tests_end=False)).ready


def test_v08a_open_end_is_no_limit() -> None:
    where = context(part=part(period_end=None))
    assert launched(entry(start=datetime(2030, 1, 2)), where).ready
    assert found(launched(entry(start=datetime(2025, 10, 31)), where)) == ["LAN-V08A"]


@given(st.integers(-40, 40))
def test_v08a_is_the_calendar_day_and_nothing_else(days: int) -> None:
    day = date(2025, 11, 15) + timedelta(days=days)
    outcome = launched(entry(start=datetime(day.year, day.month, day.day, 23, 59, 59)))
    assert ("LAN-V08A" in found(outcome)) == (day.month != 11)


def test_v08b_start_after_the_end() -> None:
    late = entry(start=WEDNESDAY, end=WEDNESDAY - timedelta(minutes=1))
    assert found(launched(late)) == ["LAN-V08B"]
    assert launched(entry(start=WEDNESDAY, end=WEDNESDAY)).ready


@pytest.mark.parametrize(
    "text", ["2025-11-19 24:00", "2025-11-19T24:00:00", "19/11/2025 24:00", "19/11/2025 24:00:00"]
)
def test_v08c_hour_24_is_refused_and_not_converted(text: str) -> None:
    cells = {"code": SURGERY, "start": text, "provider": "medico", "role": "cirurgião"}
    outcome = launched(read_entry(cells, 7))
    (only,) = outcome.findings
    assert (only.code, only.place.line, only.place.field) == ("LAN-V08C", 7, "start")
    assert only.message == "Use 00:00 do dia seguinte."


def test_v09_procedure_of_the_other_sex() -> None:
    man = context(attendance=attendance(sex=Sex.M))
    assert found(launched(entry(code=FEMALE_SURGERY), man)) == ["LAN-V09"]
    assert launched(entry(code=FEMALE_SURGERY)).ready
    assert launched(entry(), man).ready  # only if it is configured


def test_v09_unknown_sex_is_a_warning() -> None:
    outcome = launched(entry(code=FEMALE_SURGERY), context(attendance=attendance(sex=None)))
    assert found(outcome) == ["LAN-V09-UNKNOWN"]
    assert outcome.ready


def test_age_of_the_row_is_tested_on_the_day() -> None:
    assert found(launched(entry(code=CHILDRENS_SURGERY))) == ["LAN-AGE"]
    born = date(2013, 11, 19)  # 144 months old on the day
    child = context(attendance=attendance(birth_date=born))
    assert launched(entry(code=CHILDRENS_SURGERY), child).ready
    older = context(attendance=attendance(birth_date=date(2013, 10, 19)))
    assert found(launched(entry(code=CHILDRENS_SURGERY), older)) == ["LAN-AGE"]
    unknown = context(attendance=attendance(birth_date=None))
    assert launched(entry(code=CHILDRENS_SURGERY), unknown).ready


@pytest.mark.parametrize("code", [OFFICE, EMERGENCY_ROOM])
def test_v10_consultation_of_an_inpatient(code: str) -> None:
    assert found(launched(entry(code=code))) == ["LAN-V10"]
    assert launched(entry(code=code), context(attendance=OUTPATIENT)).ready


def test_v10_may_be_a_warning() -> None:
    outcome = launched(entry(code=OFFICE), with_parameters(office_consultation_severity="WARN"))
    assert [(one.code, one.severity) for one in outcome.findings] == [
        ("LAN-V10-WARN", Severity.WARNING)
    ]
    assert outcome.ready


def test_v10b_row_of_the_other_kind_of_patient() -> None:
    assert found(launched(entry(code=OUTPATIENT_ACT))) == ["LAN-V10B"]
    assert launched(entry(code=OUTPATIENT_ACT), context(attendance=OUTPATIENT)).ready


def test_v11_principal_provider_outside_the_account() -> None:
    ticked = entry(provider="hospital", outside_requested=True)
    assert found(launched(ticked)) == ["LAN-V11"]
    assert launched(entry(provider="hospital")).ready


def test_v11_is_tested_on_the_final_side() -> None:
    rule = SideRule(side=Side.INSIDE, valid_from=LONG_AGO)
    ticked = entry(provider="hospital", outside_requested=True)
    assert launched(ticked, context(side_rules=(rule,))).ready
    rule = SideRule(side=Side.OUTSIDE, valid_from=LONG_AGO)
    assert found(launched(entry(provider="hospital"), context(side_rules=(rule,)))) == ["LAN-V11"]


def test_v12_role_is_compulsory() -> None:
    outcome = launched(entry(role=None))
    assert found(outcome) == ["LAN-V12"]
    assert outcome.findings[0].message == "Função do médico obrigatória."


def test_v12_unknown_role_is_told_as_unreadable() -> None:
    cells = {"code": SURGERY, "start": WEDNESDAY, "provider": "medico", "role": "chefe"}
    assert found(launched(read_entry(cells))) == ["LAN-UNREADABLE"]


def test_v13_identical_line_is_a_warning() -> None:
    same = LaunchedKey(SURGERY, "medico", Role.SURGEON, WEDNESDAY)
    outcome = launched(entry(), context(launched=frozenset({same})))
    assert found(outcome) == ["LAN-V13"]
    assert outcome.ready


@pytest.mark.parametrize(
    "other",
    [
        LaunchedKey("30722071", "medico", Role.SURGEON, WEDNESDAY),
        LaunchedKey(SURGERY, "indireto", Role.SURGEON, WEDNESDAY),
        LaunchedKey(SURGERY, "medico", Role.FIRST_ASSISTANT, WEDNESDAY),
        LaunchedKey(SURGERY, "medico", Role.SURGEON, WEDNESDAY + timedelta(minutes=1)),
    ],
)
def test_v13_any_difference_is_another_line(other: LaunchedKey) -> None:
    assert launched(entry(), context(launched=frozenset({other}))).findings == ()


def test_v13_entries_of_one_call_count_for_those_that_follow() -> None:
    requests = [Request(entry(), context()), Request(entry(), context())]
    assert [found(outcome) for outcome in launch(requests, pricer())] == [[], ["LAN-V13"]]


def test_v13_refused_entries_do_not_count() -> None:
    refused = Request(entry(quantity=0), context())
    assert [found(one) for one in launch([refused, Request(entry(), context())], pricer())] == [
        ["LAN-QUANTITY"],
        [],
    ]


def test_v13_other_accounts_do_not_count() -> None:
    other = context(part=part(account="outra"))
    requests = [Request(entry(), context()), Request(entry(), other)]
    assert [found(outcome) for outcome in launch(requests, pricer())] == [[], []]


def test_v13_is_not_for_edits() -> None:
    same = LaunchedKey(SURGERY, "medico", Role.SURGEON, WEDNESDAY)
    where = context(launched=frozenset({same}))
    assert launch([Request(entry(), where, replaces=on_record())], pricer())[0].findings == ()


def test_v14_division_cannot_be_changed() -> None:
    by_value: dict[str, Any] = {"split_form": SplitForm.VALUE, "split_provider": "medico"}
    assert "LAN-V14" in found(edited(on_record(), **by_value))
    divided = on_record(**by_value)
    assert "LAN-V14" in found(edited(divided))
    other = by_value | {"split_provider": "indireto"}
    assert "LAN-V14" in found(edited(divided, **other))


@pytest.mark.parametrize("quantity", [0, 1000, -1, None])
def test_quantity_is_from_1_to_999(quantity: int | None) -> None:
    assert found(launched(entry(quantity=quantity))) == ["LAN-QUANTITY"]


@pytest.mark.parametrize("quantity", [1, 999])
def test_quantity_multiplies_the_unit_value(quantity: int) -> None:
    line = the_line(launched(entry(quantity=quantity)))
    assert (line.unit_value, line.total) == (41000, 41000 * quantity)


def test_provider_is_compulsory_and_known() -> None:
    assert found(launched(entry(provider=None))) == ["LAN-NO-PROVIDER"]
    assert found(launched(entry(provider="ninguém"))) == ["LAN-PROVIDER"]


def test_code_and_start_are_compulsory() -> None:
    assert found(launched(entry(code=None, start=None))) == ["LAN-NO-CODE", "LAN-NO-START"]


def test_everything_that_is_wrong_is_told_at_once() -> None:
    where = context(
        attendance=attendance(status=AttendanceStatus.CANCELLED, sex=Sex.M),
        part=part(status=PartStatus.BILLED, payer_group=PayerGroup.SELF_PAY, tax_invoice=True),
        parameters=GeneralParameters(cost_centre_required=True),
        providers={"hospital": replace(context().providers["hospital"], credentials=DIRECT)},
    )
    wrong = entry(
        code=FEMALE_SURGERY,
        start=datetime(2025, 12, 2),
        end=datetime(2025, 12, 1),
        role=None,
        quantity=0,
        provider="outro",
    )
    assert found(launched(wrong, where)) == [
        "LAN-V01",
        "LAN-V02",
        "LAN-V03",
        "LAN-PROVIDER",
        "LAN-QUANTITY",
        "LAN-V04A",
        "LAN-V08A",
        "LAN-V08B",
        "LAN-V09",
        "LAN-V12",
    ]
