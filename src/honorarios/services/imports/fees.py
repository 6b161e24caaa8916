"""Rows of a file of fees onto the record, by the same way as a form's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from honorarios.core.findings import Finding, Place
from honorarios.launching.model import PackageDecision
from honorarios.launching.reading import read_entry
from honorarios.launching.running import Running
from honorarios.services.fees import ImportSource, Wanted, post
from honorarios.services.fees.evaluate import evaluate, in_force
from honorarios.services.imports import codes
from honorarios.services.imports.answers import Decision, Identical
from honorarios.services.imports.clock import moments
from honorarios.services.imports.columns import FEES
from honorarios.services.imports.fates import IMPORTED, PENDING, REFUSED, Fate, Money
from honorarios.services.imports.file import values_of
from honorarios.services.imports.identical import identical, key_of
from honorarios.services.imports.kinds import Kind
from honorarios.services.imports.places import Found, Parts, Spot, read_spot
from honorarios.services.loader import load
from honorarios.services.operations import Operation
from honorarios.tabular import RefusedRow
from honorarios.tabular.columns import header_key, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from honorarios.catalogue.importers import ImportMapping
    from honorarios.core.findings import Code
    from honorarios.launching.model import Entry, Outcome
    from honorarios.records.selectors import Scope
    from honorarios.services.imports.file import FileRow
    from honorarios.services.imports.identical import Key
    from honorarios.services.work import Work
    from honorarios.tabular import Rows

Known = dict[int, Fate]
"""The fates that are settled, by the place of their rows among those of a call."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a row asks to launch and where; neither, where it could not be read."""

    row: FileRow
    entry: Entry | None = None
    spot: Spot | None = None
    faults: tuple[Finding, ...] = ()
    """Why it can't be launched, whatever the record says."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry whose part was found."""

    number: int
    """Its place among the rows of a call."""
    asked: Asked
    entry: Entry
    found: Found


class FeeTaker:
    """Takes rows of fees in.

    Only of a trial it keeps something from call to call: what would have been launched.
    """

    def __init__(
        self, mapping: ImportMapping, same: Identical, decision: Decision | None = None
    ) -> None:
        """Remember the values of all rows, and what was decided about questions, if they were asked."""
        self._constants = mapping.constants
        self._digits = mapping.code_digits or 0
        self._same = same
        self._decision = decision
        self._running = Running()
        self._launched: set[Key] = set()

    def read(self, rows: Sequence[FileRow]) -> list[Asked]:
        """Understand rows: what to launch, and what they say of where."""
        return [self._read(row) for row in rows]

    def write(self, work: Work, asked: Sequence[Asked], batch_id: int) -> list[Fate]:
        """Launch what can be launched."""
        known, placed = self._placed(work.scope, asked)
        placed = self._held(known, placed, lock=True)
        if placed:
            source = ImportSource(batch_id, [one.asked.row.number for one in placed])
            posted = post(work, _wanted(placed), whole=False, source=source)
            for one, outcome, rows in zip(placed, posted.outcomes, posted.rows, strict=True):
                money = Money(
                    len(rows or ()),
                    sum(row.total for row in rows or ()),
                    sum(row.charged for row in rows or ()),
                )
                known[one.number] = _fate(one, outcome, money)
        return [known[number] for number in range(len(asked))]

    def weigh(self, work: Work, asked: Sequence[Asked]) -> list[Fate]:
        """What launching would make of rows that follow those of earlier calls."""
        known, placed = self._placed(work.scope, asked)
        placed = self._held(known, placed, lock=False)
        if placed:
            wanted = _wanted(placed)
            loaded = load(work.scope, wanted, lock=False)
            _, pricer = in_force(work.actor.office_id)
            outcomes = evaluate(work.actor, loaded, wanted, pricer, self._running)
            for one, outcome in zip(placed, outcomes, strict=True):
                known[one.number] = _fate(one, outcome, _money_of(outcome))
                key = key_of(one.found.account_id, one.entry)
                if outcome.ready and key is not None:
                    self._launched.add(key)
        return [known[number] for number in range(len(asked))]

    def _read(self, row: FileRow) -> Asked:
        if isinstance(row, RefusedRow):
            return Asked(row, faults=row.reasons)
        values = values_of(row, self._constants)
        start, end = moments(values)
        code = values.get("code", "")
        short = self._digits and code.isdigit() and len(code) < self._digits
        cells = {
            **values,
            "start": start,
            "end": end,
            "code": code.zfill(self._digits) if short else code,
        }
        entry = self._decided(read_entry(cells, key=row.number))
        spot = read_spot(values, row.number, entry.start.date() if entry.start else None)
        if isinstance(spot, Spot):
            return Asked(row, entry, spot)
        return Asked(row, faults=(*spot, *entry.unread))

    def _decided(self, entry: Entry) -> Entry:
        if self._decision is None or entry.package_decision is not None:
            return entry
        return replace(entry, package_decision=PackageDecision(self._decision.value))

    def _placed(self, scope: Scope, asked: Sequence[Asked]) -> tuple[Known, list[Placed]]:
        """The rows whose part is found, and what becomes of the others."""
        parts = Parts(scope, [one.spot for one in asked if one.spot is not None])
        known: Known = {}
        placed = []
        for number, one in enumerate(asked):
            if one.entry is None or one.spot is None:
                known[number] = Fate(one.row, REFUSED, one.faults)
                continue
            found = parts.of(one.spot)
            if isinstance(found, Found):
                placed.append(Placed(number, one, one.entry, found))
            else:
                known[number] = Fate(one.row, REFUSED, (found, *one.entry.unread))
        return known, placed

    def _held(self, known: Known, placed: list[Placed], *, lock: bool) -> list[Placed]:
        """The rows that are left after those identical to a line were put aside."""
        if self._same is Identical.LAUNCH:
            return placed
        entries = [(one.found.account_id, one.entry) for one in placed]
        kept = []
        for one, same in zip(placed, identical(entries, self._launched, lock=lock), strict=True):
            if not same:
                kept.append(one)
            elif self._decision is Decision.DECLINE:
                known[one.number] = Fate(one.asked.row, REFUSED, (_at(codes.DECLINED, one),))
            else:
                known[one.number] = _waiting(one, _at(codes.HELD, one))
        return kept


