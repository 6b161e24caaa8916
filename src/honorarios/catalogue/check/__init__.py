"""How a catalogue's documents hold together: gaps, overlaps, missing values, suspect figures.

An error is what makes a value undefined or false: a reference to nothing, two prices for one day. A
warning is what a person should look at; a line that meets it gets a status that says why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.catalogue.check.accommodations import accommodations
from honorarios.catalogue.check.bounds import bounds
from honorarios.catalogue.check.calendars import calendars
from honorarios.catalogue.check.coefficients import coefficients
from honorarios.catalogue.check.contracts import contracts
from honorarios.catalogue.check.needs import needs
from honorarios.catalogue.check.references import references
from honorarios.catalogue.check.schedules import schedules
from honorarios.catalogue.check.standards import standards
from honorarios.catalogue.check.subject import Subject
from honorarios.catalogue.check.validities import validities
from honorarios.catalogue.folder import Sources, load
from honorarios.core.findings import has_errors

if TYPE_CHECKING:
    from collections.abc import Container, Iterable
    from pathlib import Path

    from honorarios.catalogue.schema import Catalogue
    from honorarios.core.findings import Finding

__all__ = ["check", "check_folder"]

_CHECKS = (
    references,
    validities,
    schedules,
    coefficients,
    standards,
    contracts,
    accommodations,
    calendars,
    needs,
    bounds,
)


def check(
    catalogue: Catalogue, tuss: Container[str] | None = None, sources: Sources | None = None
) -> list[Finding]:
    """Everything in a catalogue that does not hold together.

    Args:
        catalogue: The catalogue.
        tuss: The codes that TUSS knows; None leaves codes unchecked.
        sources: Where the catalogue was read, if it came from a folder.

    Returns:
        The findings, by file and line.
    """
    subject = Subject(catalogue, sources or Sources(), tuss)
    return _sorted(finding for one in _CHECKS for finding in one(subject))


def check_folder(
    path: Path | str, tuss: Container[str] | None = None
) -> tuple[Catalogue | None, list[Finding]]:
    """Read a folder and check what could be read of it.

    Returns:
        The catalogue, None when anything has an error, and every finding, by file and line.
    """
    loaded = load(path)
    findings = list(loaded.findings)
    if loaded.catalogue is not None:
        findings += check(loaded.catalogue, tuss, loaded.sources)
    return (None if has_errors(findings) else loaded.catalogue), _sorted(findings)


def _sorted(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding once, in the order in which a person meets them."""
    found = dict.fromkeys(findings)
    return sorted(found, key=lambda one: (one.place.file, one.place.line or 0, one.place.field))
