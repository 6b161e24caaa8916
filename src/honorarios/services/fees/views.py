"""What the services of fees answer: lines, and what became of each entry; ready for JSON."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime  # noqa: TC003 - pydantic reads the annotations
from decimal import Decimal  # noqa: TC003 - as above
from typing import TYPE_CHECKING
from uuid import UUID  # noqa: TC003 - as above

from honorarios.core.findings import Finding  # noqa: TC001 - as above
from honorarios.core.vocabulary import LineStatus
from honorarios.services.loader.terms import code_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from honorarios.launching.model import Line, Outcome, Question
    from honorarios.records.models import FeeLine


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """A fee line. Closed lists by their code names, people and places by their codes, money in centavos.

    A line that is only previewed has no identifier, number or part.
    """

    uid: UUID | None = None
    part_id: int | None = None
    number: int | None = None
    """Its number in the part."""
    version: int = 1
    status: str = LineStatus.ACTIVE.code_name
    target: str
    """``this`` part, or the ``private`` one; of a line on record always ``this``."""
    kind: str
    code: str
    description: str
    start: datetime
    end: datetime | None
    provider: str | None
    role: str
    access_route: str
    procedure_kind: str
    rank: int | None
    technique: str
    laterality: str
    quantity: int
    cost_centre: str | None
    unit_value: int
    total: int
    charged: int
    treatment: str
    outside_requested: bool
    outside: bool
    """HONORARIOFORA: what the rules decided."""
    split_form: str
    split_provider: str | None
    split_percent: Decimal | None
    split_group: UUID | int | None = None
    """What the shares of a division have in common; in a preview, the number of the first, from 0."""
    difference_of: UUID | int | None = None
    """The insurer's line of which this is the private difference."""
    automatic_of: UUID | int | None = None
    """The line that brought this facility fee."""
    reverses: UUID | None = None
    reason: str = ""
    """Of a reversal, why it reverses the other."""
    special: bool
    price_row: int | None
    catalogue_hash: str


@dataclass(frozen=True, slots=True)
class QuestionView:
    """What has to be decided about the package before the entry is launched."""

    message: str
    confirm: str
    """Treatment of the line if the answer is yes."""
    decline: str


@dataclass(frozen=True, slots=True)
class EntryAnswer:
    """What became of an entry."""

    key: str | int | None
    lines: tuple[LineView, ...]
    """As written; or, if nothing was, as they would be as far as they could be made."""
    findings: tuple[Finding, ...] = ()
    question: QuestionView | None = None


@dataclass(frozen=True, slots=True)
class Launched:
    """The answer to a launch, in the order of its entries."""

    written: bool
    """Whether anything was: not with an error, a question that is open, or in a dry run."""
    entries: tuple[EntryAnswer, ...]

    @property
    def asks(self) -> bool:
        """Whether a question has to be answered first."""
        return any(entry.question is not None for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Changed:
    """The answer to an edit or a reversal: the lines that changed, and those that were added."""

    lines: tuple[LineView, ...]
    """Lines that were on record, in their new version."""
    added: tuple[LineView, ...] = ()
    """Reversals, and lines that the act did not make before."""


def view(
    line: Line, row: FeeLine | None = None, uids: Mapping[int, UUID] | None = None
) -> LineView:
    """A line as it is shown: of an outcome, or of a row with the identifiers of the rows it refers to."""
    known = uids or {}
    return LineView(
        uid=None if row is None else row.uid,
        part_id=None if row is None else row.part_id,
        number=None if row is None else row.number,
        version=1 if row is None else row.version,
        status=LineStatus.ACTIVE.code_name if row is None else row.status,
        target=line.part.value,
        kind=line.line_kind.code_name,
        code=line.code,
        description=line.description,
        start=line.start,
        end=line.end,
        provider=line.provider,
        role=code_name(line.role),
        access_route=code_name(line.access_route),
        procedure_kind=line.procedure_kind.code_name,
        rank=line.rank,
        technique=code_name(line.technique),
        laterality=code_name(line.laterality),
        quantity=line.quantity,
        cost_centre=line.cost_centre,
        unit_value=line.unit_value,
        total=line.total,
        charged=line.charged,
        treatment=line.treatment.code_name,
        outside_requested=line.outside_requested,
        outside=line.outside_stored,
        split_form=line.split_form.code_name,
        split_provider=line.split_provider,
        split_percent=line.split_percent,
        split_group=line.split_group if row is None else row.split_group,
        difference_of=line.difference_of if row is None else known.get(row.difference_of_id or 0),
        automatic_of=line.automatic_of if row is None else known.get(row.automatic_of_id or 0),
        reverses=None if row is None else known.get(row.reverses_id or 0),
        reason="" if row is None else row.reason,
        special=line.special,
        price_row=line.price_row,
        catalogue_hash=line.catalogue_hash,
    )


def views(
    lines: Iterable[Line], rows: Iterable[FeeLine], uids: Mapping[int, UUID]
) -> tuple[LineView, ...]:
    """Lines as they are shown, each with its row."""
    return tuple(view(line, row, uids) for line, row in zip(lines, rows, strict=True))


def answer(outcome: Outcome, rows: Sequence[FeeLine] | None = None) -> EntryAnswer:
    """What became of an entry, with the rows of its lines if they were written."""
    if rows is None:
        lines = tuple(view(line) for line in outcome.preview)
    else:
        lines = views(outcome.lines, rows, uids_of(rows))
    return EntryAnswer(outcome.key, lines, outcome.findings, asked(outcome.needs_confirmation))


def asked(question: Question | None) -> QuestionView | None:
    """A question as it is shown."""
    if question is None:
        return None
    return QuestionView(question.message, question.confirm.code_name, question.decline.code_name)


def uids_of(rows: Iterable[FeeLine]) -> dict[int, UUID]:
    """The identifiers of rows by their keys."""
    return {row.pk: row.uid for row in rows}
