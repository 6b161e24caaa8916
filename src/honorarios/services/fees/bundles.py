"""Lines on record with those they stand and fall with, locked to be changed."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from django.db.models import Q

from honorarios.core.vocabulary import LineStatus
from honorarios.launching.bundle import bundle_of
from honorarios.records.models import AccountPart, FeeLine
from honorarios.services import access, codes
from honorarios.services.fees.recorded import JOINED, recorded_of
from honorarios.services.outcomes import at, refuse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
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
