"""From a sheet to its entries: every suggestion with its rule, every choice of the person first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from honorarios.core.findings import Place
from honorarios.core.vocabulary import Term, fold
from honorarios.launching import codes
from honorarios.launching.reading import TITLES, read_entry
from honorarios.launching.sheet.model import (
    OF_THE_ACT,
    OF_THE_LINE,
    OF_THE_MEMBER,
    Expansion,
    SheetLine,
    filled,
    line_name,
    only,
)
from honorarios.launching.sheet.suggesting import roles_called, suggested, with_roles
from honorarios.pricing.cells import FLAGS
from honorarios.pricing.surgery import rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from honorarios.core.findings import Finding
    from honorarios.core.vocabulary import Role
    from honorarios.launching.model import Context, Entry
    from honorarios.launching.prices import Pricer
    from honorarios.launching.sheet.model import Row, Sheet
    from honorarios.launching.sheet.suggesting import Told
    from honorarios.pricing.surgery import RuleUsed

SUGGESTED: Final = ("code", "access_route", "procedure_kind", "rank")
"""Fields of an entry that a suggestion fills in."""


def expand(sheet: Sheet, context: Context, pricer: Pricer) -> Expansion:
    """The entries of a sheet.

    Where the contract or the hours are not known yet nothing is suggested: each line is as it is typed,
    and launching tells what is missing.

    Args:
        sheet: What is typed; the whole team in every act, unless a line is taken out.
        context: Where it goes: patient, bed, plan and contract.
        pricer: What the acts cost, by which they are ranked.
    """
    singles = tuple(_single(row, sheet) for row in sheet.singles)
    called = roles_called(sheet, context, pricer)
    if not sheet.acts or not sheet.team:
        # No line tells what could not be read of the head.
        return Expansion(singles, () if singles else sheet.unread, called)
    sheet, suggested_to = with_roles(sheet, called)
    typed = {
        line_name(act.name, member.name): _typed(sheet, act, member)
        for act in sheet.acts
        for member in sheet.team
    }
    told = suggested(sheet, context, pricer)
    lines = tuple(
        _line(sheet, act, member, typed[line_name(act.name, member.name)], told)
        for act in sheet.acts
        for member in sheet.team
    )
    findings = (*told.findings, *_twice_there(lines))
    return Expansion((*lines, *singles), findings, called, _of_team(sheet), suggested_to)


def _of_team(sheet: Sheet) -> dict[str, Role | None]:
    return {row.name: read_entry(only(row.cells, ("role",))).role for row in sheet.team}


def _twice_there(lines: Iterable[SheetLine]) -> Iterable[Finding]:
    """A warning for whoever is to be paid in more than one role of an act: nobody has four hands."""
    paid: dict[tuple[str, str], list[str]] = {}
    for line in lines:
        if line.launched and line.entry.provider:
            paid.setdefault((line.act, line.entry.provider), []).append(line.member)
    told: dict[str, Finding] = {}
    for (_act, provider), members in paid.items():
        if len(members) > 1:
            place = Place(field=f"team.{members[-1]}.provider")
            finding = codes.TWICE_IN_THE_TEAM.at(place, provider=provider, count=len(members))
            told.setdefault(members[-1], finding)
    return told.values()


def typed_entries(sheet: Sheet) -> list[Entry]:
    """The entries as they are typed, before anything is suggested; never none."""
    typed = [_typed(sheet, act, member) for act in sheet.acts for member in sheet.team]
    singles = [_single(row, sheet).entry for row in sheet.singles]
    return [*typed, *singles] or [replace(read_entry(filled(sheet.head)), unread=sheet.unread)]


def _single(row: Row, sheet: Sheet) -> SheetLine:
    cells = {**filled(sheet.head), **filled(row.cells)}
    entry = read_entry(cells, row.name)
    entry = replace(entry, unread=(*sheet.unread, *entry.unread))
    return SheetLine(name=row.name, act=row.name, member=row.name, entry=entry)


def _typed(sheet: Sheet, act: Row, member: Row) -> Entry:
    """The entry as it is typed, before anything is suggested."""
    name = line_name(act.name, member.name)
    cells = {
        **filled(sheet.head),
        **only(act.cells, OF_THE_ACT),
        **only(member.cells, OF_THE_MEMBER),
        **only(sheet.lines.get(name, {}), OF_THE_LINE),
    }
    entry = read_entry(cells, name)
    return replace(entry, unread=(*sheet.unread, *entry.unread))


def _line(sheet: Sheet, act: Row, member: Row, entry: Entry, told: Told) -> SheetLine:
    name = line_name(act.name, member.name)
    chosen = only(sheet.lines.get(name, {}), (*OF_THE_LINE, "billed"))
    suggestion = told.lines.get(name)
    why: list[RuleUsed] = []
    launched = True
    if suggestion is not None:
        why += suggestion.rules
        launched = suggestion.billed
        cells = {field: suggestion.cells.get(field) for field in SUGGESTED if field not in chosen}
        entry = replace(entry, **_values(cells))
    why += _choices(chosen, entry)
    billed = _flag(chosen.get("billed"))
    if billed is not None:
        launched = billed
        why.append((rules.BILLED if billed else rules.NOT_BILLED).used())
    return SheetLine(
        name=name,
        act=act.name,
        member=member.name,
        entry=entry,
        rules=tuple(dict.fromkeys(why)),
        launched=launched,
    )


def _choices(chosen: Mapping[str, object], entry: Entry) -> Iterable[RuleUsed]:
    """What was decided for the line alone."""
    for field in chosen:
        if field in {"billed", "package_decision"}:
            continue
        value = getattr(entry, field)
        if isinstance(value, bool):
            value = "sim" if value else "não"
        shown = value.label.lower() if isinstance(value, Term) else value
        yield rules.FIELD_CHOSEN.used(title=TITLES[field], value=shown)


def _values(cells: Mapping[str, object]) -> dict[str, Any]:
    """Suggested cells as the fields of an entry; what a suggestion leaves empty is empty."""
    read = read_entry({name: cell for name, cell in cells.items() if cell is not None})
    return {name: getattr(read, name) for name in cells}


def _flag(value: object) -> bool | None:
    if value is None or isinstance(value, bool):
        return value
    flag = FLAGS.get(fold(str(value)))
    return None if flag is None else bool(flag)
