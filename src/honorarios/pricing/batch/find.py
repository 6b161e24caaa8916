"""One line of a file, by its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from honorarios.core.findings import Place
from honorarios.pricing import codes
from honorarios.pricing.batch.open import open_source
from honorarios.pricing.batch.source import Refusal, Slice

if TYPE_CHECKING:
    from pathlib import Path

    from honorarios.core.findings import Finding
    from honorarios.pricing.batch.header import Header


def find_line(path: Path, key: str) -> tuple[dict[str, object] | None, list[Finding]]:
    """The first line with a key, under the engine's names; where lines have no keys, by its number.

    Args:
        path: a CSV, a Parquet file or a folder of them, priced or not.
        key: its ``line_id`` as text, or the row's number from 1.
    """
    source, findings = open_source(path)
    if source is None:
        return None, findings
    try:
        for task in source.tasks({}):
            for lines in task.slices:
                if line := _line(lines, source.header, key):
                    return line, []
    except Refusal as refusal:
        return None, list(refusal.findings)
    return None, [codes.NO_SUCH_LINE.at(Place(str(path)), key=key)]


def _line(lines: Slice, header: Header, key: str) -> dict[str, object] | None:
    own = header.known.get("line_id")
    keys = pa.array(lines.numbers + 1) if own is None else lines.batch.column(own)
    place = pc.index(pc.cast(keys, pa.string()), key).as_py()
    if place < 0:
        return None
    row = lines.batch.slice(place, 1).to_pylist()[0]
    numbered = {"line_id": keys[place].as_py()} if own is None else {}
    return numbered | {known: row[name] for known, name in header.known.items()}
