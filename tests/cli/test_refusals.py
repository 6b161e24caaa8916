"""Data that cannot be used: told to people on stderr, to programs on stdout as well."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from honorarios import demo

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.running import Ran

LIST = ("--schedule", "t", "--edition", "1", "--from", "2025-01-01", "--source", "teste")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a surgery and a mapping that are none, a refused list and a file in the way."""
    (tmp_path / "surgery.yaml").write_text("acts: [", "utf-8")
    (tmp_path / "mapping.yaml").write_text("colunas: {a: b}\n", "utf-8")
    (tmp_path / "list.csv").write_text("code;fee\n10101012;abc\n", "utf-8")
    (tmp_path / "taken.csv").touch()
    return tmp_path


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("CAT-NO-FOLDER", ["price", demo.lines_path(), "-o", "@/out.csv", "-c", "@/none"]),
        ("CAT-NO-FOLDER", ["explain", "--code", "1", "-c", "@/none"]),
        ("CAT-NO-FOLDER", ["surgery", demo.surgery_path(), "-c", "@/none"]),
        ("CAT-NO-FOLDER", ["compare", demo.surgery_path(), "-c", "@/none"]),
        ("CAT-NO-FOLDER", ["catalogue", "show", "@/none"]),
        ("CAT-NO-FOLDER", ["catalogue", "hash", "@/none"]),
        ("CAT-NO-FOLDER", ["catalogue", "diff", demo.catalogue_path(), "@/none"]),
        ("CAT-YAML-SYNTAX", ["surgery", "@/surgery.yaml"]),
        ("CAT-YAML-SYNTAX", ["compare", "@/surgery.yaml"]),
        ("CAT-UNREADABLE", ["surgery", "@/none.yaml"]),
        ("CAT-UNKNOWN-FIELD", ["import", "brl", "@/x.csv", *LIST, "--mapping", "@/mapping.yaml"]),
        ("IMP-OPTION", ["import", "brl", "@/x.csv", *LIST, "--map", "code"]),
        ("TAB-FILE-EXISTS", ["import", "brl", "@/list.csv", *LIST, "--refused", "@/taken.csv"]),
        ("BAT-NO-SUCH-LINE", ["explain", demo.lines_path(), "--line-id", "none"]),
        ("BAT-NO-INPUT", ["explain", "@/none.csv", "--line-id", "1"]),
        ("BAT-NO-INPUT", ["price", "@/none.csv", "-o", "@/out.csv"]),
        ("BAT-EXISTS", ["price", demo.lines_path(), "-o", "@/taken.csv"]),
        ("CLI-NO-LINE", ["explain", "-"]),
    ],
)
def test_refused_data_is_findings_on_both_streams(
    run: Callable[..., Ran],
    monkeypatch: pytest.MonkeyPatch,
    place: Path,
    code: str,
    words: list[object],
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("[]"))
    ran = run(*(str(word).replace("@", str(place)) for word in words), "--json")
    assert ran.code == 1
    assert ran.json().keys() == {"format", "findings"}
    (finding,) = [each for each in ran.json()["findings"] if each["code"] == code]
    assert finding["severity"] == "error"
    assert f"erro {code}" in ran.err
    assert finding["message"] in ran.err


def test_refused_rows_of_a_list_are_told_on_both_streams(
    run: Callable[..., Ran], place: Path
) -> None:
    ran = run("import", "brl", place / "list.csv", *LIST, "--json")
    assert ran.code == 1
    told = ran.json()
    assert (told["format"], told["written"]) == ("honorarios.import/1", [])
    assert told["findings"]
    assert all(each["message"] in ran.err for each in told["findings"])


def test_a_catalogue_is_refused_for_its_errors_alone(
    run: Callable[..., Ran], tmp_path: Path
) -> None:
    (tmp_path / "catalogue.yaml").write_text("nome: x\n", "utf-8")
    (tmp_path / "contratos").mkdir()
    severities = {
        each["severity"]
        for each in run("catalogue", "check", tmp_path, "--json").json()["findings"]
    }
    assert severities == {"error", "warning"}
    told = run("catalogue", "show", tmp_path, "--json").json()
    assert {each["severity"] for each in told["findings"]} == {"error"}
