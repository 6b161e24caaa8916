"""A person's file on its way in: its digest, its rows by the columns of a kind of import."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from honorarios.catalogue.importers import ImportMapping
from honorarios.core.findings import Finding, Place, has_errors
from honorarios.services.imports import codes
from honorarios.tabular import Limits, RefusedRow, Row, Rows, read_rows
from honorarios.tabular import codes as tabular_codes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from honorarios.services.imports.kinds import Kind
    from honorarios.tabular import Column

_PIECE: Final = 1024 * 1024

FileRow = Row | RefusedRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A file that was read by columns."""

    name: str
    digest: str
    """SHA-256 of its bytes, in hexadecimal; empty of a file that could not be read."""
    mapping: ImportMapping
    rows: Rows
    findings: tuple[Finding, ...]
    """What concerns the file as a whole."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """What a finding about a column is placed at: its header, or its title."""
    ordered: tuple[FileRow, ...] = ()
    """Understood and refused rows, in the file's order."""

    @property
    def usable(self) -> bool:
        """Whether its rows can be imported."""
        return not has_errors(self.findings)


def take(path: Path, kind: Kind, mapping: ImportMapping | None, name: str = "") -> Taken:
    """Read a file by the columns of a kind of import; whatever is wrong with it is a finding.

    Args:
        path: CSV, XLSX, XLS, ODS or Parquet.
        kind: What it brings.
        mapping: Headers by column, values for all rows, the sheet; names tell what it leaves out.
        name: What the person calls the file, where it isn't the path's own name.
    """
    mapping = mapping or ImportMapping()
    before = _digest(path)
    constants = faults_of(mapping, kind.columns, str(path))
    wanted = [column for column in kind.columns if column.name not in mapping.constants]
    rows = read_rows(path, wanted, mapping.columns, sheet=mapping.sheet, limits=Limits())
    findings = [*rows.findings, *constants]
    if not has_errors(findings):
        findings += kind.lacking(rows, mapping.constants)
    if not has_errors(findings) and before != _digest(path):
        reason = "ele mudou enquanto era lido"
        findings.append(tabular_codes.NO_FILE.at(Place(str(path)), reason=reason))
    ordered: list[FileRow] = sorted([*rows.rows, *rows.refused], key=lambda row: row.number)
    return Taken(
        name=name or path.name,
        digest=before,
        mapping=mapping,
        rows=rows,
        findings=tuple(findings),
        headers=headers_of(rows.mapping, kind),
        ordered=tuple(ordered),
    )


def headers_of(mapping: Mapping[str, str], kind: Kind) -> dict[str, str]:
    """Where a finding about each column is: at its header, at that of a stand-in, or at its title."""
    headers = {column.name: column.label for column in kind.columns}
    for name, others in kind.stand_ins.items():
        known = [mapping[other] for other in others if other in mapping]
        headers[name] = known[0] if known else headers[name]
    return headers | dict(mapping)


def faults_of(mapping: ImportMapping, columns: Sequence[Column], file: str) -> list[Finding]:
    """Values for all rows of a column that doesn't exist, or that is also mapped."""
    known = [column.name for column in columns]
    return [
        codes.BAD_CONSTANT.at(Place(file), column=name, columns=", ".join(known))
        for name in mapping.constants
        if name not in known or name in mapping.columns
    ]


def values_of(row: Row, constants: Mapping[str, str]) -> dict[str, str]:
    """The texts of a row by column, with those that all rows have in common."""
    return {**constants, **{name: str(value) for name, value in row.values.items()}}


def _digest(path: Path) -> str:
    """SHA-256 of a file's bytes; empty where it can't be read, which the reading of rows tells."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
    except OSError:
        return ""
    return digest.hexdigest()
