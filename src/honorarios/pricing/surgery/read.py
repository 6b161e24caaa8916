"""Reading a surgery: from a file, or from the dict of a form; every fault is a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from honorarios.catalogue.documents import read_document
from honorarios.catalogue.yaml_source import YamlDocument, read_yaml
from honorarios.pricing.surgery.model import Surgery

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from honorarios.catalogue.yaml_source import Data
    from honorarios.core.findings import Finding


def read_surgery(data: Mapping[str, object]) -> tuple[Surgery | None, list[Finding]]:
    """A surgery from plain data, as YAML or JSON gives it.

    Returns:
        The surgery, None when something in it has an error, and every finding: unknown fields come
        with the name that was probably meant.
    """
    return read_document(Surgery, YamlDocument(cast("Data", data), {}), "")


def read_surgery_file(path: Path) -> tuple[Surgery | None, list[Finding]]:
    """A surgery from a YAML or JSON file, with the line of each finding."""
    return read_document(Surgery, read_yaml(path), path.name)
