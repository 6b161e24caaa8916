"""The Python door: quick to import, one verb a job, the same answer for every kind of data."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import polars as pl
import pyarrow as pa
import pytest

import honorarios
from honorarios.demo import catalogue_path, surgery_path
from honorarios.pricing.door import compiled

if TYPE_CHECKING:
    from pathlib import Path

    from honorarios.catalogue.schema import Catalogue

LINE: dict[str, object] = {
    "contract": "aurora-serra-azul",
    "code": "31003583",
    "start": "2025-11-22 21:30",
    "role": "surgeon",
    "character": "urgent",
    "accommodation": "apartment",
}
TOTAL = 269_087


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return honorarios.demo_catalogue()


def test_import_loads_no_room_until_a_verb_is_used() -> None:
    said = "import honorarios, sys; print(honorarios.__version__, *sorted(sys.modules))"
    command = [sys.executable, "-c", said]
    version, *modules = subprocess.run(
        command, capture_output=True, text=True, check=True
    ).stdout.split()
    assert version == honorarios.__version__
    assert {"numba", "numpy", "pyarrow", "pydantic"}.isdisjoint(modules)
    assert [name for name in modules if name.startswith("honorarios")] == ["honorarios"]


def test_the_verbs_are_all_there() -> None:
    assert set(honorarios.__all__) <= set(dir(honorarios))
    assert all(getattr(honorarios, name).__doc__ for name in honorarios.__all__ if name[0] != "_")
    with pytest.raises(AttributeError, match="no attribute 'cobrar'"):
        honorarios.cobrar  # type: ignore[attr-defined]  # noqa: B018


def test_a_dict_gives_a_dict_and_a_list_a_list(catalogue: Catalogue) -> None:
    assert honorarios.price(LINE, catalogue)["total_centavos"] == TOTAL
    priced = honorarios.price([LINE, LINE | {"code": "1"}], catalogue)
    assert [line["status"] for line in priced] == ["priced", "unknown_code"]
    assert honorarios.price((LINE,), catalogue)[0]["total_centavos"] == TOTAL
    assert honorarios.price([], catalogue) == []


def test_arrow_gives_arrow(catalogue: Catalogue) -> None:
    for kind in (pa.Table, pa.RecordBatch):
        priced = honorarios.price(kind.from_pylist([LINE, LINE]), catalogue)
        assert type(priced) is kind
        assert priced.column("total_centavos").to_pylist() == [TOTAL, TOTAL]


def test_a_data_frame_gives_a_data_frame_of_its_kind(catalogue: Catalogue) -> None:
    priced = honorarios.price(pl.DataFrame([LINE | {"mine": 7}]), catalogue)
    assert isinstance(priced, pl.DataFrame)
    assert priced.select("mine", "status", "total_centavos").rows() == [(7, "priced", TOTAL)]


def test_what_is_no_line_is_a_mistake_of_the_program(catalogue: Catalogue) -> None:
    with pytest.raises(TypeError):
        honorarios.price(3, catalogue)  # type: ignore[call-overload]


def test_a_catalogue_is_compiled_once_whatever_it_is_given_as(catalogue: Catalogue) -> None:
    ready = compiled(catalogue)
    assert compiled(ready) is ready
    assert compiled(catalogue) is ready
    assert compiled(catalogue_path()) is compiled(str(catalogue_path()))
    assert honorarios.price(LINE, ready) == honorarios.price(LINE, catalogue)


def test_a_folder_that_was_edited_is_read_again(tmp_path: Path) -> None:
    folder = tmp_path / "catalogue"
    shutil.copytree(catalogue_path(), folder)
    before = honorarios.price(LINE, folder)
    manifest = folder / "catalogue.yaml"
    manifest.write_text(
        manifest.read_text().replace("Catálogo de demonstração", "Catálogo editado")
    )
    after = honorarios.price(LINE, folder)
    assert before["total_centavos"] == after["total_centavos"]
    assert before["catalogue_hash"] != after["catalogue_hash"]


def test_a_catalogue_with_errors_says_all_of_them(tmp_path: Path) -> None:
    with pytest.raises(honorarios.DataError, match="CAT-NO-FOLDER") as refused:
        honorarios.read_catalogue(tmp_path / "nada")
    assert [finding.code for finding in refused.value.findings] == ["CAT-NO-FOLDER"]
    (tmp_path / "catalogue.yaml").write_text("nome: x\n")
    with pytest.raises(honorarios.DataError) as refused:
        honorarios.price(LINE, tmp_path)
    assert {finding.code for finding in refused.value.findings} == {
        "CAT-UNKNOWN-FIELD",
        "CAT-MISSING-FIELD",
    }


def test_explain_takes_a_line_and_a_priced_line(catalogue: Catalogue) -> None:
    told = honorarios.explain(LINE, catalogue)
    assert told.evaluate() == (TOTAL, TOTAL)
    assert honorarios.explain(honorarios.price(LINE, catalogue), catalogue) == told
    row = honorarios.price(pa.Table.from_pylist([LINE]), catalogue).to_pylist()[0]
    assert honorarios.explain(row, catalogue) == told


def test_surgery_and_compare(catalogue: Catalogue) -> None:
    quote = honorarios.surgery(surgery_path(), catalogue)
    assert quote.contract == "aurora-serra-azul"
    assert len(quote.lines) == 8
    other = honorarios.surgery(surgery_path(), catalogue, contract="bemtevi-serra-azul")
    comparison = honorarios.compare(surgery_path(), catalogue)
    assert comparison.total().sums[0] == quote.sum()
    assert comparison.total().sums[2] == other.sum()
    only = honorarios.compare(surgery_path(), catalogue, ["jacaranda-serra-azul"])
    assert only.total().sums == comparison.total().sums[1:2]
    told: dict[str, Any] = {
        "contract": "aurora-serra-azul",
        "start": "2025-11-22 21:30",
        "acts": [{"code": "31003583"}],
        "team": [{"role": "surgeon"}],
    }
    assert honorarios.surgery(told, catalogue).sum().centavos == 103_495
    with pytest.raises(honorarios.DataError, match="Seria “team”"):
        honorarios.surgery(told | {"teem": []}, catalogue)


def test_warming_says_what_it_does_on_standard_error_only() -> None:
    command = [sys.executable, "-m", "honorarios.pricing.warm"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == ""
    assert done.stderr.startswith("Preparando o cálculo")
    assert done.stderr.count("\n") == 1
