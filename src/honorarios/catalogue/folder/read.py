"""A catalogue's folder read into memory; everything that is wrong with it is collected."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from honorarios.catalogue import codes
from honorarios.catalogue.documents import near, read_document
from honorarios.catalogue.folder.sources import Sources
from honorarios.catalogue.layout import (
    KINDS,
    MANIFEST,
    Kind,
    document_file,
    price_file,
)
from honorarios.catalogue.prices import read_prices
from honorarios.catalogue.schema import (
    BillingStandard,
    Calendar,
    Catalogue,
    CoefficientSet,
    Contract,
    FeeSchedule,
    Manifest,
)
from honorarios.catalogue.schema.base import Document
from honorarios.catalogue.yaml_source import YamlDocument, read_yaml
from honorarios.core.findings import Finding, Place, has_errors
from honorarios.core.system import reason_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyarrow as pa

    from honorarios.catalogue.prices.rows import Lines

PRICE_SUFFIXES: Final = frozenset({".csv", ".parquet"})
NOTES: Final = frozenset({".md", ".txt"})
"""What may stand in the folder for people to read."""
LISTED: Final = 5
"""Catalogues that a message names."""

Model = TypeVar("Model", bound=Document)
Named = TypeVar("Named", FeeSchedule, CoefficientSet, BillingStandard, Contract, Calendar)


@dataclass(frozen=True)
class Loaded:
    """What was read of a folder: the documents that could be, and where everything stands."""

    catalogue: Catalogue | None
    """Without the documents that have errors; None when there is no folder."""
    findings: tuple[Finding, ...]
    sources: Sources


def read_folder(path: Path | str) -> tuple[Catalogue | None, list[Finding]]:
    """Read a catalogue's folder.

    Returns:
        The catalogue, None when anything in the folder has an error, and every finding. How the
        documents hold together is another question, for :func:`honorarios.catalogue.check.check`.
    """
    loaded = load(path)
    findings = list(loaded.findings)
    return (None if has_errors(findings) else loaded.catalogue), findings


def load(path: Path | str) -> Loaded:
    """Read what can be read of a folder, with the line of every part."""
    path = Path(path)
    if not path.exists():
        return Loaded(None, (codes.NO_FOLDER.at(Place(str(path))),), Sources())
    if not path.is_dir():
        return Loaded(None, (codes.NOT_FOLDER.at(Place(str(path))),), Sources())
    return _Reader(path).read()


def no_manifest(folder: Path, file: str) -> Finding:
    """The finding of a folder that is no catalogue; it names the catalogues that are in it."""
    manifests = [*folder.glob(f"*/{MANIFEST}"), *folder.glob(f"*/*/{MANIFEST}")]
    found = [str(manifest.parent) for manifest in sorted(manifests)]
    more = "…" if len(found) > LISTED else ""
    inside = f"Dentro dela há catálogos: {', '.join(found[:LISTED])}{more}. " if found else ""
    return codes.NO_MANIFEST.at(Place(file), inside=inside)


@dataclass
class _Reader:
    folder: Path
    findings: list[Finding] = field(default_factory=list)
    documents: dict[str, YamlDocument] = field(default_factory=dict)
    rows: dict[tuple[str, str], Lines] = field(default_factory=dict)

    def read(self) -> Loaded:
        if not (self.folder / MANIFEST).exists():
            return Loaded(None, (no_manifest(self.folder, MANIFEST),), Sources())
        manifest = self._document(Manifest, self.folder / MANIFEST)
        schedules = self._documents("schedules", FeeSchedule)
        catalogue = Catalogue(
            manifest=manifest or Manifest(name=self.folder.name),
            schedules=schedules,
            prices=self._prices(schedules),
            coefficients=self._documents("coefficients", CoefficientSet),
            standards=self._documents("standards", BillingStandard),
            contracts=self._documents("contracts", Contract),
            calendars=self._documents("calendars", Calendar),
        )
        self._strangers(schedules)
        return Loaded(catalogue, tuple(self.findings), Sources(self.documents, self.rows))

    def _entries(self, folder: Path) -> list[Path]:
        """What stands in a folder, in the order of names; hidden files are nobody's business."""
        if not folder.exists():
            return []
        try:
            return sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
        except NotADirectoryError:
            self.findings.append(codes.NOT_FOLDER.at(Place(folder.name)))
        except OSError as problem:
            place = Place(folder.name)
            self.findings.append(codes.UNREADABLE.at(place, reason=reason_of(problem)))
        return []

    def _document(self, model: type[Model], path: Path) -> Model | None:
        file = path.relative_to(self.folder).as_posix()
        source = read_yaml(path, file=file)
        self.documents[file] = source
        document, findings = read_document(model, source, file)
        self.findings += findings
        return document

    def _documents(self, kind: Kind, model: type[Named]) -> dict[str, Named]:
        read: dict[str, Named] = {}
        for path in self._entries(self.folder / kind):
            if path.suffix != ".yaml":
                continue
            document = self._document(model, path)
            if document is None:
                continue
            if document.id != path.stem:
                file = f"{kind}/{path.name}"
                place = Place(file, self.documents[file].line(("id",)), "id")
                self.findings.append(codes.FILE_NAME.at(place, name=path.name, id=document.id))
            read[path.stem] = document
        return read

    def _prices(self, schedules: Mapping[str, FeeSchedule]) -> dict[tuple[str, str], pa.Table]:
        tables = {}
        for name, schedule in schedules.items():
            for index, edition in enumerate(schedule.editions):
                path = self.folder / price_file(edition.prices)
                if not path.exists():
                    self._no_prices(name, index, edition.prices)
                    continue
                read = read_prices(path, file=price_file(edition.prices))
                self.findings += read.findings
                self.rows[name, edition.id] = read.lines
                tables[name, edition.id] = read.table
        return tables

    def _no_prices(self, schedule: str, index: int, prices: str) -> None:
        source = self.documents[document_file("schedules", schedule)]
        line = source.line(("editions", index, "prices"))
        place = Place(document_file("schedules", schedule), line, f"editions.{index}.prices")
        there = [
            path.name
            for path in self._entries(self.folder / "schedules")
            if path.suffix in PRICE_SUFFIXES
        ]
        self.findings.append(codes.NO_PRICE_FILE.at(place, name=prices, near=near(prices, there)))

    def _strangers(self, schedules: Mapping[str, FeeSchedule]) -> None:
        """Tell of files that nobody reads: most are a misspelt folder or extension."""
        for path in self._entries(self.folder):
            if path.name not in {MANIFEST, *KINDS} and path.suffix not in NOTES:
                self._stranger(path.name, near(path.stem, [*KINDS, "catalogue"]))
        used = {edition.prices for one in schedules.values() for edition in one.editions}
        for kind in KINDS:
            for path in self._entries(self.folder / kind) if (self.folder / kind).is_dir() else ():
                name = f"{kind}/{path.name}"
                if kind == "schedules" and path.suffix in PRICE_SUFFIXES:
                    if path.name not in used:
                        self.findings.append(codes.UNUSED_PRICES.at(Place(name), name=path.name))
                elif path.suffix not in {".yaml", *NOTES}:
                    self._stranger(name, near(path.name, [f"{path.stem}.yaml"]))

    def _stranger(self, name: str, hint: str) -> None:
        self.findings.append(codes.UNKNOWN_FILE.at(Place(name), name=name, near=hint))
