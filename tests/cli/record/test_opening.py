"""What a command finds instead of a record that it can use: told, never a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from honorarios.records.models import Office
from tests.cli.record.words import OPENING
from tests.config.test_settings import VARIABLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.running import Ran

EACH = """
import contextlib, io, json, sys
from honorarios.cli import main

told = []
for words in json.loads(sys.argv[1]):
    sys.argv = ["honorarios", *words]
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main()
        except SystemExit as end:
            code = end.code
    told.append([code, out.getvalue(), err.getvalue()])
sys.stdout.write(json.dumps(told))
"""


def each(commands: Any, folder: Path, **environment: str) -> list[tuple[int, str, str]]:  # noqa: ANN401 - words of any number
    """How each command ends in one process whose data folder is ``folder/data``."""
    import os

    inherited = {name: value for name, value in os.environ.items() if name not in VARIABLES}
    done = subprocess.run(
        [sys.executable, "-c", EACH, json.dumps(list(commands))],
        env={**inherited, "HONORARIOS_HOME": str(folder / "data"), **environment},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0, done.stderr
    return [(code, out, err) for code, out, err in json.loads(done.stdout)]


def test_without_a_database_every_command_says_how_to_make_one(tmp_path: Path) -> None:
    for words, (code, out, err) in zip(OPENING, each(OPENING, tmp_path), strict=True):
        assert (code, out) == (1, ""), words
        assert "CLI-NO-DATABASE" in err
        assert "honorarios migrate" in err
    assert not (tmp_path / "data").exists()


def test_an_address_that_is_none_is_told_without_repeating_it(tmp_path: Path) -> None:
    commands = (*OPENING[:2], ("migrate",), ("demo",), ("restore", "copia", "--yes"))
    for url in ("mysql://ana:segredo@servidor/banco", "isto não é um endereço"):
        for code, out, err in each(commands, tmp_path, DATABASE_URL=url):
            assert (code, out) == (1, "")
            assert "CLI-DATABASE-URL" in err
            assert "segredo" not in err


def test_a_server_that_is_away_is_to_be_tried_later(tmp_path: Path) -> None:
    away = f"postgresql://ana@{str(tmp_path).replace('/', '%2F')}/banco"
    commands = (*OPENING, ("migrate",), ("demo",))
    for words, (code, out, err) in zip(
        commands, each(commands, tmp_path, DATABASE_URL=away), strict=True
    ):
        assert (code, out) == (75, ""), words
        assert "EST-UNAVAILABLE" in err


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.sqlite3").write_text("isto não é um banco de dados" * 100)
    url = f"sqlite:///{tmp_path}/x.sqlite3"
    for code, out, err in each((("check",), ("migrate",)), tmp_path, DATABASE_URL=url):
        assert (code, out) == (75, "")
        assert "erro EST-" in err


def test_a_data_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("não é uma pasta")
    for code, out, err in each((("migrate",), ("demo", "--json")), tmp_path):
        assert code == 1
        assert "CLI-AUDIT-KEY" in err
        assert out == "" or json.loads(out)["findings"][0]["code"] == "CLI-AUDIT-KEY"


@pytest.mark.database
def test_an_earlier_database_is_to_be_migrated_and_a_later_one_refused(
    run: Callable[..., Ran],
) -> None:
    recorder = MigrationRecorder(connection)
    recorder.record_applied("records", "9999_of_a_later_version")
    assert "CLI-LATER-VERSION" in run("check").err
    assert "CLI-LATER-VERSION" in run("migrate").err
    recorder.record_unapplied("records", "9999_of_a_later_version")
    (newest,) = MigrationLoader(connection).graph.leaf_nodes("records")
    recorder.record_unapplied(*newest)
    ran = run("serve", "--port", "0")
    assert (ran.code, ran.out) == (1, "")
    assert "CLI-NOT-MIGRATED" in ran.err
    assert "honorarios migrate" in ran.err


@pytest.mark.database
def test_an_empty_record_says_how_to_begin(run: Callable[..., Ran]) -> None:
    ran = run("fees", "list")
    assert ran.code == 1
    assert "CLI-NO-OFFICE" in ran.err
    assert "honorarios office create" in ran.err


@pytest.mark.database
def test_of_several_offices_one_is_named(run: Callable[..., Ran]) -> None:
    for slug in ("casa", "outra"):
        Office.objects.create(slug=slug, name=slug)
    which = run("audit", "head")
    assert which.code == 1
    assert "--office: casa, outra" in which.err
    assert run("audit", "head", "--office", "casa").code == 0
    unknown = run("audit", "head", "--office", "nenhuma")
    assert unknown.code == 1
    assert "CLI-UNKNOWN-OFFICE" in unknown.err
