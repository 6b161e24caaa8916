"""The long campaign on the services: ``python -m tests.services.campaign --tamperings 1000``."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path


def main() -> int:
    """Tamper at random with the trail of a database of its own, and count what is found."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--tamperings", type=int, default=1000)
    told.add_argument("--events", type=int, default=60)
    told.add_argument("--seed", type=int, default=0)
    options = told.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        missed = _campaign(Path(folder), options.tamperings, options.events, options.seed)
    print(f"{options.tamperings} tamperings, {len(missed)} not found")  # noqa: T201 - its answer
    for line in missed:
        print(line)  # noqa: T201 - same
    return 1 if missed else 0


def _campaign(folder: Path, tamperings: int, events: int, seed: int) -> list[str]:
    os.environ.setdefault("HONORARIOS_HOME", str(folder))
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder / 'campaign.sqlite3'}")
    from honorarios.config import migrate

    migrate()
    from django.db import transaction
    from django.utils import timezone

    from tests.services.cast import make_cast
    from tests.services.tampering import fill, take_the_triggers_away, tampered

    missed = []
    with transaction.atomic():
        cast = make_cast(f"campanha-{os.getpid()}")
        fill(cast.clerk, timezone.now(), events)
        take_the_triggers_away()
        for number in range(seed, seed + tamperings):
            way, first, found = tampered(cast.clerk, number)
            if found.first_bad != first:
                missed.append(f"seed {number}: {way} at {first}, found {found.first_bad}")
        transaction.set_rollback(True)
    return missed


if __name__ == "__main__":
    sys.exit(main())
