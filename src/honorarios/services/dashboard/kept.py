"""The sums of whole days that SQLite keeps, so that a look at a year doesn't add up a million lines.

SQLite sorts to group, which takes it seconds. So each day is added up once, by what the dashboard tells
apart; the database's own triggers strike a day out as soon as a line, a part or an attendance changes
what it says (``records/triggers/sqlite/sums.sql``), and such days are added up anew when they are read.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from django.db import OperationalError, connection, transaction

from honorarios.core.vocabulary import AttendanceStatus, LineStatus, PartStatus
from honorarios.services import situations
from honorarios.services.dashboard.cell import NOBODY, Cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from honorarios.records.selectors import Scope
    from honorarios.services.dashboard.cell import Asked

AT_ONCE: Final = 31
"""Days that are added up while no one else can write."""
_Row: TypeAlias = "tuple[Any, ...]"
_COLUMNS: Final = (
    "day, billing_unit_id, payer_id, provider_id, part_status, attendance_status, period_end,"
    " lines, charged, outside"
)
_LINES: Final = f"""
  SELECT substr(start, 1, 10), part_id, billing_unit_id, COALESCE(provider_id, {NOBODY}),
    charged, outside_stored
  FROM records_feeline
  WHERE office_id = %s AND start BETWEEN %s AND %s AND status = '{LineStatus.ACTIVE.code_name}'
"""  # noqa: S608 - made of constants
# The end of a period only matters where neither state says where the money is.
_PARTS: Final = f"""
  SELECT part.id, part.payer_id, part.status, attendance.status,
    CASE WHEN part.status = '{PartStatus.OPEN.code_name}'
      AND attendance.status = '{AttendanceStatus.OPEN.code_name}'
      THEN COALESCE(part.period_end, '') ELSE '' END
  FROM records_accountpart AS part
  JOIN records_account AS account ON account.id = part.account_id
  JOIN records_attendance AS attendance ON attendance.id = account.attendance_id
  WHERE part.id IN (
    SELECT part_id FROM records_feeline
    WHERE office_id = %s AND start BETWEEN %s AND %s AND status = '{LineStatus.ACTIVE.code_name}'
  )
"""  # noqa: S608 - likewise
_FRESH: Final = "SELECT day FROM held_day WHERE office_id = %s AND day BETWEEN %s AND %s"
_KEPT: Final = f"""
  SELECT {_COLUMNS} FROM held_day_sum
  WHERE office_id = %s AND day BETWEEN %s AND %s
"""  # noqa: S608 - likewise
_FORGET: Final = "DELETE FROM held_day_sum WHERE office_id = %s AND day BETWEEN %s AND %s"
_KEEP: Final = f"""
  INSERT INTO held_day_sum (office_id, {_COLUMNS})
  VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""  # noqa: S608 - likewise
_MARK: Final = "INSERT INTO held_day (office_id, day) VALUES (%s, %s)"


def refresh(office_id: int, asked: Asked) -> None:
    """Add up the days that aren't; where somebody else is writing for long, they stay as they are."""
    try:
        for days in _stale(office_id, asked):
            with transaction.atomic():
                _keep(office_id, days)
    except OperationalError:
        # Busy or read-only: the reader adds up by itself what is not kept.
        return


def kept(scope: Scope, asked: Asked, today: date) -> Iterator[Cell]:
    """The sums within reach: what is kept of each day, and the other days added up now."""
    office = scope.office_id
    stale = _stale(office, asked)
    left_out = set(chain.from_iterable(stale))
    told = _rows(_KEPT, (office, f"{asked.first_day}", f"{asked.last_day}"))
    rows = chain(
        (row for row in told if row[0] not in left_out),
        chain.from_iterable(_added_up(office, days) for days in stale),
    )
    for day, unit, payer, provider, part, attendance, end, lines, charged, outside in rows:
        if _within(scope, asked, unit, payer, provider):
            period_end = date.fromisoformat(end) if end else None
            situation = situations.told(part, attendance, period_end, today)
            when = date.fromisoformat(day)
            yield Cell(situation, payer, unit, provider, when, lines, charged, outside)


def _within(scope: Scope, asked: Asked, unit: int, payer: int, provider: int) -> bool:
    """Whether somebody may see a sum, and asks for it."""
    return (
        (scope.unit_ids is None or unit in scope.unit_ids)
        and scope.provider_id in {None, provider}
        and asked.unit_id in {None, unit}
        and asked.payer_id in {None, payer}
    )


def _stale(office_id: int, asked: Asked) -> list[list[str]]:
    """The days that are not added up, in runs of days that follow one another."""
    fresh = {
        day for (day,) in _rows(_FRESH, (office_id, f"{asked.first_day}", f"{asked.last_day}"))
    }
    runs: list[list[str]] = [[]]
    for number in range((asked.last_day - asked.first_day).days + 1):
        day = f"{asked.first_day + timedelta(days=number)}"
        if day in fresh or len(runs[-1]) == AT_ONCE:
            runs.append([])
        if day not in fresh:
            runs[-1].append(day)
    return [run for run in runs if run]


def _added_up(office_id: int, days: Sequence[str]) -> list[_Row]:
    """The sums of a run of days, from the lines: an index holds all that is read of them."""
    # Wall time has no fraction of a second.
    hours = (office_id, f"{days[0]} 00:00:00", f"{days[-1]} 23:59:59")
    parts = {key: rest for key, *rest in _rows(_PARTS, hours)}
    sums: dict[tuple[Any, ...], list[int]] = {}
    for day, part, unit, provider, charged, outside in _rows(_LINES, hours):
        payer, *states = parts[part]
        summed = sums.setdefault((day, unit, payer, provider, *states), [0, 0, 0])
        summed[0] += 1
        summed[1] += charged
        summed[2] += charged if outside else 0
    return [(*key, *summed) for key, summed in sums.items()]


def _keep(office_id: int, days: Sequence[str]) -> None:
    told = _added_up(office_id, days)
    with connection.cursor() as cursor:
        cursor.execute(_FORGET, (office_id, days[0], days[-1]))
        cursor.executemany(_KEEP, [(office_id, *row) for row in told])
        cursor.executemany(_MARK, [(office_id, day) for day in days])


def _rows(query: str, values: Sequence[int | str]) -> list[_Row]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        found: list[_Row] = cursor.fetchall()
    return found
