"""What a change makes of each of many lines: evaluated together, by the rules of a single edit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from uuid import UUID

from honorarios.core.vocabulary import LineStatus
from honorarios.launching.again import entry_again
from honorarios.launching.edit import edit_many
from honorarios.launching.model import Request, TargetPart
from honorarios.launching.reading import TITLES
from honorarios.launching.states import LAUNCHABLE
from honorarios.records import selectors
from honorarios.services.audit.chain import digest
from honorarios.services.bulk import codes
from honorarios.services.bulk.answers import BulkPreview, ChangedLine, LeftOut
from honorarios.services.fees import Sums
from honorarios.services.fees.accounts import sums_of
from honorarios.services.fees.bundles import hold_many
from honorarios.services.fees.editing import changed
from honorarios.services.fees.evaluate import closed, in_force, registered
from honorarios.services.fees.listing import condition, shown
from honorarios.services.fees.views import uids_of, view
from honorarios.services.loader import Wanted, load
from honorarios.services.outcomes import at, refuse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from honorarios.core.findings import Finding
    from honorarios.launching.edit import Edit, NextVersion
    from honorarios.launching.model import Entry, Line
    from honorarios.launching.prices import Pricer
    from honorarios.records.models import CatalogueVersion, FeeLine
    from honorarios.services.bulk.answers import Choice
    from honorarios.services.fees import LineView
    from honorarios.services.fees.bundles import Held
    from honorarios.services.loader import Loaded
    from honorarios.services.work import Work

MOST: Final = 500
"""Lines of one change."""
CHANGEABLE: Final = (
    "provider",
    "role",
    "access_route",
    "procedure_kind",
    "quantity",
    "cost_centre",
    "outside_requested",
    "technique",
    "laterality",
)
"""What many lines may be given at once; none of them: they are only priced again."""


@dataclass(frozen=True, slots=True)
class Act:
    """An act that was chosen, and what becomes of it."""

    held: Held
    edit: Edit
    findings: tuple[Finding, ...]
    """Why it stays as it is, if it does."""

    @property
    def versions(self) -> tuple[NextVersion, ...]:
        """The lines that are written anew; none where it stays or the change makes no difference."""
        if self.findings or not any(map(_differs, self.edit.versions)):
            return ()
        return self.edit.versions


@dataclass(frozen=True, slots=True)
class Plan:
    """What a change of many lines does."""

    acts: tuple[Act, ...]
    loaded: Loaded
    catalogue: CatalogueVersion

    @property
    def versions(self) -> list[NextVersion]:
        """Every line that is written anew."""
        return [version for act in self.acts for version in act.versions]

    @property
    def rows(self) -> dict[int, FeeLine]:
        """The rows of the acts, by key."""
        return {key: row for act in self.acts for key, row in act.held.rows.items()}

    def told(self) -> BulkPreview:
        """The plan as it is shown."""
        lines = tuple(line for act in self.acts for line in self._changed(act))
        before, after = [one.before for one in lines], [one.after for one in lines]
        return BulkPreview(
            lines=lines,
            left_out=tuple(self._left_out(act) for act in self.acts if act.findings),
            unchanged=sum(1 for act in self.acts if not act.findings and not act.versions),
            before=sums_of(before) if before else Sums(),
            after=sums_of(after) if after else Sums(),
            expected=digest(map(_sealed, lines)),
        )

    def _changed(self, act: Act) -> Iterator[ChangedLine]:
        uids = uids_of(act.held.rows.values())
        for version in act.versions:
            row = act.held.row(version.of)
            now = view(version.of.line, row, uids)
            then = _next(view(version.line, row, uids), now)
            yield ChangedLine(now, then, self._account(row))

    def _left_out(self, act: Act) -> LeftOut:
        row = act.held.row(act.held.which)
        uids: Mapping[int, UUID] = uids_of(act.held.rows.values())
        return LeftOut(view(act.held.which.line, row, uids), self._account(row), act.findings)

    def _account(self, row: FeeLine) -> int:
        return self.loaded.parts[row.part_id].account_id


def make_plan(work: Work, choice: Choice, changes: Mapping[str, object], *, lock: bool) -> Plan:
    """Evaluate a change of the lines that were chosen, locked if it is to be carried out."""
    _check_fields(changes)
    held = hold_many(_chosen(work, choice), lock=lock)
    catalogue, pricer = in_force(work.actor.office_id)
    entries = [changed(entry_again(one.bundle), changes) for one in held]
    wanted = [Wanted(one.part_id, entry) for one, entry in zip(held, entries, strict=True)]
    loaded = load(work.scope, wanted, lock=lock)
    edits = _edits(held, entries, loaded, pricer)
    acts = (
        Act(one, edit, _against(work, loaded, one, entry, edit))
        for one, entry, edit in zip(held, entries, edits, strict=True)
    )
    return Plan(tuple(acts), loaded, catalogue)


def _edits(
    held: Sequence[Held], entries: Sequence[Entry], loaded: Loaded, pricer: Pricer
) -> list[Edit]:
    wishes = []
    for one, entry in zip(held, entries, strict=True):
        context = loaded.context(one.part_id, entry)
        wishes.append((Request(registered(entry, loaded), context, one.which), one.lines))
    return edit_many(wishes, pricer)


def _against(
    work: Work, loaded: Loaded, held: Held, entry: Entry, edit: Edit
) -> tuple[Finding, ...]:
    """Why an act stays as it is, if it does."""
    finding = closed(work.actor, loaded, held.part_id, entry.place("part"))
    if finding is not None:
        return (finding,)
    if not edit.outcome.ready:
        return tuple(dict.fromkeys(edit.outcome.findings))
    if edit.added or edit.removed:
        return (codes.SHAPE.at(entry.place("")),)
    return ()


def _chosen(work: Work, choice: Choice) -> list[FeeLine]:
    """The lines in force that were chosen, in parts that take changes."""
    rows = selectors.lines(work.scope).filter(
        condition(work, choice.only),
        status=LineStatus.ACTIVE.code_name,
        part__status__in=sorted(status.code_name for status in LAUNCHABLE),
    )
    if choice.uids:
        rows = rows.filter(uid__in=[uid for uid in map(_uid, choice.uids) if uid is not None])
    found = list(shown(rows).order_by("-start", "-pk")[: MOST + 1])
    if len(found) > MOST:
        refuse(at(codes.MANY, most=MOST))
    return found


def _uid(text: str) -> UUID | None:
    """An identifier that somebody sent; None where it is none, and so no line's."""
    try:
        return UUID(text)
    except ValueError:
        return None


