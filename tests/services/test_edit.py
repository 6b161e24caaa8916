"""Editing fees on record: versions kept, groups whole, the checks of an edit (spec: launching 3.2, 3.3)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from honorarios.core.vocabulary import Role
from honorarios.records.models import Attendance, FeeLineVersion
from honorarios.services import fees, parts, special
from honorarios.services.outcomes import Refusal
from tests.launching import making
from tests.services import hospital
from tests.services.doing import codes, launched, row
from tests.services.hospital import House, make_house

if TYPE_CHECKING:
    from honorarios.services.fees import Changed, LineView
    from honorarios.services.outcomes import Result

pytestmark = pytest.mark.database


@pytest.fixture
def house() -> House:
    return make_house()


def edit(house: House, line: LineView, version: int = 1, **changes: Any) -> Result[Changed]:  # noqa: ANN401 - any field
    return fees.edit(actor=house.clerk, uid=str(line.uid), version=version, changes=changes)


def test_an_edit_writes_the_next_version_and_keeps_the_old_one(house: House) -> None:
    (line,) = launched(house, making.entry())
    answer = edit(house, line, quantity="2", start="22/11/2025 10:00").require()
    (after,) = answer.lines
    now = row(line)
    assert (now.version, now.quantity, now.total) == (2, 2, 82_000)
    assert (after.version, after.total, after.start) == (2, 82_000, making.SATURDAY)
    assert answer.added == ()
    (old,) = FeeLineVersion.objects.filter(line=now)
    assert (old.version, old.quantity, old.total, old.start) == (1, 1, 41_000, making.WEDNESDAY)
    assert now.created_at > old.created_at
    assert now.kept["quantity"] == 2


def test_the_price_is_evaluated_again(house: House) -> None:
    (line,) = launched(house, making.entry())
    (after,) = edit(house, line, role="first_assistant").require().lines
    assert (after.role, after.total) == ("first_assistant", 12_300)


def test_a_stale_version_changes_nothing(house: House) -> None:
    (line,) = launched(house, making.entry())
    edit(house, line, quantity=2).require()
    answer = edit(house, line, quantity=3)
    assert answer.refusal is Refusal.STALE
    assert row(line).quantity == 2


def test_a_division_is_edited_as_a_whole(house: House) -> None:
    hospital.divide(house, "medico", ("medico", "70"))
    own, rest = launched(house, making.entry())
    assert (own.total, rest.total) == (28_700, 12_300)
    answer = edit(house, rest, quantity=2).require()
    assert [(line.provider, line.total) for line in answer.lines] == [
        ("medico", 57_400),
        ("hospital", 24_600),
    ]
    assert {line.split_group for line in answer.lines} == {own.split_group}
    assert [row(line).version for line in (own, rest)] == [2, 2]


def test_a_difference_comes_and_goes_with_the_bed_of_the_act(house: House) -> None:
    stay = hospital.upgrade(house)
    stay.start = datetime(2025, 11, 20)
    stay.save()
    part = hospital.under(house, "diferenca")
    (line,) = launched(house, making.entry(), part=part)

    answer = edit(house, line, start=making.SATURDAY).require()
    (private,) = answer.added
    assert private.difference_of == line.uid
    assert row(private).part.payer.code == "particular"
    assert private.total == answer.lines[0].total

    answer = edit(house, line, 2, start=making.WEDNESDAY).require()
    (reversal,) = answer.added
    assert reversal.reverses == private.uid
    assert [row(private).status, row(reversal).total] == ["reversed", -private.total]
    assert sum(one.total for one in house.lines(part_id=private.part_id)) == 0


def test_an_automatic_fee_stays_and_is_not_edited(house: House) -> None:
    part = hospital.under(house, "taxas")
    act, fee = launched(house, making.entry(), part=part)
    edit(house, act, quantity=2).require()
    assert [(one.version, one.total) for one in house.lines()] == [(2, 82_000), (1, 56_000)]
    assert codes(edit(house, fee, quantity=2)) == ["LAN-FEE-EDITED"]


def test_v5_v6_v14(house: House) -> None:
    (line,) = launched(house, making.entry())
    fees.reverse(actor=house.clerk, uid=str(line.uid), reason="Teste.").require()
    assert codes(edit(house, line, 2, quantity=2)) == ["LAN-V05"]

    answer = special.launch(
        actor=house.clerk, part_id=house.part.pk, entries=[making.entry(code=making.EXAM)]
    ).require()
    assert codes(edit(house, answer.entries[0].lines[0], quantity=2)) == ["LAN-V06"]

    (plain,) = launched(house, making.entry(code=making.EXAM, provider="hospital"))
    changed = edit(house, plain, split_form="value", split_provider="medico")
    assert codes(changed) == ["LAN-V14"]


def test_v1_v2_hold_in_an_edit(house: House) -> None:
    (line,) = launched(house, making.entry())
    parts.close(actor=house.clerk, part_id=house.part.pk).require()
    edit(house, line, quantity=2).require()
    parts.release(actor=house.clerk, part_id=house.part.pk).require()
    assert codes(edit(house, line, 2, quantity=3)) == ["LAN-V02"]
    Attendance.objects.filter(pk=house.attendance.pk).update(status="cancelled", version=2)
    assert codes(edit(house, line, 2, quantity=3)) == ["LAN-V01", "LAN-V02"]
    assert row(line).quantity == 2


def test_what_cannot_be_read_or_is_no_field_is_told(house: House) -> None:
    (line,) = launched(house, making.entry())
    assert codes(edit(house, line, role="chefe")) == ["LAN-UNREADABLE"]
    assert codes(edit(house, line, special=True, total=1)) == ["LAN-FIELD", "LAN-FIELD"]
    assert row(line).version == 1


def test_other_offices_lines_do_not_exist(house: House) -> None:
    other = make_house("outra")
    (line,) = launched(other, making.entry())
    assert edit(house, line, quantity=2).refusal is Refusal.NOT_FOUND
    assert fees.edit(actor=house.clerk, uid="x", version=1, changes={}).refusal is Refusal.NOT_FOUND


def test_the_number_of_queries_does_not_grow_with_the_shares(house: House) -> None:
    counts = []
    for provider, shares in (("medico", 1), ("indireto", 2)):
        receivers = [(code, "20") for code in ("medico", "indireto")[:shares]]
        hospital.divide(house, provider, *receivers)
        lines = launched(house, making.entry(provider=provider))
        assert len(lines) == shares + 1
        edit(house, lines[0], quantity=2).require()
        with CaptureQueriesContext(connection) as queries:
            edit(house, lines[0], 2, quantity=3, role=Role.INTENSIVIST).require()
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 40
