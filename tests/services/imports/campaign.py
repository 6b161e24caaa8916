"""The long campaign on imports: ``python -m tests.services.imports.campaign --kills 1000``.

``--kills`` kills the importing process, on SQLite, or with ``--database postgresql`` on a server of its own;
``--server-kills`` kills every process of such a server under the import. With ``--write`` the outcome is
kept in ``docs/proof/import-kills.json``.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from tests import proof
from tests.databases.postgresql import PostgresServer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.databases.own import PostgresqlCopies, SqliteCopies
    from tests.services.imports.kills import Tally


def main() -> int:
    """Run what was asked for and tell it as JSON; 1 where there was any fault."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--kills", type=int, default=0)
    told.add_argument("--server-kills", type=int, default=0)
    told.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    told.add_argument("--rows", type=int, default=5_000)
    told.add_argument("--seed", type=int, default=0)
    told.add_argument(proof.OPTION, action="store_true")
    options = told.parse_args()
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HONORARIOS_HOME"] = folder
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/none.sqlite3"
        import honorarios.config

        honorarios.config.setup()
        if options.kills:
            found = _process(options, Path(folder))
            faults += _told(options, "process", options.database, found)
        if options.server_kills:
            faults += _told(options, "server", "postgresql", _server(options, Path(folder)))
    return 1 if faults else 0


def _told(options: argparse.Namespace, killed: str, database: str, found: Tally) -> int:
    """Say and keep what became of the imports; how many faults there were."""
    figures = asdict(found)
    sys.stdout.write(f"{killed}, {database}: {json.dumps(figures, ensure_ascii=False)}\n")
    if options.write:
        proof.keep("import-kills", killed, database, figures=figures)
    return len(found.faults)


def _process(options: argparse.Namespace, folder: Path) -> Tally:
    from tests.services.imports.kills import Imports

    with _copies(options.database, folder) as copies:
        return Imports(copies.fresh, folder, options.rows, options.seed).until(options.kills)


def _server(options: argparse.Namespace, folder: Path) -> Tally:
    from tests.databases.own import PostgresqlCopies
    from tests.services.imports.kills import Imports

    with _running() as server:
        copies = PostgresqlCopies(server.url(), folder)
        done = Imports(copies.fresh, folder, options.rows, options.seed)
        return done.until_server(options.server_kills, server)


@contextmanager
def _copies(database: str, folder: Path) -> Iterator[PostgresqlCopies | SqliteCopies]:
    """Fresh databases of either kind."""
    from tests.databases.own import PostgresqlCopies, SqliteCopies

    if database == "sqlite":
        yield SqliteCopies(folder)
        return
    with _running() as server:
        yield PostgresqlCopies(server.url(), folder)


@contextmanager
def _running() -> Iterator[PostgresServer]:
    server = PostgresServer()
    server.start()
    try:
        yield server
    finally:
        server.stop()


if __name__ == "__main__":
    sys.exit(main())
