"""A mapping file: which header each column is read from, and what the whole list has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from honorarios.catalogue.documents import read_document
from honorarios.catalogue.importers import codes
from honorarios.catalogue.schema.base import Document
from honorarios.catalogue.yaml_source import read_yaml
from honorarios.core.findings import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class ImportMapping(Document):
    """How a list is read."""

    columns: dict[str, str] = Field(
        default_factory=dict,
        title="colunas",
        description="Header of the list by price column; ``fee.accommodation.apartment`` for the"
        " price of one accommodation, ``fee.role.anaesthetist``, ``fee.setting.outpatient``.",
    )
    constants: dict[str, str] = Field(
        default_factory=dict,
        title="valores fixos",
        description="Values that every line has, by price column: ``basis: BRL``.",
    )
    sheet: str = Field(
        default="", title="aba", description="Sheet of a workbook; empty = the first with content."
    )
    code_digits: int | None = Field(
        default=None,
        ge=1,
        le=10,
        title="algarismos do código",
        description="Digits of every code: zeros dropped at the left are put back, others refused.",
    )


def read_mapping(path: Path) -> tuple[ImportMapping | None, list[Finding]]:
    """A mapping file (YAML); None with the reasons when it is not one."""
    return read_document(ImportMapping, read_yaml(path, file=str(path)), str(path))


def parse_options(options: Iterable[str]) -> tuple[dict[str, str], list[Finding]]:
    """``column=Header`` options as a mapping, and those that are not in that form.

    >>> parse_options(["code=Código TUSS", "fee=Valor = R$"])
    ({'code': 'Código TUSS', 'fee': 'Valor = R$'}, [])
    """
    mapping: dict[str, str] = {}
    faults: list[Finding] = []
    for option in options:
        name, equals, header = (part.strip() for part in option.partition("="))
        if name and equals and header:
            mapping[name] = header
        else:
            faults.append(codes.OPTION.at(Place(), option=option))
    return mapping, faults
