"""Where in its folder each part of a catalogue was read, so that a finding can point at it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from honorarios.catalogue.layout import Kind, document_file, price_file
from honorarios.core.findings import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.catalogue.prices.rows import Lines
    from honorarios.catalogue.schema import Edition
    from honorarios.catalogue.yaml_source import YamlDocument


@dataclass(frozen=True)
class Sources:
    """Lines by file; a catalogue made in a program has none, and places then name no line."""

    documents: Mapping[str, YamlDocument] = field(default_factory=dict)
    """What was read, by the document's file."""
    rows: Mapping[tuple[str, str], Lines] = field(default_factory=dict)
    """The line of each price row, by schedule and edition."""

    def place(self, file: str, *path: str | int) -> Place:
        """The place of a part of a document: ``place("contracts/a.yaml", "terms", 0)``."""
        document = self.documents.get(file)
        line = document.line(path) if document else None
        return Place(file, line, ".".join(map(str, path)))

    def row(self, schedule: str, edition: Edition, row: int, column: str = "") -> Place:
        """The place of a price row of the edition, by its number in the canonical table."""
        lines = self.rows.get((schedule, edition.id))
        line = None if lines is None else int(lines[row])
        return Place(price_file(edition.prices), line, column)

    def has(self, kind: Kind, name: str) -> bool:
        """Whether the folder has a document of that name, read or not."""
        return document_file(kind, name) in self.documents