def _check_fields(changes: Mapping[str, object]) -> None:
    unknown = [name for name in changes if name not in CHANGEABLE]
    if unknown:
        known = ", ".join(TITLES[name] for name in CHANGEABLE)
        refuse(*(at(codes.FIELD, name, name=name, known=known) for name in unknown))


def _differs(version: NextVersion) -> bool:
    """Whether the line would say or cost anything else; a catalogue that says the same makes no version."""
    return _said(version.line) != _said(version.of.line)


def _said(line: Line) -> Line:
    """A line without how it was priced and what ties it to others, which a change leaves as it is."""
    return replace(
        line,
        kept={},
        catalogue_hash="",
        price_row=None,
        part=TargetPart.THIS,
        split_group=None,
        difference_of=None,
        automatic_of=None,
        authorised=True,
    )


def _next(view: LineView, now: LineView) -> LineView:
    return replace(view, version=now.version + 1)


def _sealed(line: ChangedLine) -> tuple[object, ...]:
    now, then = line.before, line.after
    return (
        str(now.uid),
        now.version,
        now.charged,
        then.code,
        then.provider,
        then.role,
        then.access_route,
        then.procedure_kind,
        then.technique,
        then.laterality,
        then.cost_centre,
        then.quantity,
        then.treatment,
        then.total,
        then.charged,
        then.outside,
    )
