"""The folder where a benchmark keeps its files: made once, the same on every machine.

What every process needs is kept in the form that loads fastest, so that a round is short; none of that
is within a measured time.
"""

from __future__ import annotations

import pickle
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from benchmarks.data import core, full, full_lines, lines
from benchmarks.peers.tables import core_tables
from honorarios.catalogue.folder import write_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.peers.arrow_tables import ArrowTables
    from benchmarks.peers.tables import CoreTables
    from honorarios.catalogue.schema import Catalogue
    from honorarios.pricing.compile import Compiled

ROOT: Final = Path(__file__).parent.parent
FOLDER: Final = ROOT / ".cache" / "benchmarks"
VERSION: Final = "1"
"""Changes when the generated files do: those of another version are made anew."""
KINDS: Final = {
    "core": (core.catalogue, lines.core_lines),
    "full": (full.catalogue, full_lines.full_lines),
}


def _made(name: str, make: Callable[[Path], object]) -> Path:
    """A file or folder of the workbench, made if it is not there."""
    path = FOLDER / VERSION / name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        make(path)
    return path


def _pickled(name: str, make: Callable[[], object]) -> Any:  # noqa: ANN401 - whatever was made
    def write(path: Path) -> None:
        aside = path.with_suffix(".new")
        aside.write_bytes(pickle.dumps(make(), pickle.HIGHEST_PROTOCOL))
        aside.rename(path)

    return pickle.loads(_made(name, write).read_bytes())  # noqa: S301 - our own file


@cache
def catalogue(kind: str) -> Catalogue:
    """The synthetic catalogue of a kind."""
    found: Catalogue = _pickled(f"{kind}-catalogue.pickle", KINDS[kind][0])
    return found


@cache
def compiled(kind: str) -> Compiled:
    """The same, ready to price."""
    from honorarios.pricing.compile import compile_catalogue  # noqa: PLC0415 - peers do without the engine

    return compile_catalogue(catalogue(kind))


def catalogue_folder(kind: str) -> Path:
    """The same, as the folder that a person edits."""
    return _made(f"{kind}-catalogue", lambda path: write_folder(catalogue(kind), path))


@cache
def peer_tables() -> CoreTables:
    """The core catalogue as the peers load it."""
    found: CoreTables = _pickled("core-tables.pickle", lambda: core_tables(catalogue("core")))
    return found


@cache
def peer_arrow() -> ArrowTables:
    """The same, for the engines that join."""
    from benchmarks.peers.arrow_tables import arrow_tables  # noqa: PLC0415 - its own load

    found: ArrowTables = _pickled("core-arrow.pickle", lambda: arrow_tables(peer_tables()))
    return found


def orm_database() -> Path:
    """The SQLite file with the core catalogue; Django is set up for it."""
    from benchmarks.peers.orm_setup import configure  # noqa: PLC0415 - once per process

    path = FOLDER / VERSION / "core.sqlite"
    is_new = not path.exists()
    path.parent.mkdir(parents=True, exist_ok=True)
    configure(path)
    if is_new:
        from benchmarks.peers.orm_load import load  # noqa: PLC0415 - after Django is set up

        load(catalogue("core"))
    return path


def lines_file(kind: str, count: int) -> Path:
    """A file with that many lines."""
    return _made(
        f"{kind}-lines-{count}.parquet", lambda path: lines.write(path, count, KINDS[kind][1])
    )


def output(name: str) -> Path:
    """Where a measured run writes."""
    folder = FOLDER / "out"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / name
