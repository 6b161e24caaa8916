"""The vectors of spec 3.14 and the state insurers of 3.9, launched from end to end."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from honorarios.core.vocabulary import AccessRoute, Character, ProcedureKind, Role
from honorarios.launching.launch import launch
from honorarios.launching.model import Context, Request
from tests.launching.making import (
    APARTMENT,
    EXAM,
    SATURDAY,
    WEDNESDAY,
    attendance,
    context,
    entry,
    found,
    launched,
    part,
    pricer,
    the_line,
)


def emergency(contract: str = "ch", **changes: Any) -> Context:  # noqa: ANN401 - any field of the context
    """An emergency inpatient in an apartment, under a contract."""
    given: dict[str, Any] = {
        "attendance": attendance(is_emergency=True),
        "stays": (APARTMENT,),
        "part": part(contract=contract),
    }
    return context(**(given | changes))


def test_t01_1000_ch_in_the_ward_by_day() -> None:
    line = the_line(launched(entry()))
    assert (line.unit_value, line.total, line.charged) == (41000, 41000, 41000)


def test_t02_factor_2_and_saturday_emergency() -> None:
    line = the_line(launched(entry(start=SATURDAY), emergency()))
    assert line.total == 106600
    assert (line.kept["accommodation_factor"], line.kept["overtime_percent"]) == ("2", "30")


def test_t03_first_assistant_of_t02() -> None:
    assistant = entry(start=SATURDAY, role=Role.FIRST_ASSISTANT)
    assert the_line(launched(assistant, emergency())).total == 31980


def test_t05_second_act_by_the_same_route() -> None:
    acts = [
        entry(code="30722071", quantity=2, access_route=AccessRoute.SAME),
        entry(
            code="30722713",
            quantity=2,
            access_route=AccessRoute.SAME,
            procedure_kind=ProcedureKind.SECONDARY,
        ),
    ]
    outcomes = launch([Request(act, context()) for act in acts], pricer())
    assert [the_line(outcome).total for outcome in outcomes] == [37000, 14200]


def test_t08_an_unsplit_row_of_fee_and_cost() -> None:
    line = the_line(launched(entry(code=EXAM, role=Role.CLINICIAN)))
    assert line.total == 3280
    assert (line.kept["fee"], line.kept["operating_cost"]) == ("20.5", "12.3")


@pytest.mark.parametrize(
    ("start", "end", "total"),
    [
        (datetime(2025, 11, 19, 18), datetime(2025, 11, 19, 20, 30), 53300),
        (datetime(2025, 11, 19, 17, 30), datetime(2025, 11, 19, 20), 41000),
    ],
)
def test_t14_majority_of_the_act_within_the_night(
    start: datetime, end: datetime, total: int
) -> None:
    where = context(attendance=attendance(is_emergency=True), part=part(contract="maioria"))
    assert the_line(launched(entry(start=start, end=end), where)).total == total


@pytest.mark.parametrize(
    ("role", "total"),
    [
        (Role.SURGEON, 50000),
        (Role.FIRST_ASSISTANT, 15000),
        (Role.SECOND_ASSISTANT, 10000),
        (Role.THIRD_ASSISTANT, 10000),
        (Role.FOURTH_ASSISTANT, 10000),
    ],
)
def test_t10_iamspe_is_role_only(role: Role, total: int) -> None:
    act = entry(
        start=SATURDAY,
        role=role,
        access_route=AccessRoute.SAME,
        procedure_kind=ProcedureKind.SECONDARY,
    )
    assert the_line(launched(act, emergency("iamspe"))).total == total


def test_t10_iamspe_multiplies_by_the_quantity() -> None:
    line = the_line(launched(entry(start=SATURDAY, quantity=2), emergency("iamspe")))
    assert (line.unit_value, line.total) == (50000, 100000)


def test_t10_iamspe_has_no_rule_for_other_roles() -> None:
    outcome = launched(entry(role=Role.SCRUB_ASSISTANT), emergency("iamspe"))
    assert found(outcome) == ["LAN-NO-PRICE"]


def test_39_ipsemg_takes_the_value_in_force_and_the_factors_of_the_standard() -> None:
    day_before = entry(start=datetime(2025, 11, 18, 10), quantity=3)
    line = the_line(launched(day_before, context(part=part(contract="ipsemg"))))
    assert (line.unit_value, line.total) == (45000, 135000)
    line = the_line(launched(entry(), context(part=part(contract="ipsemg"))))
    assert line.total == 50000
    assert the_line(launched(entry(start=SATURDAY), emergency("ipsemg"))).total == 130000
    assistant = entry(start=SATURDAY, role=Role.FIRST_ASSISTANT)
    assert the_line(launched(assistant, emergency("ipsemg"))).total == 39000


def test_37_only_urgent_attendances_have_overtime() -> None:
    elective = context(stays=(APARTMENT,))
    assert the_line(launched(entry(start=SATURDAY), elective)).total == 82000
    urgent = context(attendance=attendance(character=Character.URGENT), stays=(APARTMENT,))
    assert the_line(launched(entry(start=SATURDAY), urgent)).total == 106600


def test_38_route_that_is_not_stated_is_100() -> None:
    act = entry(procedure_kind=ProcedureKind.SECONDARY)
    assert the_line(launched(act)).total == 41000
    act = entry(procedure_kind=ProcedureKind.SECONDARY, access_route=AccessRoute.SAME)
    assert the_line(launched(act)).total == 20500


def test_36_contract_is_found_from_payer_unit_and_route() -> None:
    where = context(part=part(contract=None, payer="convenio-ipsemg"))
    line = the_line(launched(entry(), where))
    assert (line.total, line.kept["contract_used"]) == (50000, "ipsemg")


def test_36_no_contract_is_an_error() -> None:
    where = context(part=part(contract=None, payer="convenio-desconhecido"))
    outcome = launched(entry(), where)
    assert found(outcome) == ["LAN-NO-PRICE"]


def test_the_line_keeps_its_trace_its_catalogue_and_its_row() -> None:
    line = the_line(launched(entry()))
    assert line.catalogue_hash == pricer().catalogue_hash == line.kept["catalogue_hash"]
    assert line.price_row == line.kept["price_row"]
    assert line.kept["start"] == f"{WEDNESDAY:%Y-%m-%d %H:%M:%S}"
    assert line.kept["total_centavos"] == 41000
