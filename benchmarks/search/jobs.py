"""What is measured on one database, in a process of its own: its result is JSON on standard output."""

from __future__ import annotations

import json
import sys
import time
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings

from benchmarks.workbench import ROOT
from honorarios import config

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from honorarios.services.actor import Actor

QUERIES: Final = ROOT / "tests" / "catalogue" / "search" / "queries.txt"
"""As clerks type, with the code that they mean."""
LINES: Final = 3_000
SEED: Final = 1
SHORTEST: Final = 3
"""Letters from which each further key asks again."""
SHOWN: Final = 12
AMONG: Final = 3


def main() -> int:
    """Measure; write what was found."""
    rounds = int(sys.argv[1])
    config.migrate()
    sys.stdout.write(json.dumps(_measured(rounds)) + "\n")
    return 0


def _measured(rounds: int) -> dict[str, Any]:
    from honorarios.catalogue.search import find  # noqa: PLC0415 - Django is made ready first
    from honorarios.services import procedures  # noqa: PLC0415 - as above
    from honorarios.services.pricers import pricer_in_force  # noqa: PLC0415 - as above

    actor, part_id, start = _scene()
    asked = _asked()
    typed = list(_typed(query for query, _ in asked))
    built = _milliseconds(procedures.prepare)
    in_force = pricer_in_force(actor.office_id)
    if in_force is None:
        raise RuntimeError("the demonstration has no catalogue")
    compiled = in_force[1].compiled
    index = procedures.index_of(compiled)
    (file, *_) = sorted(settings.SEARCH_FOLDER.glob("*.arrow"))

    def search(query: str) -> object:
        return procedures.search(actor=actor, query=query, limit=SHOWN).require()

    def worth(query: str) -> object:
        return procedures.search(
            actor=actor, query=query, part_id=part_id, start=start, limit=SHOWN
        ).require()

    found = [(code, [hit.code for hit in find(index, query)]) for query, code in asked]
    return {
        "items": index.size,
        "words": len(index.words),
        "file_bytes": file.stat().st_size,
        "build_ms": built,
        "queries": len(asked),
        "among_first_three": sum(code in codes[:AMONG] for code, codes in found),
        "first": sum(codes[:1] == [code] for code, codes in found),
        "milliseconds": {
            "index": _times(lambda query: find(index, query, limit=SHOWN), typed, rounds),
            "service": _times(search, typed, rounds),
            "service_with_value": _times(worth, typed, rounds),
        },
    }


def _scene() -> tuple[Actor, int, datetime]:
    """A clerk of the fictitious hospital, one of its open parts, and an hour within it."""
    from honorarios.records import selectors  # noqa: PLC0415 - as in _measured
    from honorarios.records.models import User  # noqa: PLC0415 - as above
    from honorarios.records.selectors import Scope  # noqa: PLC0415 - as above
    from honorarios.services import actor as actors  # noqa: PLC0415 - as above
    from honorarios.services.demonstration import build  # noqa: PLC0415 - as above

    office_id = build(seed=SEED, lines=LINES).office_id
    user = User.objects.get(username="faturista")
    actor = actors.of_member(user_id=user.pk, office_id=office_id)
    if actor is None:
        raise RuntimeError("the demonstration has no clerk")
    reached = selectors.parts(Scope(office_id, actor.unit_ids))
    one = reached.filter(status="open", payer__group="insurer").order_by("pk").first()
    if one is None:
        raise RuntimeError("the demonstration has no open part")
    day = one.period_start
    return actor, one.pk, datetime(day.year, day.month, day.day, 10)


def _asked() -> list[tuple[str, str]]:
    lines = QUERIES.read_text(encoding="utf-8").splitlines()
    return [(query, code) for query, code in (line.rsplit(";", 1) for line in lines if line)]


def _typed(queries: Iterable[str]) -> Iterable[str]:
    """Each query as it grows, a key at a time."""
    for query in queries:
        for end in range(SHORTEST, len(query) + 1):
            yield query[:end]


def _times(do: Callable[[str], object], typed: list[str], rounds: int) -> list[float]:
    for query in typed[:20]:
        do(query)
    return [_milliseconds(partial(do, query)) for _ in range(rounds) for query in typed]


def _milliseconds(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return round(1000 * (time.perf_counter() - began), 3)


if __name__ == "__main__":
    sys.exit(main())
