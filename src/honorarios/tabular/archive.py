"""Workbooks are ZIP files: what is inside, and whether inflating it would do harm."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from honorarios.tabular import codes
from honorarios.tabular.limits import MEGABYTE, Limits

if TYPE_CHECKING:
    from honorarios.core.findings import Finding, Place

_CHUNK: Final = 256 * 1024
_SMALL: Final = 10 * MEGABYTE
"""Inflated bytes below which growing much is harmless: blank formatted rows shrink very well."""
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENTRY: Final = b"PK\x01\x02"
"""What each entry of the directory begins with."""
_ENCRYPTED: Final = 0x1


def refuse_archive(data: bytes, place: Place, limits: Limits) -> Finding | None:
    """The finding that forbids opening a ZIP file as a workbook, if any.

    Every entry is inflated in chunks and counted, since a declared size is only a claim.
    """
    listed = data.count(_ENTRY)
    if listed > limits.entries:
        return codes.BOMB.at(place, reason=f"tem {listed} arquivos dentro")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            return (
                _refuse_contents({entry.filename for entry in entries}, place)
                or _refuse_entries(entries, place)
                or _refuse_size(archive, limits, place, len(data))
            )
    # zipfile raises these for damaged directories, names, sizes and checksums alike.
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError):
        return codes.DAMAGED.at(place)


def _refuse_contents(names: set[str], place: Place) -> Finding | None:
    if "xl/workbook.bin" in names:
        return codes.UNSUPPORTED.at(place, format="XLSB")
    if "xl/workbook.xml" in names or "content.xml" in names:
        return None
    return codes.UNSUPPORTED.at(place, format="ZIP, sem uma planilha dentro,")


def _refuse_entries(entries: list[zipfile.ZipInfo], place: Place) -> Finding | None:
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        return codes.PASSWORD.at(place)
    if any(entry.compress_type not in _METHODS for entry in entries):
        return codes.DAMAGED.at(place)
    return None


def _refuse_size(
    archive: zipfile.ZipFile, limits: Limits, place: Place, size: int
) -> Finding | None:
    inflated = 0
    for entry in archive.infolist():
        with archive.open(entry) as content:
            while chunk := content.read(_CHUNK):
                inflated += len(chunk)
                if inflated > limits.inflated:
                    limit = limits.inflated // MEGABYTE
                    return codes.BOMB.at(place, reason=f"passa de {limit} MB ao ser aberta")
                if inflated > max(_SMALL, limits.ratio * size):
                    reason = f"cresce mais de {limits.ratio} vezes ao ser aberta"
                    return codes.BOMB.at(place, reason=reason)
    return None
