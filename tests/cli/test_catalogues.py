"""Catalogues on the command line: checked, shown, hashed, compared; lists imported into them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import honorarios
from honorarios.catalogue.version import catalogue_hash
from honorarios.demo import catalogue_path

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.running import Ran

SIGTAP = Path(__file__).parents[1] / "importers" / "files" / "sigtap-202401"
CONTRACT = "contracts/aurora-serra-azul.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The demonstration catalogue, to be spoilt."""
    return Path(shutil.copytree(catalogue_path(), tmp_path / "catalogo"))


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_demonstration_has_no_error(run: Callable[..., Ran]) -> None:
    ran = run("catalogue", "check", catalogue_path(), "--json")
    assert ran.code == 0
    assert [each for each in ran.json()["findings"] if each["severity"] == "error"] == []


@pytest.mark.parametrize("command", ["check", "show", "hash"])
def test_without_a_folder_the_demonstration_is_named(run: Callable[..., Ran], command: str) -> None:
    ran = run("catalogue", command)
    assert ran.code == 0
    assert ran.err == "Sem PASTA: vale o catálogo de demonstração, de convênios inventados.\n"
    assert ran.out == run("catalogue", command, catalogue_path()).out


def test_codes_are_looked_up_in_tuss_unless_told_not_to(
    run: Callable[..., Ran], folder: Path
) -> None:
    prices = folder / "schedules" / "tabela-demonstrativa-2023.csv"
    edit(prices, "\n10101012", "\n10101998")
    unknown = "CAT-UNKNOWN-TUSS"
    told = run("catalogue", "check", folder, "--json").json()["findings"]
    assert [each["code"] for each in told].count(unknown) == 1
    told = run("catalogue", "check", folder, "--no-tuss", "--json").json()["findings"]
    assert unknown not in [each["code"] for each in told]


def test_error_has_file_line_and_near_name_and_ends_with_one(
    run: Callable[..., Ran], folder: Path
) -> None:
    edit(folder / CONTRACT, "standard: ", "standart: ")
    ran = run("catalogue", "check", folder)
    assert ran.code == 1
    told = ran.out + ran.err
    line = (folder / CONTRACT).read_text("utf-8").splitlines()
    number = next(i for i, text in enumerate(line, 1) if "standart" in text)
    assert f"{CONTRACT}:{number}" in told
    assert "“standard”" in told
    findings = run("catalogue", "check", folder, "--json").json()["findings"]
    assert (CONTRACT, number) in [(each["file"], each["line"]) for each in findings]


@pytest.mark.parametrize(
    "spoil",
    [
        shutil.rmtree,
        lambda folder: (folder / "catalogue.yaml").unlink(),
        lambda folder: (folder / "catalogue.yaml").write_bytes(b"\xff\x00\xfe"),
        lambda folder: (folder / CONTRACT).write_text("id: a\nid: b\n", "utf-8"),
        lambda folder: (folder / CONTRACT).write_bytes(b"a: " + b"x" * 20_000_000),
    ],
    ids=["no folder", "no manifest", "binary", "twice", "20 MB"],
)
@pytest.mark.parametrize(
    "words",
    [("catalogue", "check"), ("catalogue", "show"), ("catalogue", "hash")],
    ids=lambda words: words[-1],
)
def test_bad_folder_is_findings_and_never_a_traceback(
    run: Callable[..., Ran], folder: Path, spoil: Callable[[Path], object], words: tuple[str, ...]
) -> None:
    spoil(folder)
    ran = run(*words, folder)
    assert ran.code == 1
    assert "CAT-" in ran.err + ran.out


def test_the_catalogues_within_a_folder_that_is_none_are_named(
    run: Callable[..., Ran], folder: Path
) -> None:
    ran = run("catalogue", "check", folder.parent)
    assert ran.code == 1
    assert f"Dentro dela há catálogos: {folder}. " in ran.out
    assert "Dentro dela" not in run("catalogue", "check", folder / "contracts").out


def test_show_tells_contracts_and_tables(run: Callable[..., Ran]) -> None:
    told = run("catalogue", "show", catalogue_path(), "--json").json()
    assert "aurora-serra-azul" in [each["id"] for each in told["contracts"]]
    shown = run("catalogue", "show", catalogue_path()).out
    assert "aurora-serra-azul" in shown
    assert "desde 01/01/2025" in shown


@pytest.mark.parametrize(("columns", "width"), [("", 80), ("0", 80), ("x", 80), ("60", 60)])
def test_catalogue_is_shown_within_the_width(
    run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    ran = run("catalogue", "show", catalogue_path())
    lines = [line for line in ran.out.splitlines() if not line.startswith("sha256:")]
    assert width - 5 < max(map(len, lines)) <= width


def test_hash_is_the_one_on_the_lines(run: Callable[..., Ran]) -> None:
    ran = run("catalogue", "hash", catalogue_path())
    assert ran.out.strip() == catalogue_hash(honorarios.demo_catalogue())


def test_diff_names_the_field_and_both_values(run: Callable[..., Ran], folder: Path) -> None:
    assert run("catalogue", "diff", catalogue_path(), folder, "--json").json()["changes"] == []
    edit(folder / CONTRACT, "name: ", "name: Novo ")
    (change,) = run("catalogue", "diff", catalogue_path(), folder, "--json").json()["changes"]
    assert (change["document"], change["path"]) == (CONTRACT, "name")
    assert change["after"] == f"Novo {change['before']}"
    assert change["after"] in run("catalogue", "diff", catalogue_path(), folder).out


def test_schemas_are_written(run: Callable[..., Ran], tmp_path: Path) -> None:
    assert run("catalogue", "schema", tmp_path / "esquemas").code == 0
    schema = json.loads((tmp_path / "esquemas" / "contracts.json").read_text("utf-8"))
    assert "terms" in schema["properties"]


def test_dry_run_writes_nothing_and_import_does(run: Callable[..., Ran], folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    dry = run("import", "sigtap", SIGTAP, "-c", folder, "--dry-run", "--json", "--partial")
    assert dry.code == 0
    assert (dry.json()["written"], sorted(folder.rglob("*"))) == ([], before)
    told = run("import", "sigtap", SIGTAP, "-c", folder, "--json", "--partial").json()
    assert "schedules/sigtap.yaml" in told["written"]
    assert run("catalogue", "check", folder).code == 0


def test_import_without_a_catalogue_or_with_a_file_that_is_none(
    run: Callable[..., Ran], folder: Path, tmp_path: Path
) -> None:
    assert run("import", "sigtap", tmp_path / "x.txt", "-c", folder).code == 1
    (tmp_path / "vazio.txt").touch()
    ran = run("import", "sigtap", tmp_path / "vazio.txt", "-c", folder)
    assert ran.code == 1
    assert not (folder / "schedules" / "sigtap.yaml").exists()
