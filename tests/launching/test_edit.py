"""Editing: V5, V6, V14, and which line becomes which (``spec: launching 3.2, 3.3, 3.10``)."""

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
    SplitForm,
)
from honorarios.launching.again import entry_again
from honorarios.launching.bundle import bundle_of
from honorarios.launching.edit import edit
from honorarios.launching.model import PrivatePart, Request
from tests.launching.scene import (
    EXAM,
    OTHER,
    PRINCIPAL,
    PRIVATE,
    ROOM,
    SURGEON,
    codes_of,
    context,
    entry,
    launched,
    on_record,
    pricer,
    rule,
    stay,
    usual,
)

if TYPE_CHECKING:
    from honorarios.launching.edit import Edit
    from honorarios.launching.model import Context, Entry, Recorded
    from honorarios.launching.prices import Pricer

SEVENTY = rule(SURGEON, (SURGEON, "70"))
DIFFERENCE = LaunchTerms(fee_difference=True)
OPEN_PRIVATE = PrivatePart(key=PRIVATE, number=2)
BY_VALUE: dict[str, Any] = {
    "code": EXAM,
    "provider": PRINCIPAL,
    "split_form": SplitForm.VALUE,
    "split_provider": OTHER,
}


def edited(
    account: list[Recorded],
    where: Context,
    number: int = 0,
    by: Pricer | None = None,
    **facts: Any,  # noqa: ANN401 - any field of the entry
) -> Edit:
    """The edit of some fields of a line of the account."""
    which = account[number]
    asked: Entry = replace(entry_again(bundle_of(account, which)), **facts)
    return edit(Request(asked, where, which), account, by or usual())


def became(found: Edit) -> list[tuple[object, str | None, int]]:
    """Each recorded line's key with the provider and total of its next version."""
    return [(one.of.key, one.line.provider, one.line.total) for one in found.versions]


def test_32_edit_of_one_line_is_its_next_version() -> None:
    """Evaluated again: two units, and the price of two."""
    where = context()
    found = edited(on_record(launched(entry(), where)), where, quantity=2)
    assert became(found) == [(1, SURGEON, 82000)]
    assert (found.added, found.removed) == ((), ())


@pytest.mark.parametrize("number", [0, 1])
def test_310_division_is_edited_as_a_whole(number: int) -> None:
    """Whichever share is chosen, both get their next version."""
    where = context(SEVENTY)
    found = edited(on_record(launched(entry(), where)), where, number, quantity=2)
    assert became(found) == [(1, SURGEON, 57400), (2, PRINCIPAL, 24600)]


def test_310_edit_keeps_the_quantity_that_the_shares_lost() -> None:
    """Seven units whose shares are not whole centavos seven times: the act is still of seven."""
    where = context(rule(SURGEON, (SURGEON, "33.333")))
    account = on_record(launched(entry(quantity=7), where))
    assert [one.line.quantity for one in account] == [1, 1]
    found = edited(account, where, cost_centre="100")
    assert [one.line.total for one in found.versions] == [one.line.total for one in account]


def test_310_edit_divides_by_the_rule_of_today() -> None:
    """Another share more, another share less: the receiver tells which line is which."""
    account = on_record(launched(entry(), context(SEVENTY)))
    more = edited(account, context(rule(SURGEON, (SURGEON, "50"), (OTHER, "30"))))
    assert became(more) == [(1, SURGEON, 20500), (2, PRINCIPAL, 8200)]
    assert [more.outcome.lines[number].provider for number in more.added] == [OTHER]
    less = edited(account, context(rule(SURGEON, (SURGEON, "100"))))
    assert became(less) == [(1, SURGEON, 41000)]
    assert [one.key for one in less.removed] == [2]


def test_310_another_receiver_takes_the_line_that_is_left() -> None:
    """A share whose receiver changed is the same share."""
    account = on_record(launched(entry(), context(SEVENTY)))
    found = edited(account, context(SEVENTY, part={"principal_provider": OTHER}))
    assert became(found) == [(1, SURGEON, 28700), (2, OTHER, 12300)]


def test_310_value_division_is_edited_as_a_whole() -> None:
    """The flag, the principal and the receiver are read back from the record."""
    where = context()
    account = on_record(launched(entry(**BY_VALUE), where))
    found = edited(account, where, 1, quantity=2)
    assert became(found) == [(1, PRINCIPAL, 2460), (2, OTHER, 4100)]


@pytest.mark.parametrize("status", [LineStatus.REVERSED, LineStatus.REVERSAL])
def test_v05_reversed_line_is_not_edited(status: LineStatus) -> None:
    """Nor a reversal."""
    where = context()
    line = replace(on_record(launched(entry(), where))[0], status=status)
    found = edited([line], where, quantity=2)
    assert codes_of(found.outcome.findings) == ["LAN-V05"]
    assert found.versions == ()


def test_v06_special_item_is_not_edited() -> None:
    """It is reversed and entered again."""
    where = context()
    found = edited(on_record(launched(entry(special=True), where)), where, quantity=2)
    assert codes_of(found.outcome.findings) == ["LAN-V06"]
    assert found.versions == ()


