"""A file of whatever kind into records: the kind is told by its first bytes, never by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.core.findings import Finding, Place
from honorarios.core.system import reason_of
from honorarios.tabular import codes
from honorarios.tabular.archive import refuse_archive
from honorarios.tabular.binary import decode_binary
from honorarios.tabular.delimited import parse_delimited
from honorarios.tabular.limits import MEGABYTE, Limits
from honorarios.tabular.rows import Records
from honorarios.tabular.text import decode

if TYPE_CHECKING:
    from pathlib import Path

_ZIP: Final = b"PK\x03\x04"
_EMPTY_ZIP: Final = b"PK\x05\x06"
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The container of XLS files, and of XLSX files with a password."""
_PARQUET: Final = b"PAR1"


def read_records(path: Path, *, sheet: str = "", limits: Limits | None = None) -> Records:
    """All lines of a CSV, XLSX, XLS, ODS or Parquet file, or the findings that say why not."""
    limits = limits or Limits()
    data = read_bytes(path, limits)
    if isinstance(data, Finding):
        return Records(str(path), findings=(data,))
    if data.startswith((_ZIP, _EMPTY_ZIP)):
        refused = refuse_archive(data, Place(str(path)), limits)
        return (
            Records(str(path), findings=(refused,))
            if refused
            else decode_binary(path, "sheet", sheet, limits)
        )
    if data.startswith(_COMPOUND):
        return decode_binary(path, "sheet", sheet, limits)
    if data.startswith(_PARQUET):
        return decode_binary(path, "parquet", "", limits)
    text = decode(data, Place(str(path)))
    if isinstance(text, Finding):
        return Records(str(path), findings=(text,))
    return parse_delimited(text, str(path), limits)


def read_text(path: Path, limits: Limits | None = None) -> str | Finding:
    """The text of a text file, or the finding that says why there is none."""
    data = read_bytes(path, limits or Limits())
    return data if isinstance(data, Finding) else decode(data, Place(str(path)))


def read_bytes(path: Path, limits: Limits) -> bytes | Finding:
    """The bytes of a file that exists, is not empty and is not too large."""
    place = Place(str(path))
    try:
        if path.exists() and not path.is_file():
            return codes.NO_FILE.at(place, reason="não é um arquivo")
        with path.open("rb") as file:
            data = file.read(limits.size + 1)
    except OSError as problem:
        return codes.NO_FILE.at(place, reason=reason_of(problem))
    if len(data) > limits.size:
        words = {"megabytes": path.stat().st_size // MEGABYTE, "limit": limits.size // MEGABYTE}
        return codes.TOO_LARGE.at(place, **words)
    return data or codes.EMPTY.at(place)
