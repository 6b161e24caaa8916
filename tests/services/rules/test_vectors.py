"""3.5 to 3.9 and every vector of 3.14: the published cases, as the record keeps them."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import pytest

from honorarios.core.vocabulary import AccessRoute, ProcedureKind, Role, SplitForm
from honorarios.records.models import Attendance, Payer, SplitShare
from tests.launching import making
from tests.pricing.cases import CASES, Case, read_cases
from tests.services import hospital
from tests.services.doing import codes, launched, row, try_launch
from tests.services.rules.on_record import differences, house_of
from tests.services.rules.scene import ODD_ACT

if TYPE_CHECKING:
    from tests.services.hospital import House

pytestmark = pytest.mark.database

PUBLISHED: Final = read_cases(CASES / "lancamento.yaml")


def of(number: str) -> list[Case]:
    """The cases that state a section of the rules; those of the engine's own rules state the value."""
    return [case for case in PUBLISHED if section(case) == number]


def section(case: Case) -> str:
    """The first section of ``spec: launching`` that a case cites."""
    cited = re.search(r"launching\.md (3\.\d+)", case.source)
    return cited[1] if cited else "3.6"


def expect_on_record(case: Case) -> None:
    assert list(differences(house_of(case.catalogue), case)) == []


@pytest.mark.parametrize("case", of("3.3"), ids=str)
def test_33_what_has_no_value_and_what_is_mirrored(case: Case) -> None:
    expect_on_record(case)


@pytest.mark.parametrize("case", of("3.5"), ids=str)
def test_35_which_price_is_found(case: Case) -> None:
    expect_on_record(case)


@pytest.mark.parametrize("case", of("3.6"), ids=str)
def test_36_what_it_is_worth(case: Case) -> None:
    expect_on_record(case)


@pytest.mark.parametrize("case", of("3.7"), ids=str)
def test_37_special_hours(case: Case) -> None:
    expect_on_record(case)


@pytest.mark.parametrize("case", of("3.14"), ids=str)
def test_314_every_vector(case: Case) -> None:
    expect_on_record(case)


def test_no_case_is_left_out() -> None:
    assert {section(case) for case in PUBLISHED} == {"3.3", "3.5", "3.6", "3.7", "3.14"}


@pytest.mark.parametrize(
    ("role", "total"),
    [
        (Role.SURGEON, 41_000),
        (Role.FIRST_ASSISTANT, 12_300),
        (Role.SECOND_ASSISTANT, 8_200),
        (Role.THIRD_ASSISTANT, 8_200),
        (Role.FOURTH_ASSISTANT, 8_200),
        (Role.SCRUB_ASSISTANT, 4_100),
        (Role.CLINICIAN, 41_000),
        (Role.CONSULTANT, 41_000),
    ],
)
def test_38_percentage_of_the_role(house: House, role: Role, total: int) -> None:
    assert [line.total for line in launched(house, making.entry(role=role))] == [total]


def test_38_role_without_a_percentage_has_no_price(house: House) -> None:
    entry = making.entry(role=Role.ANAESTHETIST_ASSISTANT)
    assert codes(try_launch(house, entry)) == ["LAN-NO-PRICE"]


@pytest.mark.parametrize(
    ("route", "kind", "total"),
    [
        (None, ProcedureKind.SECONDARY, 41_000),
        (AccessRoute.SINGLE, ProcedureKind.SECONDARY, 41_000),
        (AccessRoute.SAME, ProcedureKind.PRINCIPAL, 41_000),
        (AccessRoute.SAME, ProcedureKind.SECONDARY, 20_500),
        (AccessRoute.DIFFERENT, ProcedureKind.PRINCIPAL, 41_000),
    ],
)
def test_38_percentage_of_the_route(
    house: House, route: AccessRoute | None, kind: ProcedureKind, total: int
) -> None:
    entry = making.entry(access_route=route, procedure_kind=kind)
    assert [line.total for line in launched(house, entry)] == [total]


