"""Schedules and their price rows: two prices for one day, rows out of edition, unknown codes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import pyarrow.compute as pc

from honorarios.catalogue import codes
from honorarios.catalogue.check.arrays import FIRST_DAY, LAST_DAY, day_of, days, numbered
from honorarios.catalogue.check.periods import shown
from honorarios.catalogue.check.twice import twice
from honorarios.catalogue.prices import row_findings
from honorarios.catalogue.schema import Basis, ScheduleKind
from honorarios.core.validity import Period, shown_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa
    from numpy.typing import NDArray

    from honorarios.catalogue.check.subject import Subject
    from honorarios.catalogue.schema import Edition, FeeSchedule
    from honorarios.core.findings import Finding

TUSS_TABLE = "22"


def schedules(subject: Subject) -> Iterator[Finding]:
    """Every schedule and every price row of it."""
    for schedule in subject.catalogue.schedules.values():
        for index in twice([edition.id for edition in schedule.editions]):
            place = subject.place("schedules", schedule.id, "editions", index, "id")
            name = schedule.editions[index].id
            yield codes.LISTED_TWICE.at(place, kind="A edição", name=name)
    for schedule, edition, table in subject.editions():
        yield from row_findings(table, partial(subject.sources.row, schedule.id, edition))
        yield from _overlaps(subject, schedule, edition, table)
        yield from _outside(subject, schedule, edition, table)
        yield from _unknown_codes(subject, schedule, edition, table)


def _overlaps(
    subject: Subject, schedule: FeeSchedule, edition: Edition, table: pa.Table
) -> Iterator[Finding]:
    """Rows of one series that share a day.

    A row without a last day is not one: the next row of its series takes its place, as the law of
    look-up says (the greatest first day that is not after the date).
    """
    if table.num_rows < 2:
        return
    series = _series(table)
    starts = days(table["valid_from"], FIRST_DAY)
    ends = days(table["valid_to"], FIRST_DAY)
    # The last day that any earlier row of the series states: series follow one another, so the
    # running maximum of both together never looks back into another series.
    span = np.int64(LAST_DAY) - FIRST_DAY + 1
    latest = np.maximum.accumulate(series * span + (ends - FIRST_DAY))
    same = series[1:] == series[:-1]
    covered = latest[:-1] - series[1:] * span + FIRST_DAY
    stated = covered > FIRST_DAY
    clash = same & ((starts[1:] == starts[:-1]) | (stated & (covered >= starts[1:])))
    for row in np.flatnonzero(clash) + 1:
        place = subject.sources.row(schedule.id, edition, int(row), "valid_from")
        yield codes.PRICE_OVERLAP.at(
            place,
            code=table["code"][int(row)].as_py(),
            first=_row_days(table, int(row) - 1),
            second=_row_days(table, int(row)),
        )


def _series(table: pa.Table) -> NDArray[np.int64]:
    """The number of each row's series; rows are sorted, so a series is one run."""
    changes = np.zeros(table.num_rows, np.int64)
    for name in ("code", "role", "accommodation", "setting"):
        column = numbered(table[name])
        changes[1:] |= column[1:] != column[:-1]
    return np.cumsum(changes)


def _row_days(table: pa.Table, row: int) -> str:
    first, last = table["valid_from"][row].as_py(), table["valid_to"][row].as_py()
    if first:
        return shown(Period(first, last))
    return f"até {shown_day(last)}" if last else "sem datas"


def _outside(
    subject: Subject, schedule: FeeSchedule, edition: Edition, table: pa.Table
) -> Iterator[Finding]:
    first = day_of(edition.valid_from)
    last = day_of(edition.valid_to)
    outside = (days(table["valid_to"], LAST_DAY) < first) | (
        days(table["valid_from"], FIRST_DAY) > last
    )
    for row in map(int, np.flatnonzero(outside)):
        place = subject.sources.row(schedule.id, edition, row, "valid_from")
        yield codes.PRICE_OUTSIDE_EDITION.at(
            place, code=table["code"][row].as_py(), days=_row_days(table, row)
        )


def _unknown_codes(
    subject: Subject, schedule: FeeSchedule, edition: Edition, table: pa.Table
) -> Iterator[Finding]:
    if subject.tuss is None or schedule.tiss_code != TUSS_TABLE:
        return
    if schedule.kind is ScheduleKind.SIGTAP:
        return
    priced = pc.not_equal(table["basis"], Basis.REMOVED).to_numpy()
    seen: set[str] = set()
    for row, code in enumerate(table["code"].to_pylist()):
        if not priced[row] or code in seen:
            continue
        seen.add(code)
        if code not in subject.tuss:
            place = subject.sources.row(schedule.id, edition, row, "code")
            yield codes.UNKNOWN_TUSS.at(place, code=code)
