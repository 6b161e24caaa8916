"""What the rules of surgery suggest for a sheet, under the contract of the account part."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from honorarios.core.findings import Place
from honorarios.core.vocabulary import ASSISTANTS, Role
from honorarios.launching.accommodation import stay_at
from honorarios.launching.checks import valid_quantity
from honorarios.launching.prepare import engine_line
from honorarios.launching.reading import read_entry
from honorarios.launching.sheet.model import (
    OF_THE_ACT,
    OF_THE_MEMBER,
    filled,
    line_name,
    only,
)
from honorarios.pricing.surgery import Act, Member, Surgery, codes, suggest
from honorarios.pricing.surgery.trials import Trials, stand_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from honorarios.core.findings import Finding
    from honorarios.launching.model import Context, Entry
    from honorarios.launching.prices import Pricer
    from honorarios.launching.sheet.model import Row, Sheet
    from honorarios.pricing.surgery import RuleUsed, Suggestion

OF_THE_PLACE: Final = (
    "contract",
    "payer",
    "billing_unit",
    "route",
    "plan",
    "admission",
    "accommodation",
    "character",
    "setting",
    "age_months",
)
"""Cells of the engine's line that are the same for the whole surgery."""
LOCAL_ANAESTHESIA: Final = "0"


@dataclass(frozen=True, slots=True)
class SuggestedCells:
    """What is suggested for one line."""

    cells: Mapping[str, object]
    rules: tuple[RuleUsed, ...]
    billed: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What is suggested for a sheet."""

    lines: Mapping[str, SuggestedCells] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def with_roles(sheet: Sheet, called: tuple[Role, ...]) -> tuple[Sheet, frozenset[str]]:
    """The sheet with a role for everybody who has none, and whose roles are suggested.

    The next role that the acts call for and nobody has; where nothing is known, a surgeon comes first.
    """
    stated = [read_entry(only(member.cells, ("role",))).role for member in sheet.team]
    free = [role for role in called or (Role.SURGEON,) if role not in stated]
    team, suggested_to = [], set()
    for member in sheet.team:
        if only(member.cells, ("role",)) or not free:
            team.append(member)
            continue
        team.append(replace(member, cells={**member.cells, "role": free.pop(0)}))
        suggested_to.add(member.name)
    return replace(sheet, team=tuple(team)), frozenset(suggested_to)


def roles_called(sheet: Sheet, context: Context, pricer: Pricer) -> tuple[Role, ...]:
    """The team that the acts of a sheet call for; none while no act is known."""
    acts, entries = _known_acts(sheet)
    if not acts:
        return ()
    made = [_act(act, entries[act.name]) for act in acts]
    surgery = _surgery(made, [stand_in(Role.SURGEON)], entries[acts[0].name], context)
    return () if surgery is None else _roles(surgery, pricer)


def suggested(sheet: Sheet, context: Context, pricer: Pricer) -> Told:
    """The suggestion for the acts and members of a sheet that are known so far."""
    acts, entries = _known_acts(sheet)
    read = {member.name: read_entry(only(member.cells, OF_THE_MEMBER)) for member in sheet.team}
    team = [member for member in sheet.team if read[member.name].role is not None]
    if not acts or not team:
        return Told()
    surgery = _surgery(
        [_act(act, entries[act.name]) for act in acts],
        [_member(read[member.name], context) for member in team],
        entries[acts[0].name],
        context,
    )
    if surgery is None:
        return Told()
    suggestion = suggest(surgery, pricer.compiled)
    findings = (_named(one, acts, team) for one in suggestion.findings)
    # Without a contract in force launching says so itself, of each line.
    told = tuple(one for one in findings if one.code != codes.NOT_PRICED.name)
    return Told(_cells(suggestion, acts, team), told)


def _known_acts(sheet: Sheet) -> tuple[list[Row], dict[str, Entry]]:
    """The acts whose code and quantity are known, and every act as an entry."""
    head = filled(sheet.head)
    entries = {act.name: read_entry({**head, **only(act.cells, OF_THE_ACT)}) for act in sheet.acts}
    known = [
        act
        for act in sheet.acts
        if entries[act.name].code and valid_quantity(entries[act.name].quantity)
    ]
    return known, entries


def _act(row: Row, entry: Entry) -> Act:
    stated = only(row.cells, ("procedure_kind",))
    return Act(
        code=entry.code or "",
        access_route=entry.access_route,
        procedure_kind=entry.procedure_kind if stated else None,
        rank=entry.rank,
        laterality=entry.laterality,
        technique=entry.technique,
        quantity=entry.quantity or 1,
    )


def _member(entry: Entry, context: Context) -> Member:
    provider = context.providers.get(entry.provider or "")
    return Member(
        role=Role.SURGEON if entry.role is None else entry.role,
        provider=entry.provider,
        specialty=None if provider is None else provider.specialty,
    )


def _surgery(
    acts: Iterable[Act], team: Iterable[Member], entry: Entry, context: Context
) -> Surgery | None:
    """The surgery as the rules read it; None while its hour is not known."""
    if entry.start is None:
        return None
    stay = stay_at(context.stays, entry.start)
    line = engine_line(entry, context, stay) or {}
    ends = entry.end is not None and entry.start <= entry.end
    return Surgery.model_validate(
        {
            **{name: line.get(name) for name in OF_THE_PLACE},
            "start": entry.start,
            "end": entry.end if ends else None,
            "acts": tuple(acts),
            "team": tuple(team),
        }
    )


def _cells(
    suggestion: Suggestion, acts: list[Row], members: list[Row]
) -> dict[str, SuggestedCells]:
    found = {}
    for lines, billed in ((suggestion.lines, True), (suggestion.omitted, False)):
        for line in lines:
            name = line_name(acts[line.act - 1].name, members[line.member - 1].name)
            found[name] = SuggestedCells(line.line, line.rules, billed)
    return found


def _named(finding: Finding, acts: list[Row], members: list[Row]) -> Finding:
    """A finding at the row's own name in place of its position."""
    kind, _, rest = finding.place.field.partition(".")
    rows = {"acts": acts, "team": members}.get(kind)
    position, _, name = rest.partition(".")
    if rows is None or not position:
        return finding
    spot = ".".join(part for part in (kind, rows[int(position)].name, name) if part)
    return replace(finding, place=Place(field=spot))


def _roles(surgery: Surgery, pricer: Pricer) -> tuple[Role, ...]:
    """The team that acts call for: as many assistants, and an anaesthetist, as their rows say."""
    trials = Trials(surgery, surgery.first_contract, pricer.compiled)
    surgeon = stand_in(Role.SURGEON)
    rows = [row for act in surgery.acts if (row := trials.row(act, surgeon)) is not None]
    assistants = max((row.cells["assistants"] or 0 for row in rows), default=0)
    portes = {row.cells["anaesthetic_porte"] for row in rows} - {None, LOCAL_ANAESTHESIA}
    anaesthesia = (Role.ANAESTHETIST,) if portes else ()
    return (Role.SURGEON, *ASSISTANTS[:assistants], *anaesthesia)
