"""Reversal (estorno): V1 to V3, V16, and what goes together (``spec: launching 3.3``)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from honorarios.catalogue.schema import LaunchTerms
from honorarios.core.vocabulary import (
    AttendanceStatus,
    LineStatus,
    PartStatus,
    PayerGroup,
    Treatment,
)
from honorarios.launching.bundle import bundle_of, bundles_of
from honorarios.launching.model import PrivatePart
from honorarios.launching.reversal import mirror, reverse
from tests.launching.scene import (
    PRIVATE,
    ROOM,
    SURGEON,
    changed,
    codes_of,
    context,
    entry,
    launched,
    on_record,
    pricer,
    rule,
    stay,
)

if TYPE_CHECKING:
    from honorarios.launching.model import Recorded
    from honorarios.launching.reversal import Reversal

WITH_EVERYTHING = LaunchTerms(fee_difference=True, automatic_fees=True, facility_fees={"3": ROOM})
SEVENTY = rule(SURGEON, (SURGEON, "70"))
OPEN_PRIVATE = PrivatePart(key=PRIVATE, number=2)


def everything() -> list[Recorded]:
    """A divided surgery with its difference and its facility fee, then a line apart."""
    by = pricer(launching=WITH_EVERYTHING)
    where = context(SEVENTY, stays=(stay(),))
    surgery = launched(entry(code="31009999"), where, by)
    apart = launched(entry(), context(), by)
    assert len(surgery.lines) == 4
    return on_record(surgery, apart)


def reversed_(account: list[Recorded], number: int, **facts: Any) -> Reversal:  # noqa: ANN401 - any field
    """The reversal of a line of the account, with the private part open."""
    where = context(**{"private_part": OPEN_PRIVATE, **facts})
    return reverse(account, account[number], where, "erro de digitação")


@pytest.mark.parametrize("number", [0, 1, 2])
def test_33_reversal_takes_group_difference_and_fees(number: int) -> None:
    """Whichever share, or the difference, is chosen: all four lines."""
    account = everything()
    found = reversed_(account, number)
    assert not found.blocked
    assert [one.of.key for one in found.mirrors] == [1, 2, 3, 4]


def test_33_reversal_mirrors_each_line() -> None:
    """Quantity, total and charge change their sign; everything else, the unit value too, stays."""
    recorded = everything()[0]
    line, opposite = recorded.line, mirror(recorded, "Engano.").line
    assert (opposite.quantity, opposite.total) == (-line.quantity, -line.total)
    assert (opposite.charged, opposite.unit_value) == (-line.charged, line.unit_value)
    back = replace(opposite, quantity=line.quantity, total=line.total, charged=line.charged)
    assert back == line


def test_33_reversal_of_an_uncharged_line_charges_nothing() -> None:
    """A covered line's mirror is of the same price and of no charge."""
    covered = changed(everything()[0], treatment=Treatment.COVERED, charged=0)
    assert mirror(covered, "Engano.").line.charged == 0
    assert mirror(covered, "Engano.").line.total == -covered.line.total


def test_34b_facility_fee_may_go_alone() -> None:
    """It is reversed with its act, but not the act with it."""
    account = everything()
    fee = next(one for one in account if one.automatic_of is not None)
    found = reverse(account, fee, context(), "taxa indevida")
    assert [one.of for one in found.mirrors] == [fee]


def test_33_reversal_passes_over_what_is_reversed_already() -> None:
    """An act whose facility fee went before takes the rest."""
    account = everything()
    fee = next(one for one in account if one.automatic_of is not None)
    left = [replace(one, status=LineStatus.REVERSED) if one is fee else one for one in account]
    assert fee not in [one.of for one in reversed_(left, 0).mirrors]
    assert len(reversed_(left, 0).mirrors) == 3


def test_33_reversal_does_not_reverse_a_difference_twice() -> None:
    """A difference that an edit took back stays reversed."""
    account = everything()
    account[2] = replace(account[2], status=LineStatus.REVERSED)
    assert [one.of.key for one in reversed_(account, 0).mirrors] == [1, 2, 4]


