"""Spreadsheets and Parquet into records, decoded by a process apart (:mod:`.decoder`)."""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final, Literal

from honorarios.core.findings import Finding, Place
from honorarios.tabular import codes, decoder
from honorarios.tabular.rows import Merged, Record, Records

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from honorarios.tabular.cells import Cell
    from honorarios.tabular.limits import Limits

_SPARE_SECONDS: Final = 10
"""Waiting time beyond the computing time that the decoder is given."""


def decode_binary(
    path: Path, form: Literal["sheet", "parquet"], sheet: str, limits: Limits
) -> Records:
    """The records of a file whose kind is known."""
    place = Place(str(path))
    job = decoder.Job(
        path=str(path),
        form=form,
        sheet=sheet,
        rows=limits.rows + 1,
        columns=limits.columns,
        area=limits.area,
        output=limits.inflated,
        memory=limits.memory,
        seconds=limits.seconds,
    )
    # -P: a file of the user's folder named like a module must not be imported.
    command = [sys.executable, "-P", decoder.__file__, json.dumps(job._asdict())]
    try:
        done = subprocess.run(  # noqa: S603 - our own program; the path is an argument of JSON
            command,
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
            timeout=limits.seconds + _SPARE_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return Records(str(path), findings=(codes.TOO_HEAVY.at(place),))
    if done.returncode:
        return Records(str(path), findings=(_end(done, place),))
    *lines, last = done.stdout.splitlines()
    told = json.loads(last)
    if "problem" in told:
        return Records(str(path), findings=(_problem(told, sheet, place, limits),))
    records = [
        Record(number, [_cell(cell) for cell in json.loads(line)])
        for number, line in enumerate(lines, start=1)
    ]
    return Records(str(path), records, _others(told, place), _merged(told))


def _end(done: subprocess.CompletedProcess[bytes], place: Place) -> Finding:
    """Why the decoder did not come to its end."""
    if done.returncode < 0 or b"MemoryError" in done.stderr:
        return codes.TOO_HEAVY.at(place)
    if b"PanicException" in done.stderr:
        return codes.DAMAGED.at(place)
    raise RuntimeError(done.stderr.decode(errors="replace"))


def _cell(marked: str) -> Cell:
    if not marked.startswith("n"):
        return marked[1:]
    try:
        return Decimal(marked[1:])
    except InvalidOperation:
        return marked[1:]


_PROBLEMS: Final = {
    "password": codes.PASSWORD,
    "sheet": codes.NO_SHEET,
    "empty": codes.EMPTY,
    "rows": codes.TOO_MANY_ROWS,
    "columns": codes.TOO_MANY_COLUMNS,
    "area": codes.TOO_MANY_CELLS,
    "damaged": codes.DAMAGED,
    "heavy": codes.TOO_HEAVY,
}
"""What the decoder refuses, and the finding of each."""


def _problem(told: Mapping[str, object], sheet: str, place: Place, limits: Limits) -> Finding:
    limit = limits.rows if told["problem"] == "rows" else limits.columns
    words = {"sheet": sheet, "sheets": _listed(told), "limit": limit, **told}
    return _PROBLEMS[str(told["problem"])].at(place, **words)


def _others(told: Mapping[str, object], place: Place) -> tuple[Finding, ...]:
    if not told.get("others"):
        return ()
    return (codes.OTHER_SHEETS.at(place, sheet=told["sheet"], sheets=_listed(told)),)


def _merged(told: Mapping[str, object]) -> tuple[Merged, ...]:
    """What spans rows; a person counts rows from 1."""
    found = told.get("merged")
    ranges = found if isinstance(found, list) else []
    return tuple(
        Merged(top + 1, bottom + 1, range(left, right + 1)) for top, left, bottom, right in ranges
    )


def _listed(told: Mapping[str, object]) -> str:
    others = told.get("others")
    return ", ".join(map(str, others)) if isinstance(others, list) else ""
