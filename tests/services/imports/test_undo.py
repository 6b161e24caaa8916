"""Undoing a whole import: all of it, while its parts are open, or nothing."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from honorarios.core.vocabulary import LineStatus
from honorarios.records.models import FeeLine
from honorarios.services import actor as actors
from honorarios.services import check, fees, imports, parts
from tests.launching.making import FREE_ACT, SATURDAY, SURGERY
from tests.services.hospital import divide, under, upgrade
from tests.services.imports.files import acts, at, row, write

if TYPE_CHECKING:
    from pathlib import Path

    from honorarios.services.imports import Undone
    from honorarios.services.outcomes import Result
    from tests.services.hospital import House

pytestmark = pytest.mark.database
ACTIVE, REVERSED, REVERSAL = (
    status.code_name for status in (LineStatus.ACTIVE, LineStatus.REVERSED, LineStatus.REVERSAL)
)


def codes(result: Result[Undone]) -> list[str]:
    return [finding.code for finding in result.findings]


def imported(house: House, path: Path, *rows: dict[str, object]) -> int:
    answer = imports.run(actor=house.clerk, path=write(path, rows), kind="fees").require()
    assert answer.batch_id is not None
    return answer.batch_id


def prove(house: House) -> None:
    proof = check.prove(actor=actors.system(office_id=house.office.pk)).require()
    assert proof.whole, proof.broken


def test_every_line_is_reversed_with_its_group_and_the_file_may_come_again(
    house: House, tmp_path: Path
) -> None:
    divide(house, "indireto", ("medico", "40"))
    upgrade(house)
    part = under(house, "diferenca")
    fee = under(house, "taxas")
    rows = [
        row(Parcial=part.seq),
        row(Parcial=fee.seq, start=at(10)),
        row(Parcial=1, provider="indireto", start=at(20)),
        row(Parcial=1, code=FREE_ACT, start=at(30)),
    ]
    batch = imported(house, tmp_path / "a.csv", *rows)
    before = house.lines()
    assert {line.split_form for line in before} == {"none", "percent"}
    assert any(line.difference_of_id for line in before)
    assert any(line.automatic_of_id for line in before)
    undone = imports.undo(actor=house.clerk, batch_id=batch, reason="Arquivo errado.").require()
    assert (undone.rows, undone.lines) == (3, len(before))
    assert undone.total == sum(line.total for line in before)
    assert sum(line.total for line in house.lines()) == 0
    assert {line.status for line in house.lines()} == {REVERSED, REVERSAL}
    states = [one.state for one in imports.rows(actor=house.clerk, batch_id=batch).require().rows]
    assert states == ["undone", "undone", "undone", "refused"]
    prove(house)
    again = imports.run(actor=house.clerk, path=tmp_path / "a.csv", kind="fees").require()
    assert again.imported == 3
    assert again.batch_id != batch
    prove(house)


def test_what_was_reversed_or_edited_since_is_taken_as_it_is(house: House, tmp_path: Path) -> None:
    batch = imported(house, tmp_path / "a.csv", *acts(3))
    first, second, _ = house.lines()
    fees.reverse(actor=house.clerk, uid=first.uid, reason="Engano.").require()
    fees.edit(actor=house.clerk, uid=second.uid, version=1, changes={"quantity": 2}).require()
    undone = imports.undo(actor=house.clerk, batch_id=batch, reason="Engano.").require()
    assert (undone.lines, undone.total) == (2, 3 * 41_000)
    assert sum(line.total for line in house.lines()) == 0
    prove(house)


def test_one_part_that_is_not_open_keeps_all_from_being_undone(
    house: House, tmp_path: Path
) -> None:
    other = under(house, "ch")
    batch = imported(house, tmp_path / "a.csv", row(Parcial=1), row(Parcial=other.seq, start=at(9)))
    parts.close(actor=house.clerk, part_id=other.pk).require()
    refused = imports.undo(actor=house.clerk, batch_id=batch, reason="Engano.")
    assert codes(refused) == ["EST-IMPORT-PARTS"]
    assert f"1/1/{other.seq}" in refused.findings[0].message
    assert not FeeLine.objects.exclude(status=ACTIVE).exists()
    parts.reopen(actor=house.clerk, part_id=other.pk, reason="Desfazer.").require()
    imports.undo(actor=house.clerk, batch_id=batch, reason="Engano.").require()


def test_an_undoing_needs_a_reason_and_is_done_once(house: House, tmp_path: Path) -> None:
    batch = imported(house, tmp_path / "a.csv", row())
    assert codes(imports.undo(actor=house.clerk, batch_id=batch, reason=" ")) == ["EST-REASON"]
    imports.undo(actor=house.clerk, batch_id=batch, reason="Engano.").require()
    again = imports.undo(actor=house.clerk, batch_id=batch, reason="Engano.")
    assert codes(again) == ["EST-IMPORT-UNDONE"]


def test_lines_launched_by_hand_stay(house: House, tmp_path: Path) -> None:
    batch = imported(house, tmp_path / "a.csv", row())
    from tests.launching.making import entry

    one = entry(code=SURGERY, start=SATURDAY)
    fees.launch(actor=house.clerk, part_id=house.part.pk, entries=[one]).require()
    imports.undo(actor=house.clerk, batch_id=batch, reason="Engano.").require()
    (left,) = house.lines(status=ACTIVE)
    assert left.start == datetime(2025, 11, 22, 10)