def test_v01_cancelled_attendance() -> None:
    """Nothing is reversed."""
    found = reversed_(everything(), 0, attendance={"status": AttendanceStatus.CANCELLED})
    assert codes_of(found.findings) == ["LAN-V01"]
    assert found.mirrors == ()


@pytest.mark.parametrize("status", [PartStatus.RELEASED, PartStatus.BILLED, PartStatus.CANCELLED])
def test_v02_frozen_part(status: PartStatus) -> None:
    """Of the act."""
    found = reversed_(everything(), 0, part={"status": status})
    assert codes_of(found.findings) == ["LAN-V02"]


@pytest.mark.parametrize("status", [PartStatus.OPEN, PartStatus.CLOSED])
def test_v02_open_and_closed_parts_take_reversals(status: PartStatus) -> None:
    """By the letter of the seed."""
    assert not reversed_(everything(), 0, part={"status": status}).blocked


def test_v03_invoiced_private_part() -> None:
    """A nota fiscal freezes a private part, and no insurer's."""
    private = {"payer_group": PayerGroup.SELF_PAY, "tax_invoice": True}
    assert codes_of(reversed_(everything(), 0, part=private).findings) == ["LAN-V03"]
    assert not reversed_(everything(), 0, part={"tax_invoice": True}).blocked


def test_v02_frozen_part_of_the_difference() -> None:
    """Linked lines stand and fall together: the private part's freeze holds the whole."""
    for facts in ({"status": PartStatus.BILLED}, {"tax_invoice": True}):
        frozen = replace(OPEN_PRIVATE, **facts)
        found = reversed_(everything(), 0, private_part=frozen)
        assert codes_of(found.findings) == ["LAN-DIFFERENCE-FROZEN"]
        assert "parcial particular 2" in found.findings[0].message


def test_v02_older_private_part_of_the_difference() -> None:
    """New private lines go to another part by now: the one the difference is in counts."""
    account = everything()
    newer = PrivatePart(key="parcial-3", number=3)
    older = replace(OPEN_PRIVATE, status=PartStatus.BILLED)
    frozen = reversed_(account, 0, private_part=newer, private_parts=(older, newer))
    assert codes_of(frozen.findings) == ["LAN-DIFFERENCE-FROZEN"]
    both_open = reversed_(account, 0, private_part=newer, private_parts=(OPEN_PRIVATE, newer))
    assert len(both_open.mirrors) == 4


@pytest.mark.parametrize("status", [LineStatus.REVERSED, LineStatus.REVERSAL])
def test_v16_reversed_once(status: LineStatus) -> None:
    """Neither a reversed line nor a reversal is reversed."""
    account = on_record(launched(entry(), context()))
    done = replace(account[0], status=status)
    found = reverse([done], done, context(), "outra vez")
    assert codes_of(found.findings) == ["LAN-V16"]


def test_v6_special_items_may_be_reversed() -> None:
    """They are only never edited."""
    account = on_record(launched(entry(special=True), context()))
    assert account[0].line.special
    assert len(reverse(account, account[0], context(), "trocar").mirrors) == 1


def test_33_reversal_says_why() -> None:
    """A reason is asked for, and all findings come together."""
    where = context(attendance={"status": AttendanceStatus.CANCELLED}, private_part=OPEN_PRIVATE)
    account = everything()
    found = reverse(account, account[0], where, "  ")
    assert codes_of(found.findings) == ["LAN-V01", "EST-REASON"]


def test_33_reversal_with_another_parts_context_is_a_bad_program() -> None:
    """The difference's own part is not where the act is."""
    account = everything()
    with pytest.raises(ValueError, match="the act's part"):
        reverse(account, account[2], context(part={"key": PRIVATE}), "erro")


def test_33_bundles_of_an_account() -> None:
    """Each act once, with what goes with it, in the order of the record."""
    account = everything()
    found = list(bundles_of(account))
    assert [[one.key for one in bundle.lines] for bundle in found] == [[1, 2, 3, 4], [5]]
    assert found[0].head is account[0]
    assert bundle_of(account, account[4]).lines == (account[4],)
