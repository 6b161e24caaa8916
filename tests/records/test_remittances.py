"""A remittance holds released parts of its payer and unit, adds up, and stays as it was issued."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from honorarios.records.models import (
    BillingUnit,
    Payer,
    Remittance,
    RemittanceExit,
    RemittanceItem,
)
from tests.records.making import make_line, make_remittance, make_world
from tests.records.moving import (
    add,
    announce,
    bill,
    carry_out,
    issue,
    make_part,
    make_released,
    move,
    rebill,
    take_out,
)
from tests.records.ways import done, refused

if TYPE_CHECKING:
    from tests.records.making import World

pytestmark = pytest.mark.database


def test_parts_are_billed_taken_out_and_billed_again(world: World) -> None:
    first, second = make_released(world), make_released(world)
    sent = bill(world, [first, second])
    done(lambda: rebill(world, first))
    again = bill(world, [first])
    assert (sent.total, again.total) == (82_000, 41_000)
    assert list(again.parts.all()) == [first]
    assert RemittanceItem.objects.filter(remittance=sent).count() == 2
    assert RemittanceExit.objects.get().item.remittance == sent


def test_an_item_is_a_released_part_whose_billing_is_announced(world: World) -> None:
    sent = make_remittance(world)
    for part in (make_part(world), make_released(world)):
        assert refused(partial(add, world, sent, part)) == "EST-REMITTANCE"


def test_an_item_is_of_the_payer_the_unit_and_the_office_of_its_remittance(world: World) -> None:
    payer = Payer.objects.create(office=world.office, code="2", name="Outro", group="insurer")
    unit = BillingUnit.objects.create(
        office=world.office, hospital=world.hospital, code="u2", name="Outra"
    )
    office = make_world("outra").office
    part = make_released(world)
    for other in ({"payer": payer}, {"billing_unit": unit}, {"office": office}):
        assert refused(partial(issue, world, [part], **other)) == "EST-REMITTANCE"
    assert bill(world, [part]).total == 41_000


@pytest.mark.parametrize("total", [0, 40_999, 41_001, -41_000])
def test_an_item_is_the_sum_of_what_its_part_charges(world: World, total: int) -> None:
    part, sent = make_released(world), make_remittance(world)

    def act() -> None:
        announce(world, part, "bill")
        add(world, sent, part, total=total)

    assert refused(act) == "EST-REMITTANCE"


def test_a_remittance_is_the_sum_of_its_items(world: World) -> None:
    parts = [make_released(world), make_released(world)]

    def act() -> None:
        sent = issue(world, parts, total=81_999)
        carry_out(parts[0], status="billed", remittance=sent)

    assert refused(act) == "EST-REMITTANCE"


def test_a_part_is_billed_in_the_remittance_that_has_it(world: World) -> None:
    one, other = make_released(world), make_released(world)

    def act() -> None:
        issue(world, [one])
        carry_out(one, status="billed", remittance=issue(world, [other]))

    assert refused(act) == "EST-REMITTANCE"


def test_a_part_is_billed_in_one_remittance_only(world: World) -> None:
    part, sent = make_released(world), make_remittance(world)

    def act() -> None:
        chosen = issue(world, [part])
        add(world, sent, part)
        carry_out(part, status="billed", remittance=chosen)

    assert refused(act) == "EST-REMITTANCE"


def test_an_issued_remittance_takes_no_more_parts(world: World) -> None:
    first, late = make_released(world), make_released(world)
    sent = bill(world, [first])

    def act() -> None:
        announce(world, late, "bill")
        add(world, sent, late)

    assert refused(act) == "EST-REMITTANCE"
    rebill(world, first)
    assert refused(act) == "EST-REMITTANCE"


def test_a_part_leaves_its_remittance_only_with_the_record_of_its_exit(world: World) -> None:
    part = make_released(world)
    bill(world, [part])

    def act() -> None:
        announce(world, part, "rebill")
        carry_out(part, status="released", remittance=None)

    assert refused(act) == "EST-REMITTANCE"


def test_no_exit_of_a_part_that_stays(world: World) -> None:
    part = make_released(world)
    bill(world, [part])
    assert refused(lambda: take_out(world, part)) == "EST-REMITTANCE"


def test_a_part_that_was_taken_out_is_not_billed_in_the_same_remittance(world: World) -> None:
    part = make_released(world)
    sent = bill(world, [part])
    rebill(world, part)

    def act() -> None:
        announce(world, part, "bill")
        carry_out(part, status="billed", remittance=sent)

    assert refused(act) == "EST-REMITTANCE"


@pytest.mark.parametrize("model", [Remittance, RemittanceItem, RemittanceExit])
def test_remittances_are_only_added_to(
    world: World, model: type[Remittance | RemittanceItem | RemittanceExit]
) -> None:
    part = make_released(world)
    bill(world, [part])
    rebill(world, part)
    rows = model._default_manager.all()
    assert refused(lambda: rows.get().save()) == "EST-APPEND-ONLY"
    assert refused(lambda: rows._raw_delete(rows.db)) == "EST-APPEND-ONLY"


def test_a_line_that_charges_nothing_leaves_the_sum_as_it_is(world: World) -> None:
    part = make_part(world)
    make_line(world, part=part, charged=0, treatment="covered")
    for verb in ("close", "release"):
        move(world, part, verb)
    assert bill(world, [part]).total == 0
