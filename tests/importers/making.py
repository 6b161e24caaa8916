"""Lists and catalogues for the importers' tests."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from honorarios.catalogue.importers import Head

if TYPE_CHECKING:
    from honorarios.catalogue.importers import ImportReport

FILES: Final = Path(__file__).parent / "files"
HEAD: Final = Head(
    schedule="lista", edition="2024", valid_from=date(2024, 1, 1), source="Lista inventada"
)
MANIFEST: Final = "name: Catálogo de teste\n"


def write(path: Path, content: str) -> Path:
    """A text file with that content."""
    path.write_text(content, "utf-8")
    return path


def prices_of(report: ImportReport) -> list[dict[str, object]]:
    """The price rows of an import that is ready, without their empty cells."""
    assert report.prices is not None
    assert report.ready, report.findings
    return [
        {name: value for name, value in row.items() if value is not None}
        for row in report.prices.to_pylist()
    ]


def reasons(report: ImportReport) -> dict[int, list[str]]:
    """Codes of the reasons by refused line."""
    return {row.number: [reason.code for reason in row.reasons] for row in report.refused}


def skips(report: ImportReport) -> dict[int, str]:
    """Code of the reason by skipped line."""
    return {row.number: row.reasons[0].code for row in report.skipped}


def catalogue_folder(path: Path) -> Path:
    """A folder with a manifest and nothing else."""
    path.mkdir()
    write(path / "catalogue.yaml", MANIFEST)
    return path
