"""A reader who does what a page says, in a folder that looks like the project's."""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Final
from unittest import mock

from honorarios.cli import main
from tests.docs.blocks import Command, File, Session, blocks

ROOT: Final = Path(__file__).parents[2]
RUN: Final = f"""\
#!/bin/sh
# What ./run does once everything is set up.
exec "{sys.executable}" -m honorarios "$@"
"""
ENVIRONMENT: Final = {
    "NO_COLOR": "1",
    "COLUMNS": "80",
    "LC_ALL": "C.UTF-8",
    "TERM": "dumb",
    "HONORARIOS_COMMAND": "./run",
    "PYTHONUNBUFFERED": "1",
}
"""What makes every reader's terminal alike; the last ones: what ./run says of itself, and that what a
program says on both streams comes in its order."""
ELSEWHERE: Final = ("DATABASE_URL", "DJANGO_SETTINGS_MODULE", "HONORARIOS_HOME")
"""What says where the tests' own record is: a reader has theirs in the folder."""
WITHOUT_RECORD: Final = frozenset(
    {"price", "explain", "surgery", "compare", "catalogue", "import", "version", "--help"}
)
"""Commands that open no database; so do ``demo surgery`` and ``demo files``."""
SLOW: Final = re.compile(r"^(?:Preparando o cálculo:.*| *\d+ %: \d+ linhas)\n", re.MULTILINE)
"""What is said only where a command takes long."""
SHELL: Final = frozenset("|<>&;$`*")
"""What makes a command a matter of the shell."""
FLAGS: Final = doctest.ELLIPSIS


class Reader:
    """Follows one page in a folder of its own; an assertion fails where the page is not true."""

    def __init__(self, folder: Path) -> None:
        """Lay out the folder: ``run``, and the sources that hold the demonstration."""
        self._folder = folder
        self._names: dict[str, object] = {"__name__": "__main__"}
        self._code = 0
        (folder / "src").symlink_to(ROOT / "src", target_is_directory=True)
        run = folder / "run"
        run.write_text(RUN)
        run.chmod(0o755)

    def follow(self, page: Path) -> int:
        """Do everything that the page says, in order; how many things that were."""
        done = 0
        for block in blocks(page.read_text(encoding="utf-8")):
            place = f"{page.name}:{block.line}"
            match block:
                case File(path=path, text=text):
                    self._write(path, text)
                case Command():
                    self._give(block, place)
                case Session(text=text, line=line):
                    self._type(text, page, line)
            done += 1
        assert self._code == 0, f"{page.name}: the last command failed and the page does not say so"
        return done

    def _write(self, path: str, text: str) -> None:
        file = self._folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def _give(self, command: Command, place: str) -> None:
        """Run a command; ``echo $?`` tells the one before, which alone may have failed."""
        asked = command.text == "echo $?"
        assert asked or self._code == 0, f"{place}: the command before ended with {self._code}"
        if asked:
            answer, self._code = str(self._code), 0
        else:
            answer = self._run(command.text)
        if command.output:
            assert matches(command.output, answer), f"{place}: $ {command.text}\n{answer}"

    def _run(self, command: str) -> str:
        words = shlex.split(command)
        if words[0] == "./run" and not SHELL.intersection(command) and not opens_record(words[1:]):
            answer = self._run_here(words[1:])
        else:
            answer = self._run_in_shell(command)
        return SLOW.sub("", answer)

    def _run_here(self, words: list[str]) -> str:
        """What ``./run`` does, without starting a program anew for each command of each page."""
        told = io.StringIO()
        argv = ["honorarios", *words]
        with (
            contextlib.chdir(self._folder),
            mock.patch.object(sys, "argv", argv),
            mock.patch.dict(os.environ, ENVIRONMENT),
            contextlib.redirect_stdout(told),
            contextlib.redirect_stderr(told),
        ):
            try:
                main()
            except SystemExit as end:
                self._code = int(end.code or 0)
        return told.getvalue()

    def _run_in_shell(self, command: str) -> str:
        own = {name: value for name, value in os.environ.items() if name not in ELSEWHERE}
        ended = subprocess.run(
            ["bash", "-c", command],
            cwd=self._folder,
            env={**own, **ENVIRONMENT},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        self._code = ended.returncode
        return ended.stdout.decode("utf-8-sig")

    def _type(self, text: str, page: Path, line: int) -> None:
        test = doctest.DocTestParser().get_doctest(
            text, self._names, page.name, str(page), line - 1
        )
        told: list[str] = []
        with contextlib.chdir(self._folder):
            doctest.DocTestRunner(optionflags=FLAGS).run(test, out=told.append, clear_globs=False)
        self._names.update(test.globs)
        assert not told, "".join(told)


def opens_record(words: list[str]) -> bool:
    """Whether a command of ``./run`` works on the record, and so in a process of its own.

    >>> opens_record(["fees", "list"]), opens_record(["price", "a.csv"]), opens_record(["demo"])
    (True, False, True)
    """
    if words[0] == "demo":
        return words[1:2] not in (["surgery"], ["files"])
    return words[0] not in WITHOUT_RECORD or words[:2] == ["catalogue", "store"]


def matches(shown: str, answer: str) -> bool:
    r"""Whether an answer is what a page shows: ``…`` stands for any text, on a line of its own for any lines.

    >>> matches("hash …", "hash abc "), matches("a\n…\nd", "a\nb\nc\nd"), matches("a", "a\nb")
    (True, True, False)
    """
    lines = plain(shown).split("\n")
    pattern = "\n".join(
        r"(?:.*\n)*?.*" if line == "…" else re.escape(line).replace("…", r".*?") for line in lines
    )
    return re.fullmatch(pattern, plain(answer)) is not None


def plain(text: str) -> str:
    """A text without what cannot be seen: blanks at the ends of lines, blank lines at its ends."""
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")
