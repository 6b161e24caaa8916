"""The long campaigns on the services, on a SQLite file or a PostgreSQL of their own.

``python -m tests.services.campaign --tamperings 1000`` tampers with an audit trail;
``python -m tests.services.campaign --edits 100`` lets 16 workers edit one account part;
both take ``--database postgresql``.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.databases.postgresql import PostgresServer

if TYPE_CHECKING:
    from collections.abc import Iterator

WORKERS = 16


def main() -> int:
    """Run the campaigns that were asked for; 1 where any of them found a fault."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--tamperings", type=int, default=0)
    told.add_argument("--events", type=int, default=60, help="events of the trail")
    told.add_argument("--edits", type=int, default=0, help="edits of each worker")
    told.add_argument("--seed", type=int, default=0)
    told.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    options = told.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HONORARIOS_HOME"] = folder
        with _database(options.database, Path(folder)) as os.environ["DATABASE_URL"]:
            return 1 if _faults(options) else 0


def _faults(options: argparse.Namespace) -> int:
    from honorarios.config import migrate

    migrate()
    from django.db import connection

    faults = 0
    if options.tamperings:
        faults += _tamper(options.tamperings, options.events, options.seed)
    if options.edits:
        faults += _contend(options.edits, options.seed)
    connection.close()
    return faults


@contextmanager
def _database(kind: str, folder: Path) -> Iterator[str]:
    """The address of a new database."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'campaign.sqlite3'}"
        return
    server = PostgresServer()
    server.start()
    try:
        yield server.url()
    finally:
        server.stop()


def _tamper(tamperings: int, events: int, seed: int) -> int:
    from django.db import transaction
    from django.utils import timezone

    from tests.services.cast import make_cast
    from tests.services.tampering import fill, take_the_triggers_away, tampered

    missed = 0
    with transaction.atomic():
        cast = make_cast(f"campanha-{os.getpid()}")
        fill(cast.clerk, timezone.now(), events)
        take_the_triggers_away()
        for number in range(seed, seed + tamperings):
            way, first, found = tampered(cast.clerk, number)
            if found.first_bad != first:
                missed += 1
                _say(f"seed {number}: {way} at {first}, found {found.first_bad}")
        transaction.set_rollback(True)
    _say(f"{tamperings} tamperings, {missed} not found")
    return missed


def _contend(edits: int, seed: int) -> int:
    from tests.services.cast import make_cast
    from tests.services.contention import contend

    cast = make_cast(f"campanha-{os.getpid()}")
    found = contend(cast, workers=WORKERS, edits=edits, seed=seed)
    _say(
        f"{WORKERS} workers, {found.edits} edits: {found.lost} lost, {found.stale} came too late"
        f" and were repeated, {dict(found.shown)} shown"
    )
    return found.lost + found.shown.total()


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - the campaign's answer


if __name__ == "__main__":
    sys.exit(main())
