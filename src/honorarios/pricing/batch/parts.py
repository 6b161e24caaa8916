"""Parts of a result: how they are written, each aside and renamed when whole."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, Protocol

import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from honorarios.core.findings import Finding, Place
from honorarios.pricing import codes
from honorarios.pricing.batch.intake import is_bytes
from honorarios.pricing.columns import OUTPUT_NAMES

ROW_GROUP_LINES: Final = 1_048_576
CODEC: Final = "lz4"
CSV_ROWS: Final = 8_192
"""Rows that are put into text together: few enough for the caches."""
FEW_VALUES: Final = frozenset(
    {
        "terms_from",
        "level",
        "valid_from",
        "valid_to",
        "fee_adjustment",
        "operating_cost_adjustment",
        "film_adjustment",
        "accommodation_factor",
        "overtime_percent",
        "paediatric_percent",
        "technique_factor",
        "bilateral_percent",
        "role_percent",
        "route_percent",
    }
)
"""Columns of numbers with so few values that a dictionary halves them at no cost in time."""


class Part(Protocol):
    """A part being written."""

    def write(self, batch: pa.RecordBatch) -> None:
        """Add lines."""

    def close(self) -> None:
        """Finish the file."""


class ParquetPart:
    """A Parquet file: LZ4, dictionaries for what repeats, decimals as the integers they are.

    The engine's own columns that repeat have few values: their places in a dictionary take few bits, in
    which LZ4 finds nothing more. Statistics are left out of what repeats: there they say least, and of
    text they cost most.
    """

    def __init__(self, target: Any, schema: pa.Schema) -> None:  # noqa: ANN401 - a path or an Arrow stream
        """Begin the file."""
        repeated = {field.name for field in schema if pa.types.is_dictionary(field.type)}
        repeated |= FEW_VALUES.intersection(schema.names)
        small = repeated.intersection(OUTPUT_NAMES)
        self._writer = pq.ParquetWriter(
            target,
            schema,
            compression={name: "none" if name in small else CODEC for name in schema.names},
            use_dictionary=sorted(repeated),
            write_statistics=[name for name in schema.names if name not in repeated],
            store_decimal_as_integer=True,
        )

    def write(self, batch: pa.RecordBatch) -> None:
        """Add lines."""
        self._writer.write_batch(batch, row_group_size=ROW_GROUP_LINES)

    def close(self) -> None:
        """Write the footer."""
        self._writer.close()


class CsvPart:
    """Lines of a CSV in UTF-8, with the header on the first part only; an empty cell is nothing.

    Decimals have a dot and no zeros after the last digit; text is quoted where its lines need it.
    """

    def __init__(self, target: Any, schema: pa.Schema, delimiter: str, *, header: bool) -> None:  # noqa: ANN401 - as above
        """Begin the file."""
        self._file = pa.OSFile(str(target), "wb") if isinstance(target, Path) else target
        self._delimiter = delimiter
        if header:
            names = io.StringIO(newline="")
            csv.writer(names, delimiter=delimiter, lineterminator="\n").writerow(schema.names)
            self._file.write(names.getvalue().encode())

    def write(self, batch: pa.RecordBatch) -> None:
        """Add lines."""
        columns = [_plain(column) for column in batch.columns]
        batch = pa.RecordBatch.from_arrays(columns, batch.schema.names)
        try:
            text = self._text(batch, "none")
        except pa.ArrowInvalid:  # a text with a quotation mark, the delimiter or an end of line
            text = self._text(batch, "needed")
        self._file.write(text)

    def _text(self, batch: pa.RecordBatch, quoting: str) -> pa.Buffer:
        options = pacsv.WriteOptions(
            include_header=False,
            batch_size=CSV_ROWS,
            delimiter=self._delimiter,
            quoting_style=quoting,
        )
        sink = pa.BufferOutputStream()
        pacsv.write_csv(batch, sink, options)
        return sink.getvalue()

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def csv_findings(schema: pa.Schema, file: str) -> list[Finding]:
    """Findings about columns that have no place in a CSV."""
    return [
        codes.CSV_TYPE.at(Place(file, field=field.name), name=field.name, type=field.type)
        for field in schema
        if pa.types.is_nested(field.type) or is_bytes(field.type)
    ]


def _plain(column: Any) -> Any:  # noqa: ANN401 - pyarrow is not typed
    """Decimals as text: Arrow itself writes a zero of eight places as 0E-8."""
    kind = column.type
    if not pa.types.is_decimal(kind):
        return column
    if pa.types.is_decimal64(kind):  # the engine's own: whole numbers of the last place
        encoded = column.view(pa.int64()).dictionary_encode()
        one = Decimal(1).scaleb(-kind.scale)
        values = [mantissa * one for mantissa in encoded.dictionary.to_pylist()]
    else:
        whole = pa.decimal128(38, kind.scale) if pa.types.is_decimal32(kind) else kind
        encoded = column.cast(whole).dictionary_encode()
        values = encoded.dictionary.to_pylist()
    texts = [None if value is None else _digits(value) for value in values]
    return pa.DictionaryArray.from_arrays(encoded.indices, pa.array(texts, pa.string()))


def _digits(value: Decimal) -> str:
    """A decimal without an exponent and without zeros at its end."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
