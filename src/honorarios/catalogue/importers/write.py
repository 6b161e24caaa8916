"""An import written into a catalogue folder: a new schedule, or a new edition of one.

The price file is written first, under its final name only when it is whole; then the schedule's
document, which alone makes it count. An interrupted import leaves a catalogue that reads as before.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

import yaml

from honorarios.catalogue.documents import read_document
from honorarios.catalogue.folder import no_manifest
from honorarios.catalogue.folder.write import document_text
from honorarios.catalogue.importers import codes
from honorarios.catalogue.layout import EDITOR, MANIFEST, document_file, price_file
from honorarios.catalogue.prices import read_prices, write_prices
from honorarios.catalogue.schema import FeeSchedule
from honorarios.catalogue.yaml_source import parse_yaml, read_yaml
from honorarios.core.findings import Finding, Place
from honorarios.core.system import reason_of

if TYPE_CHECKING:
    from pathlib import Path

    import pyarrow as pa

    from honorarios.catalogue.importers.report import ImportReport
    from honorarios.catalogue.schema import Edition


@dataclass(frozen=True, slots=True)
class Written:
    """What an import changed in a catalogue folder; no file when it was refused."""

    files: tuple[str, ...] = ()
    """Files written, relative to the folder."""
    findings: tuple[Finding, ...] = ()


def write_import(
    report: ImportReport, folder: Path, *, partial: bool = False, replace: bool = False
) -> Written:
    """Add an import to a catalogue folder, or say in findings why nothing was written.

    Args:
        report: The import.
        folder: The catalogue's folder.
        partial: Write the accepted lines although others were refused.
        replace: Replace the prices of an edition that exists; its head stays.
    """
    schedule, prices = report.schedule, report.prices
    if schedule is None or prices is None or not report.ready:
        return Written(findings=report.findings)
    if report.refused and not partial:
        return _refused(codes.NOT_WHOLE.at(Place(report.file), count=len(report.refused)))
    if not (folder / MANIFEST).is_file():
        return _refused(no_manifest(folder, str(folder)))
    name = document_file("schedules", schedule.id)
    try:
        if not (folder / name).exists():
            text = document_text(schedule, "schedules", f"../{EDITOR}")
            return _write(folder, name, text, schedule.editions[0], prices)
        return _write_edition(folder, name, schedule, prices, replace=replace)
    except OSError as problem:
        return _refused(codes.NOT_WRITTEN.at(Place(str(folder)), reason=reason_of(problem)))


def _refused(finding: Finding) -> Written:
    return Written(findings=(finding,))


def _write_edition(
    folder: Path, name: str, imported: FeeSchedule, prices: pa.Table, *, replace: bool
) -> Written:
    edition, place = imported.editions[0], Place(name)
    document = read_yaml(folder / name, file=name)
    schedule, faults = read_document(FeeSchedule, document, name)
    if schedule is None:
        return Written(findings=tuple(faults))
    if schedule.kind is not imported.kind:
        words = {"schedule": schedule.id, "kind": schedule.kind, "imported": imported.kind}
        return _refused(codes.OTHER_KIND.at(place, **words))
    same = [known for known in schedule.editions if known.id == edition.id]
    if same and replace:
        return _replace(folder, name, same[0], edition, prices)
    if same:
        found = codes.EDITION_EXISTS.at(place, schedule=schedule.id, edition=edition.id)
        return _refused(found)
    text = with_edition((folder / name).read_text("utf-8-sig"), edition)
    after, _ = read_document(FeeSchedule, parse_yaml(text.encode(), name), name)
    if after is None or after.editions != (*schedule.editions, edition):
        return _refused(codes.NOT_EDITABLE.at(place))
    return _write(folder, name, text, edition, prices)


def with_edition(text: str, edition: Edition) -> str:
    """A schedule's YAML with one more edition at the end of its list, all else as it was.

    The result has to be read again: a list on one line (``editions: [...]``) cannot be added to.
    """
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode):
        raise TypeError("a schedule's document is a mapping")
    editions = next(value for key, value in root.value if key.value == "editions")
    lines = text.splitlines()
    # Blank lines and comments after the last item belong to what follows.
    end = editions.end_mark.line if editions.end_mark.column == 0 else len(lines)
    while end and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    _, body = document_text(edition, "", "").split("\n", 1)
    margin = " " * editions.start_mark.column
    item = textwrap.indent(body, f"{margin}  ").rstrip().replace(f"{margin}  ", f"{margin}- ", 1)
    return "\n".join([*lines[:end], item, *lines[end:], ""])


def _replace(
    folder: Path, name: str, known: Edition, edition: Edition, prices: pa.Table
) -> Written:
    file = price_file(known.prices)
    _place_prices(folder / file, prices)
    kept = known.model_copy(update={"prices": edition.prices}) != edition
    findings = (codes.HEAD_KEPT.at(Place(name), edition=known.id, file=name),) if kept else ()
    return Written((file,), findings)


def _write(folder: Path, name: str, text: str, edition: Edition, prices: pa.Table) -> Written:
    file = price_file(edition.prices)
    (folder / file).parent.mkdir(exist_ok=True)
    if (folder / file).exists() and not _holds(folder / file, prices):
        return _refused(codes.PRICES_EXIST.at(Place(file), file=edition.prices))
    _place_prices(folder / file, prices)
    _place_document(folder / name, text)
    return Written((file, name))


def _place_document(path: Path, text: str) -> None:
    aside = _aside(path)
    try:
        aside.write_text(text, "utf-8")
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def _place_prices(path: Path, prices: pa.Table) -> None:
    aside = _aside(path)
    try:
        write_prices(prices, aside)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def _holds(path: Path, prices: pa.Table) -> bool:
    """Whether a price file is what an interrupted import of the same list left."""
    return bool(read_prices(path).table.equals(prices))


def _aside(path: Path) -> Path:
    return path.with_name(f".{uuid4().hex}-{path.name}")
