"""TUSS codes and names, from the ANS data in the package ``tiss``; no copy of it is kept here.

TUSS (terminologia unificada da saúde suplementar) is a set of tables; professionals' fees are of table
22, procedures and events, and the facility's of table 18. The package's own index of all tables costs
seconds and much memory, so its data file is read directly and only the names of these two are kept.
What is read is remembered but for the table of :func:`procedures`, which an index keeps.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

TABLES: Final = ("18", "22")
"""Diárias, taxas e gases medicinais; procedimentos e eventos em saúde."""


def known_codes() -> frozenset[str]:
    """Every code of both tables, those whose validity has ended included: old accounts carry them.

    >>> "10101012" in known_codes(), "00000000" in known_codes()
    (True, False)
    """
    return _codes()


def name_of(code: str) -> str | None:
    """The name of a code, None for a code that neither table has.

    >>> name_of("10101039")
    'Consulta em pronto socorro'
    """
    return _names().get(code)


@dataclass(frozen=True, slots=True)
class Procedure:
    """A code of table 22, procedures and events."""

    code: str
    name: str
    since: str
    """First day of its validity, ISO."""
    until: str
    """Last day of it; empty: until further notice."""


def procedures() -> list[Procedure]:
    """Table 22, by code."""
    found = (
        Procedure(
            record["codigo"], record["termo"], record["vigencia_inicio"], record["vigencia_fim"]
        )
        for record in _records()
        if record["tabela"] == "22"
    )
    return sorted(found, key=lambda procedure: procedure.code)


@cache
def edition() -> str:
    """What tells one edition of the tables from another, without reading them."""
    return f"tiss {version('tiss')}, {_file().stat().st_size} bytes"


@cache
def _codes() -> frozenset[str]:
    return frozenset(_names())


@cache
def _names() -> Mapping[str, str]:
    return {
        record["codigo"]: record["termo"] for record in _records() if record["tabela"] in TABLES
    }


def _records() -> list[dict[str, str]]:
    records: list[dict[str, str]] = json.loads(_file().read_bytes())["records"]
    return records


def _file() -> Path:
    return Path(str(resources.files("tiss").joinpath("tuss", "_data", "tuss.json")))
