"""A catalogue put on record as a new version: what changed is closed and written anew, nothing is lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from honorarios.catalogue.check import check, check_folder
from honorarios.catalogue.version import catalogue_hash
from honorarios.core.findings import has_errors
from honorarios.records.models import CatalogueVersion, PriceRow, TermsDocument
from honorarios.services import locks
from honorarios.services.catalogues.documents import contents
from honorarios.services.catalogues.prices import COLUMNS, Cells, stored_cells
from honorarios.services.catalogues.ready import part_of, version_in_force
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result
from honorarios.services.work import perform

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from honorarios.catalogue.schema import Catalogue
    from honorarios.core.findings import Finding
    from honorarios.services.actor import Actor
    from honorarios.services.work import Work

ROWS_AT_ONCE: Final = 2_000


@dataclass(frozen=True, slots=True)
class Stored:
    """The version that holds a catalogue which was to be stored."""

    number: int
    hash: str
    is_new: bool
    """Whether a version was made: storing the content in force again makes none."""


def store_folder(*, actor: Actor, path: Path, key: str | None = None) -> Result[Stored]:
    """Store the catalogue of a folder, if it has no errors."""
    catalogue, findings = check_folder(path)
    if catalogue is None:
        return Result(findings=tuple(findings))
    return _perform(actor, catalogue, findings, key)


def store_catalogue(
    *, actor: Actor, catalogue: Catalogue, key: str | None = None
) -> Result[Stored]:
    """Store a catalogue, if it holds together."""
    findings = check(catalogue)
    if has_errors(findings):
        return Result(findings=tuple(findings))
    return _perform(actor, catalogue, findings, key)


def _perform(
    actor: Actor, catalogue: Catalogue, findings: Sequence[Finding], key: str | None
) -> Result[Stored]:
    wanted = catalogue_hash(catalogue)

    def do(work: Work) -> Stored:
        # Versions of an office are numbered one after another: two writers take turns here.
        locks.office(actor.office_id)
        work.notice(*findings)
        current = version_in_force(actor.office_id)
        if current is not None and current.hash == wanted:
            return Stored(current.number, wanted, is_new=False)
        version = CatalogueVersion.objects.create(
            office_id=actor.office_id,
            number=1 if current is None else current.number + 1,
            hash=wanted,
            author_id=actor.user_id,
        )
        _store_documents(version, catalogue)
        _store_prices(version, catalogue)
        work.record("catalogue", version.number, {"hash": wanted})
        return Stored(version.number, wanted, is_new=True)

    return perform(
        actor=actor,
        operation=Operation.CATALOGUES_WRITE,
        answer=Stored,
        do=do,
        key=key,
        request={"hash": wanted},
    )


def _store_documents(version: CatalogueVersion, catalogue: Catalogue) -> None:
    wanted = contents(catalogue)
    rows = TermsDocument.objects.filter(part_of(version.office_id, version.number - 1))
    ended = []
    for pk, kind, name, content in rows.values_list("pk", "kind", "document_id", "content"):
        if wanted.get((kind, name)) == content:
            del wanted[kind, name]
        else:
            ended.append(pk)
    TermsDocument.objects.filter(pk__in=ended).update(removed_in=version.number)
    TermsDocument.objects.bulk_create(
        [
            TermsDocument(
                office_id=version.office_id,
                kind=kind,
                document_id=name,
                content=content,
                added_in=version.number,
            )
            for (kind, name), content in wanted.items()
        ],
        batch_size=ROWS_AT_ONCE,
    )


def _store_prices(version: CatalogueVersion, catalogue: Catalogue) -> None:
    """Close the rows that this version has no more, and add those that it is the first to have."""
    wanted: Counter[tuple[str, str, Cells]] = Counter(
        (schedule, edition, cells)
        for (schedule, edition), table in catalogue.prices.items()
        for cells in stored_cells(table)
    )
    ended = []
    for pk, row in _rows(version):
        if wanted[row]:
            wanted[row] -= 1
        else:
            ended.append(pk)
    for first in range(0, len(ended), ROWS_AT_ONCE):
        PriceRow.objects.filter(pk__in=ended[first : first + ROWS_AT_ONCE]).update(
            removed_in=version.number
        )
    PriceRow.objects.bulk_create(
        (
            PriceRow(
                office_id=version.office_id,
                added_in=version.number,
                schedule=schedule,
                edition=edition,
                **dict(zip(COLUMNS, cells, strict=True)),
            )
            for schedule, edition, cells in wanted.elements()
        ),
        batch_size=ROWS_AT_ONCE,
    )


def _rows(version: CatalogueVersion) -> Iterator[tuple[int, tuple[str, str, Cells]]]:
    rows = PriceRow.objects.filter(part_of(version.office_id, version.number - 1))
    for pk, schedule, edition, *cells in rows.values_list(
        "pk", "schedule", "edition", *COLUMNS
    ).iterator():
        yield pk, (schedule, edition, tuple(cells))
