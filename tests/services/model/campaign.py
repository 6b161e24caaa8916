"""The long campaign of random sequences beside the model of the rules.

``python -m tests.services.model.campaign --sequences 20000`` goes on from the sequence that
``docs/proof/record-model.json`` ends with, adds its figures to those of the database, and ends with 1 at
the first disagreement, which is printed.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from tests import proof
from tests.databases.new import new_database

NAME = "record-model"
AT_ONCE = 100
"""Sequences of one transaction, which is undone; their figures are kept before the next ones begin."""


def main() -> int:
    """Run the campaign; 0 when services and model agree to the end."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sequences", type=int, default=20_000)
    asked.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    options = asked.parse_args()
    figures = proof.kept(NAME).get(options.database, {"sequences": 0, "seconds": 0, "tried": {}})
    last = figures["sequences"] + options.sequences
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HONORARIOS_HOME"] = folder
        with new_database(options.database, Path(folder)) as os.environ["DATABASE_URL"]:
            _migrate()
            while figures["sequences"] < last and not figures.get("disagreements"):
                first = figures["sequences"]
                figures = _together(figures, _run(first, min(first + AT_ONCE, last)))
                proof.keep(NAME, options.database, figures=figures)
                _say(f"{figures['sequences']}/{last} sequences")
            _disconnect()
    return 1 if figures.get("disagreements") else 0


def _migrate() -> None:
    from honorarios.config import migrate

    migrate()


def _disconnect() -> None:
    from django.db import connection

    connection.close()


def _run(first: int, last: int) -> dict[str, Any]:
    from django.db import transaction

    from tests.services.hospital import make_house
    from tests.services.model.acting import DisagreementError
    from tests.services.model.proving import known_guards
    from tests.services.model.sequence import one_sequence

    tried: Counter[str] = Counter()
    began, done, disagreements = time.perf_counter(), 0, []
    with transaction.atomic(), known_guards():
        house = make_house("campanha")
        for seed in range(first, last):
            try:
                tried += one_sequence(house, seed)
            except DisagreementError as fault:
                _say(str(fault))
                disagreements.append(seed)
                break
            done += 1
        transaction.set_rollback(True)
    return {
        "sequences": done,
        "disagreements": disagreements,
        "seconds": round(time.perf_counter() - began),
        "tried": tried,
    }


def _together(before: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    """The figures of all the sequences from the first on."""
    from tests.services.model.sequence import STEPS

    return {
        "sequences": before["sequences"] + found["sequences"],
        "verbs_of_each": STEPS + 1,
        "disagreements": found["disagreements"],
        "seconds": before["seconds"] + found["seconds"],
        "tried": dict(sorted((Counter(before["tried"]) + found["tried"]).items())),
    }


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - the campaign's answer


if __name__ == "__main__":
    sys.exit(main())
