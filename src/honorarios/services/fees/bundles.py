"""Lines on record with those they stand and fall with, locked to be changed."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from django.db.models import Q

from honorarios.core.vocabulary import LineStatus
from honorarios.launching.bundle import bundle_of
from honorarios.records.models import AccountPart, FeeLine
from honorarios.services import access, codes, locks
from honorarios.services.fees.recorded import JOINED, recorded_of
from honorarios.services.outcomes import at, refuse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from uuid import UUID

    from honorarios.launching.bundle import Bundle
    from honorarios.launching.model import Recorded
    from honorarios.services.work import Work


@dataclass(frozen=True, slots=True)
class Held:
    """A line, the lines that are tied to it, and their rows."""

    which: Recorded
    lines: tuple[Recorded, ...]
    rows: Mapping[int, FeeLine]
    """By key."""

    def row(self, line: Recorded) -> FeeLine:
        """The row of one of the lines."""
        return self.rows[int(str(line.key))]

    @property
    def bundle(self) -> Bundle:
        """What is edited or reversed with the line."""
        return bundle_of(self.lines, self.which)

    @property
    def part_id(self) -> int:
        """The part that the act is in."""
        return int(str(self.bundle.part))


def hold(work: Work, uid: UUID | str, version: int | None) -> Held:
    """Lock a line, with its part, its account and the lines tied to it.

    Stops with PER-NOT-FOUND, and with EST-STALE where a version is given that is not the line's.
    """
    found = access.line(work.scope, uid)
    work.lock_part(found.part_id)
    rows = {row.pk: row for row in _tied(found)}
    current = rows[found.pk].version
    if version is not None and version != current:
        what = f"O lançamento {found.number}"
        refuse(at(codes.STALE, "version", what=what, current=current, given=version))
    lines = tuple(map(recorded_of, rows.values()))
    which = next(line for line in lines if line.key == found.pk)
    return Held(which, lines, rows)


def hold_many(lines: Sequence[FeeLine], *, lock: bool) -> list[Held]:
    """Each act of some lines in force, once, with the lines tied to it.

    Locked, where it is asked for, with the parts and accounts of all of them.
    """
    if lock:
        locks.parts(line.part_id for line in lines)
    acts = _acts(lines)
    tied = Q(pk__in=acts) | Q(difference_of__in=acts) | Q(automatic_of__in=acts)
    rows = FeeLine.objects.filter(tied | Q(pk__in=[line.pk for line in lines])).order_by("pk")
    if lock:
        rows = rows.select_for_update(of=("self",), no_key=True)
    by_key = {row.pk: row for row in rows.select_related(*JOINED)}
    recorded = {key: recorded_of(row) for key, row in by_key.items()}
    return list(_held(lines, by_key, recorded))


def _held(
    lines: Sequence[FeeLine], rows: Mapping[int, FeeLine], recorded: Mapping[int, Recorded]
) -> Iterator[Held]:
    by_act: dict[object, list[Recorded]] = {}
    for one in recorded.values():
        for name in {one.key, one.split_group, one.difference_of, one.automatic_of} - {None}:
            by_act.setdefault(name, []).append(one)
    seen: set[object] = set()
    for line in lines:
        if line.pk in seen:
            continue
        tied = _tied_to(recorded[line.pk], recorded, by_act)
        bundle = bundle_of(tied, recorded[line.pk])
        seen |= {member.key for member in bundle.lines}
        yield Held(
            bundle.head, tuple(tied), {int(str(one.key)): rows[int(str(one.key))] for one in tied}
        )


def _tied_to(
    line: Recorded, recorded: Mapping[int, Recorded], by_act: Mapping[object, list[Recorded]]
) -> list[Recorded]:
    """A line with all that may be of the same act, in the order of the record."""
    root = line if line.difference_of is None else recorded[int(str(line.difference_of))]
    acts = [root] if root.split_group is None else by_act[root.split_group]
    tied = {one.key: one for act in acts for one in by_act[act.key]}
    tied |= {one.key: one for one in (*acts, line)}
    return sorted(tied.values(), key=lambda one: int(str(one.key)))


def _acts(lines: Sequence[FeeLine]) -> list[int]:
    """The keys of the acts that lines are of, every share of a division included."""
    roots = {line.difference_of_id or line.pk for line in lines}
    groups = FeeLine.objects.filter(pk__in=roots, split_group__isnull=False)
    shares = FeeLine.objects.filter(
        split_group__in=list(groups.values_list("split_group", flat=True)),
        status=LineStatus.ACTIVE.code_name,
    )
    return sorted(roots | set(shares.values_list("pk", flat=True)))


def account_rows(account_ids: Iterable[int], *, lock: bool) -> list[FeeLine]:
    """Every line in force of some accounts, in the order they were recorded."""
    parts = AccountPart.objects.filter(account_id__in=set(account_ids))
    # By the parts' own keys, in the order of the index that they lead.
    rows = FeeLine.objects.filter(
        part_id__in=list(parts.values_list("pk", flat=True)), status=LineStatus.ACTIVE.code_name
    ).order_by("part_id", "number")
    if lock:
        rows = rows.select_for_update(of=("self",), no_key=True)
    return sorted(rows.select_related("part", *JOINED), key=attrgetter("pk"))


def _tied(line: FeeLine) -> list[FeeLine]:
    """A line with those in force of the same act; the act's own come first."""
    root = line if line.difference_of is None else line.difference_of
    act = Q(pk=root.pk)
    if root.split_group is not None:
        act |= Q(split_group=root.split_group, status=LineStatus.ACTIVE.code_name)
    acts = list(FeeLine.objects.filter(act).values_list("pk", flat=True))
    tied = Q(pk=line.pk) | Q(pk__in=acts) | Q(difference_of__in=acts) | Q(automatic_of__in=acts)
    rows = FeeLine.objects.filter(tied).order_by("pk")
    return list(rows.select_for_update(of=("self",), no_key=True).select_related(*JOINED))
