"""Catalogues on record rebuild to what they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from honorarios.catalogue.version import catalogue_hash
from honorarios.records.models import CatalogueVersion
from honorarios.services.catalogues import catalogue_of

if TYPE_CHECKING:
    from collections.abc import Iterator


def changed_catalogues(office_id: int) -> Iterator[str]:
    """Versions whose content is not what was recorded, or can't be read at all."""
    versions = CatalogueVersion.objects.filter(office_id=office_id).order_by("number")
    for version in versions.iterator():
        try:
            rebuilt = catalogue_hash(catalogue_of(version))
        except (LookupError, ValueError, ValidationError) as problem:
            yield f"versão {version.number} do catálogo: não se lê ({type(problem).__name__})"
            continue
        if rebuilt != version.hash:
            yield f"versão {version.number} do catálogo: gravada {version.hash}, refeita {rebuilt}"
