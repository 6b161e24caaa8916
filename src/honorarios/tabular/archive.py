"""Workbooks are ZIP files: what is inside, and whether inflating it would do harm."""

from __future__ import annotations

import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from honorarios.core.findings import Finding, Place
from honorarios.tabular import codes
from honorarios.tabular.limits import MEGABYTE, Limits

if TYPE_CHECKING:
    from pathlib import Path

_CHUNK: Final = 256 * 1024
_SMALL: Final = 10 * MEGABYTE
"""Inflated bytes below which growing much is harmless: blank formatted rows shrink very well."""
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED: Final = 0x1


def refuse_archive(path: Path, limits: Limits) -> Finding | None:
    """The finding that forbids opening a ZIP file as a workbook, if any.

    Every entry is inflated in chunks and counted, since a declared size is only a claim.
    """
    place = Place(str(path))
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            names = {entry.filename for entry in entries}
            return (
                _refuse_contents(names, place)
                or _refuse_entries(entries, limits, place)
                or _refuse_size(archive, limits, place, path.stat().st_size)
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


def _refuse_entries(entries: list[zipfile.ZipInfo], limits: Limits, place: Place) -> Finding | None:
    if len(entries) > limits.entries:
        return codes.BOMB.at(place, reason=f"tem {len(entries)} arquivos dentro")
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
