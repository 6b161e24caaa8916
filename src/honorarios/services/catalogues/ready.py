"""The office's catalogues ready to price: the version in force, or any version by its hash."""

from __future__ import annotations

import json
from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, Final

from django.db.models import Q

from honorarios.catalogue.schema import Contract
from honorarios.pricing.compile import compile_catalogue
from honorarios.records.models import CatalogueVersion, PriceRow, TermsDocument
from honorarios.services.catalogues.documents import catalogue_from, document_of
from honorarios.services.catalogues.prices import COLUMNS, Cells, table_of

if TYPE_CHECKING:
    import pyarrow as pa

    from honorarios.catalogue.schema import Catalogue
    from honorarios.pricing.compile import Compiled

VERSIONS_REMEMBERED: Final = 8

_ready: OrderedDict[str, Compiled] = OrderedDict()
"""Compiled catalogues by hash: the same content compiles alike, whose ever it is."""
_lock = Lock()


def version_in_force(office_id: int) -> CatalogueVersion | None:
    """The office's newest version; None before the first is stored."""
    return CatalogueVersion.objects.filter(office_id=office_id).order_by("-number").first()


def compiled_in_force(office_id: int) -> tuple[CatalogueVersion, Compiled] | None:
    """The newest version with its catalogue ready to price; None before the first is stored."""
    version = version_in_force(office_id)
    return None if version is None else (version, compiled_version(version))


def compiled_by_hash(office_id: int, catalogue_hash: str) -> Compiled:
    """The catalogue that priced a line, ready to explain it again.

    Raises:
        LookupError: if the office never had a catalogue of this hash.
    """
    version = (
        CatalogueVersion.objects.filter(office_id=office_id, hash=catalogue_hash)
        .order_by("-number")
        .first()
    )
    if version is None:
        raise LookupError(catalogue_hash)
    return compiled_version(version)


def compiled_version(version: CatalogueVersion) -> Compiled:
    """A version's catalogue ready to price; compiled once while it is among the last few used."""
    with _lock:
        known = _ready.get(version.hash)
        if known is not None:
            _ready.move_to_end(version.hash)
            return known
    made = compile_catalogue(catalogue_of(version))
    with _lock:
        _ready[version.hash] = made
        while len(_ready) > VERSIONS_REMEMBERED:
            _ready.popitem(last=False)
    return made


def catalogue_of(version: CatalogueVersion) -> Catalogue:
    """The catalogue of a version, rebuilt from the record: its hash is the version's."""
    rows = part_of(version.office_id, version.number)
    stored = TermsDocument.objects.filter(rows).values_list("kind", "document_id", "content")
    return catalogue_from(stored, stored_prices(rows))


def contracts_in_force(office_id: int) -> list[Contract]:
    """The contracts of the newest version; none before the first is stored."""
    version = version_in_force(office_id)
    if version is None:
        return []
    held = TermsDocument.objects.filter(part_of(office_id, version.number), kind="contracts")
    contents = held.values_list("content", flat=True)
    read = (document_of("contracts", json.loads(content)) for content in contents)
    return [contract for contract in read if isinstance(contract, Contract)]


def part_of(office_id: int, number: int) -> Q:
    """The rows that a version of an office's catalogue is made of."""
    removed_later = Q(removed_in__isnull=True) | Q(removed_in__gt=number)
    return Q(office_id=office_id, added_in__lte=number) & removed_later


def stored_prices(rows: Q) -> dict[tuple[str, str], pa.Table]:
    """The price tables of a version by schedule and edition; an edition without rows has none."""
    tables: dict[tuple[str, str], list[Cells]] = {}
    found = PriceRow.objects.filter(rows).values_list("schedule", "edition", *COLUMNS)
    for schedule, edition, *cells in found.iterator():
        tables.setdefault((schedule, edition), []).append(tuple(cells))
    return {key: table_of(cells) for key, cells in tables.items()}
