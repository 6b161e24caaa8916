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


def little_disk(output: Output, whole: int, kept: int) -> Finding | None:
    """The finding of a disk that has not the room for what is left to write.

    Args:
        output: where the result goes.
        whole: bytes of the whole result.
        kept: bytes of it that an interrupted run has left.
    """
    left = max(0, whole - kept)
    joining = 0 if output.form is Form.FOLDER else whole  # the parts stay until they are joined
    needed = int((left + joining) * MARGIN)
    free = shutil.disk_usage(output.path.resolve().parent).free
    if needed <= free:
        return None
    tip = " Uma pasta de partes (nome sem ponto) precisa da metade." if joining else ""
    words = {"needed": -(-needed // MEGABYTE), "free": free // MEGABYTE}
    return codes.LITTLE_DISK.at(Place(str(output.path)), tip=tip, **words)
