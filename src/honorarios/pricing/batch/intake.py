"""A file's columns as the engine takes them: under its names, in types that it reads exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from honorarios.core.findings import Finding, Place
from honorarios.pricing import codes
from honorarios.pricing.batch.moments import moments_of_text
from honorarios.pricing.batch.source import Refusal
from honorarios.pricing.columns import INPUT_COLUMNS, InputColumn, Kind

if TYPE_CHECKING:
    from honorarios.pricing.batch.header import Header

COLUMNS: Final = {column.name: column for column in INPUT_COLUMNS}
_AS_TEXT: Final = "Grave a coluna como texto."
_LOCAL: Final = "Grave a data e a hora do local do ato, sem fuso."
_WHOLE: Final = "Grave a coluna como texto ou número inteiro."


def check_types(schema: pa.Schema, header: Header, file: str) -> list[Finding]:
    """Findings about the engine's columns whose type can hold nothing that the engine reads."""
    findings = []
    for known, own in header.known.items():
        column, kind = COLUMNS[known], _content(schema.field(own).type)
        tip = _objection(column.kind, kind)
        if tip:
            place, words = Place(file, field=own), {"name": own, "title": column.title, "tip": tip}
            findings.append(codes.COLUMN_TYPE.at(place, type=_named(kind), **words))
    return findings


def intake(batch: pa.RecordBatch, header: Header) -> pa.RecordBatch:
    """The engine's columns of some lines; its other columns are missing."""
    names = [known for known in header.known if known != "line_id"]
    columns = [_readable(batch.column(header.known[known]), COLUMNS[known]) for known in names]
    return pa.RecordBatch.from_arrays(columns, names)


def _content(kind: pa.DataType) -> pa.DataType:
    return kind.value_type if pa.types.is_dictionary(kind) else kind


def _named(kind: pa.DataType) -> str:
    """A type in a few letters, however deep it is."""
    name = str(kind)
    return name if len(name) <= 40 else f"{name[:39]}…"


def is_text(kind: pa.DataType) -> bool:
    """Whether cells are text, of whatever layout."""
    types = pa.types
    return bool(types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind))


def is_bytes(kind: pa.DataType) -> bool:
    """Whether cells are bytes that may be text: older writers do not say so."""
    return bool(pa.types.is_binary(kind) or pa.types.is_large_binary(kind))


def _objection(column: Kind, kind: pa.DataType) -> str:
    """What to do about a type that does not serve; empty for one that does."""
    types = pa.types
    if column == "key" or is_text(kind) or is_bytes(kind) or types.is_null(kind):
        return ""
    if column == "moment":
        return "" if types.is_timestamp(kind) and kind.tz is None else _LOCAL
    if column == "day":
        serves = types.is_date(kind) or (types.is_timestamp(kind) and kind.tz is None)
        return "" if serves else _LOCAL
    if column == "number":
        serves = types.is_integer(kind) or types.is_floating(kind) or types.is_decimal(kind)
        return "" if serves else _WHOLE
    if column == "flag":
        return "" if types.is_boolean(kind) or types.is_integer(kind) else "Grave sim ou não."
    return "" if types.is_integer(kind) or types.is_floating(kind) else _AS_TEXT


def _readable(values: Any, column: InputColumn) -> Any:  # noqa: ANN401 - pyarrow is not typed
    if pa.types.is_null(values.type):
        return values.cast(pa.string())
    if is_bytes(values.type):
        values = _cast(values, pa.string(), column)
    if column.kind == "moment" and is_text(values.type):
        return moments_of_text(values)
    if pa.types.is_floating(values.type) and column.kind in ("name", "code", "term"):
        # What has empty cells in pandas comes with its whole numbers as floats.
        return _cast(pc.if_else(pc.is_nan(values), None, values), pa.int64(), column)
    return values


def _cast(values: Any, kind: pa.DataType, column: InputColumn) -> Any:  # noqa: ANN401 - as above
    """The values in another type, exactly."""
    try:
        return pc.cast(values, kind)
    except pa.ArrowInvalid:
        words = {"name": column.name, "title": column.title, "tip": _AS_TEXT}
        problem = codes.COLUMN_TYPE.at(Place(field=column.name), type=values.type, **words)
        raise Refusal(problem) from None
