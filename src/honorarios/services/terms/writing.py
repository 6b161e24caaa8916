"""Trying a document, saving it as a new version of the catalogue, and leaving one out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, cast

from honorarios.catalogue.check import check
from honorarios.catalogue.layout import document_file
from honorarios.catalogue.schema import Catalogue, FeeSchedule, Manifest
from honorarios.core.findings import has_errors
from honorarios.pricing.compile import compile_catalogue
from honorarios.services import codes
from honorarios.services.catalogues import codes as catalogue_codes
from honorarios.services.catalogues.documents import NO_ROWS
from honorarios.services.catalogues.ready import (
    catalogue_of,
    compiled_version,
    version_in_force,
)
from honorarios.services.catalogues.store import Stored, store_catalogue
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result, at, not_found, refuse
from honorarios.services.terms.effects import Effects, effects_of
from honorarios.services.terms.reading import held
from honorarios.services.work import consult

if TYPE_CHECKING:
    from typing import Any

    from honorarios.catalogue.schema.base import Document
    from honorarios.core.findings import Finding
    from honorarios.services.actor import Actor
    from honorarios.services.work import Work

LARGEST_CONTRACTS: Final = "contracts"


@dataclass(frozen=True, slots=True)
class Trial:
    """What a document would do if it were saved."""

    findings: tuple[Finding, ...]
    """What the check finds that it didn't find before, wherever it is."""
    effects: Effects


def try_out(*, actor: Actor, kind: str, document: Document) -> Result[Trial]:
    """Check a document within the catalogue in force and price real acts with it; nothing is written."""

    def do(work: Work) -> Trial:
        version = version_in_force(work.actor.office_id)
        before = _manifest_only() if version is None else catalogue_of(version)
        after = with_document(before, kind, document)
        findings = _new(check(before), check(after), document_file_of(kind, document))
        if version is None or has_errors(findings):
            return Trial(findings, Effects())
        contract = _id(document) if kind == LARGEST_CONTRACTS else None
        compiled = compile_catalogue(after)
        return Trial(
            findings, effects_of(work.actor, compiled_version(version), compiled, contract)
        )

    return consult(actor=actor, operation=Operation.CATALOGUES_WRITE, do=do)


def save(
    *,
    actor: Actor,
    kind: str,
    document: Document,
    seen: int | None,
    key: str | None = None,
) -> Result[Stored]:
    """Put a document in the catalogue: a new version, unless nothing changes.

    ``seen`` is the version in which the person read it, EST-STALE where it changed since; None of a new
    document, CAT-TAKEN where there is one of that name.
    """
    name = _id(document)

    def do(work: Work) -> Catalogue:
        version = version_in_force(work.actor.office_id)
        catalogue = _manifest_only() if version is None else catalogue_of(version)
        known = name in _documents(catalogue, kind)
        if seen is None and known:
            refuse(at(catalogue_codes.TAKEN, "id", name=name))
        if seen is not None and known:
            since = held(work.actor.office_id, kind, name).since
            if since > seen:
                refuse(at(codes.STALE, what=f"O documento {name}", current=since, given=seen))
        return with_document(catalogue, kind, document)

    return _store(actor, do, key)


def remove(
    *, actor: Actor, kind: str, name: str, seen: int, key: str | None = None
) -> Result[Stored]:
    """Leave a document out of the catalogue from a new version on; the check tells who still needs it."""

    def do(work: Work) -> Catalogue:
        found = held(work.actor.office_id, kind, name)
        if found.since > seen:
            refuse(at(codes.STALE, what=f"O documento {name}", current=found.since, given=seen))
        version = version_in_force(work.actor.office_id)
        if version is None:
            not_found("O catálogo")
        return without_document(catalogue_of(version), kind, name)

    return _store(actor, do, key)


def _store(actor: Actor, do: Any, key: str | None) -> Result[Stored]:  # noqa: ANN401 - a callable of one use
    made = consult(actor=actor, operation=Operation.CATALOGUES_WRITE, do=do)
    if made.value is None or not made.ok:
        return Result(findings=made.findings)
    return store_catalogue(actor=actor, catalogue=made.value, key=key)


def with_document(catalogue: Catalogue, kind: str, document: Document) -> Catalogue:
    """The catalogue with a document put in or replaced; a new edition has no price rows yet."""
    if isinstance(document, Manifest):
        return replace(catalogue, manifest=document)
    return _having(catalogue, kind, {**_documents(catalogue, kind), _id(document): document})


def without_document(catalogue: Catalogue, kind: str, name: str) -> Catalogue:
    """The catalogue without a document, and without the prices of a schedule."""
    kept = {one: held for one, held in _documents(catalogue, kind).items() if one != name}
    return _having(catalogue, kind, kept)


def _having(catalogue: Catalogue, kind: str, documents: dict[str, Document]) -> Catalogue:
    parts: dict[str, Any] = {kind: documents}
    return _priced(replace(catalogue, **parts))


def _priced(catalogue: Catalogue) -> Catalogue:
    """The catalogue with a price table for each edition, and for no other."""
    tables = {
        (schedule.id, edition.id): catalogue.prices.get((schedule.id, edition.id), NO_ROWS)
        for schedule in cast("dict[str, FeeSchedule]", catalogue.schedules).values()
        for edition in schedule.editions
    }
    return replace(catalogue, prices=tables)


def _documents(catalogue: Catalogue, kind: str) -> dict[str, Document]:
    return dict(getattr(catalogue, kind))


def _id(document: Document) -> str:
    return str(getattr(document, "id", ""))


def document_file_of(kind: str, document: Document) -> str:
    """The file of a document, as the check's findings call it."""
    return document_file(kind, _id(document))  # type: ignore[arg-type] # one of its kinds


def _manifest_only() -> Catalogue:
    return Catalogue(manifest=Manifest(name="Catálogo"))


def _new(before: list[Finding], after: list[Finding], file: str) -> tuple[Finding, ...]:
    """What is found now: everything about the document, and elsewhere what wasn't found before."""
    known = set(before)
    return tuple(one for one in after if one.place.file == file or one not in known)