def _wanted(placed: Iterable[Placed]) -> list[Wanted]:
    return [Wanted(one.found.pk, one.entry) for one in placed]


def _at(code: Code, one: Placed) -> Finding:
    return code.at(Place(line=one.asked.row.number, field="code"))


def _money_of(outcome: Outcome) -> Money:
    return Money(
        len(outcome.lines),
        sum(line.total for line in outcome.lines),
        sum(line.charged for line in outcome.lines),
    )


def _fate(one: Placed, outcome: Outcome, money: Money) -> Fate:
    """What became of a row that was evaluated."""
    row = one.asked.row
    if outcome.blocked:
        return Fate(row, REFUSED, outcome.findings)
    question = outcome.needs_confirmation
    if question is None:
        return Fate(row, IMPORTED, outcome.findings, money)
    asking = codes.ASKED.at(Place(line=row.number, field="code"), question=question.message)
    return _waiting(one, *outcome.findings, asking)


def _waiting(one: Placed, *findings: Finding) -> Fate:
    """A row that waits for an answer, and its part with it."""
    return Fate(one.asked.row, PENDING, findings, part_id=one.found.pk)


def lacking(rows: Rows, constants: Mapping[str, str]) -> list[Finding]:
    """The column of the place and that of the start, where a file has neither form of them."""
    given = {*rows.mapping, *constants}
    found = []
    for code, names in (
        (codes.NO_PLACE_COLUMN, ("attendance", "part")),
        (codes.NO_START_COLUMN, ("start", "day")),
    ):
        if not given & set(names):
            keys = [key for column in FEES if column.name in names for key in column.keys]
            near = suggestion(map(header_key, keys), rows.unused)
            headers = ", ".join(filter(None, rows.headers))
            found.append(code.at(Place(rows.file), near=near, headers=headers))
    return found


KIND: Final = Kind(
    name="fees",
    title="honorários",
    operation=Operation.IMPORTS_FEES,
    columns=FEES,
    lacking=lacking,
    taker=FeeTaker,
    stand_ins={"start": ("start_hour", "day"), "end": ("end_hour",)},
    names_patients=True,
    has_lines=True,
)
