"""The preview of a sheet: its lines as launching would write them, and what stands in their way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from honorarios.core.vocabulary import ANAESTHESIA_ROLES
from honorarios.launching.sheet import Sheet, expand
from honorarios.launching.sheet.expand import typed_entries
from honorarios.pricing.surgery.anaesthesia import CODE_WITHOUT_PORTE
from honorarios.services import access
from honorarios.services.fees.evaluate import evaluate, in_force
from honorarios.services.fees.views import answer
from honorarios.services.loader import Wanted, load
from honorarios.services.operations import Operation
from honorarios.services.sheets.views import Plan, PlannedLine, sums_of, worth_of
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from honorarios.launching.model import Entry, Outcome
    from honorarios.launching.prices import Pricer
    from honorarios.launching.sheet import Expansion, SheetLine
    from honorarios.services.actor import Actor
    from honorarios.services.loader import Loaded
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work


class Expanded(NamedTuple):
    """A sheet with the entries that it makes."""

    expansion: Expansion
    loaded: Loaded
    pricer: Pricer


class Tried(NamedTuple):
    """A sheet that was expanded and evaluated, with nothing written."""

    expansion: Expansion
    outcomes: tuple[Outcome, ...]
    """Of the lines that are to be launched, in order."""
    pricer: Pricer
    names: Mapping[str, str]
    """Names of the providers that the sheet tells, by code."""


def plan(*, actor: Actor, part_id: int, sheet: Sheet) -> Result[Plan]:
    """What launching a sheet would write on a part, with its suggestions, findings and questions."""
    return consult(
        actor=actor, operation=Operation.FEES_PREVIEW, do=lambda work: planned(work, part_id, sheet)
    )


def planned(work: Work, part_id: int, sheet: Sheet) -> Plan:
    """The preview within a unit of work."""
    if not (sheet.acts or sheet.team or sheet.singles):
        # As every sheet is opened: what the record would say of its lines, nobody asks yet.
        access.part_ids(work.scope, [part_id])
        in_force(work.actor.office_id)
        return Plan(lines=(), findings=sheet.unread)
    tried = try_out(work, part_id, sheet)
    outcomes = iter(tried.outcomes)
    lines = tuple(
        _planned(line, next(outcomes) if line.launched else None, tried.pricer)
        for line in tried.expansion.lines
    )
    expansion = tried.expansion
    return Plan(
        lines=lines,
        findings=expansion.findings,
        roles=expansion.roles,
        team=expansion.team,
        suggested_to=expansion.suggested_to,
        names=tried.names,
        sums=sums_of(lines),
    )


def expanded(work: Work, part_id: int, sheet: Sheet) -> Expanded:
    """Expand a sheet; stops where the part is out of reach."""
    access.part_ids(work.scope, [part_id])
    _, pricer = in_force(work.actor.office_id)
    asked = [Wanted(part_id, entry) for entry in _asked(sheet)]
    loaded = load(work.scope, asked, lock=False)
    context = loaded.context(part_id, asked[0].entry)
    return Expanded(expand(sheet, context, pricer), loaded, pricer)


def try_out(work: Work, part_id: int, sheet: Sheet) -> Tried:
    """Expand a sheet and evaluate what is to be launched."""
    expansion, loaded, pricer = expanded(work, part_id, sheet)
    wanted = [Wanted(part_id, entry) for entry in expansion.entries]
    names = {code: row.name for code, row in loaded.providers.rows.items()}
    return Tried(expansion, tuple(evaluate(work.actor, loaded, wanted, pricer)), pricer, names)


def _asked(sheet: Sheet) -> list[Entry]:
    """What the sheet may ask of the record: its entries, and the code that anaesthesia may have instead."""
    return [*typed_entries(sheet), *_of_anaesthesia(sheet)]


def _of_anaesthesia(sheet: Sheet) -> Iterator[Entry]:
    for entry in typed_entries(sheet):
        if entry.role is None or entry.role in ANAESTHESIA_ROLES:
            yield replace(entry, code=CODE_WITHOUT_PORTE)


def _planned(line: SheetLine, outcome: Outcome | None, pricer: Pricer) -> PlannedLine:
    entry = line.entry
    made = () if outcome is None else outcome.preview
    told = None if outcome is None else answer(outcome)
    return PlannedLine(
        name=line.name,
        act=line.act,
        member=line.member,
        entry=entry,
        description=pricer.agreements.description(entry.code) if entry.code else "",
        rules=line.rules,
        launched=line.launched,
        lines=() if told is None else told.lines,
        worths=tuple(worth_of(one, pricer.compiled.catalogue) for one in made),
        findings=() if told is None else told.findings,
        question=None if told is None else told.question,
    )
