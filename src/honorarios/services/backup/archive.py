"""The file of a copy: a zip with the database and the manifest, whole or not there at all."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import zipfile
import zlib
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from honorarios.services.backup.manifest import Manifest, read, written

if TYPE_CHECKING:
    from collections.abc import Iterator

DATABASE: Final = "database"
MANIFEST: Final = "manifest.json"
README: Final = "LEIA-ME.txt"
DRAFT: Final = ".honorarios-backup-"
"""Begins the name of the folder of what isn't finished."""
CHUNK: Final = 1 << 20

DAMAGES: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    NotImplementedError,
    RuntimeError,
)
"""What reading a zip that isn't whole may raise."""

WORDS: Final = """\
Cópia de segurança do Honorários. Restaura-se em um banco de dados vazio:

    honorarios restore ARQUIVO

A chave da trilha de auditoria (o arquivo audit.key da pasta de dados, ou HONORARIOS_AUDIT_KEY) NÃO está
nesta cópia. Guarde-a em outro lugar: sem ela a trilha de auditoria não se confere.

Há dados de pacientes neste arquivo: guarde-o cifrado.
"""


@contextmanager
def drafting(beside: Path | None = None) -> Iterator[Path]:
    """A folder that only its owner reads, gone afterwards: on the disk of ``beside``, if it is given."""
    place = None if beside is None else beside.absolute().parent
    folder = tempfile.mkdtemp(prefix=DRAFT, dir=place)
    try:
        yield Path(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def pack(database: Path, manifest: Manifest, draft: Path, target: Path, *, compress: bool) -> None:
    """Write the file of a copy in the folder ``draft``, then give it its name, on disk for good."""
    packed = draft / "copy"
    method = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
    with packed.open("xb") as stream:
        with zipfile.ZipFile(stream, "w", method, compresslevel=1) as archive:
            archive.writestr(README, WORDS)
            archive.write(database, DATABASE)
            archive.writestr(MANIFEST, written(manifest))
        stream.flush()
        os.fsync(stream.fileno())
    packed.chmod(0o600)
    packed.rename(target)
    _settle(target.absolute().parent)


def manifest_of(file: Path) -> Manifest | None:
    """The manifest of a copy; None where the file is no whole copy.

    Raises:
        OSError: if it can't be read.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            return read(archive.read(MANIFEST))
    except DAMAGES:
        return None


def unpack(file: Path, target: Path) -> str:
    """Take the database out of a copy; its SHA-256, to be compared with the manifest's.

    Raises:
        OSError: if it can't be read or written.
        DAMAGES: if it is damaged.
    """
    digest = hashlib.sha256()
    with (
        zipfile.ZipFile(file) as archive,
        archive.open(DATABASE) as source,
        target.open("xb") as stream,
    ):
        for chunk in _chunks(source):
            digest.update(chunk)
            stream.write(chunk)
        stream.flush()
        os.fsync(stream.fileno())
    return digest.hexdigest()


def sha256_of(file: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _chunks(source: IO[bytes]) -> Iterator[bytes]:
    while chunk := source.read(CHUNK):
        yield chunk


def _settle(folder: Path) -> None:
    """See that a new name in a folder outlives a power cut, where the system has a way to say so."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
