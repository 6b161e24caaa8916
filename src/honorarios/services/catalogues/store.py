"""A catalogue put on record as a new version: what changed is closed and written anew, nothing is lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.db import transaction

from honorarios.catalogue.check import check, check_folder
from honorarios.catalogue.version import catalogue_hash
from honorarios.core.findings import has_errors
from honorarios.records.models import CatalogueVersion, Office, PriceRow, TermsDocument
from honorarios.services.catalogues.documents import contents
from honorarios.services.catalogues.prices import COLUMNS, Cells, stored_cells
from honorarios.services.catalogues.ready import part_of, version_in_force

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from honorarios.catalogue.schema import Catalogue
    from honorarios.core.findings import Finding

ROWS_AT_ONCE: Final = 2_000


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of a catalogue that was to be stored."""

    version: CatalogueVersion | None
    """The version that holds it; None when it has errors."""
    is_new: bool = False
    """Whether a version was made: storing the content in force again makes none."""
    findings: tuple[Finding, ...] = ()


def store_folder(*, office_id: int, author_id: int, path: Path) -> Stored:
    """Store the catalogue of a folder, if it has no errors."""
    catalogue, findings = check_folder(path)
    if catalogue is None:
        return Stored(None, findings=tuple(findings))
    return _store(office_id, author_id, catalogue, tuple(findings))


def store_catalogue(*, office_id: int, author_id: int, catalogue: Catalogue) -> Stored:
    """Store a catalogue, if it holds together."""
    findings = tuple(check(catalogue))
    if has_errors(findings):
        return Stored(None, findings=findings)
    return _store(office_id, author_id, catalogue, findings)


@transaction.atomic
def _store(
    office_id: int, author_id: int, catalogue: Catalogue, findings: tuple[Finding, ...]
) -> Stored:
    # Versions of an office are numbered one after another: two writers take turns here.
    Office.objects.select_for_update().get(pk=office_id)
    current = version_in_force(office_id)
    wanted = catalogue_hash(catalogue)
    if current is not None and current.hash == wanted:
        return Stored(current, findings=findings)
    number = 1 if current is None else current.number + 1
    version = CatalogueVersion.objects.create(
        office_id=office_id, number=number, hash=wanted, author_id=author_id
    )
    _store_documents(version, catalogue)
    _store_prices(version, catalogue)
    return Stored(version, is_new=True, findings=findings)


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
