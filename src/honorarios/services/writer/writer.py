"""The lines of many outcomes into the record, in a constant number of statements."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from honorarios.launching.model import TargetPart
from honorarios.records.models import FeeLine
from honorarios.services.writer.bulk import insert
from honorarios.services.writer.private import lacks_private_part, open_private_parts
from honorarios.services.writer.rows import facts_of, mirror_of, new_line
from honorarios.services.writer.wide import allow_wide_inserts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from honorarios.launching.model import Line, Outcome
    from honorarios.launching.reversal import Mirror
    from honorarios.records.models import AccountPart, CatalogueVersion
    from honorarios.services.loader import Loaded


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """An outcome to be written, and where it goes."""

    part_id: int
    outcome: Outcome
    import_row: int | None = None
    """The row of the imported file that it comes from."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """A line with its row to be inserted, among the rows of its outcome."""

    line: Line
    row: FeeLine
    siblings: Mapping[int, FeeLine]
    """By their number in the outcome."""

    @property
    def refers(self) -> bool:
        """Whether it refers to a line that must be on record before it."""
        return self.line.difference_of is not None or self.line.automatic_of is not None

    def refer(self) -> None:
        """Point the row at those that its line refers to, which have their keys by now."""
        self.row.difference_of = self._sibling(self.line.difference_of)
        self.row.automatic_of = self._sibling(self.line.automatic_of)

    def _sibling(self, number: int | None) -> FeeLine | None:
        return None if number is None else self.siblings[number]


class Writer:
    """Writes lines on loaded parts; their numbers go on from those on record.

    Its accounts are locked: nobody else numbers lines of theirs meanwhile.
    """

    def __init__(
        self,
        loaded: Loaded,
        version: CatalogueVersion,
        author_id: int,
        import_batch_id: int | None = None,
    ) -> None:
        """Remember where lines go, which catalogue priced them, and who writes.

        The lines of an import are inserted the quick way, as they are many.
        """
        self._loaded = loaded
        self._version = version
        self._author_id = author_id
        self._import_batch_id = import_batch_id
        self._numbers = dict(loaded.numbers)
        self._private: dict[int, AccountPart] = {}

    def open_private_parts(self, posts: Iterable[Post]) -> None:
        """Create the private parts that lines of some outcomes need, before they are written.

        Somebody must pay them: see :func:`~honorarios.services.writer.private.private_payer`.
        """
        needed: dict[int, int] = {}
        for post in posts:
            if lacks_private_part(self._loaded, post.part_id, post.outcome):
                needed.setdefault(self._loaded.parts[post.part_id].account_id, post.part_id)
        if needed:
            self._private |= open_private_parts(self._loaded, needed)

    def write(self, posts: Sequence[Post]) -> list[list[FeeLine]]:
        """Insert the lines of outcomes that are ready; the rows of each, in their order."""
        self.open_private_parts(posts)
        drafts = [self._drafts(post) for post in posts]
        self._insert([draft for some in drafts for draft in some])
        return [[draft.row for draft in some] for some in drafts]

    def add(
        self,
        post: Post,
        numbers: Iterable[int],
        known: Mapping[int, FeeLine],
        group: uuid.UUID | None,
    ) -> list[FeeLine]:
        """Insert some lines of an outcome whose others are on record already.

        Args:
            post: The outcome.
            numbers: The lines to insert, by their number in it.
            known: The rows of those on record, by theirs.
            group: The group of the division on record, if it is one.
        """
        rows = {number: self._row(post, post.outcome.lines[number]) for number in numbers}
        siblings = {**known, **rows}
        drafts = []
        for number, row in rows.items():
            line = post.outcome.lines[number]
            row.split_group = None if line.split_group is None else group
            drafts.append(_Draft(line, row, siblings))
        self._insert(drafts)
        return list(rows.values())

    def mirror(self, mirrors: Sequence[Mirror], rows: Mapping[int, FeeLine]) -> list[FeeLine]:
        """Insert the opposites of rows on record, given by key, each in the part of its row."""
        made = []
        for mirror in mirrors:
            row = rows[int(str(mirror.of.key))]
            made.append(mirror_of(row, mirror, self._next(row.part_id), self._author_id))
        return self._create(made)

    def _drafts(self, post: Post) -> list[_Draft]:
        groups: dict[int, uuid.UUID] = {}
        siblings: dict[int, FeeLine] = {}
        drafts = []
        for number, line in enumerate(post.outcome.lines):
            row = siblings[number] = self._row(post, line)
            if line.split_group is not None:
                row.split_group = groups.setdefault(line.split_group, uuid.uuid4())
            drafts.append(_Draft(line, row, siblings))
        return drafts

    def _row(self, post: Post, line: Line) -> FeeLine:
        part = self._part(post.part_id, line.part)
        return new_line(
            office_id=part.office_id,
            part_id=part.pk,
            billing_unit_id=part.billing_unit_id,
            number=self._next(part.pk),
            catalogue_id=self._version.pk,
            import_batch_id=self._import_batch_id,
            import_row=post.import_row,
            created_by_id=self._author_id,
            **facts_of(line, self._loaded),
        )

    def _part(self, part_id: int, target: TargetPart) -> AccountPart:
        part = self._loaded.parts[part_id]
        if target is TargetPart.THIS:
            return part
        known = self._loaded.private_part(part.account_id)
        return self._private[part.account_id] if known is None else known

    def _next(self, part_id: int) -> int:
        self._numbers[part_id] = self._numbers.get(part_id, 0) + 1
        return self._numbers[part_id]

    def _insert(self, drafts: Sequence[_Draft]) -> None:
        """Insert the lines that refer to none, then those that refer to them."""
        self._create([draft.row for draft in drafts if not draft.refers])
        then = [draft for draft in drafts if draft.refers]
        for draft in then:
            draft.refer()
        self._create([draft.row for draft in then])

    def _create(self, rows: list[FeeLine]) -> list[FeeLine]:
        if self._import_batch_id is not None:
            insert(rows)
            return rows
        allow_wide_inserts()
        return FeeLine.objects.bulk_create(rows)
