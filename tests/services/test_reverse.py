"""Reversing fees on record, with everything that their act brought (spec: launching 3.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from honorarios.core.vocabulary import SplitForm
from honorarios.records.models import AuditEvent, FeeLine, FeeLineVersion, Payer
from honorarios.services import fees, parts
from honorarios.services.outcomes import Refusal
from tests.launching import making
from tests.services import hospital
from tests.services.doing import codes, launched, row, try_launch
from tests.services.hospital import House, make_house

if TYPE_CHECKING:
    from honorarios.services.fees import Changed, LineView
    from honorarios.services.outcomes import Result

pytestmark = pytest.mark.database


@pytest.fixture
def house() -> House:
    return make_house()


def reverse(house: House, line: LineView, reason: str = "Em duplicidade.") -> Result[Changed]:
    return fees.reverse(actor=house.clerk, uid=str(line.uid), reason=reason)


def test_a_reversal_mirrors_and_freezes_both(house: House) -> None:
    (line,) = launched(house, making.entry(quantity=2))
    answer = reverse(house, line).require()
    original, opposite = house.lines()
    assert (original.status, original.version) == ("reversed", 2)
    assert (opposite.status, opposite.version, opposite.number) == ("reversal", 1, 2)
    assert opposite.reverses == original
    assert opposite.reason == answer.added[0].reason == "Em duplicidade."
    assert (opposite.quantity, opposite.unit_value, opposite.total, opposite.charged) == (
        *(-2, original.unit_value, -original.total, -original.charged),
    )
    assert [(one.uid, one.status, one.version) for one in answer.lines] == [
        (original.uid, "reversed", 2)
    ]
    assert [(one.uid, one.reverses, one.total) for one in answer.added] == [
        (opposite.uid, original.uid, -82_000)
    ]
    assert FeeLineVersion.objects.filter(line=original, status="active").count() == 1
    event = AuditEvent.objects.order_by("-seq").first()
    assert event is not None
    assert event.action == "fees.reverse"
    assert "Em duplicidade." in event.detail.content


@pytest.mark.parametrize("which", [0, 1, 2])
def test_a_division_is_reversed_from_any_of_its_lines(house: House, which: int) -> None:
    hospital.divide(house, "medico", ("medico", "50"), ("indireto", "30"))
    lines = launched(house, making.entry(), making.entry(start=making.SATURDAY))
    reverse(house, lines[which]).require()
    rows = house.lines()
    assert [one.status for one in rows[:6]] == ["reversed"] * 3 + ["active"] * 3
    assert [one.status for one in rows[6:]] == ["reversal"] * 3
    assert sum(one.total for one in rows) == 41_000


def test_a_division_by_value_is_reversed(house: House) -> None:
    lines = launched(
        house,
        making.entry(
            code=making.EXAM,
            provider="hospital",
            split_form=SplitForm.VALUE,
            split_provider="medico",
        ),
    )
    assert [line.total for line in lines] == [1_230, 2_050]
    reverse(house, lines[1]).require()
    assert sum(one.charged for one in house.lines()) == 0


@pytest.mark.parametrize("which", [0, 1])
def test_an_act_goes_with_its_difference(house: House, which: int) -> None:
    hospital.upgrade(house)
    part = hospital.under(house, "diferenca")
    lines = launched(house, making.entry(), part=part)
    reverse(house, lines[which]).require()
    rows = house.lines()
    assert [one.status for one in rows] == ["reversed"] * 2 + ["reversal"] * 2
    assert [one.part_id for one in rows[2:]] == [line.part_id for line in lines]


def test_an_act_goes_with_its_automatic_fee_which_may_go_alone(house: House) -> None:
    part = hospital.under(house, "taxas")
    act, fee = launched(house, making.entry(), part=part)
    reverse(house, fee).require()
    assert [row(act).status, row(fee).status] == ["active", "reversed"]
    reverse(house, act).require()
    assert sum(one.total for one in house.lines()) == 0
    both = launched(house, making.entry(), part=part)
    reverse(house, both[0]).require()
    assert [row(line).status for line in both] == ["reversed"] * 2


def test_v16_a_reversed_line_and_a_reversal_stay(house: House) -> None:
    (line,) = launched(house, making.entry())
    (opposite,) = reverse(house, line).require().added
    for again in (line, opposite):
        answer = reverse(house, again)
        assert answer.refusal is Refusal.STATE
        assert codes(answer) == ["LAN-V16"]
    assert len(house.lines()) == 2


def test_v2_v3_and_a_reason(house: House) -> None:
    (line,) = launched(house, making.entry())
    assert len(codes(reverse(house, line, " "))) == 1
    parts.close(actor=house.clerk, part_id=house.part.pk).require()
    parts.release(actor=house.clerk, part_id=house.part.pk).require()
    assert codes(reverse(house, line)) == ["LAN-V02"]
    parts.unrelease(actor=house.clerk, part_id=house.part.pk, reason="Teste.").require()
    Payer.objects.filter(pk=house.payer.pk).update(group="self_pay")
    parts.issue_tax_invoice(actor=house.clerk, part_id=house.part.pk, number="1").require()
    assert codes(reverse(house, line)) == ["LAN-V03"]
    assert row(line).status == "active"


def test_a_frozen_private_part_keeps_the_act_too(house: House) -> None:
    hospital.upgrade(house)
    act, private = launched(house, making.entry(), part=hospital.under(house, "diferenca"))
    assert private.part_id is not None
    parts.close(actor=house.clerk, part_id=private.part_id).require()
    parts.issue_tax_invoice(actor=house.clerk, part_id=private.part_id, number="7").require()
    assert not reverse(house, act).ok
    assert not FeeLine.objects.exclude(status="active").exists()


def test_a_line_may_be_launched_again_without_a_warning(house: House) -> None:
    (line,) = launched(house, making.entry())
    reverse(house, line).require()
    assert try_launch(house, making.entry()).findings == ()


def test_a_stale_version_is_not_reversed(house: House) -> None:
    (line,) = launched(house, making.entry())
    answer = fees.reverse(actor=house.clerk, uid=str(line.uid), reason="Teste.", version=2)
    assert answer.refusal is Refusal.STALE
    assert row(line).status == "active"
