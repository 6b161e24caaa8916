"""A catalogue's folder as a ZIP file: unpacked with bounds, and packed again."""

from __future__ import annotations

import io
import shutil
import stat
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from honorarios.catalogue.check import check_folder
from honorarios.catalogue.folder import write_folder
from honorarios.catalogue.layout import EDITOR, MANIFEST
from honorarios.core.findings import Place
from honorarios.services.catalogues import codes
from honorarios.tabular.limits import MEGABYTE, Limits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.catalogue.schema import Catalogue
    from honorarios.core.findings import Finding

LIMITS: Final = Limits(size=50 * MEGABYTE)
SMALL: Final = 10 * MEGABYTE
"""Unpacked bytes below which growing much is harmless."""
CHUNK: Final = 256 * 1024
METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
ENCRYPTED: Final = 0x1
EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The same content makes the same file: entries have the first hour that a ZIP can say."""


class _Refused(Exception):  # noqa: N818 - it is an answer on its way, not an error
    """Stops the unpacking, with the reason."""


def read_archive(data: bytes) -> tuple[Catalogue | None, list[Finding]]:
    """The catalogue of a zipped folder, and everything that is wrong with it.

    Every entry is counted as it is unpacked, since a declared size is only a claim; names that lead
    out of the folder, links and passwords are refused before anything is written.
    """
    with TemporaryDirectory() as place:
        folder = Path(place)
        try:
            _unpack(data, folder)
        except _Refused as problem:
            return None, [codes.NOT_AN_ARCHIVE.at(Place(), reason=problem)]
        # zipfile raises these for damaged directories, names, sizes and checksums alike.
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError):
            return None, [codes.NOT_AN_ARCHIVE.at(Place(), reason="está danificado")]
        manifests = [*folder.glob(MANIFEST), *folder.glob(f"*/{MANIFEST}")]
        if len(manifests) != 1:
            return None, [codes.NO_CATALOGUE_INSIDE.at(Place())]
        return check_folder(manifests[0].parent)


def write_archive(catalogue: Catalogue) -> bytes:
    """A catalogue's folder, zipped."""
    packed = io.BytesIO()
    with TemporaryDirectory() as place, zipfile.ZipFile(packed, "w") as archive:
        folder = Path(place, "catalogue")
        write_folder(catalogue, folder)
        shutil.rmtree(folder / EDITOR)
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(file.relative_to(folder).as_posix(), EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, file.read_bytes())
    return packed.getvalue()


def _unpack(data: bytes, folder: Path) -> None:
    if len(data) > LIMITS.size:
        raise _Refused(f"passa de {LIMITS.size // MEGABYTE} MB")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        _refuse_entries(entries)
        unpacked = 0
        for entry in entries:
            if entry.is_dir():
                continue
            target = folder.joinpath(*PurePosixPath(entry.filename).parts)
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as file:
                for chunk in _chunks(archive, entry):
                    unpacked += len(chunk)
                    _refuse_growth(unpacked, len(data))
                    file.write(chunk)


def _chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(entry) as content:
        while chunk := content.read(CHUNK):
            yield chunk


def _refuse_entries(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > LIMITS.entries:
        raise _Refused(f"tem mais de {LIMITS.entries} arquivos dentro")
    for entry in entries:
        path = PurePosixPath(entry.filename)
        leads_out = path.is_absolute() or ".." in path.parts or "\\" in entry.filename
        if leads_out or ":" in entry.filename or not path.parts:
            raise _Refused("há um nome de arquivo que sai da pasta")
        if entry.flag_bits & ENCRYPTED:
            raise _Refused("tem senha")
        if stat.S_ISLNK(entry.external_attr >> 16) or entry.compress_type not in METHODS:
            raise _Refused("há dentro o que não é arquivo comum")


def _refuse_growth(unpacked: int, packed: int) -> None:
    if unpacked > LIMITS.inflated or unpacked > max(SMALL, LIMITS.ratio * packed):
        raise _Refused("cresce demais ao ser aberto")
