"""Changing many lines at once: the preview's money, one batch, the same rules as one by one, and undo."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from honorarios.core.vocabulary import Role
from honorarios.records.models import AuditEvent, FeeLine, FeeLineVersion
from honorarios.services import bulk, fees, parts
from honorarios.services.actor import ActorRole
from honorarios.services.bulk import BulkPreview, Choice
from honorarios.services.fees import LineFilter
from honorarios.services.outcomes import Refusal, Result
from tests.launching import making
from tests.services import cast as casting
from tests.services import hospital
from tests.services.doing import codes, launched
from tests.services.hospital import House, make_house

if TYPE_CHECKING:
    from tests.services.cast import Cast

pytestmark = pytest.mark.database

ALL = Choice()


@pytest.fixture
def house() -> House:
    return make_house()


def acts(house: House, count: int, **fields: Any) -> None:  # noqa: ANN401 - any field of an entry
    hours = (making.WEDNESDAY + timedelta(hours=number) for number in range(count))
    launched(house, *[making.entry(start=start, end=None, **fields) for start in hours])


def preview(house: House, choice: Choice = ALL, **changes: Any) -> BulkPreview:  # noqa: ANN401
    return bulk.preview(actor=house.clerk, choice=choice, changes=changes).require()


def apply(
    house: House,
    choice: Choice = ALL,
    key: str | None = None,
    **changes: Any,  # noqa: ANN401
) -> Result[bulk.BulkAnswer]:
    told = preview(house, choice, **changes)
    return bulk.apply(
        actor=house.clerk, choice=choice, changes=changes, expected=told.expected, key=key
    )


def facts() -> list[tuple[object, ...]]:
    names = ("uid", "provider_id", "role", "quantity", "total", "charged", "outside_stored", "kept")
    return list(FeeLine.objects.order_by("pk").values_list(*names))


def test_a_preview_writes_nothing_and_tells_the_money(house: House) -> None:
    acts(house, 3)
    before, events = facts(), AuditEvent.objects.count()
    told = preview(house, quantity="2")
    assert len(told.lines) == 3
    assert told.after.charged == 2 * told.before.charged
    assert {one.moves for one in told.lines} == {told.lines[0].before.charged}
    assert (facts(), AuditEvent.objects.count()) == (before, events)


def test_what_is_made_is_what_was_previewed_and_what_single_edits_make(house: House) -> None:
    acts(house, 3)
    told = preview(house, provider="indireto", quantity="3")
    done = apply(house, provider="indireto", quantity="3").require()
    now = {line.uid: line for line in house.lines()}
    assert done.lines == len(now) == 3
    for one in told.lines:
        assert one.before.uid is not None
        row = now[one.before.uid]
        assert (row.total, row.charged, row.version) == (one.after.total, one.after.charged, 2)
    twin = make_house("gemea")
    acts(twin, 3)
    for row in twin.lines():
        changes = {"provider": "indireto", "quantity": "3"}
        fees.edit(actor=twin.clerk, uid=row.uid, version=1, changes=changes).require()
    names = ("code", "role", "quantity", "unit_value", "total", "charged", "outside_stored")
    single = [tuple(getattr(row, name) for name in names) for row in twin.lines()]
    together = [tuple(getattr(row, name) for name in names) for row in house.lines()]
    assert together == single


def test_undo_puts_every_line_back_as_its_next_version(house: House) -> None:
    acts(house, 3)
    before = facts()
    batch = apply(house, quantity="4").require()
    undone = bulk.undo(actor=house.clerk, uid=batch.uid).require()
    assert (undone.lines, undone.kept) == (3, ())
    assert facts() == before
    assert {row.version for row in house.lines()} == {3}
    assert FeeLineVersion.objects.count() == 6
    assert codes(bulk.undo(actor=house.clerk, uid=batch.uid)) == ["LAN-BULK-UNDONE"]


def test_undo_leaves_what_changed_since(house: House) -> None:
    acts(house, 2)
    batch = apply(house, quantity="2").require()
    first, second = house.lines()
    changes = {"quantity": "5"}
    fees.edit(actor=house.clerk, uid=first.uid, version=2, changes=changes).require()
    undone = bulk.undo(actor=house.clerk, uid=batch.uid).require()
    assert (undone.lines, [one.uid for one in undone.kept]) == (1, [first.uid])
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.quantity, second.quantity) == (5, 1)


def test_undo_stops_at_parts_that_are_no_longer_open(house: House) -> None:
    acts(house, 2)
    batch = apply(house, quantity="2").require()
    parts.close(actor=house.clerk, part_id=house.part.pk).require()
    parts.release(actor=house.clerk, part_id=house.part.pk).require()
    (listed,) = bulk.batches(actor=house.clerk).require()
    assert (listed.lines, listed.undoable) == (2, 0)
    assert codes(bulk.undo(actor=house.clerk, uid=batch.uid)) == ["LAN-BULK-NOT-LEFT"]


def test_a_preview_that_no_longer_holds_changes_nothing(house: House) -> None:
    acts(house, 2)
    told = preview(house, quantity="2")
    first = house.lines()[0]
    fees.edit(actor=house.clerk, uid=first.uid, version=1, changes={"quantity": "7"}).require()
    before = facts()
    late = bulk.apply(
        actor=house.clerk, choice=ALL, changes={"quantity": "2"}, expected=told.expected
    )
    assert codes(late) == ["LAN-BULK-DIFFERS"]
    assert facts() == before


def test_a_seal_is_worth_the_change_that_was_previewed_and_no_other(house: House) -> None:
    """What moves no money is sealed too."""
    acts(house, 2)
    told = preview(house, laterality="left")
    assert told.before == told.after
    other = bulk.apply(
        actor=house.clerk, choice=ALL, changes={"laterality": "right"}, expected=told.expected
    )
    assert codes(other) == ["LAN-BULK-DIFFERS"]


def test_the_same_request_twice_is_one_batch(house: House) -> None:
    acts(house, 2)
    told = preview(house, quantity="2")
    asked: dict[str, Any] = {
        "actor": house.clerk,
        "choice": ALL,
        "changes": {"quantity": "2"},
        "expected": told.expected,
        "key": "lote-1",
    }
    first, again = bulk.apply(**asked), bulk.apply(**asked)
    assert again.replayed
    assert first.require() == again.require()
    assert len(bulk.batches(actor=house.clerk).require()) == 1


def test_a_filter_and_marked_lines_choose(house: House) -> None:
    acts(house, 2)
    launched(house, making.entry(role=Role.FIRST_ASSISTANT, provider="indireto"))
    surgeons = Choice(LineFilter(role=Role.SURGEON))
    assert len(preview(house, surgeons, quantity="2").lines) == 2
    one = house.lines()[0]
    marked = Choice(uids=(str(one.uid),))
    assert [line.before.uid for line in preview(house, marked, quantity="2").lines] == [one.uid]


def test_what_a_rule_forbids_is_left_out_with_its_reason(house: House) -> None:
    launched(house, making.entry(code=making.SURGERY), making.entry(code=making.EXAM))
    told = preview(house, quantity="0")
    assert told.lines == ()
    assert all(one.findings for one in told.left_out)
    refused = bulk.apply(
        actor=house.clerk, choice=ALL, changes={"quantity": "0"}, expected=told.expected
    )
    assert codes(refused) == ["LAN-BULK-NONE"]


def test_a_division_goes_whole_and_once(house: House) -> None:
    hospital.divide(house, "indireto", ("indireto", "70"))
    lines = launched(house, making.entry(provider="indireto"))
    assert len(lines) == 2
    told = preview(house, quantity="2")
    assert {one.before.uid for one in told.lines} == {line.uid for line in lines}
    assert told.after.charged == 2 * told.before.charged
    apply(house, quantity="2").require()
    groups = {row.split_group for row in house.lines()}
    assert len(groups) == 1


def test_a_change_of_the_acts_shape_is_left_for_a_single_edit(house: House) -> None:
    part = hospital.under(house, "diferenca")
    launched(house, making.entry(), part=part)
    # In the apartment since: pricing it again would make a private line of difference.
    hospital.upgrade(house)
    told = preview(house)
    assert told.lines == ()
    assert [finding.code for one in told.left_out for finding in one.findings] == ["LAN-BULK-SHAPE"]


def test_lines_of_frozen_parts_are_not_chosen(house: House) -> None:
    acts(house, 1)
    parts.close(actor=house.clerk, part_id=house.part.pk).require()
    assert len(preview(house, quantity="2").lines) == 1
    parts.release(actor=house.clerk, part_id=house.part.pk).require()
    assert preview(house, quantity="2").lines == ()


def test_unknown_fields_and_too_many_lines_are_refused(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    acts(house, 3)
    strange = bulk.preview(actor=house.clerk, choice=ALL, changes={"total": "1"})
    assert codes(strange) == ["LAN-BULK-FIELD"]
    monkeypatch.setattr("honorarios.services.bulk.plan.MOST", 2)
    many = bulk.preview(actor=house.clerk, choice=ALL, changes={"quantity": "2"})
    assert codes(many) == ["LAN-BULK-MANY"]


def test_only_a_clerk_changes_and_only_within_reach(cast: Cast) -> None:
    casting.stock(cast)
    part = casting.make_part(cast.world)
    casting.launch(cast, part)
    for role in (ActorRole.AUDITOR, ActorRole.PHYSICIAN, ActorRole.ADMINISTRATOR):
        result = bulk.preview(actor=cast.by_role[role], choice=ALL, changes={})
        assert result.refusal is Refusal.FORBIDDEN, role
    told = bulk.preview(actor=cast.clerk, choice=ALL, changes={"quantity": "2"}).require()
    batch = bulk.apply(
        actor=cast.clerk, choice=ALL, changes={"quantity": "2"}, expected=told.expected
    ).require()
    stranger = casting.make_member(cast.world, ActorRole.CLERK, cast.other_unit.unit)
    assert bulk.batches(actor=stranger).require() == ()
    assert bulk.undo(actor=stranger, uid=batch.uid).refusal is Refusal.NOT_FOUND
    assert bulk.preview(actor=stranger, choice=ALL, changes={"quantity": "2"}).require().lines == ()


def test_pricing_again_makes_no_version_where_nothing_changes(house: House) -> None:
    acts(house, 2)
    told = preview(house)
    assert (told.lines, told.unchanged) == ((), 2)
