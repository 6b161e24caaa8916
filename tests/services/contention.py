"""Many workers edit the lines of one account part at the same time, as people do: read, change, save."""

from __future__ import annotations

import random
import threading
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import connection
from django.db.models import Sum

from honorarios.records.models import FeeLine, FeeLineVersion
from honorarios.services import fees
from honorarios.services.audit import proof
from honorarios.services.outcomes import Refusal
from tests.services.cast import launch, make_part, stock

if TYPE_CHECKING:
    from uuid import UUID

    from tests.services.cast import Cast

LINES = 16
"""Lines that the workers share: as many as they are, so that they meet now and then."""


@dataclass(slots=True)
class Contention:
    """What became of it."""

    edits: int
    stale: int = 0
    """Saves that came too late, were told so, and were done again."""
    shown: Counter[str] = field(default_factory=Counter)
    """Other findings: none should have reached anybody."""
    lost: int = 0
    """Edits that were answered as done and are not on record."""
    chain_whole: bool = False
    """Whether the audit trail, which all of them append to, verifies afterwards."""


def contend(cast: Cast, *, workers: int, edits: int, seed: int = 0) -> Contention:
    """Let ``workers`` threads add 1 to the quantity of lines of one part, ``edits`` times each."""
    stock(cast)
    part = make_part(cast.world)
    for number in range(1, LINES + 1):
        launch(cast, part, rank=number)
    uids = list(FeeLine.objects.filter(part=part).values_list("uid", flat=True))
    found, lock = Contention(edits=workers * edits), threading.Lock()

    def work(number: int) -> None:
        chance = random.Random(seed * 1000 + number)
        for _ in range(edits):
            _add_one(cast, chance.choice(uids), found, lock)
        connection.close()

    threads = [threading.Thread(target=work, args=[number]) for number in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    added = FeeLine.objects.filter(part=part).aggregate(sum=Sum("quantity"))["sum"] - LINES
    kept = FeeLineVersion.objects.filter(line__part=part).count()
    found.lost = max(abs(found.edits - added), abs(found.edits - kept))
    found.chain_whole = proof.verify(cast.world.office.pk).whole
    return found


def _add_one(cast: Cast, uid: UUID, found: Contention, lock: threading.Lock) -> None:
    """Add 1 to a line's quantity; told that it changed meanwhile, look again and repeat."""
    while True:
        line = FeeLine.objects.defer("kept").get(uid=uid)
        answer = fees.edit(
            actor=cast.clerk,
            uid=str(uid),
            version=line.version,
            changes={"quantity": line.quantity + 1},
        )
        if answer.ok:
            return
        with lock:
            if answer.refusal is not Refusal.STALE:
                found.shown.update(finding.code for finding in answer.findings)
                return
            found.stale += 1
