"""``python -m benchmarks.record.jobs JOB …``: one job in a process of its own; its result as JSON."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, Final

from honorarios import config

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from honorarios.services.actor import Actor

SEED: Final = 6


def main() -> None:
    """Do the job that the command line names."""
    name, *given = sys.argv[1:]
    config.migrate()
    done = JOBS[name](*given)
    sys.stdout.write(json.dumps(done) + "\n")


def stock(base: str, lines: str) -> dict[str, Any]:
    """Fill the database."""
    from benchmarks.record.copies import multiply  # noqa: PLC0415 - after Django is set up
    from honorarios.services.demonstration import build  # noqa: PLC0415 - as above

    began = time.monotonic()
    build(seed=SEED, lines=int(base))
    built = time.monotonic()
    multiply(int(lines), _say)
    return {"build_seconds": built - began, "copy_seconds": time.monotonic() - built}


def one_round(number: str, launches: str, reads: str) -> dict[str, Any]:
    """The times of launches and reads, in milliseconds, and how many queries each asked."""
    from benchmarks.record.measure import launching, reading  # noqa: PLC0415 - as above

    actor, random = _operator(), Random(f"{SEED}-{number}")
    return {**launching(actor, random, int(launches)), **reading(actor, random, int(reads))}


def intake(number: str, rows: str, folder: str) -> dict[str, Any]:
    """How long an import takes."""
    from benchmarks.record.intake import importing  # noqa: PLC0415 - as above

    return importing(_operator(), Random(f"{SEED}-{number}"), int(rows), Path(folder))


def sizes() -> dict[str, Any]:
    """How much there is."""
    from benchmarks.record.copies import sizes as told  # noqa: PLC0415 - as above

    return told()


JOBS: Final[Mapping[str, Callable[..., dict[str, Any]]]] = {
    "stock": stock,
    "round": one_round,
    "intake": intake,
    "sizes": sizes,
}


def _operator() -> Actor:
    from honorarios.services import actor  # noqa: PLC0415 - as above
    from honorarios.services.demonstration import existing  # noqa: PLC0415 - as above

    office = existing()
    if office is None:
        raise RuntimeError("the database is not stocked")
    return actor.system(office_id=office.pk)


def _say(lines: int) -> None:
    sys.stderr.write(f"\r  {lines:>9}")
    sys.stderr.flush()


if __name__ == "__main__":
    main()
