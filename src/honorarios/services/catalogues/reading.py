"""The office's catalogues, read by people and programs: their versions, and one of them as a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime  # noqa: TC003 - pydantic reads the annotations
from typing import TYPE_CHECKING

from honorarios.records.models import CatalogueVersion
from honorarios.services import access
from honorarios.services.catalogues.archive import read_archive, write_archive
from honorarios.services.catalogues.ready import catalogue_of
from honorarios.services.catalogues.store import Stored, store_catalogue
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result
from honorarios.services.permissions import allows
from honorarios.services.work import consult

if TYPE_CHECKING:
    from honorarios.services.actor import Actor
    from honorarios.services.work import Work

MOST_LISTED = 500


@dataclass(frozen=True, slots=True)
class VersionView:
    """A version of the office's catalogue."""

    number: int
    hash: str
    recorded_at: datetime
    author_id: int


def versions(
    *, actor: Actor, before: int | None = None, limit: int = 100
) -> Result[tuple[VersionView, ...]]:
    """The versions of the office's catalogue, the newest first, below number ``before``."""

    def do(work: Work) -> tuple[VersionView, ...]:
        rows = CatalogueVersion.objects.filter(office_id=work.actor.office_id)
        if before is not None:
            rows = rows.filter(number__lt=before)
        found = rows.order_by("-number")[: max(1, min(limit, MOST_LISTED))]
        return tuple(
            VersionView(row.number, row.hash, row.recorded_at, row.author_id) for row in found
        )

    return consult(actor=actor, operation=Operation.CATALOGUES_READ, do=do)


def archive(*, actor: Actor, number: int) -> Result[bytes]:
    """A version's folder, zipped: reading it back gives a catalogue of equal hash."""

    def do(work: Work) -> bytes:
        rows = CatalogueVersion.objects.filter(office_id=work.actor.office_id)
        version = access.one(rows, f"A versão {number} do catálogo", number=number)
        return write_archive(catalogue_of(version))

    return consult(actor=actor, operation=Operation.CATALOGUES_READ, do=do)


def store_archive(*, actor: Actor, data: bytes, key: str | None = None) -> Result[Stored]:
    """Store the catalogue of a zipped folder, if it has no errors."""
    if not allows(actor, Operation.CATALOGUES_WRITE):
        # Nobody unpacks a file for whoever may not store it: the permission answers, and no more.
        return consult(actor=actor, operation=Operation.CATALOGUES_WRITE, do=_nothing)
    catalogue, findings = read_archive(data)
    if catalogue is None:
        return Result(findings=tuple(findings))
    return store_catalogue(actor=actor, catalogue=catalogue, key=key)


def _nothing(_work: Work) -> Stored:
    raise AssertionError("unreachable: the permission was refused")
