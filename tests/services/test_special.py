"""Special items: entered, reversed and entered again by their own verbs (V6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from honorarios.services import fees, special
from tests.launching import making
from tests.services.doing import codes, launched
from tests.services.hospital import House, make_house

if TYPE_CHECKING:
    from honorarios.services.fees import LineView

pytestmark = pytest.mark.database


@pytest.fixture
def house() -> House:
    return make_house()


def entered(house: House) -> LineView:
    answer = special.launch(actor=house.clerk, part_id=house.part.pk, entries=[making.entry()])
    return answer.require().entries[0].lines[0]


def test_v6_a_special_item_is_reversed_and_entered_again_at_once(house: House) -> None:
    line = entered(house)
    assert line.special
    answer = special.reenter(
        actor=house.clerk,
        uid=str(line.uid),
        entry=making.entry(quantity=2),
        reason="Quantidade errada.",
    ).require()
    assert [one.status for one in answer.reversed.lines] == ["reversed"]
    assert [one.total for one in answer.launched.entries[0].lines] == [82_000]
    assert [(one.status, one.special, one.total) for one in house.lines()] == [
        ("reversed", True, 41_000),
        ("reversal", True, -41_000),
        ("active", True, 82_000),
    ]


def test_v6_what_cannot_be_entered_again_is_not_reversed(house: House) -> None:
    line = entered(house)
    answer = special.reenter(
        actor=house.clerk, uid=str(line.uid), entry=making.entry(role=None), reason="Teste."
    )
    assert codes(answer) == ["LAN-V12"]
    assert [one.status for one in house.lines()] == ["active"]


def test_v6_a_special_item_may_be_reversed_by_either_verb(house: House) -> None:
    first, second = entered(house), entered(house)
    special.reverse(actor=house.clerk, uid=str(first.uid), reason="Teste.").require()
    fees.reverse(actor=house.clerk, uid=str(second.uid), reason="Teste.").require()
    assert sum(one.total for one in house.lines()) == 0


def test_v6_ordinary_items_are_not_special(house: House) -> None:
    (line,) = launched(house, making.entry())
    answer = special.reverse(actor=house.clerk, uid=str(line.uid), reason="Teste.")
    assert codes(answer) == ["LAN-NOT-SPECIAL"]
