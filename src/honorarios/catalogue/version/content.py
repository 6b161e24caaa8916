"""What a catalogue is, as one hash over its content; the same content hashes equal however written.

Documents count as JSON with sorted keys, text in NFC, numbers without trailing zeros and defaults
written out; price tables as the text of their canonical columns. YAML or JSON formatting, CSV or
Parquet, the order of keys and of price rows, and columns that are wholly empty make no difference.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Final, TypeAlias

import pyarrow as pa
import pyarrow.compute as pc

from honorarios.catalogue.layout import MANIFEST, document_file
from honorarios.catalogue.prices import as_text
from honorarios.catalogue.schema import (
    PRICE_COLUMNS,
    Catalogue,
    Coding,
    FeeSchedule,
    LaunchTerms,
)
from honorarios.core.vocabulary import Term

if TYPE_CHECKING:
    from honorarios.catalogue.schema.base import Document

FORMAT: Final = "honorarios-catalogue/1"
"""What is hashed first; a change in what counts as content is a new format."""
YOUNGER: Final = {"launching": LaunchTerms().model_dump(), "coding": Coding().model_dump()}
"""Fields that came after the format: they count only where they say something, so that the hash of
what was agreed before them stands."""

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"


def catalogue_hash(catalogue: Catalogue) -> str:
    """``sha256:`` and 64 hexadecimal digits."""
    total = hashlib.sha256(FORMAT.encode())
    for name, digest in sorted(parts(catalogue).items()):
        total.update(f"\n{name} {digest}".encode())
    return f"sha256:{total.hexdigest()}"


def parts(catalogue: Catalogue) -> dict[str, str]:
    """The hash of each document, by its file, and of each price table, by ``schedule@edition``."""
    hashed = {file: document_hash(document) for file, document in documents(catalogue)}
    for (schedule, edition), table in catalogue.prices.items():
        hashed[f"{schedule}@{edition}"] = prices_hash(table)
    return hashed


def documents(catalogue: Catalogue) -> Iterator[tuple[str, Document]]:
    """Every document with its file."""
    yield MANIFEST, catalogue.manifest
    for schedule in catalogue.schedules.values():
        yield document_file("schedules", schedule.id), schedule
    for coefficients in catalogue.coefficients.values():
        yield document_file("coefficients", coefficients.id), coefficients
    for standard in catalogue.standards.values():
        yield document_file("standards", standard.id), standard
    for contract in catalogue.contracts.values():
        yield document_file("contracts", contract.id), contract
    for calendar in catalogue.calendars.values():
        yield document_file("calendars", calendar.id), calendar


def document_hash(document: Document) -> str:
    """The hash of a document's content."""
    content = json.dumps(
        content_of(document), sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )
    return hashlib.sha256(content.encode()).hexdigest()


def content_of(document: Document) -> dict[str, Json]:
    """A document as canonical plain data.

    A schedule's editions do not tell the names of their price files: what the files hold counts.
    """
    prices = {"editions": {"__all__": {"prices"}}}
    dumped = document.model_dump(exclude=prices if isinstance(document, FeeSchedule) else None)
    return {name: _plain(value) for name, value in dumped.items()}


def _plain(value: object) -> Json:  # noqa: PLR0911 - a case for each kind of value
    match value:
        case None | bool():
            return value
        case Term():
            return value.code_name
        case Enum():
            return str(value.value)
        case int():
            return value
        case str():
            return unicodedata.normalize("NFC", value)
        case Decimal():
            return decimal_text(value)
        case date():
            return value.isoformat()
        case Mapping():
            return {
                str(_plain(key)): _plain(item)
                for key, item in value.items()
                if key not in YOUNGER or item != YOUNGER[key]
            }
        case list() | tuple():
            return [_plain(item) for item in value]
        case _:
            raise TypeError(f"no content of a document: {value!r}")


def decimal_text(value: Decimal) -> str:
    """A number with no exponent and no trailing zeros.

    >>> decimal_text(Decimal("12.500")), decimal_text(Decimal("1E+2")), decimal_text(Decimal("-0"))
    ('12.5', '100', '0')
    """
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def prices_hash(table: pa.Table) -> str:
    """The hash of a canonical price table's content."""
    total = hashlib.sha256(str(table.num_rows).encode())
    for column in PRICE_COLUMNS:
        values = table[column.name].combine_chunks()
        if values.null_count < len(values):
            # Lengths and text together are unmistakable: no cell of a table is blank text.
            cells = pc.fill_null(as_text(values, column), "")
            total.update(f"\n{column.name} ".encode())
            total.update(pc.binary_length(cells).to_numpy().astype("<i4").tobytes())
            total.update(_joined(cells))
    return total.hexdigest()


def _joined(cells: pa.StringArray) -> bytes:
    whole = pa.ListArray.from_arrays(pa.array([0, len(cells)], pa.int32()), cells)
    joined: str = pc.binary_join(whole, "")[0].as_py()
    return joined.encode()
