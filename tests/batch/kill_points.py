"""Kills a run at every step of its files, one step after the other, and looks at what the next run makes.

A program of its own: a process that has made no threads yet can be copied (fork) at little cost, and
Python's audit hooks tell each step (a file opened, renamed or removed) just before it is taken.

Usage: ``python -m tests.batch.kill_points FOLDER``; prints how many kills of each case there were.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.parquet as pq

from honorarios.pricing.batch import Summary, price_files
from tests.batch.sample import compiled, demo_lines, divide_finely, expected, write_lines

if TYPE_CHECKING:
    from collections.abc import Callable

STEPS = ("open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "shutil.rmtree")
CASES = {
    "a Parquet file": ("out.parquet", False),
    "a text file": ("out.csv", False),
    "a folder": ("out", False),
    "a folder over an old one": ("out", True),
}
"""Each output, and whether there is one already."""
TIMES = 1
"""How often the lines of the demonstration are in the file."""
LONGEST = 60
"""Seconds after which a copy that hangs is a failure."""


def in_copy(work: Callable[[], object]) -> int:
    """Do it in a copy of this process; the copy's exit code, negative when it was killed."""
    copy = os.fork()
    if copy == 0:
        signal.alarm(LONGEST)
        try:
            work()
        except BaseException as problem:  # noqa: BLE001 - the copy must not go on as a test
            sys.stderr.write(f"{problem!r}\n")
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1])


def kill_at(step: int, folder: Path) -> None:
    """Have this process killed just before its so manieth step in the folder."""
    taken = 0

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal taken
        if event in STEPS and str(arguments[0]).startswith(str(folder)):
            taken += 1
            if taken == step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


def content(output: Path) -> list[object]:
    """What is in an output: its tables, or the bytes of its text."""
    files = sorted(output.iterdir()) if output.is_dir() else [output]
    if output.suffix == ".csv":
        return [file.read_bytes() for file in files]
    names: list[object] = [file.name for file in files] if output.is_dir() else []
    return names + [pq.read_table(file) for file in files]


class Kills:
    """Runs over the same lines that are killed at one step after the other."""

    def __init__(self, folder: Path, output: str, *, old: bool) -> None:
        folder.mkdir()
        self.lines = folder / "lines.parquet"
        self.place = folder / "place"
        self.expected = folder / f"expected-{output}"
        self.output = self.place / output
        self.old = old
        self.count = TIMES * demo_lines().num_rows

    def run(self, *, overwrite: bool) -> Summary:
        """Price the lines, going on with what a killed run has left."""
        return price_files(self.lines, compiled(), self.output, workers=2, overwrite=overwrite)

    def killed(self, step: int) -> None:
        """A run that is killed at a step, if it has so many."""
        kill_at(step, self.place)
        summary = self.run(overwrite=self.old)
        assert summary.complete, summary.findings

    def resumed(self) -> None:
        """The run after it: the same summary, the same output, and nothing beside it.

        A run that dies in its very last step has nothing more to say: its output is there.
        """
        summary = self.run(overwrite=self.old)
        if [finding.code for finding in summary.findings] != ["BAT-EXISTS"]:
            assert summary.complete, summary.findings
            assert summary.lines == self.count, summary
        assert content(self.output) == content(self.expected), "another output"
        assert list(self.place.iterdir()) == [self.output], list(self.place.iterdir())

    def at(self, step: int) -> bool:
        """Kill at a step and go on; False when there was no such step."""
        shutil.rmtree(self.place, ignore_errors=True)
        self.place.mkdir()
        if self.old:
            assert in_copy(lambda: self.run(overwrite=False)) == 0
        code = in_copy(lambda: self.killed(step))
        if code not in (0, -signal.SIGKILL):
            raise SystemExit(f"{self.place}, step {step}: the first run ended with {code}")
        if code and in_copy(self.resumed) != 0:
            raise SystemExit(f"{self.place}, step {step}: the run after it went wrong")
        return bool(code)

    def all(self) -> int:
        """Kill at every step there is."""
        assert in_copy(self.expect) == 0
        step = 1
        while self.at(step):
            step += 1
        return step - 1

    def expect(self) -> None:
        """The output of a run that is left alone."""
        write_lines(self.lines, times=TIMES, row_group=48)
        summary = price_files(self.lines, compiled(), self.expected)
        assert summary.complete, summary.findings


def main() -> None:
    """Kill a run of each case at every step."""
    divide_finely()
    expected()  # what copies would otherwise load one by one
    # A killed process loses nothing that it has written, only a power cut does.
    vars(os).update(fsync=lambda _file: None)
    gc.freeze()
    folder = Path(sys.argv[1]).resolve()
    kills = {
        case: Kills(folder / case, output, old=old).all() for case, (output, old) in CASES.items()
    }
    sys.stdout.write(json.dumps(kills))


if __name__ == "__main__":
    main()
