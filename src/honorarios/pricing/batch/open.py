"""What a path holds, told by its content and never by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.parquet as pq

from honorarios.core.findings import Finding, Place
from honorarios.core.system import reason_of
from honorarios.pricing import codes
from honorarios.pricing.batch.csv_source import open_csv
from honorarios.pricing.batch.parquet_source import damaged, open_parquet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from honorarios.pricing.batch.source import Source

_HEAD: Final = 65_536
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_COMPRESSED: Final = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"7z\xbc\xaf")
_PARQUET: Final = b"PAR1"
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a"))
_MOST_CONTROLS: Final = 0.01
"""Share of control characters above which a file is not text; honest exports have stray ones."""


def open_source(path: Path) -> tuple[Source | None, list[Finding]]:
    """The lines that a path holds; no source with findings of what forbids pricing them."""
    try:
        if path.is_dir():
            files = parquet_files(path)
            if not files:
                return None, [codes.NO_PARQUET.at(Place(str(path)))]
            return _open_parquet(files)
        with path.open("rb") as file:
            head = file.read(_HEAD)
        if head.startswith(_PARQUET):
            return _open_parquet([path])
        refused = _refused(head, Place(str(path)))
        return (None, [refused]) if refused else open_csv(path)
    except OSError as problem:
        return None, [codes.NO_INPUT.at(Place(str(path)), reason=reason_of(problem))]


def parquet_files(folder: Path) -> list[Path]:
    """The Parquet files of a folder by name; names that begin with ``.`` or ``_`` are other things."""
    return sorted(
        path
        for path in folder.rglob("*.parquet")
        if path.is_file()
        and not any(part.startswith((".", "_")) for part in path.relative_to(folder).parts)
    )


def _open_parquet(files: Sequence[Path]) -> tuple[Source | None, list[Finding]]:
    metadata = []
    findings = []
    for path in files:
        try:
            metadata.append(pq.read_metadata(path))
        except (pa.ArrowException, OSError) as problem:
            empty = not path.stat().st_size
            findings.append(codes.EMPTY.at(Place(str(path))) if empty else damaged(path, problem))
    return (None, findings) if findings else open_parquet(files, metadata)


def _refused(head: bytes, place: Place) -> Finding | None:
    """What keeps the first bytes from being those of a CSV."""
    if not head:
        return codes.EMPTY.at(place)
    if head.startswith((*_ZIP, _OLD_OFFICE)):
        return codes.SPREADSHEET.at(place)
    if head.startswith(_COMPRESSED):
        return codes.COMPRESSED.at(place)
    if head.startswith(_UTF16):
        return codes.UTF16.at(place)
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return codes.BINARY.at(place) if controls > _MOST_CONTROLS * len(head) else None
