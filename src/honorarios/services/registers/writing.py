"""Writing registers: one row for people and programs, many for imports, by the same path."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from honorarios.core.findings import Finding, Place
from honorarios.services import access, locks
from honorarios.services import codes as service_codes
from honorarios.services.audit.chain import digest
from honorarios.services.outcomes import at, refuse
from honorarios.services.registers import codes
from honorarios.services.registers.apart import refuse_overlaps
from honorarios.services.registers.drafts import Draft, Referred, complete, drafts_of, key_of
from honorarios.services.registers.field import Kind
from honorarios.services.registers.rows import views, with_references
from honorarios.services.work import perform
from honorarios.services.writer.wide import allow_wide_inserts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.registers.register import Register
    from honorarios.services.work import Work

MOST_ROWS: Final = 2_000
"""Rows of one call of :func:`upsert_many`: their keys go in one query."""
TAG_TOLD: Final = 8


class Outcome(StrEnum):
    """What became of a row."""

    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Saved:
    """A row as a write left it; it names nobody, since it is stored with an idempotency key."""

    id: int
    tag: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Written:
    """What became of one of many rows."""

    outcome: Outcome
    row_id: int | None
    findings: tuple[Finding, ...] = ()


def create(
    *,
    actor: Actor,
    register: Register,
    values: Mapping[str, object],
    key: str | None = None,
    dry_run: bool = False,
) -> Result[Saved]:
    """Register a row; REG-EXISTS where there is one with its key already."""
    return perform(
        actor=actor,
        operation=register.write,
        answer=Saved,
        do=lambda work: enter(work, register, values),
        key=key,
        request=["create", register.name, dict(values)],
        dry_run=dry_run,
    )


def enter(work: Work, register: Register, values: Mapping[str, object]) -> Saved:
    """Register a row within a unit of work; REG-EXISTS where there is one with its key already."""
    (draft,) = prepare(work, register, [values])
    if draft.row is not None and not draft.refused:
        told = ", ".join(str(draft.values[name]) for name in register.key)
        refuse(_exists(register, told))
    return save(work, register, draft)


def change(
    *,
    actor: Actor,
    register: Register,
    row_id: int,
    values: Mapping[str, object],
    seen: str | None,
    key: str | None = None,
    dry_run: bool = False,
) -> Result[Saved]:
    """Change some values of a row; those that identify it don't change.

    ``seen`` is the tag of the row as the person saw it: EST-STALE where it isn't so any more.
    """
    return perform(
        actor=actor,
        operation=register.write,
        answer=Saved,
        do=lambda work: alter(work, register, row_id, values, seen),
        key=key,
        request=["change", register.name, row_id, dict(values), seen],
        dry_run=dry_run,
    )


def alter(
    work: Work,
    register: Register,
    row_id: int,
    values: Mapping[str, object],
    seen: str | None,
    told: Mapping[str, object] | None = None,
) -> Saved:
    """Change some values of a row within a unit of work; ``told`` goes to the trail with their names."""
    locks.office(work.actor.office_id)
    rows = with_references(register, register.rows(work.scope))
    row = access.one(rows, f"{register.title.capitalize()} {row_id}", pk=row_id)
    (view,) = views(register, [row])
    if seen is not None and seen != view.tag:
        what, current = register.title.capitalize(), view.tag[:TAG_TOLD]
        refuse(at(service_codes.STALE, what=what, current=current, given=seen[:TAG_TOLD]))
    (draft,) = drafts_of(register, [values])
    draft.row, draft.before = row, view.values
    draft.findings += _changed_keys(register, draft)
    complete(register, draft)
    if not draft.refused:
        Referred(register, work.scope, [draft]).resolve(draft)
        refuse_overlaps(register, work.actor.office_id, [draft])
    return save(work, register, draft, told)


def upsert_many(
    work: Work, register: Register, rows: Sequence[Mapping[str, object]]
) -> list[Written]:
    """Register rows, or change those whose keys are there already, within a unit of work.

    Each is written or refused on its own; the number of queries doesn't grow with the rows.

    Args:
        work: Of an operation whose scope is that of :attr:`Register.write`.
        register: Which one.
        rows: At most :data:`MOST_ROWS`; cells as texts or values, by the names of the fields.
    """
    allow_wide_inserts()
    drafts = prepare(work, register, rows)
    _write(register, work, [draft for draft in drafts if not draft.refused])
    written = [_written(draft) for draft in drafts]
    ids = [one.row_id for one in written if one.outcome in {Outcome.CREATED, Outcome.CHANGED}]
    if ids:
        work.record(register.name, len(ids), {"count": len(ids), "digest": digest([ids])})
    return written


def prepare(
    work: Work,
    register: Register,
    rows: Sequence[Mapping[str, object]],
    *,
    ending: int | None = None,
) -> list[Draft]:
    """Drafts of rows, checked and looked up, with the rows that they would change.

    ``ending`` is a row that ends before they begin.
    """
    if len(rows) > MOST_ROWS:
        raise ValueError(f"{len(rows)} rows at once")
    # Writers of an office's registers take turns: what isn't there now isn't before they are done.
    locks.office(work.actor.office_id)
    drafts = drafts_of(register, rows)
    _find_rows(work, register, drafts)
    for draft in drafts:
        complete(register, draft)
    fit = [draft for draft in drafts if not draft.refused]
    referred = Referred(register, work.scope, fit)
    for draft in fit:
        referred.resolve(draft)
    _refuse_twice(register, drafts)
    refuse_overlaps(register, work.actor.office_id, drafts, ending=ending)
    return drafts


def _find_rows(work: Work, register: Register, drafts: Sequence[Draft]) -> None:
    """Put to each draft the row on record that has its key, if any."""
    keyed = [draft for draft in drafts if not draft.refused]
    wanted: dict[str, set[Any]] = {}
    for name in register.key:
        one = register.field(name)
        if one.required:
            column = f"{name}__code" if one.kind is Kind.REFERENCE and one.by == "code" else name
            wanted[f"{column}__in"] = {draft.given.get(name) for draft in keyed} - {None}
    every = register.model._default_manager.filter(  # noqa: SLF001 - Django's own way to ask
        office_id=work.actor.office_id, **wanted
    )
    rows = list(with_references(register, every))
    reached = set(
        register.rows(work.scope)
        .filter(pk__in=[row.pk for row in rows])
        .values_list("pk", flat=True)
    )
    found = {
        tuple(view.values[name] for name in register.key): (row, view)
        for row, view in zip(rows, views(register, rows), strict=True)
    }
    for draft in keyed:
        key = tuple(_given(register, draft, name) for name in register.key)
        if key not in found:
            continue
        row, view = found[key]
        if row.pk not in reached:
            # Another unit's patient: neither shown nor changed.
            draft.findings.append(_exists(register, str(key[0])))
            continue
        draft.row, draft.before = row, view.values


def _given(register: Register, draft: Draft, name: str) -> Any:  # noqa: ANN401 - of any kind
    one = register.field(name)
    return draft.given.get(name, None if one.required else one.default)


def _exists(register: Register, key: str) -> Finding:
    place = Place(field=register.key[-1])
    return codes.EXISTS.at(place, what=register.title, key=key)


def _refuse_twice(register: Register, drafts: Sequence[Draft]) -> None:
    """Refuse a row whose key one before it had: which of the two would stay?"""
    seen: set[tuple[Any, ...]] = set()
    for draft in drafts:
        if draft.refused:
            continue
        key = key_of(register, draft.columns)
        if key in seen:
            told = ", ".join(str(draft.values[name]) for name in register.key)
            draft.findings.append(codes.TWICE.at(Place(field=register.key[-1]), key=told))
        seen.add(key)


def _changed_keys(register: Register, draft: Draft) -> list[Finding]:
    """The findings of a change to what identifies the row."""
    return [
        codes.KEY_CHANGED.at(Place(field=name), title=register.field(name).title.capitalize())
        for name in register.key
        if name in draft.given and draft.given[name] != draft.before[name]
    ]


def save(
    work: Work, register: Register, draft: Draft, told: Mapping[str, object] | None = None
) -> Saved:
    """Write one draft and tell the trail, or stop with what forbids it."""
    if draft.refused:
        refuse(*draft.findings)
    work.notice(*draft.findings)
    written = _written(draft)
    detail = {"fields": sorted(draft.changes), **_moved(register, draft), **(told or {})}
    _write(register, work, [draft])
    if written.outcome is not Outcome.UNCHANGED:
        work.record(register.name, draft.row.pk, detail)
    rows = with_references(register, register.rows(work.scope))
    (view,) = views(register, [rows.get(pk=draft.row.pk)])
    return Saved(view.id, view.tag, written.outcome.value)


def _moved(register: Register, draft: Draft) -> dict[str, object]:
    """The old and the new value of what changes; of patients the trail knows no more than the fields."""
    if not draft.before or register.identifies_patients:
        return {}
    own = {one.name for one in register.fields}
    return {
        "values": {
            name: [_kept(draft.before[name]), _kept(draft.values[name])]
            for name in sorted(own.intersection(draft.changes))
        }
    }


def _kept(value: object) -> object:
    """A value as the trail keeps it."""
    return str(value) if isinstance(value, date | Decimal) else value


def _written(draft: Draft) -> Written:
    """What becomes, or became, of a draft."""
    if draft.refused:
        return Written(Outcome.REFUSED, None, tuple(draft.findings))
    pk = None if draft.row is None else draft.row.pk
    if not draft.before:
        outcome = Outcome.CREATED
    else:
        outcome = Outcome.CHANGED if draft.changes else Outcome.UNCHANGED
    return Written(outcome, pk, tuple(draft.findings))


def _write(register: Register, work: Work, drafts: Sequence[Draft]) -> None:
    """Insert the new rows, update those that change, and replace their lists."""
    new = [draft for draft in drafts if draft.row is None]
    rows = [register.model(office_id=work.actor.office_id, **draft.columns) for draft in new]
    manager = register.model._default_manager  # noqa: SLF001 - Django's own way to ask
    for draft, row in zip(new, manager.bulk_create(rows), strict=True):
        draft.row = row
    changed = [draft for draft in drafts if draft.before and draft.changes]
    for draft in changed:
        for name, value in draft.columns.items():
            setattr(draft.row, name, value)
    if changed:
        names = [one.name for one in register.fields if one.name not in register.key]
        manager.bulk_update([draft.row for draft in changed], names)
    if register.children is not None:
        _replace_children(register, work, [*new, *changed])


def _replace_children(register: Register, work: Work, drafts: Sequence[Draft]) -> None:
    children = register.children
    if children is None:
        return
    manager = children.model._default_manager  # noqa: SLF001 - as above
    owner = f"{children.parent}_id"
    manager.filter(**{f"{owner}__in": [draft.row.pk for draft in drafts]}).delete()
    manager.bulk_create(
        children.model(
            office_id=work.actor.office_id,
            **{owner: draft.row.pk},
            **({children.order: number} if children.numbered else {}),
            **columns,
        )
        for draft in drafts
        for number, columns in enumerate(draft.children, 1)
    )
