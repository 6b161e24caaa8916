"""The program as a process: help, streams, exit codes, colours."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from honorarios import __version__
from honorarios.demo import surgery_path
from honorarios.pricing import folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.running import Ran

COMMANDS = [
    ("price",),
    ("explain",),
    ("surgery",),
    ("compare",),
    *(("catalogue", name) for name in ("check", "show", "hash", "diff", "schema")),
    *(("import", name) for name in ("sigtap", "cbhpm", "amb", "brl", "table")),
    ("demo", "surgery"),
]


def process(*words: object, **more: str) -> subprocess.CompletedProcess[str]:
    """``python -m honorarios`` in a process of its own."""
    command = [sys.executable, "-m", "honorarios", *map(str, words)]
    env = {**os.environ, **more}
    return subprocess.run(
        command, check=False, capture_output=True, encoding="utf-8", timeout=120, env=env
    )


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_help_is_in_portuguese_with_an_example(
    run: Callable[..., Ran], words: tuple[str, ...]
) -> None:
    ran = run(*words, "--help")
    assert ran.code == 0
    assert "Uso: " in ran.out
    assert "Usage" not in ran.out
    assert f"honorarios {' '.join(words)}" in ran.out.split("Exemplo")[1]
    assert "Código de saída: 0 feito" in ran.out


def test_help_tells_the_exit_codes_and_loads_no_room() -> None:
    said = "import sys; from honorarios.cli import main; sys.argv = ['honorarios', '--help']\n"
    said += "try: main()\nexcept SystemExit: print(*sorted(sys.modules))"
    ran = subprocess.run(
        [sys.executable, "-c", said], check=True, capture_output=True, encoding="utf-8"
    )
    assert "130" in ran.stdout
    heavy = {"numba", "numpy", "pyarrow", "pydantic", "honorarios.catalogue", "honorarios.pricing"}
    assert heavy & set(ran.stdout.split()) == set()


INTERRUPTED_WHILE_LOADING = """
import sys
from honorarios.cli import main

class Interruption:
    def find_spec(self, name, *_more):
        if name == "typer":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interruption())
sys.argv = ["honorarios", "--help"]
main()
"""


def test_interruption_is_answered_even_before_the_program_is_loaded() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", INTERRUPTED_WHILE_LOADING],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, "", "Interrompido.\n")


@pytest.mark.parametrize("command", ["surgery", "compare"])
def test_interruption_is_answered_whatever_is_being_done(
    run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(folder, "compile_folder", interrupted)
    ran = run(command, surgery_path(), "-c", "catalogo")
    assert (ran.code, ran.out, ran.err) == (130, "", "Interrompido.\n")


def test_version(run: Callable[..., Ran]) -> None:
    assert __version__ in run("version").out
    assert run("version", "--json").json()["version"] == __version__


@pytest.mark.parametrize("words", [("explan",), ("catalogue", "chek"), ("import", "sigtop")])
def test_unknown_command_is_usage_with_the_near_one(
    run: Callable[..., Ran], words: tuple[str, ...]
) -> None:
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    near = {"explan": "explain", "chek": "check", "sigtop": "sigtap"}[words[-1]]
    assert near in ran.err


def test_process_keeps_data_and_messages_apart_and_uses_no_colour_in_a_pipe() -> None:
    ran = process("surgery", surgery_path(), FORCE_COLOR="", NO_COLOR="1")
    assert ran.returncode == 0
    assert "R$ 8.972,14" in ran.stdout
    assert "\x1b[" not in ran.stdout + ran.stderr
    assert "demonstração" in ran.stderr
    assert "demonstração" not in ran.stdout


def test_process_ends_with_the_codes_that_the_help_tells(tmp_path: object) -> None:
    assert process("surgery", f"{tmp_path}/nenhuma.yaml").returncode == 1
    assert process("surgery").returncode in {0, 2}
    assert process("nada").returncode == 2


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("serve --processes 65", "de 1 a 64"),
        ("serve --port abc", "de 0 a 65535"),
        ("demo --lines x", "500 ou mais"),
    ],
)
def test_a_value_that_is_none_is_told_what_it_may_be(
    run: Callable[..., Ran], words: str, wanted: str
) -> None:
    ran = run(*words.split())
    assert ran.code == 2
    assert words.split()[-2] in ran.err
    assert wanted in ran.err