def urgent_in_the_apartment(house: House) -> None:
    """What turns T1 into T2: an emergency in a bed of factor 2."""
    hospital.move(house.attendance, "201")
    Attendance.objects.filter(pk=house.attendance.pk).update(is_emergency=True, version=2)


def test_t07_a_division_of_70_percent_of_t2(house: House) -> None:
    urgent_in_the_apartment(house)
    hospital.divide(house, "medico", ("medico", "70"))
    lines = launched(house, making.entry(start=making.SATURDAY))
    assert [line.total for line in lines] == [74_620, 31_980]


def test_t07_a_division_of_33_33_percent_of_100_01(house: House) -> None:
    hospital.divide(house, "medico", ("medico", "33.33"))
    part = hospital.under(house, "impar")
    lines = launched(house, making.entry(code=ODD_ACT), part=part)
    assert [line.total for line in lines] == [3_333, 6_668]


def test_t08_a_division_by_value(house: House) -> None:
    lines = launched(
        house,
        making.entry(
            code=making.EXAM,
            provider="hospital",
            split_form=SplitForm.VALUE,
            split_provider="medico",
        ),
    )
    assert [(line.provider, line.total) for line in lines] == [
        ("hospital", 1_230),
        ("medico", 2_050),
    ]


@pytest.mark.parametrize(
    ("contract", "private"),
    [("diferenca", 41_000), ("delta", 90_000), ("privado", 139_000), ("inteiro", 180_000)],
    ids=["no table", "DELTA", "TOTAL_MINUS", "FULL"],
)
def test_t09_a_difference_to_private_expenses(house: House, contract: str, private: int) -> None:
    hospital.upgrade(house)
    lines = launched(house, making.entry(), part=hospital.under(house, contract))
    assert [line.total for line in lines] == [41_000, private]


def test_t10_iamspe_looks_at_the_role_only(house: House) -> None:
    urgent_in_the_apartment(house)
    part = hospital.under(house, "iamspe")
    team = [Role.FIRST_ASSISTANT, Role.SECOND_ASSISTANT]
    entries = [making.entry(start=making.SATURDAY, role=role) for role in team]
    assert [line.total for line in launched(house, *entries, part=part)] == [15_000, 10_000]


def test_36_a_contract_is_given_or_found_from_payer_unit_and_route(house: House) -> None:
    Payer.objects.filter(pk=house.payer.pk).update(code="convenio-ipsemg")
    found = hospital.under(house, "")
    (line,) = launched(house, making.entry(), part=found)
    assert (line.total, row(line).kept["contract_used"]) == (50_000, "ipsemg")
    Payer.objects.filter(pk=house.payer.pk).update(code="convenio-sem-contrato")
    later = making.entry(start=making.SATURDAY)
    assert codes(try_launch(house, later, part=found)) == ["LAN-NO-PRICE"]


def test_39_ipsemg_takes_the_latest_value_and_the_factors_of_the_standard(house: House) -> None:
    part = hospital.under(house, "ipsemg")
    before = making.entry(start=making.WEDNESDAY - timedelta(days=1), quantity=3)
    lines = launched(house, before, making.entry(), part=part)
    assert [(line.unit_value, line.total) for line in lines] == [
        (45_000, 135_000),
        (50_000, 50_000),
    ]
    urgent_in_the_apartment(house)
    assistant = making.entry(start=making.SATURDAY, role=Role.FIRST_ASSISTANT)
    assert [line.total for line in launched(house, assistant, part=part)] == [39_000]


def test_36_percentages_keep_their_decimals(house: House) -> None:
    rule = hospital.divide(house, "medico", ("medico", "13.393"))
    assert SplitShare.objects.get(rule=rule).percent == Decimal("13.393")
    lines = launched(house, making.entry())
    assert [line.total for line in lines] == [5_491, 35_509]
