"""The long campaigns on the services, on a SQLite file or a PostgreSQL of their own.

``python -m tests.services.campaign --tamperings 1000`` tampers with an audit trail;
``python -m tests.services.campaign --edits 100`` lets 16 workers edit one account part;
both take ``--database postgresql`` and ``--out docs/proof/FILE.json``, where the figures are kept, those of
each database under its name.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
    told.add_argument("--out", type=Path, help="file of JSON that keeps the figures")
    options = told.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HONORARIOS_HOME"] = folder
        with _database(options.database, Path(folder)) as os.environ["DATABASE_URL"]:
            return 1 if _faults(options) else 0


def _faults(options: argparse.Namespace) -> int:
    from honorarios.config import migrate

    migrate()
    from django.db import connection

    figures: dict[str, dict[str, Any]] = {}
    if options.tamperings:
        figures["tamperings"] = _tamper(options.tamperings, options.events, options.seed)
    if options.edits:
        figures["edits"] = _contend(options.edits, options.seed)
    connection.close()
    for name, found in figures.items():
        _say(f"{name}: {json.dumps(found)}")
    if options.out is not None:
        _keep(options.out, options.database, figures)
    return sum(found["faults"] for found in figures.values())


def _keep(out: Path, database: str, figures: dict[str, dict[str, Any]]) -> None:
    kept = json.loads(out.read_text(encoding="utf-8")) if out.exists() else {}
    for name, found in figures.items():
        kept.setdefault(name, {})[database] = found
    out.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


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


def _tamper(tamperings: int, events: int, seed: int) -> dict[str, Any]:
    from django.db import transaction
    from django.utils import timezone

    from tests.services.cast import make_cast
    from tests.services.tampering import fill, take_the_triggers_away, tampered

    tried: Counter[str] = Counter()
    missed = 0
    with transaction.atomic():
        cast = make_cast(f"campanha-{os.getpid()}")
        fill(cast.clerk, timezone.now(), events)
        take_the_triggers_away()
        for number in range(seed, seed + tamperings):
            way, first, found = tampered(cast.clerk, number)
            tried[way] += 1
            if found.first_bad != first:
                missed += 1
                _say(f"seed {number}: {way} at {first}, found {found.first_bad}")
        transaction.set_rollback(True)
    return {
        "tamperings": tamperings,
        "events": events,
        "first_seed": seed,
        "faults": missed,
        "found_at_their_first_event": tamperings - missed,
        "tried": dict(sorted(tried.items())),
    }


def _contend(edits: int, seed: int) -> dict[str, Any]:
    from tests.services.cast import make_cast
    from tests.services.contention import contend

    cast = make_cast(f"campanha-{os.getpid()}")
    began = time.perf_counter()
    found = contend(cast, workers=WORKERS, edits=edits, seed=seed)
    return {
        "workers": WORKERS,
        "edits": found.edits,
        "first_seed": seed,
        "faults": found.lost + found.shown.total() + (not found.chain_whole),
        "lost": found.lost,
        "shown": dict(found.shown),
        "stale_and_repeated": found.stale,
        "chain_whole": found.chain_whole,
        "seconds": round(time.perf_counter() - began, 1),
    }


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - the campaign's answer


if __name__ == "__main__":
    sys.exit(main())