@pytest.mark.parametrize(
    "facts",
    [
        {"split_form": SplitForm.NONE, "split_provider": None},
        {"split_provider": SURGEON},
    ],
    ids=["flag", "receiver"],
)
def test_v14_division_by_value_is_not_changed(facts: dict[str, Any]) -> None:
    """Neither the flag nor who receives the fee."""
    where = context()
    found = edited(on_record(launched(entry(**BY_VALUE), where)), where, **facts)
    assert codes_of(found.outcome.findings) == ["LAN-V14"]
    assert found.versions == ()


def test_v14_division_is_not_added() -> None:
    """A line of one stays of one: the flag is refused, and a rule of today does not divide it."""
    where = context()
    account = on_record(launched(entry(code=EXAM, provider=PRINCIPAL), where))
    chosen: dict[str, Any] = {"split_form": SplitForm.VALUE, "split_provider": OTHER}
    assert "LAN-V14" in codes_of(edited(account, where, **chosen).outcome.findings)
    plain = on_record(launched(entry(), where))
    assert became(edited(plain, context(SEVENTY), quantity=2)) == [(1, SURGEON, 82000)]


def test_v14_division_is_not_lost() -> None:
    """A code, or a provider, that no rule divides would undo the division."""
    where = context(rule(SURGEON, (SURGEON, "70"), codes=("31003079",)))
    account = on_record(launched(entry(), where))
    changes: tuple[dict[str, Any], ...] = ({"code": "31005497"}, {"provider": OTHER})
    for facts in changes:
        found = edited(account, where, **facts)
        assert codes_of(found.outcome.findings) == ["LAN-V14"]
        assert found.versions == ()


def test_v01_v2_v3_forbid_edits() -> None:
    """A cancelled attendance, a frozen part, an invoiced private part."""
    account = on_record(launched(entry(), context()))
    private = {"payer_group": PayerGroup.SELF_PAY, "tax_invoice": True}
    for where, code in (
        (context(attendance={"status": AttendanceStatus.CANCELLED}), "LAN-V01"),
        (context(part={"status": PartStatus.BILLED}), "LAN-V02"),
        (context(part=private), "LAN-V03"),
    ):
        found = edited(account, where, quantity=2)
        assert codes_of(found.outcome.findings) == [code]
        assert found.versions == ()


def test_311_difference_is_edited_with_its_act() -> None:
    """From either line; three units of each."""
    by, where = pricer(launching=DIFFERENCE), context(stays=(stay(),), private_part=OPEN_PRIVATE)
    account = on_record(launched(entry(), where, by))
    for number in (0, 1):
        found = edited(account, where, number, by, quantity=3)
        assert became(found) == [(1, SURGEON, 123000), (2, SURGEON, 123000)]


def test_311_edit_brings_and_removes_the_difference() -> None:
    """A consent recorded later brings the private line; a consent withdrawn reverses it."""
    by = pricer(launching=DIFFERENCE)
    with_consent = context(stays=(stay(),), private_part=OPEN_PRIVATE)
    without = context(stays=(stay(consented=False),), private_part=OPEN_PRIVATE)
    brought = edited(on_record(launched(entry(), without, by)), with_consent, by=by)
    assert became(brought) == [(1, SURGEON, 41000)]
    assert [brought.outcome.lines[number].total for number in brought.added] == [41000]
    gone = edited(on_record(launched(entry(), with_consent, by)), without, by=by)
    assert became(gone) == [(1, SURGEON, 41000)]
    assert [one.key for one in gone.removed] == [2]


def test_311_frozen_private_part_refuses_the_edit() -> None:
    """Even where the private line would go: it is on record there."""
    by = pricer(launching=DIFFERENCE)
    account = on_record(launched(entry(), context(stays=(stay(),)), by))
    frozen = replace(OPEN_PRIVATE, status=PartStatus.BILLED)
    where = context(stays=(stay(consented=False),), private_part=frozen)
    found = edited(account, where, by=by, quantity=2)
    assert "LAN-DIFFERENCE-FROZEN" in codes_of(found.outcome.findings)
    assert found.versions == ()


def test_34b_edit_brings_no_facility_fee() -> None:
    """Seed, section 02.3: only on insertion; the one on record stays."""
    terms = LaunchTerms(automatic_fees=True, facility_fees={"3": ROOM})
    by, where = pricer(launching=terms), context()
    account = on_record(launched(entry(code="31009999"), where, by))
    found = edited(account, where, by=by, quantity=2)
    assert became(found) == [(1, SURGEON, 57400)]
    assert (found.added, found.removed) == ((), ())


def test_34b_facility_fee_is_not_edited() -> None:
    """It is reversed, alone or with its act."""
    terms = LaunchTerms(automatic_fees=True, facility_fees={"3": ROOM})
    by, where = pricer(launching=terms), context()
    account = on_record(launched(entry(code="31009999"), where, by))
    found = edited(account, where, 1, by, quantity=2)
    assert codes_of(found.outcome.findings) == ["LAN-FEE-EDITED"]
    assert found.versions == ()


def test_32_edit_names_its_line() -> None:
    """Without one it would be an insertion."""
    with pytest.raises(ValueError, match="replaces"):
        edit(Request(entry(), context()), [], usual())
