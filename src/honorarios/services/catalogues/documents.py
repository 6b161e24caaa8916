"""A catalogue's documents as rows of the record, and back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from honorarios.catalogue.layout import KINDS, MANIFEST, MODELS
from honorarios.catalogue.prices import PRICE_SCHEMA
from honorarios.catalogue.schema import Catalogue, FeeSchedule, Manifest
from honorarios.catalogue.version.content import content_of, documents

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import TypeAlias

    import pyarrow as pa

    from honorarios.catalogue.schema.base import Document

    Prices: TypeAlias = Mapping[tuple[str, str], pa.Table]

MANIFEST_KIND: Final = "manifest"
"""The kind of the one document that stands in no folder of its own."""

NO_ROWS: Final = PRICE_SCHEMA.empty_table()

KNOWN: Final[dict[str, type[Document]]] = {str(kind): model for kind, model in MODELS.items()}

DocumentKey = tuple[str, str]
"""Kind and id; the manifest's id is empty."""


def contents(catalogue: Catalogue) -> dict[DocumentKey, str]:
    """Every document's canonical JSON, by its kind and id."""
    return {_key(file): _json(document) for file, document in documents(catalogue)}


def _key(file: str) -> DocumentKey:
    if file == MANIFEST:
        return MANIFEST_KIND, ""
    kind, _, name = file.partition("/")
    return kind, name.removesuffix(".yaml")


def _json(document: Document) -> str:
    return json.dumps(
        content_of(document), sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )


def catalogue_from(stored: Iterable[tuple[str, str, str]], prices: Prices) -> Catalogue:
    """The catalogue of stored ``(kind, id, content)`` documents and its price tables.

    What was stored was valid then; a document that this version of the program can't read any more is
    a fault of the program, and raises pydantic's ``ValidationError``.
    """
    parts: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
    manifest = None
    for kind, name, content in stored:
        data = json.loads(content)
        if kind == MANIFEST_KIND:
            manifest = Manifest.model_validate(data)
        else:
            parts[kind][name] = document_of(kind, data)
    if manifest is None:
        raise LookupError("a stored catalogue has a manifest")
    tables = {
        (schedule.id, edition.id): prices.get((schedule.id, edition.id), NO_ROWS)
        for schedule in parts["schedules"].values()
        for edition in schedule.editions
    }
    return Catalogue(manifest=manifest, prices=tables, **parts)


def document_of(kind: str, data: dict[str, Any]) -> Document:
    """A stored document as its model."""
    model = KNOWN[kind]
    if model is FeeSchedule:
        # The names of price files are no content: each edition gets the plain one.
        for edition in data["editions"]:
            edition["prices"] = f"{data['id']}-{edition['id']}.csv"
    return model.model_validate(data)
