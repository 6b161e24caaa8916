"""A catalogue's folder, read, checked and compiled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.catalogue.check import check_folder
from honorarios.pricing.compile import Compiled, compile_catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from honorarios.core.findings import Finding


def compile_folder(path: Path) -> tuple[Compiled | None, list[Finding]]:
    """The catalogue of a folder, ready to price; None with findings of what is wrong with it."""
    catalogue, findings = check_folder(path)
    return (None if catalogue is None else compile_catalogue(catalogue)), findings
