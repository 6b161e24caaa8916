"""What warming compiles is everything that pricing a file runs as machine code."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from honorarios.demo import catalogue_path, lines_path

if TYPE_CHECKING:
    from pathlib import Path

FIRST_RUN = """
import sys
from numba.core.dispatcher import Dispatcher
from honorarios.pricing.warm import warm

def compiled():
    of_ours = [m for name, m in list(sys.modules.items()) if name.startswith("honorarios.")]
    found = {id(f): f for m in of_ours for f in vars(m).values() if isinstance(f, Dispatcher)}
    return {f"{f.__module__}.{f.__name__}": set(f.signatures) for f in found.values() if f.signatures}

warm()
before = compiled()
from honorarios.pricing.batch import price_files
assert price_files(*sys.argv[1:]).complete
after = compiled()
print(sorted(name for name in after if after[name] != before.get(name)))
assert len(before) > 2
"""


def test_the_first_file_finds_everything_compiled(tmp_path: Path) -> None:
    words = [lines_path(), catalogue_path(), tmp_path / "valores.csv"]
    ran = subprocess.run(
        [sys.executable, "-c", FIRST_RUN, *map(str, words)],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert ran.stdout == "[]\n"
