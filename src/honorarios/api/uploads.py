"""Files that come as the body of a request: bounded, kept in a folder of their own, gone with the answer."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final, TypeVar

from honorarios.api import codes
from honorarios.api.call import refuse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest

    from honorarios.core.findings import Finding
    from honorarios.services.outcomes import Result

T = TypeVar("T")

PIECE: Final = 1024 * 1024
LONGEST_SUFFIX: Final = 8


def described(media: str, told: str) -> dict[str, Any]:
    """What OpenAPI says of a body that is a file."""
    binary = {"schema": {"type": "string", "format": "binary"}}
    return {"required": True, "description": told, "content": {media: binary}}


def read(request: HttpRequest, limit: int) -> bytes:
    """The body of a request; stops with API-TOO-LARGE beyond ``limit`` bytes."""
    data: bytes = request.read(limit + 1)
    return data if len(data) <= limit else refuse(codes.BODY_TOO_LARGE)


@contextmanager
def kept(request: HttpRequest, name: str, limit: int) -> Iterator[Path]:
    """The body of a request as a file whose name ends as ``name`` does, until the answer is made."""
    ending = PurePath(name).suffix
    suffix = ending if ending[1:].isalnum() and len(ending) <= LONGEST_SUFFIX else ""
    with TemporaryDirectory() as folder:
        path = Path(folder, f"arquivo{suffix}")
        size = 0
        with path.open("xb") as file:
            while piece := request.read(PIECE):
                size += len(piece)
                if size > limit:
                    refuse(codes.BODY_TOO_LARGE)
                file.write(piece)
        yield path


def named(result: Result[T], path: Path, name: str) -> Result[T]:
    """The answer with its findings at the file as the person calls it."""
    return replace(result, findings=tuple(_at(one, path, name) for one in result.findings))


def _at(finding: Finding, path: Path, name: str) -> Finding:
    if finding.place.file != str(path):
        return finding
    return replace(finding, place=replace(finding.place, file=name))
