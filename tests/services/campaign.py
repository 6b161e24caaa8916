"""The long campaigns on the services, on a SQLite file or a PostgreSQL of their own.

``python -m tests.services.campaign --tamperings 1000`` tampers with an audit trail;
``python -m tests.services.campaign --edits 100`` lets 16 workers edit one account part;
both take ``--database postgresql``; with ``--write`` the figures are kept in ``docs/proof/record.json``,
those of each database under its name.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from tests import proof
from tests.databases.new import new_database

WORKERS = 16


def main() -> int:
    """Run the campaigns that were asked for; 1 where any of them found a fault."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--tamperings", type=int, default=0)
    told.add_argument("--events", type=int, default=60, help="events of the trail")
    told.add_argument("--edits", type=int, default=0, help="edits of each worker")
    told.add_argument("--seed", type=int, default=0)
    told.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    told.add_argument(proof.OPTION, action="store_true")
    options = told.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HONORARIOS_HOME"] = folder
        with new_database(options.database, Path(folder)) as os.environ["DATABASE_URL"]:
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
        if options.write:
            proof.keep("record", name, options.database, figures=found)
    return sum(found["faults"] for found in figures.values())


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
