"""Whether the result fits on the disk, judged by a few lines priced beforehand."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from honorarios.core.findings import Finding, Place
from honorarios.pricing import codes
from honorarios.pricing.batch.output import Form
from honorarios.pricing.batch.parts import CsvPart, ParquetPart, Part

if TYPE_CHECKING:
    from honorarios.pricing.batch.output import Output
    from honorarios.pricing.batch.pricer import SlicePricer
    from honorarios.pricing.batch.source import Source

MARGIN: Final = 1.1
MEGABYTE: Final = 1024 * 1024
MOST_GROWTH: Final = 4
"""Times that a file's own columns may grow: it may have been compressed harder than a result is."""
MOST_LINE: Final = 400
"""Bytes that the engine's columns take of any line, and more."""
LEAST_ROW: Final = 40
"""Bytes of a CSV's line, and less."""


def little_disk(
    output: Output, source: Source, pricer: SlicePricer, *, kept: int
) -> Finding | None:
    """The finding of a disk that has not the room for what is left to write.

    Args:
        output: where the result goes.
        source: the lines.
        pricer: prices a few of them, should there not be room beyond doubt.
        kept: bytes of the result that an interrupted run has left.
    """
    free = shutil.disk_usage(output.path.resolve().parent).free
    times = 1 if output.form is Form.FOLDER else 2  # the parts of a file stay until they are joined
    if free >= _most_bytes(source) * times:
        return None
    whole = bytes_of_result(source, pricer, output.form)
    needed = int(max(0, whole * times - kept) * MARGIN)
    if free >= needed:
        return None
    tip = " Uma pasta de partes (nome sem ponto) precisa da metade." if times > 1 else ""
    words = {"needed": -(-needed // MEGABYTE), "free": free // MEGABYTE}
    return codes.LITTLE_DISK.at(Place(str(output.path)), tip=tip, **words)


def _most_bytes(source: Source) -> int:
    """More than any usual result takes."""
    own = sum(path.stat().st_size for path in source.files)
    lines = source.size if source.unit == "lines" else source.size // LEAST_ROW
    return own * MOST_GROWTH + lines * MOST_LINE


def bytes_of_result(source: Source, pricer: SlicePricer, form: Form) -> int:
    """About how many bytes the whole result takes."""
    sample = source.sample()
    if sample is None or not sample.weight:
        return source.size
    sink = pa.BufferOutputStream()
    part: Part = (
        CsvPart(sink, pricer.schema, source.delimiter, header=True)
        if form is Form.CSV
        else ParquetPart(sink, pricer.schema)
    )
    part.write(pricer.price(sample).batch)
    if form is not Form.CSV:
        part.close()
    return int(sink.getvalue().size / sample.weight * source.size)
