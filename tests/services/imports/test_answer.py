"""Questions about a package keep a row waiting; an answer launches it in the one way or the other."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from honorarios.services import imports, parts
from honorarios.services.imports import Decision
from tests.launching.making import SURGERY
from tests.services.hospital import open_package, set_parameters
from tests.services.imports.files import at, row, write

if TYPE_CHECKING:
    from pathlib import Path

    from tests.services.hospital import House

pytestmark = pytest.mark.database


def asked(house: House, tmp_path: Path, **parameters: Any) -> int:  # noqa: ANN401 - any general parameter
    """An import of four surgeries that are in a package, and one that is identical to another."""
    set_parameters(house, check_package=True, **parameters)
    open_package(house, datetime(2025, 11, 1), **{f"c{SURGERY}": 9})
    acts = [row(start=at(number)) for number in range(4)]
    file = write(tmp_path / "a.csv", [*acts, acts[0]])
    answer = imports.run(actor=house.clerk, path=file, kind="fees").require()
    assert (answer.imported, answer.pending) == (0, 5)
    assert {reason.code: reason.count for reason in answer.reasons} == {
        "REG-IMPORT-ASKED": 4,
        "REG-IMPORT-HELD": 1,
    }
    return answer.batch_id or 0


@pytest.mark.parametrize(
    ("decision", "treatment", "charged"),
    [(Decision.CONFIRM, "covered", 0), (Decision.DECLINE, "on_top", 4 * 41_000)],
)
def test_all_questions_are_answered_alike(
    house: House, tmp_path: Path, decision: Decision, treatment: str, charged: int
) -> None:
    batch = asked(house, tmp_path, package_confirmation_means="COVERED")
    answered = imports.answer(
        actor=house.clerk, batch_id=batch, decision=decision, about="REG-IMPORT-ASKED"
    ).require()
    assert (answered.imported, answered.pending, answered.charged) == (4, 1, charged)
    assert {line.treatment for line in house.lines()} == {treatment}
    (left,) = (
        imports.rows(actor=house.clerk, batch_id=batch, state=imports.ImportRowState.PENDING)
        .require()
        .rows
    )
    assert left.number == 6


def test_some_rows_are_answered_and_the_others_wait(house: House, tmp_path: Path) -> None:
    batch = asked(house, tmp_path)
    answered = imports.answer(
        actor=house.clerk, batch_id=batch, decision=Decision.CONFIRM, numbers={3, 5}
    ).require()
    assert (answered.imported, answered.pending) == (2, 3)
    assert [line.import_row for line in house.lines()] == [3, 5]


def test_a_part_is_not_closed_while_rows_wait_for_an_answer(house: House, tmp_path: Path) -> None:
    batch = asked(house, tmp_path)
    refused = parts.close(actor=house.clerk, part_id=house.part.pk)
    (waiting,) = (one for one in refused.findings if one.code == "LAN-PENDING")
    assert "5 lançamento(s)" in waiting.message
    imports.answer(actor=house.clerk, batch_id=batch, decision=Decision.DECLINE)
    closed = parts.close(actor=house.clerk, part_id=house.part.pk)
    assert "LAN-PENDING" not in {one.code for one in closed.findings}


def test_a_row_that_brings_its_own_decision_is_not_asked_about(
    house: House, tmp_path: Path
) -> None:
    set_parameters(house, check_package=True)
    open_package(house, datetime(2025, 11, 1), **{f"c{SURGERY}": 9})
    decided = [{**row(start=at(1)), "Pacote": "sim"}, {**row(start=at(2)), "Pacote": "não"}]
    file = write(tmp_path / "a.csv", decided)
    answer = imports.run(actor=house.clerk, path=file, kind="fees").require()
    assert answer.imported == 2
    assert [line.treatment for line in house.lines()] == ["on_top", "covered"]


def test_a_row_may_be_refused_by_the_time_it_is_answered(house: House, tmp_path: Path) -> None:
    batch = asked(house, tmp_path)
    house.part.period_end = datetime(2025, 11, 2).date()
    house.part.version += 1
    house.part.save()
    answered = imports.answer(
        actor=house.clerk, batch_id=batch, decision=Decision.CONFIRM, about="REG-IMPORT-ASKED"
    ).require()
    assert (answered.imported, answered.refused, answered.pending) == (0, 4, 1)
    assert [reason.code for reason in answered.reasons if reason.count == 4] == ["LAN-V08A"]
