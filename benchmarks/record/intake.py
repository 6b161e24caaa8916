"""An import of a large file, timed from the file to the last row."""

from __future__ import annotations

import csv
import resource
import time
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from benchmarks.record.measure import counted
from honorarios.records.models import AccountPart
from honorarios.services import imports

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    from honorarios.services.actor import Actor

HEADER: Final = ("part", "code", "start", "provider", "role")
EXAMS: Final = ("40101010", "40304361", "40805026", "40901122")
ROWS_OF_A_PART: Final = 20


def importing(actor: Actor, random: Random, rows: int, folder: Path) -> dict[str, Any]:
    """Seconds, what became of the rows, queries for each row, and the memory that it took."""
    file = folder / f"exams-{random.randrange(10**9)}.csv"
    _write(file, actor, random, rows)
    with counted() as asked:
        began = time.perf_counter()
        told = imports.run(actor=actor, path=file, kind="fees").require()
        seconds = time.perf_counter() - began
    file.unlink()
    return {
        "seconds": seconds,
        "rows": told.total_rows,
        "imported": told.imported,
        "refused": told.refused,
        "lines": told.lines,
        "queries": len(asked),
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "reasons": {reason.code: reason.count for reason in told.reasons},
    }


def _write(file: Path, actor: Actor, random: Random, rows: int) -> None:
    """Exams of patients in open parts, some a day, at minutes when nothing else is."""
    open_parts = AccountPart.objects.filter(office_id=actor.office_id, status="open")
    priced = open_parts.filter(payer__code__in=("convenio-aurora", "plano-bemtevi"))
    told = list(
        priced.order_by("pk").values_list("pk", "account__attendance__started_at", "period_end")
    )
    wanted = -(-rows // ROWS_OF_A_PART)
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(HEADER)
        left = rows
        for part_id, start, _ in random.choices(told, k=wanted):
            for number in range(min(left, ROWS_OF_A_PART)):
                at = start + timedelta(seconds=1 + number + random.randrange(50) * 60)
                physician = f"m{random.choice((8, 16, 24, 32, 40)):02d}"
                writer.writerow((part_id, random.choice(EXAMS), at, physician, "clinico"))
            left -= min(left, ROWS_OF_A_PART)
