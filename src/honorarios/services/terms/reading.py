"""Reading documents of the office's catalogue: a list, one of them, and the versions that it had."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from honorarios.records.models import CatalogueVersion, TermsDocument
from honorarios.services import access
from honorarios.services.catalogues.documents import MANIFEST_KIND, document_of
from honorarios.services.catalogues.ready import part_of, version_in_force
from honorarios.services.operations import Operation
from honorarios.services.outcomes import not_found
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from honorarios.catalogue.schema.base import Document
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

_PERIODS = {
    "contracts": "terms",
    "standards": "rules",
    "coefficients": "values",
    "schedules": "editions",
}
"""Where each kind of document keeps what holds from one day to another."""


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, both included, with what tells it apart: an edition, a source."""

    valid_from: date
    valid_to: date | None
    label: str


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document in a list."""

    kind: str
    id: str
    name: str
    since: int
    """Version in which it became what it is."""
    periods: tuple[Period, ...]
    detail: str
    """What tells it apart in a list: a contract's payer, a schedule's kind."""


@dataclass(frozen=True, slots=True)
class Held:
    """A document as a version has it."""

    kind: str
    document: Document
    version: int
    """Version that was read; what a change says that it saw."""
    since: int


@dataclass(frozen=True, slots=True)
class DocumentHistory:
    """A version in which a document changed."""

    version: int
    recorded_at: datetime
    author: str
    removed: bool


def documents(*, actor: Actor, kind: str) -> Result[tuple[DocumentView, ...]]:
    """The documents of a kind in the version in force, by name."""

    def do(work: Work) -> tuple[DocumentView, ...]:
        version = version_in_force(work.actor.office_id)
        if version is None:
            return ()
        rows = TermsDocument.objects.filter(part_of(version.office_id, version.number), kind=kind)
        found = [_view(row, json.loads(row.content)) for row in rows]
        return tuple(sorted(found, key=lambda one: one.name.casefold()))

    return consult(actor=actor, operation=Operation.CATALOGUES_READ, do=do)


def read(*, actor: Actor, kind: str, name: str, number: int | None = None) -> Result[Held]:
    """A document of the version in force, or of version ``number``."""

    def do(work: Work) -> Held:
        return held(work.actor.office_id, kind, name, number)

    return consult(actor=actor, operation=Operation.CATALOGUES_READ, do=do)


def held(office_id: int, kind: str, name: str, number: int | None = None) -> Held:
    """The same within a unit of work; stops with PER-NOT-FOUND."""
    current = version_in_force(office_id)
    wanted = number if number is not None else (current.number if current else 0)
    if current is None or not 0 < wanted <= current.number:
        not_found(f"A versão {wanted} do catálogo")
    rows = TermsDocument.objects.filter(part_of(office_id, wanted), kind=kind)
    row = access.one(rows, f"O documento {name}", document_id=name)
    return Held(kind, document_of(kind, json.loads(row.content)), wanted, row.added_in)


def history(*, actor: Actor, kind: str, name: str) -> Result[tuple[DocumentHistory, ...]]:
    """The versions in which a document changed, the newest first."""

    def do(work: Work) -> tuple[DocumentHistory, ...]:
        office = work.actor.office_id
        rows = TermsDocument.objects.filter(office_id=office, kind=kind, document_id=name)
        spans = rows.values_list("added_in", "removed_in")
        written = {added for added, _ in spans}
        gone = {removed for _, removed in spans if removed is not None} - written
        versions = (
            CatalogueVersion.objects.filter(office_id=office, number__in=written | gone)
            .select_related("author")
            .order_by("-number")
        )
        return tuple(
            DocumentHistory(
                version=one.number,
                recorded_at=one.recorded_at,
                author=one.author.get_full_name() or one.author.get_username(),
                removed=one.number in gone,
            )
            for one in versions
        )

    return consult(actor=actor, operation=Operation.CATALOGUES_READ, do=do)


def _view(row: TermsDocument, content: Mapping[str, Any]) -> DocumentView:
    return DocumentView(
        kind=row.kind,
        id=row.document_id,
        name=str(content.get("name") or row.document_id or MANIFEST_KIND),
        since=row.added_in,
        periods=tuple(_periods(row.kind, content)),
        detail=str(content.get("payer") or content.get("kind") or content.get("state") or ""),
    )


def _periods(kind: str, content: Mapping[str, Any]) -> Iterator[Period]:
    for one in content.get(_PERIODS.get(kind, ""), ()):
        last = one.get("valid_to")
        yield Period(
            valid_from=date.fromisoformat(one["valid_from"]),
            valid_to=None if last is None else date.fromisoformat(last),
            label=str(one.get("id") or one.get("source") or ""),
        )
