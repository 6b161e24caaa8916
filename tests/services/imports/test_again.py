"""The same again: one file twice, in another form, in part, at once, and gone on with."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from django.db import connection

from honorarios.records.models import FeeLine, ImportBatch, ImportRow
from honorarios.services import fees, imports
from honorarios.services.imports import Decision, Identical, ImportMapping, running
from tests.launching.making import SURGERY, entry
from tests.services.hospital import House, divide, make_house
from tests.services.imports.files import acts, at, row, write

if TYPE_CHECKING:
    from pathlib import Path

    from honorarios.services.imports import ImportAnswer, Progress
    from honorarios.services.outcomes import Result


def codes(result: Result[ImportAnswer]) -> list[str]:
    return [finding.code for finding in result.findings]


@pytest.mark.database
def test_the_same_file_twice_has_the_effect_of_once_and_says_so(
    house: House, tmp_path: Path
) -> None:
    file = write(tmp_path / "a.csv", acts(3))
    first = imports.run(actor=house.clerk, path=file, kind="fees")
    for name in ("a.csv", "copia.csv"):
        copy = tmp_path / name
        copy.write_bytes(file.read_bytes())
        again = imports.run(actor=house.clerk, path=copy, kind="fees")
        assert again.ok
        assert again.replayed
        assert codes(again) == ["REG-IMPORT-AGAIN"]
        assert again.value == first.value
    assert len(house.lines()) == 3


@pytest.mark.database
def test_the_same_rows_in_another_form_wait_for_an_answer(house: House, tmp_path: Path) -> None:
    rows = acts(3)
    imports.run(actor=house.clerk, path=write(tmp_path / "a.csv", rows), kind="fees").require()
    other = write(
        tmp_path / "b.csv", [*reversed(rows), *acts(1, 50)], encoding="utf-16", separator="\t"
    )
    answer = imports.run(actor=house.clerk, path=other, kind="fees").require()
    assert (answer.imported, answer.pending) == (1, 3)
    (reason,) = answer.reasons
    assert (reason.code, reason.rows) == ("REG-IMPORT-HELD", (2, 3, 4))
    assert len(house.lines()) == 4


@pytest.mark.database
def test_an_act_divided_among_others_is_known_again(house: House, tmp_path: Path) -> None:
    divide(house, "medico", ("indireto", "60"))
    imports.run(actor=house.clerk, path=write(tmp_path / "a.csv", [row()]), kind="fees").require()
    assert {line.provider_id for line in house.lines()} == {
        house.providers["indireto"].pk,
        house.providers["hospital"].pk,
    }
    other = write(tmp_path / "b.csv", [row(), row()])
    assert imports.run(actor=house.clerk, path=other, kind="fees").require().pending == 2


@pytest.mark.database
def test_what_was_launched_by_hand_is_known_again(house: House, tmp_path: Path) -> None:
    one = entry(code=SURGERY)
    fees.launch(actor=house.clerk, part_id=house.part.pk, entries=[one]).require()
    same = row(start=f"{one.start:%d/%m/%Y %H:%M}", role="Cirurgião", provider=one.provider)
    file = write(tmp_path / "a.csv", [same])
    assert imports.run(actor=house.clerk, path=file, kind="fees").require().pending == 1


@pytest.mark.database
def test_identical_rows_are_launched_where_that_is_wanted(house: House, tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", [row(), row()])
    answer = imports.run(
        actor=house.clerk, path=file, kind="fees", identical=Identical.LAUNCH
    ).require()
    assert answer.imported == 2
    assert [reason.code for reason in answer.reasons] == ["LAN-V13"]


@pytest.mark.database
@pytest.mark.parametrize(
    ("decision", "lines", "state"),
    [(Decision.CONFIRM, 2, "imported"), (Decision.DECLINE, 1, "refused")],
)
def test_an_answer_launches_the_held_row_or_leaves_it_out(
    house: House, tmp_path: Path, decision: Decision, lines: int, state: str
) -> None:
    file = write(tmp_path / "a.csv", [row(), row()])
    batch = imports.run(actor=house.clerk, path=file, kind="fees").require().batch_id or 0
    answered = imports.answer(actor=house.clerk, batch_id=batch, decision=decision).require()
    assert answered.pending == 0
    assert len(house.lines()) == lines
    page = imports.rows(actor=house.clerk, batch_id=batch).require()
    assert [one.state for one in page.rows] == ["imported", state]
    nothing = imports.answer(actor=house.clerk, batch_id=batch, decision=decision)
    assert codes(nothing) == ["REG-IMPORT-NOTHING-PENDING"]


@pytest.mark.database
def test_an_import_goes_on_where_it_stopped(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "CHUNK_ROWS", 4)
    file = write(tmp_path / "a.csv", acts(10))

    def stop(now: Progress) -> None:
        if now.done == 8:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        imports.run(actor=house.clerk, path=file, kind="fees", on_progress=stop)
    assert len(house.lines()) == ImportRow.objects.count() == 8
    assert ImportBatch.objects.get().state == "running"
    resumed = imports.run(actor=house.clerk, path=file, kind="fees")
    assert codes(resumed) == ["REG-IMPORT-RESUMED"]
    answer = resumed.require()
    assert (answer.imported, answer.state, answer.lines) == (10, "done", 10)


@pytest.mark.database
def test_an_import_that_stopped_is_not_gone_on_with_in_another_way(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "CHUNK_ROWS", 2)
    file = write(tmp_path / "a.csv", acts(4))

    def stop(now: Progress) -> None:
        if now.done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        imports.run(actor=house.clerk, path=file, kind="fees", on_progress=stop)
    mapping = ImportMapping(columns={"provider": "Quantidade"})
    other = imports.run(actor=house.clerk, path=file, kind="fees", mapping=mapping)
    assert codes(other) == ["REG-IMPORT-OPTIONS"]
    batch = ImportBatch.objects.get().pk
    early = imports.answer(actor=house.clerk, batch_id=batch, decision=Decision.CONFIRM)
    assert codes(early) == ["EST-IMPORT-RUNNING"]
    imports.undo(actor=house.clerk, batch_id=batch, reason="Engano.").require()
    answer = imports.run(actor=house.clerk, path=file, kind="fees").require()
    assert answer.imported == 4


@pytest.mark.parametrize("runners", [2, 6])
def test_of_several_imports_of_one_file_at_once_there_is_one_effect(
    on_own_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, runners: int
) -> None:
    assert on_own_database
    monkeypatch.setattr(running, "CHUNK_ROWS", 10)
    house = make_house()
    file = write(tmp_path / "a.csv", acts(60))
    results = at_once(house, [file] * runners)
    assert len(house.lines()) == ImportRow.objects.count() == 60
    assert ImportBatch.objects.get().state == "done"
    for result in results:
        assert result.ok or codes(result)[-1] == "REG-IMPORT-RUNNING"
    assert any(result.ok for result in results)


def test_of_two_files_with_the_same_acts_at_once_each_act_is_launched_once(
    on_own_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert on_own_database
    monkeypatch.setattr(running, "CHUNK_ROWS", 10)
    house = make_house()
    rows = acts(40)
    files = [
        write(tmp_path / "a.csv", rows),
        write(tmp_path / "b.csv", rows, separator=","),
        write(tmp_path / "c.csv", reversed(rows)),
    ]
    results = at_once(house, files)
    assert sum(result.require().imported for result in results) == 40
    assert sum(result.require().pending for result in results) == 80
    assert FeeLine.objects.count() == 40


def at_once(house: House, files: list[Path]) -> list[Result[ImportAnswer]]:
    """Import files, each in its thread, all at the same moment."""
    ready = threading.Barrier(len(files))
    results: list[Result[ImportAnswer]] = []

    def work(file: Path) -> None:
        ready.wait()
        results.append(imports.run(actor=house.clerk, path=file, kind="fees"))
        connection.close()

    threads = [threading.Thread(target=work, args=[file]) for file in files]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == len(files)
    return results


@pytest.mark.database
def test_what_stopped_is_told_to_begin_at_the_right_moment(house: House, tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", [row(start=at(1))])
    told: list[Progress] = []
    imports.run(actor=house.clerk, path=file, kind="fees", on_progress=told.append).require()
    assert [(now.done, now.total) for now in told] == [(0, 1), (1, 1)]
