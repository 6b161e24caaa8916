"""Launching, reversing and listing fees from the command line."""

from __future__ import annotations

import csv
import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

from honorarios.records.models import FeeLine
from tests.launching.making import SATURDAY, SURGERY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.running import Ran
    from tests.services.hospital import House

pytestmark = pytest.mark.database

ACT = (
    "--code",
    SURGERY,
    "--start",
    "19/11/2025 10:00",
    "--provider",
    "medico",
    "--role",
    "cirurgiao",
)


def lines() -> list[FeeLine]:
    return list(FeeLine.objects.order_by("pk"))


def test_a_launch_is_shown_first_and_written_once_confirmed(
    run: Callable[..., Ran], house: House
) -> None:
    part = house.part.pk
    shown = run("fees", "launch", part, *ACT, "--dry-run")
    assert shown.code == 0
    assert "410,00" in shown.out
    assert "nada foi gravado" in shown.err
    unanswered = run("fees", "launch", part, *ACT)
    assert unanswered.code == 2
    assert "CLI-NOT-CONFIRMED" in unanswered.err
    assert "1 lançamento, R$ 410,00" in unanswered.err
    assert not lines()
    written = run("fees", "launch", part, *ACT, "--yes", "--idempotency-key", "um", "--json")
    assert written.code == 0
    told = written.json()
    assert told["format"] == "honorarios.launch/1"
    assert told["written"] is True
    (line,) = told["entries"][0]["lines"]
    assert (line["charged"], line["charged_centavos"]) == ("410.00", 41_000)
    again = run("fees", "launch", part, *ACT, "--yes", "--idempotency-key", "um", "--json")
    assert again.json() == told
    assert "já gravada" in again.err
    (row,) = lines()
    assert (row.charged, str(row.uid)) == (41_000, line["uid"])


def test_whoever_is_asked_answers_on_the_terminal(
    run: Callable[..., Ran], house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal("n\n"))
    assert run("fees", "launch", house.part.pk, *ACT).code == 2
    assert not lines()
    monkeypatch.setattr(sys, "stdin", Terminal("s\n"))
    assert run("fees", "launch", house.part.pk, *ACT).code == 0
    assert len(lines()) == 1


def test_entries_of_a_file_are_launched_together_or_not_at_all(
    run: Callable[..., Ran], house: House, tmp_path: Path
) -> None:
    file = tmp_path / "entries.json"
    team = [{"role": "surgeon"}, {"role": "first_assistant", "provider": "indireto"}]
    file.write_text(json.dumps(team), "utf-8")
    good = run("fees", "launch", house.part.pk, *ACT[:-2], "--file", file, "--yes")
    assert good.code == 0, good.err
    assert [row.provider and row.provider.code for row in lines()] == ["medico", "indireto"]
    file.write_text(json.dumps([*team, {"role": "piloto"}, {"code": ""}]), "utf-8")
    bad = run("fees", "launch", house.part.pk, *ACT[:-2], "--file", file, "--yes", "--json")
    assert bad.code == 3
    places = {(each["file"], each["line"]) for each in bad.json()["findings"]}
    assert {(str(file), 3), (str(file), 4)} <= places
    assert len(lines()) == 2


@pytest.mark.parametrize("text", ["", "{}", "[1]", "não é JSON"])
def test_a_file_that_holds_no_entries_is_told(
    run: Callable[..., Ran], house: House, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    ran = run("fees", "launch", house.part.pk, "--file", "-")
    assert ran.code == 3
    assert "CLI-NOT-ENTRIES" in ran.err


def test_what_is_to_be_launched_must_be_said(run: Callable[..., Ran], house: House) -> None:
    assert run("fees", "launch", house.part.pk, "--yes").code == 2
    missing = run("fees", "launch", house.part.pk, "--file", "nada.json")
    assert missing.code == 1
    assert "não existe" in missing.err


def test_a_refusal_has_the_exit_code_of_its_kind(run: Callable[..., Ran], house: House) -> None:
    assert run("fees", "launch", house.part.pk, *ACT[:-1], "piloto", "--yes").code == 3
    assert run("fees", "launch", 999_999, *ACT, "--yes").code == 5
    assert run("fees", "reverse", f"{house.part.pk}/9", "--reason", "x", "--yes").code == 5
    assert run("fees", "reverse", "nada", "--reason", "x", "--yes").code == 5
    house.attendance.status = "cancelled"
    house.attendance.version += 1
    house.attendance.save()
    assert run("fees", "launch", house.part.pk, *ACT, "--yes").code == 4


def test_a_reversal_is_shown_and_written(run: Callable[..., Ran], house: House) -> None:
    run("fees", "launch", house.part.pk, *ACT, "--yes")
    name = f"{house.part.pk}/1"
    assert run("fees", "reverse", name, "--yes").code in {3, 4}  # the reason is missing
    shown = run("fees", "reverse", name, "--reason", "em dobro", "--dry-run", "--json")
    assert shown.json()["dry_run"] is True
    assert shown.json()["added"][0]["charged"] == "-410.00"
    assert len(lines()) == 1
    done = run("fees", "reverse", name, "--reason", "em dobro", "--yes")
    assert "Estornado: 1 lançamento, R$ 410,00" in done.out
    assert [row.status for row in lines()] == ["reversed", "reversal"]


def test_lines_are_listed_filtered_and_by_pages(run: Callable[..., Ran], house: House) -> None:
    for hour in ("08", "09", "10"):
        words = (*ACT[:3], f"2025-11-19 {hour}:00", *ACT[4:])
        assert run("fees", "launch", house.part.pk, *words, "--yes").code == 0
    listed = run("fees", "list", "--size", "2")
    assert [row[-9:].strip() for row in listed.out.splitlines()[::2]] == ["R$ 410,00"] * 2
    mark = listed.err.split("--after ")[1].strip()
    assert "08:00" in run("fees", "list", "--size", "2", "--after", mark).out
    only = ("--part", house.part.pk, "--payer", "convenio-ch", "--provider", "medico")
    days = ("--code", SURGERY[:4], "--from", "19/11/2025", "--to", "2025-11-19")
    assert (
        len(run("fees", "list", *only, *days, "--status", "active", "--json").json()["lines"]) == 3
    )
    assert run("fees", "list", "--unit", "outra", "--json").json()["lines"] == []
    assert run("fees", "list", "--to", f"{SATURDAY:%Y-%m-%d}", "--from", "2025-11-20").out == ""
    assert run("fees", "list", "--status", "pago").code == 2
    assert run("fees", "list", "--after", "nada").code == 3
    rows = list(csv.DictReader(io.StringIO(run("fees", "list", "--csv").out)))
    assert [row["charged_centavos"] for row in rows] == ["41000"] * 3


def test_an_account_is_shown_with_its_parts_and_sums(run: Callable[..., Ran], house: House) -> None:
    run("fees", "launch", house.part.pk, *ACT, "--yes")
    shown = run("account", "show", house.account.pk)
    assert shown.code == 0
    assert f"Parcial {house.part.pk}: CH, plano plano, unidade unidade" in shown.out
    assert "Conta: 1 lançamento, R$ 410,00" in shown.out
    assert "Paciente" not in shown.out
    told = run("account", "show", house.account.pk, "--json").json()
    assert told["sums"]["charged_centavos"] == 41_000
    assert run("account", "show", 999_999).code == 5
