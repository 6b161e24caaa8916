"""The index of some items kept in a file: made when it isn't there, and again when it is no use.

A file is named by what its index was made from, so that changed items have another; its first line has the
whole of that name and the digest of the rest, which is Arrow's own format. It is written whole beside its
place and then put there: of two programs that make it at once, either one's stands.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa

from honorarios.catalogue.search.build import build
from honorarios.catalogue.search.index import Index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from honorarios.catalogue.search.build import Item

FORMAT: Final = "honorarios-search-1"
"""Changes with whatever changes an index of the same items."""
KEPT: Final = 8
"""Files that stay in a folder; the ones that were made longest ago go."""
_TEXTS: Final = ("codes", "names", "since", "until", "words")
_NUMBERS: Final = ("tokens", "starts", "items", "weights", "offsets")


class _UselessError(Exception):
    """The file is damaged, or of another version of the program."""


def load(folder: Path, source: str, items: Callable[[], Iterable[Item]]) -> Index:
    """The index of some items.

    Args:
        folder: Where its file is kept; made where it isn't there.
        source: What tells these items from others: a digest, a version.
        items: Gives them; called only where there is no file that can be used.
    """
    name = hashlib.sha256(f"{FORMAT}\n{source}".encode()).hexdigest()
    file = folder / f"procedures-{name[:16]}.arrow"
    with contextlib.suppress(OSError, _UselessError):
        return _read(file.read_bytes(), name)
    index = build(items())
    with contextlib.suppress(OSError):
        # Without its file an index works as well, and is made again by the next program.
        _keep(file, _written(index, name))
    return index


def _written(index: Index, name: str) -> bytes:
    columns = {one: pa.array(getattr(index, one)) for one in (*_TEXTS, *_NUMBERS)}
    sink = pa.BufferOutputStream()
    batch = pa.record_batch(
        [pa.array([column], pa.list_(column.type)) for column in columns.values()], list(columns)
    )
    with pa.ipc.new_stream(sink, batch.schema) as stream:
        stream.write_batch(batch)
    body = bytes(sink.getvalue().to_pybytes())
    return f"{FORMAT} {name} {hashlib.sha256(body).hexdigest()}\n".encode() + body


def _read(content: bytes, name: str) -> Index:
    head, _, body = content.partition(b"\n")
    if head.decode("ascii", "replace") != f"{FORMAT} {name} {hashlib.sha256(body).hexdigest()}":
        raise _UselessError
    with pa.ipc.open_stream(pa.py_buffer(body)) as stream:
        batch = stream.read_next_batch()
    columns: dict[str, Any] = {one: batch.column(one)[0].values.to_pylist() for one in _TEXTS} | {
        one: np.asarray(batch.column(one)[0].values) for one in _NUMBERS
    }
    return Index(**columns)


def _keep(file: Path, content: bytes) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(draft).replace(file)
    finally:
        Path(draft).unlink(missing_ok=True)
    _forget_old(file.parent)


def _forget_old(folder: Path) -> None:
    made = sorted(folder.glob("procedures-*.arrow"), key=lambda one: -one.stat().st_mtime)
    for old in made[KEPT:]:
        old.unlink(missing_ok=True)
