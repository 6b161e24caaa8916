"""How long programs take to begin: whole commands, timed from outside."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Final

from benchmarks import workbench
from benchmarks.rounds import run
from benchmarks.spread import spread
from benchmarks.workbench import ROOT

PROGRAM: Final = str(Path(sys.executable).with_name("honorarios"))
COMMANDS: Final = {
    "python": [sys.executable, "-c", "pass"],
    "honorarios --help": [PROGRAM, "--help"],
    "honorarios price --help": [PROGRAM, "price", "--help"],
    "import honorarios": [sys.executable, "-c", "import honorarios"],
    "import honorarios.pricing.line": [sys.executable, "-c", "import honorarios.pricing.line"],
    "import polars": [sys.executable, "-c", "import polars"],
    "import duckdb": [sys.executable, "-c", "import duckdb"],
}


def measure(times: int, lines: int) -> dict[str, Any]:
    """Seconds of each command, and of a first line with and without machine code on the disk."""
    commands = {name: vars(spread(_seconds(command, times))) for name, command in COMMANDS.items()}
    return {
        "price": {"lines": lines, "seconds": min(_seconds(_price(lines), 1))},
        "commands": commands,
        "first_line": {"cold": _cold(), "warm": run(("first_line", "core"))},
    }


def _price(lines: int) -> list[str]:
    """The whole command, which reads and checks the catalogue's folder too."""
    files = workbench.lines_file("core", lines), workbench.catalogue_folder("core")
    out = workbench.output("command.parquet")
    options = ["--catalogue", str(files[1]), "--out", str(out), "--overwrite", "--json"]
    return [PROGRAM, "price", str(files[0]), *options]


def _seconds(command: list[str], times: int) -> list[float]:
    """Each run's seconds, after one that fills the caches."""
    found = []
    for _ in range(times + 1):
        began = time.perf_counter()
        subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
        found.append(time.perf_counter() - began)
    return found[1:]


def _cold() -> dict[str, Any]:
    """The first line of a fresh installation: the rule is compiled to machine code first."""
    with tempfile.TemporaryDirectory() as empty:
        return run(("first_line", "core"), os.environ | {"NUMBA_CACHE_DIR": empty})
