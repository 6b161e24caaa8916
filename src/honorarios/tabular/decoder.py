"""A program of its own that decodes one binary file (spreadsheet, Parquet) into lines of JSON.

It runs apart, with little memory and time, because the decoders of such files can be made to end
the whole process: a workbook of 5 kB with one value in its last cell asks for 500 GB. Here that
ends only this process, and its caller reports a finding. It imports nothing of ours, to start
quickly.

Each line it prints is the array of a row's cells: ``""`` for a blank one, else a mark and the
content, ``t`` for text, ``n`` for a number. The last line is an object with what is to be told:
the sheet, the other sheets, and the cells that were merged downwards.
"""

from __future__ import annotations

import datetime as dt
import json
import math
import sys
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from python_calamine import CalamineSheet, CalamineWorkbook

DIGITS = 15
"""Significant digits that spreadsheets keep of what was typed; more are noise of arithmetic."""


MOST_MERGED = 10_000
"""Merged cells that are looked at."""

DAMAGES = (OSError, ValueError, ArithmeticError, NotImplementedError)
"""What the decoders raise, somewhere in the middle of a damaged file."""


class Refused(Exception):  # noqa: N818 - the file is refused, the program is fine
    """The file is not decoded: a problem, and the words that its message needs."""


class Job(NamedTuple):
    """What to decode."""

    path: str
    form: str
    """``sheet`` or ``parquet``."""
    sheet: str
    """Name of the sheet; empty for the first with content."""
    rows: int
    columns: int
    area: int
    output: int
    memory: int
    seconds: int


def marked(value: object) -> str:
    """A cell with its mark; days are ISO text."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "ttrue" if value else "tfalse"
    if isinstance(value, float):
        return f"n{value:.{DIGITS}g}" if math.isfinite(value) else f"t{value}"
    if isinstance(value, int | Decimal):
        return f"n{value}"
    if isinstance(value, dt.datetime):
        return f"t{value.isoformat(sep=' ', timespec='seconds')}"
    return f"t{value}"


def read_sheet(job: Job, told: dict[str, object]) -> Iterator[Sequence[object]]:
    """The rows of one sheet, from its first row and column on, whether blank or not."""
    import python_calamine as calamine  # noqa: PLC0415 - only after memory is limited

    try:
        sheet, others = choose_sheet(calamine.load_workbook(job.path), job.sheet)
    except calamine.PasswordError:
        raise Refused({"problem": "password"}) from None
    except calamine.CalamineError:
        raise Refused({"problem": "damaged"}) from None
    told |= {"sheet": sheet.name, "others": others}
    rows, columns = (sheet.end[0] + 1, sheet.end[1] + 1) if sheet.end else (0, 0)
    if columns > job.columns:
        raise Refused({"problem": "columns"})
    if rows * columns > job.area:
        raise Refused({"problem": "area", "cells": rows * columns})
    if rows > job.rows:
        raise Refused({"problem": "rows"})
    told["merged"] = merged_downwards(sheet)
    yield from sheet.to_python(skip_empty_area=False)


def choose_sheet(book: CalamineWorkbook, wanted: str) -> tuple[CalamineSheet, list[str]]:
    """The sheet of that name, or the first that can be seen and has content; and the others."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415 - as above

    visible = [
        info.name
        for info in book.sheets_metadata
        if info.visible == SheetVisibleEnum.Visible and info.typ == SheetTypeEnum.WorkSheet
    ]
    if wanted and wanted not in book.sheet_names:
        raise Refused({"problem": "sheet", "others": visible})
    for name in [wanted] if wanted else visible:
        sheet = book.get_sheet_by_name(name)
        if sheet.end is not None:
            return sheet, [] if wanted else [other for other in visible if other != name]
    raise Refused({"problem": "empty"})


def merged_downwards(sheet: CalamineSheet) -> list[tuple[int, int, int, int]]:
    """First row and column, last row and column of what spans rows, from 0; none where it can't be told."""
    found = sheet.merged_cell_ranges or ()
    return [(*start, *end) for start, end in found if end[0] > start[0]][:MOST_MERGED]


def read_parquet(job: Job) -> Iterator[Sequence[object]]:
    """The rows of a Parquet file, headed by its column names."""
    import pyarrow.parquet as pq  # noqa: PLC0415 - only after memory is limited

    file = pq.ParquetFile(job.path)
    names = file.schema_arrow.names
    if len(names) > job.columns:
        raise Refused({"problem": "columns"})
    if file.metadata.num_rows > job.rows:
        raise Refused({"problem": "rows"})
    yield names
    for batch in file.iter_batches(batch_size=1024, use_threads=False):
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def restrict(job: Job) -> None:
    """Hold this process to its memory and time, where the system can."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - it does not exist on every system

    for kind, most in ((resource.RLIMIT_AS, job.memory), (resource.RLIMIT_CPU, job.seconds)):
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(
            kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard)
        )


def show(rows: Iterator[Sequence[object]], most: int) -> None:
    """Print the rows, ``most`` characters at most."""
    left = most
    for row in rows:
        line = json.dumps([marked(cell) for cell in row])
        left -= len(line)
        if left < 0:
            raise Refused({"problem": "heavy"})
        sys.stdout.write(f"{line}\n")


def main(job: Job) -> None:
    """Print the rows of the file, then what is to be told of it."""
    restrict(job)
    told: dict[str, object] = {}
    try:
        show(read_parquet(job) if job.form == "parquet" else read_sheet(job, told), job.output)
    except Refused as refused:
        told |= refused.args[0]
    except DAMAGES:
        told["problem"] = "damaged"
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(Job(**json.loads(sys.argv[1])))
