"""The fee difference to private expenses (3.11), on record; T9 is with the vectors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from honorarios.records.models import AccountPart, Payer
from honorarios.services import parts
from tests.launching import making
from tests.services import hospital
from tests.services.doing import codes, launched, row, try_launch
from tests.services.rules.acting import bring, change_attendance, reverse

if TYPE_CHECKING:
    from tests.services.hospital import House

pytestmark = pytest.mark.database


def totals(house: House, contract: str, **changes: object) -> list[int]:
    """What an act in the apartment is worth, line by line, under a contract."""
    lines = launched(house, making.entry(**changes), part=hospital.under(house, contract))
    return [line.total for line in lines]


def test_311_flag_off_charges_the_insurer_for_the_bed(house: House) -> None:
    hospital.upgrade(house)
    assert totals(house, "ch") == [82_000]


def test_311_bed_of_the_plan_has_no_difference(house: House) -> None:
    assert totals(house, "diferenca") == [41_000]


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"reason": "patient_option"}, "LAN-DIFFERENCE-CONSENT"),
        ({"reason": "no_bed"}, "LAN-DIFFERENCE-REASON"),
    ],
    ids=["no consent", "no bed free"],
)
def test_311_consent_and_reason_gate_the_private_line_only(
    house: House, facts: dict[str, str], code: str
) -> None:
    consent = {"consent_at": timezone.now(), "consent_by_id": house.clerk.user_id}
    given = facts if code == "LAN-DIFFERENCE-CONSENT" else {**facts, **consent}
    hospital.move(house.attendance, "201", **given)
    answer = try_launch(house, making.entry(), part=hospital.under(house, "diferenca"))
    assert (answer.ok, codes(answer)) == (True, [code])
    assert [line.total for line in house.lines()] == [41_000]


def test_311_overtime_is_on_both_lines_unless_the_contract_says_no(house: House) -> None:
    hospital.upgrade(house)
    change_attendance(house, is_emergency=True)
    assert totals(house, "diferenca", start=making.SATURDAY) == [53_300, 53_300]
    assert totals(house, "sem-hora-extra", start=making.SATURDAY) == [53_300, 41_000]


def test_311_factor_of_the_parameter(house: House) -> None:
    hospital.upgrade(house)
    assert totals(house, "parametro") == [41_000, 82_000]


def test_311_item_missing_in_the_private_table_is_a_finding(house: House) -> None:
    hospital.upgrade(house)
    part = hospital.under(house, "privado")
    answer = try_launch(house, making.entry(code=making.FEMALE_SURGERY), part=part)
    assert "LAN-DIFFERENCE-NO-PRICE" in codes(answer)
    assert answer.ok
    assert [line.total for line in house.lines()] == [50_000]


def test_311_private_part_is_opened_linked_and_reversed_with_its_act(house: House) -> None:
    hospital.upgrade(house)
    act, private = launched(house, making.entry(), part=hospital.under(house, "diferenca"))
    opened = AccountPart.objects.get(pk=row(private).part_id)
    assert (opened.payer.group, opened.status) == ("self_pay", "open")
    assert private.difference_of == act.uid
    reverse(house, private).require()
    assert house.lines(status="active") == []


def test_311_private_line_is_inside_the_account(house: House) -> None:
    hospital.upgrade(house)
    entry = making.entry(outside_requested=True)
    act, private = launched(house, entry, part=hospital.under(house, "diferenca"))
    assert (act.outside, private.outside) == (True, False)


@pytest.mark.parametrize("frozen", ["released", "invoiced"])
def test_311_frozen_private_part_refuses_the_whole_launch(house: House, frozen: str) -> None:
    hospital.upgrade(house)
    payer = Payer.objects.get(office=house.office, code="particular")
    private = hospital.under(house, "", payer=payer, plan=None)
    if frozen == "released":
        bring(house, "released", private)
    else:
        bring(house, "closed", private)
        parts.issue_tax_invoice(actor=house.clerk, part_id=private.pk, number="NF 1").require()
    answer = try_launch(house, making.entry(), part=hospital.under(house, "diferenca"))
    assert codes(answer) == ["LAN-DIFFERENCE-FROZEN"]
    assert str(private.seq) in answer.findings[0].message
    assert not house.lines()
