"""Charge division (3.10), on record."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from honorarios.records.models import BillingUnit, SplitShare
from honorarios.services import splits
from honorarios.services.splits import SplitFilter
from tests.launching import making
from tests.services import hospital
from tests.services.doing import codes, launched, try_launch
from tests.services.rules.acting import by_value, edit, reverse

if TYPE_CHECKING:
    from honorarios.services.fees import LineView
    from tests.services.hospital import House

pytestmark = pytest.mark.database


def shares(lines: list[LineView]) -> list[tuple[str | None, int, bool]]:
    """Who gets what, inside or outside the account."""
    return [(line.provider, line.total, line.outside) for line in lines]


def test_310_percent_fills_the_fields_itself(house: House) -> None:
    hospital.divide(house, "indireto", ("indireto", "70"))
    lines = launched(house, making.entry(provider="indireto"))
    assert shares(lines) == [("indireto", 28_700, True), ("hospital", 12_300, False)]
    assert {(line.split_form, line.split_provider) for line in lines} == {("percent", "hospital")}
    assert len({line.split_group for line in lines} - {None}) == 1


def test_310_whole_percentage_leaves_no_rest(house: House) -> None:
    hospital.divide(house, "medico", ("medico", "100"))
    assert shares(launched(house, making.entry())) == [("medico", 41_000, True)]


def test_310_several_receivers_and_the_remainder(house: House) -> None:
    hospital.divide(house, "medico", ("medico", "33.333333"), ("indireto", "33.333333"))
    lines = launched(house, making.entry())
    assert [line.total for line in lines] == [13_667, 13_666, 13_667]
    assert sum(line.total for line in lines) == 41_000


def test_310_share_keeps_the_quantity_where_it_is_exact(house: House) -> None:
    hospital.divide(house, "medico", ("medico", "70"))
    hospital.divide(house, "medico", ("medico", "33.33"), codes=making.EXAM)
    exact = launched(house, making.entry(quantity=3))
    assert [(line.quantity, line.unit_value) for line in exact] == [(3, 28_700), (3, 12_300)]
    inexact = launched(house, making.entry(quantity=7, code=making.EXAM))
    assert [(line.quantity, line.unit_value) for line in inexact] == [(1, 7_653), (1, 15_307)]


def test_310_most_specific_rule_wins(house: House) -> None:
    hospital.divide(house, "medico", ("medico", "10"))
    hospital.divide(house, "medico", ("medico", "20"), codes="3")
    hospital.divide(house, "medico", ("medico", "30"), codes=making.SURGERY)
    hospital.divide(
        house, "medico", ("medico", "40"), codes=making.SURGERY, valid_to=date(2025, 11, 18)
    )
    percents = [
        launched(house, making.entry(code=code))[0].split_percent
        for code in (making.SURGERY, making.FEMALE_SURGERY, making.EXAM)
    ]
    assert percents == [30, 20, 10]


def test_310_unit_without_a_principal_cannot_divide(house: House) -> None:
    hospital.divide(house, "medico", ("medico", "70"))
    BillingUnit.objects.filter(pk=house.unit.pk).update(principal_provider=None)
    assert codes(try_launch(house, making.entry())) == ["LAN-SPLIT-NO-PRINCIPAL"]


def test_310_value_goes_to_institution_and_physician(house: House) -> None:
    lines = launched(house, by_value())
    assert shares(lines) == [("hospital", 1_230, False), ("medico", 2_050, False)]
    assert {(line.split_form, line.split_provider) for line in lines} == {("value", "medico")}
    side = launched(house, by_value(start=making.SATURDAY, split_provider="indireto"))
    assert side[1].outside is False


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"split_provider": None}, "LAN-SPLIT-PROVIDER"),
        ({"split_provider": "hospital"}, "LAN-SPLIT-ITSELF"),
        ({"provider": "medico", "split_provider": "indireto"}, "LAN-SPLIT-PRINCIPAL"),
        ({"code": making.SURGERY}, "LAN-SPLIT-COMPONENTS"),
    ],
    ids=["no receiver", "itself", "not the principal", "one value only"],
)
def test_310_value_needs_both_fields_and_both_values(
    house: House, changes: dict[str, str | None], code: str
) -> None:
    assert codes(try_launch(house, by_value(**changes))) == [code]


def test_310_explicit_value_wins_over_a_rule(house: House) -> None:
    hospital.divide(house, "hospital", ("indireto", "10"))
    assert {line.split_form for line in launched(house, by_value())} == {"value"}


def test_310_edit_and_reversal_act_on_the_group(house: House) -> None:
    hospital.divide(house, "medico", ("medico", "70"))
    _, rest = launched(house, making.entry())
    edited = edit(house, rest, quantity=2).require()
    assert [line.total for line in edited.lines] == [57_400, 24_600]
    reverse(house, edited.lines[1]).require()
    assert house.lines(status="active") == []


def test_310_reprocessing_divides_again_what_the_rules_changed(house: House) -> None:
    rule = hospital.divide(house, "medico", ("medico", "70"))
    launched(house, making.entry())
    SplitShare.objects.filter(rule=rule).update(percent="60")
    only = SplitFilter(part_ids=(house.part.pk,))
    trial = splits.reprocess(actor=house.clerk, only=only, reason="Regra.", dry_run=True).require()
    assert [line.total for line in house.lines(status="active")] == [28_700, 12_300]
    report = splits.reprocess(actor=house.clerk, only=only, reason="Regra.").require()
    assert (report, len(report.redivided)) == (trial, 1)
    assert [line.total for line in house.lines(status="active")] == [24_600, 16_400]
