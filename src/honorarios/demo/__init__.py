"""The demonstration: invented agreements, surgeries and lines to try the commands with.

Nothing here is a real payer, hospital or price list; what is a fact (R$ per porte, published
examples) names its source in the file that holds it.

>>> (catalogue_path() / "catalogue.yaml").is_file(), lines_path().name
(True, 'lines.csv')
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path


def _inside(name: str) -> Path:
    """A file or folder of the demonstration: the package is always installed unpacked."""
    return Path(str(resources.files(__name__) / name))


def catalogue_path() -> Path:
    """The folder of the demonstration catalogue."""
    return _inside("catalogue")


def surgery_names() -> list[str]:
    """Names of the demonstration surgeries, in alphabetical order.

    >>> "apendicectomia" in surgery_names()
    True
    """
    return sorted(path.stem for path in _inside("surgeries").glob("*.yaml"))


def surgery_path(name: str = "apendicectomia") -> Path:
    """The file of one demonstration surgery.

    Raises:
        ValueError: if there is no such surgery; the message lists those there are.
    """
    if name not in surgery_names():
        raise ValueError(f"no demonstration surgery {name!r}; known: {', '.join(surgery_names())}")
    return _inside("surgeries") / f"{name}.yaml"


def lines_path() -> Path:
    """The CSV file of demonstration lines, some of them wrong on purpose."""
    return _inside("lines.csv")
