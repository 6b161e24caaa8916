"""The long campaign on the API: ``python -m tests.api.campaign --cases 5000`` fuzzes it by its schema.

It runs on a SQLite file or, with ``--database postgresql``, on a PostgreSQL of its own; with ``--write``
what it saw is kept in ``docs/proof/api.json``, that of each database under its name.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from tests import proof
from tests.databases.new import new_database


def main() -> int:
    """Run the campaign; 1 where it found a fault."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--cases", type=int, default=5_000)
    told.add_argument("--seed", type=int, default=1)
    told.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    told.add_argument(proof.OPTION, action="store_true")
    options = told.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HONORARIOS_HOME"] = folder
        with new_database(options.database, Path(folder)) as os.environ["DATABASE_URL"]:
            return _run(options)


def _run(options: argparse.Namespace) -> int:
    from honorarios.config import migrate

    migrate()
    from django.db import connection, transaction

    from tests.api.fuzzing import fuzz
    from tests.services.cast import make_cast, stock

    with transaction.atomic():
        cast = make_cast("campanha")
        stock(cast)
        report = fuzz(cast, options.cases, options.seed)
        transaction.set_rollback(True)
    connection.close()
    for fault in report.faults:
        print(fault, end="\n\n", flush=True)  # noqa: T201 - the campaign's answer
    seen = {
        "cases": report.cases,
        "seed": options.seed,
        "operations": len(report.operations),
        "statuses": {str(status): count for status, count in sorted(report.statuses.items())},
        "server_errors": sum(count for status, count in report.statuses.items() if status >= 500),
        "faults": len(report.faults),
    }
    if options.write:
        proof.keep("api", options.database, figures=seen)
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main())
