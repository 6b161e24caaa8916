"""The long campaign on imports: ``python -m tests.services.imports.campaign --kills 1000``.

``--kills`` kills the importing process, on SQLite, or with ``--url`` on that database's server;
``--server-kills`` kills every process of a PostgreSQL of its own under the import. With ``--write`` the
outcome goes to ``docs/proof/import-kills.json``.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from tests.services.imports.kills import Tally

PROOF: Final = Path(__file__).parents[3] / "docs" / "proof" / "import-kills.json"


def main() -> int:
    """Run what was asked for and tell it as JSON; 1 where there was any fault."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--kills", type=int, default=0)
    told.add_argument("--server-kills", type=int, default=0)
    told.add_argument("--rows", type=int, default=5_000)
    told.add_argument("--seed", type=int, default=0)
    told.add_argument("--url", default="", help="a database of the server to use")
    told.add_argument("--write", action="store_true")
    options = told.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HONORARIOS_HOME"] = folder
        os.environ["DATABASE_URL"] = options.url or f"sqlite:///{folder}/none.sqlite3"
        import honorarios.config

        honorarios.config.setup()
        found: dict[str, Any] = {}
        if options.kills:
            found["process"] = asdict(_process(options, Path(folder)))
        if options.server_kills:
            found["server"] = asdict(_server(options, Path(folder)))
    text = json.dumps(found, indent=1, ensure_ascii=False) + "\n"
    sys.stdout.write(text)
    if options.write:
        PROOF.write_text(text, encoding="utf-8")
    return 1 if any(tally["faults"] for tally in found.values()) else 0


def _process(options: argparse.Namespace, folder: Path) -> Tally:
    from tests.databases.own import PostgresqlCopies, SqliteCopies
    from tests.services.imports.kills import Imports

    copies = PostgresqlCopies(options.url) if options.url else SqliteCopies(folder)
    try:
        return Imports(copies.fresh, folder, options.rows, options.seed).until(options.kills)
    finally:
        copies.close()


def _server(options: argparse.Namespace, folder: Path) -> Tally:
    from tests.databases.own import PostgresqlCopies
    from tests.databases.postgresql import PostgresServer
    from tests.services.imports.kills import Imports

    server = PostgresServer()
    server.start()
    copies = PostgresqlCopies(server.url())
    try:
        done = Imports(copies.fresh, folder, options.rows, options.seed)
        return done.until_server(options.server_kills, server)
    finally:
        copies.close()
        server.stop()


if __name__ == "__main__":
    sys.exit(main())
