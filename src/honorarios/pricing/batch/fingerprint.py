"""What tells that an input is still the one whose pricing began, without reading all of it again.

Up to ``WHOLE`` bytes, the SHA-256 of the content. A larger file is told by its size, the time of its
last change, and the SHA-256 of blocks spread over it, its end (a Parquet's footer) among them.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

WHOLE: Final = 64 * 1024 * 1024
BLOCK: Final = 1024 * 1024
BLOCKS: Final = 32


def fingerprint(files: Sequence[Path], base: Path) -> Mapping[str, Mapping[str, object]]:
    """Each file's own, by its path under ``base``."""
    return {_name(path, base): _of_file(path) for path in files}


def _name(path: Path, base: Path) -> str:
    return path.relative_to(base).as_posix() if base != path else path.name


def _of_file(path: Path) -> Mapping[str, object]:
    status = path.stat()
    size = status.st_size
    digest = hashlib.sha256()
    with path.open("rb") as file:
        if size <= WHOLE:
            digest = hashlib.file_digest(file, "sha256")
            return {"size": size, "sha256": digest.hexdigest()}
        for number in range(BLOCKS):
            file.seek((size - BLOCK) * number // (BLOCKS - 1))
            digest.update(file.read(BLOCK))
    return {"size": size, "modified": status.st_mtime_ns, "sha256_of_blocks": digest.hexdigest()}
